"""`GET /sala/preguntar`: lo que contesta a una pregunta, como una pantalla más."""

from collections.abc import Sequence
from dataclasses import replace

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from tablero.busqueda.buscar import MAS_LETRAS
from tablero.errores import ErrorTablero
from tablero.exportar.escribir.html.pantalla import pantalla
from tablero.interfaz.marco import buscador
from tablero.interfaz.marco.conexion import responder, un_solo_tablero
from tablero.interfaz.marco.fallas import BITACORA, DEL_PROGRAMA, QUE_HACER, sin_rutas
from tablero.interfaz.servidor.sala_viva.formas import Formas
from tablero.interfaz.servidor.sala_viva.pedido import Pedido, con_edicion, entender
from tablero.registro.sesiones.escribir import DIRECCION
from tablero.respuestas import preguntar as preguntas
from tablero.respuestas.preguntar import CAMBIOS, EJEMPLOS, Candidata
from tablero.texto import limpiar
from tablero.un_json import Objeto

NADA = "Nada en el tablero contesta eso."
NUMERO = 0
"""El de la respuesta entre las pantallas, que se numeran desde la 1."""


def pagina(peticion: Request) -> Response:
    """Una pantalla, varias candidatas o nada; con `direccion`, la pantalla de esa.

    No es `async`: dibujarla tarda, y así se hace en otro hilo.
    """
    pedidos = peticion.query_params
    dicho = limpiar(pedidos.get("q", "")[:MAS_LETRAS])
    escrita = pedidos.get("direccion", "")[:DIRECCION]
    try:
        pedido, suyo = entender(peticion)
        with un_solo_tablero(suyo):
            formas = Formas(pedido.actas, pedido.sesion, pedido.numero)
            contenido, estado = _contestar(formas, dicho, escrita, pedido), 200
    except ErrorTablero as error:
        contenido, estado = {"error": sin_rutas(str(error))}, 503
    except DEL_PROGRAMA:
        BITACORA.exception("No se pudo contestar en la sala")
        contenido, estado = {"error": QUE_HACER}, 500
    return JSONResponse(contenido, estado, headers={"cache-control": "no-cache"})


def _contestar(formas: Formas, dicho: str, escrita: str, pedido: Pedido) -> Objeto:
    if escrita:
        return _pantalla(formas, escrita, pedido) or _nada()
    hay = responder(preguntas.lo_que_hay)
    if not dicho:
        buscador.indice()  # la sala lo pide al abrirse: quien pregunte ya no lo espera
        return _nada("")
    candidatas = preguntas.entender(dicho, hay) or formas.buscar(dicho)
    if len(candidatas) == 1:
        return _pantalla(formas, candidatas[0].direccion, pedido) or _nada()
    return _varias(candidatas) if candidatas else _nada()


def _pantalla(formas: Formas, escrita: str, pedido: Pedido) -> Objeto | None:
    direccion = formas.registro.que_cambio() if escrita == CAMBIOS else escrita
    cosa = formas.una(direccion)
    if cosa is None:
        return None
    if pedido.edicion is not None:
        cosa = replace(cosa, de=con_edicion(cosa.de, pedido.edicion))
    return {
        "clase": "pantalla",
        "titulo": cosa.titulo,
        "direccion": direccion,
        "html": pantalla(cosa, NUMERO, se_ve=True),
    }


def _varias(candidatas: Sequence[Candidata]) -> Objeto:
    return {
        "clase": "candidatas",
        "candidatas": [
            {"titulo": c.titulo, "contexto": c.contexto, "direccion": c.direccion}
            for c in candidatas
        ],
    }


def _nada(dicho: str = NADA) -> Objeto:
    """Nada lo contesta: qué se puede preguntar."""
    return {"clase": "nada", "dicho": dicho, "ejemplos": list(EJEMPLOS)}
