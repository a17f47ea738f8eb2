"""La sala: el tablero en la pared, un mensaje por pantalla, sin pasar por Streamlit."""

import hashlib
from dataclasses import dataclass, field, replace
from datetime import date
from html import escape

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from tablero import reloj
from tablero.errores import ErrorTablero
from tablero.exportar.escribir.html.documento import TITULO, documento, huella, poner_lo_vivo
from tablero.exportar.marca import nombrar
from tablero.interfaz.marco.conexion import base, por_archivo, preguntar, un_solo_tablero
from tablero.interfaz.marco.fallas import BITACORA, DEL_PROGRAMA, QUE_HACER, sin_rutas
from tablero.interfaz.pared.grabar import grabar
from tablero.interfaz.servidor.cabeceras import texto_de_politica
from tablero.interfaz.servidor.carpeta import carpeta
from tablero.interfaz.servidor.documento import documento as de_aviso
from tablero.interfaz.servidor.sala_viva.formas import Formas
from tablero.interfaz.servidor.sala_viva.lo_vivo import en_json
from tablero.interfaz.servidor.sala_viva.pedido import Pedido, con_edicion, entender
from tablero.respuestas.cosas.catalogo import todas
from tablero.respuestas.cosas.cosa import Cosa
from tablero.respuestas.cosas.de_la_sesion import de_la_sesion

RUTA = "sala"
NADA_DE_LA_PAGINA = (
    "Esa página no tiene nada que proyectar con esos filtros: en el tablero se lee por qué."
)
SIN_NADA = "Este tablero no trae nada que proyectar: ninguna de sus fuentes lo sustenta."


def pagina(peticion: Request) -> Response:
    """`GET /sala`: todas las pantallas; el guion muestra la que diga `pantalla=`.

    Con `sesion=` son las de esa sesión, en la edición que congeló; con `de=`, las de la página de
    esa dirección; con `edicion=`, en esa. No es `async`: dibujarlas tarda, y así se hace en otro
    hilo.
    """
    cabeceras = {
        "cache-control": "no-cache",
        "content-security-policy": texto_de_politica((huella(),)),
    }
    return _responder(peticion, carpeta(), cabeceras)


def sesion(peticion: Request) -> Response:
    """`GET /sala/sesion.html`: lo mismo, en un archivo que no le pide nada a nadie."""
    return _responder(peticion, None, {"cache-control": "no-cache"})


def _responder(peticion: Request, tablero: str | None, cabeceras: dict[str, str]) -> Response:
    try:
        pedido, suyo = entender(peticion)
    except ErrorTablero as error:
        return _aviso(sin_rutas(str(error)), 404)
    try:
        with un_solo_tablero(suyo):
            hoy = reloj.hoy()
            # Una página ya se recuerda grabada, y pesa menos que su documento.
            html = (_documento if pedido.de else _html)(tablero, hoy, _mostrado(pedido))
            if tablero is None:
                dia = pedido.sesion.fecha if pedido.sesion else hoy
                archivo = nombrar(
                    f"{pedido.nombre}_{dia.isoformat()}.html", es_simulado=base().es_simulado
                )
                cabeceras["content-disposition"] = f'attachment; filename="{archivo}"'
            else:
                vivo = en_json(peticion, pedido.consulta, pedido.leidas, pedido.sesion)
                html = poner_lo_vivo(html, vivo)
    except ErrorTablero as error:
        return _aviso(sin_rutas(str(error)), 503)
    except DEL_PROGRAMA:
        BITACORA.exception("No se pudo escribir la sala")
        return _aviso(QUE_HACER, 500)
    if not html:
        return _aviso(NADA_DE_LA_PAGINA if pedido.de else SIN_NADA, 404)
    return HTMLResponse(html, headers=cabeceras)


@dataclass(frozen=True)
class Mostrado:
    """Lo que se recuerda haber dibujado: por su huella, que una sesión entera no cabe."""

    huella: str
    pedido: Pedido = field(compare=False, repr=False)


@por_archivo
def _html(tablero: str | None, hoy: date, mostrado: Mostrado) -> str:
    """El documento, que se recuerda: `hoy` y lo pedido lo hacen otro."""
    return _documento(tablero, hoy, mostrado)


def _documento(tablero: str | None, _hoy: date, mostrado: Mostrado) -> str:
    """El documento de ese tablero; vacío, si no hay pantallas."""
    pedido = mostrado.pedido
    cosas = _cosas(pedido)
    if not cosas:
        return ""
    if (edicion := pedido.edicion) is not None:
        cosas = tuple(replace(cosa, de=con_edicion(cosa.de, edicion)) for cosa in cosas)
    return documento(
        cosas,
        edicion=pedido.rotulo,
        es_simulado=base().es_simulado,
        tablero=tablero,
        consulta=pedido.consulta,
        es_sesion=pedido.sesion is not None,
    )


def _cosas(pedido: Pedido) -> tuple[Cosa, ...]:
    if pedido.sesion is not None:
        formas = Formas(pedido.actas, pedido.sesion, pedido.numero)
        return de_la_sesion(preguntar, pedido.sesion, pedido.actas.abiertos(), formas.otra)
    if pedido.de:
        grabada = grabar(pedido.de)
        return grabada.pantallas if grabada else ()
    return todas(preguntar)


def _mostrado(pedido: Pedido) -> Mostrado:
    """Lo pedido, con la huella de lo que las pantallas muestran.

    Lo demás de la sesión cambia a cada rato: con ello, se dibujaría todo otra vez.
    """
    sesion = pedido.sesion
    if sesion is not None:
        calladas = tuple(replace(p, decision="", nota="", punto="") for p in sesion.pantallas)
        sesion = replace(
            sesion, pantallas=calladas, asistencias=(), preguntas=(), a_la_vista="", tiempos=()
        )
    todo = (pedido.edicion, pedido.rotulo, sesion, pedido.actas.abiertos())
    return Mostrado(hashlib.sha256(repr(todo).encode("utf-8")).hexdigest(), pedido)


def _aviso(texto: str, estado: int) -> HTMLResponse:
    cuerpo = f"<h1>{TITULO}</h1><p>{escape(texto)}</p>"
    return HTMLResponse(de_aviso(TITULO, cuerpo, carpeta()), estado)
