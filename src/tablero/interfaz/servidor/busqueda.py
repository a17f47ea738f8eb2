"""`GET /propio/buscar?q=…`: lo que el buscador contesta mientras alguien escribe.

Solo lee. La respuesta es texto sin marcas: el navegador la pone como texto.
"""

from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from tablero.busqueda.buscar import MAS_LETRAS
from tablero.busqueda.direccion import SE_LLEVAN
from tablero.busqueda.documento import Documento
from tablero.errores import ErrorTablero
from tablero.exportar.marca import AVISO
from tablero.interfaz.marco import buscador
from tablero.interfaz.marco.conexion import base, un_solo_tablero
from tablero.interfaz.marco.fallas import BITACORA, DEL_PROGRAMA, QUE_HACER, sin_rutas
from tablero.un_json import Objeto

DIRECCION = "/propio/buscar"
DEL_PRIMERO, DE_LOS_DEMAS = 8, 4
"""Cuántos se dan del grupo que mejor responde, y de los otros."""
GRUPOS = 8
"""Los que caben en el cuadro; todos están en la página."""
MAS_LETRAS_DE_UN_FILTRO = 100
SIN_GUARDAR = {"cache-control": "no-cache"}


def buscar(peticion: Request) -> Response:
    """Lo hallado, por grupos y con su dirección.

    No es `async`: la primera vez llena el índice, y así se hace en otro hilo.
    """
    pedidos = peticion.query_params
    llevados = {n: v[:MAS_LETRAS_DE_UN_FILTRO] for n in SE_LLEVAN if (v := pedidos.get(n))}
    try:
        with un_solo_tablero():
            contenido = _contestar(pedidos.get("q", "")[:MAS_LETRAS], llevados)
            estado = 200
    except ErrorTablero as error:
        contenido, estado = {"error": sin_rutas(str(error))}, 503
    except DEL_PROGRAMA:
        BITACORA.exception("No se pudo buscar")
        contenido, estado = {"error": QUE_HACER}, 500
    return JSONResponse(contenido, estado, headers=SIN_GUARDAR)


def _contestar(pregunta: str, llevados: Mapping[str, str]) -> Objeto:
    respuesta = buscador.responder(pregunta, DEL_PRIMERO)
    return {
        "dicho": respuesta.dicho,
        "avisos": list(respuesta.avisos),
        "simulado": AVISO if base().es_simulado else "",
        "grupos": [
            {
                "nombre": grupo.nombre,
                "cuantos": grupo.cuantos,
                "hallados": [_hallado(h, llevados) for h in grupo.hallados[: _caben(puesto)]],
            }
            for puesto, grupo in enumerate(respuesta.grupos[:GRUPOS])
        ],
    }


def _caben(puesto: int) -> int:
    return DE_LOS_DEMAS if puesto else DEL_PRIMERO


def _hallado(hallado: Documento, llevados: Mapping[str, str]) -> Objeto:
    return {
        "titulo": hallado.titulo,
        "contexto": hallado.contexto,
        "cifra": hallado.cifra,
        "corte": hallado.corte,
        "direccion": buscador.adonde(hallado, llevados),
    }
