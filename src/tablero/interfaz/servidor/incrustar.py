"""Una tarjeta sola, para mostrarla dentro de la página de otro: `?incrustar=si`.

Es la misma dirección de la tarjeta en el tablero, con su página, sus filtros y su edición; se
responde sin Streamlit, con un documento liviano hecho de lo que la página graba.
"""

import hashlib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from urllib.parse import parse_qsl, urlencode

import streamlit as st
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import request_response
from starlette.types import Scope

from tablero import reloj
from tablero.consultas import fuentes
from tablero.errores import ErrorTablero
from tablero.exportar.escribir.html.documento import rotulo_de_edicion
from tablero.exportar.incrustado.documento import aviso, documento
from tablero.exportar.llevar.incrustado import INCRUSTAR, SI
from tablero.exportar.llevar.llevada import Contexto, Llevada
from tablero.interfaz.marco import edicion_pedida
from tablero.interfaz.marco.conexion import base, preguntar, un_solo_tablero
from tablero.interfaz.marco.fallas import BITACORA, DEL_PROGRAMA, QUE_HACER, sin_rutas
from tablero.interfaz.marco.tableros import Tablero
from tablero.interfaz.pared.direccion import partir
from tablero.interfaz.pared.grabar import PaginaGrabada, grabar
from tablero.interfaz.servidor.cabeceras import politica_de_lo_incrustado
from tablero.interfaz.servidor.carpeta import carpeta
from tablero.modelo.documentos import sigla
from tablero.publicacion import publicacion
from tablero.registro.ediciones import buscar
from tablero.respuestas.antiguedad import mirar
from tablero.respuestas.cosas.cosa import Cosa
from tablero.texto import plano

SIN_NADA = "Esa página no tiene nada que mostrar con esos filtros: en el tablero se lee por qué."
CIFRAS_DE_HUELLA = 32
LETRA = "SourceSansVF-Upright*.woff2"
"""La de Streamlit, que ya se entrega con el tablero; su nombre lleva la huella de cada versión."""


@dataclass(frozen=True)
class Edicion:
    """Cuál se muestra."""

    numero: int | None
    """La pedida o, sin pedirla, la última; `None` si no hay ninguna publicada."""
    suya: Tablero | None
    """Su tablero; `None`, el de ahora."""
    rotulo: str


def se_pide(scope: Scope) -> bool:
    """Si la dirección pide una tarjeta sola."""
    consulta = parse_qsl(scope.get("query_string", b"").decode("utf-8", "replace"))
    return any(nombre == INCRUSTAR and plano(valor) == SI for nombre, valor in consulta)


def _responder(peticion: Request) -> Response:
    """`GET /<página>?…&tarjeta=<nombre>&incrustar=si`; sin tarjeta, lo primero de la página.

    No es `async`: grabar la página tarda, y así se hace en otro hilo.
    """
    html, estado = _documento(peticion)
    huella = hashlib.sha256(html.encode("utf-8")).hexdigest()[:CIFRAS_DE_HUELLA]
    cabeceras = {
        "cache-control": "no-cache",
        "content-security-policy": politica_de_lo_incrustado(publicacion().incrustan),
        "etag": f'"{huella}"',
    }
    if estado == 200 and huella in peticion.headers.get("if-none-match", ""):  # noqa: PLR2004
        return Response(status_code=304, headers=cabeceras)
    return HTMLResponse(html, estado, cabeceras)


responder = request_response(_responder)
"""La respuesta, como aplicación ASGI."""


def _documento(peticion: Request) -> tuple[str, int]:
    """El HTML y su código HTTP."""
    consulta = [par for par in peticion.query_params.multi_items() if par[0] != INCRUSTAR]
    escrita = f"{peticion.scope['path'].removeprefix('/')}?{urlencode(consulta)}"
    try:
        *_, tarjeta = partir(escrita)
        edicion = _edicion(peticion.query_params.get(edicion_pedida.EDICION, ""))
    except ErrorTablero as error:
        return _aviso(str(error)), 404
    try:
        with un_solo_tablero(edicion.suya):
            grabada = grabar(escrita)
            if grabada is None:
                return _aviso(SIN_NADA), 404
            cosa = grabada.tarjeta(tarjeta)
            if cosa is None:
                return _aviso(_no_esta(tarjeta, grabada)), 404
            return _de_la_cosa(cosa, edicion), 200
    except ErrorTablero as error:
        return _aviso(str(error)), 503
    except DEL_PROGRAMA:
        BITACORA.exception("No se pudo incrustar %s", escrita)
        return _aviso(QUE_HACER), 500


def _de_la_cosa(cosa: Cosa, edicion: Edicion) -> str:
    hoy = reloj.hoy()
    contexto = Contexto(publicacion(), carpeta(), edicion.numero, base().es_simulado, hoy)
    return documento(
        Llevada(cosa, (), contexto),
        edicion=edicion.rotulo,
        edades=_edades(cosa, hoy),
        letra=_letra(),
    )


def _edicion(escrita: str) -> Edicion:
    """La que pide la dirección, o la de ahora; `ErrorTablero` si no existe."""
    publicadas = edicion_pedida.publicadas()
    if not (escrita.isascii() and escrita.isdecimal()):
        ultima = publicadas[-1].numero if publicadas else None
        return Edicion(ultima, None, rotulo_de_edicion(ultima))
    numero = buscar(publicadas, int(escrita)).numero
    suya = edicion_pedida.tablero(numero)
    if suya is None:
        perdida = f"La edición {numero} ya no conserva su archivo: se ve la de ahora"
        return Edicion(numero, None, perdida)
    return Edicion(numero, suya, rotulo_de_edicion(numero))


def _edades(cosa: Cosa, hoy: date) -> str:
    """«Edad de los datos: SDP, hace 23 meses.»; vacía si no sale de ninguna fuente."""
    miradas = [
        mirar(fuente, hoy)
        for fuente in preguntar(fuentes.fuentes).fuentes
        if fuente.corte_fecha in cosa.cortes and sigla(fuente.fuente_codigo) in cosa.fuente
    ]
    dichas = "; ".join(f"{m.sigla}, {m.edad}" for m in miradas)
    return f"Edad de los datos: {dichas}." if dichas else ""


def _no_esta(tarjeta: str, grabada: PaginaGrabada) -> str:
    hay = ", ".join(nombre for nombre, _ in grabada.tarjetas)
    return f"Esa página no tiene una tarjeta «{tarjeta}». Las que tiene: {hay}."


def _aviso(dicho: str) -> str:
    return aviso(sin_rutas(dicho), carpeta(), _letra())


@cache
def _letra() -> str:
    """La dirección del archivo de la letra; vacía si Streamlit ya no lo trae."""
    medios = Path(st.__file__).parent / "static" / "static" / "media"
    archivo = next(iter(sorted(medios.glob(LETRA))), None)
    return "" if archivo is None else f"{carpeta()}/static/media/{archivo.name}"
