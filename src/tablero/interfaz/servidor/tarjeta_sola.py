"""El documento de una tarjeta sola, o por qué no hay: sale de lo que su página graba."""

from functools import cache
from pathlib import Path
from urllib.parse import urlencode

import streamlit as st
from starlette.requests import Request

from tablero import reloj
from tablero.consultas import fuentes
from tablero.errores import ErrorTablero
from tablero.exportar.incrustado.documento import aviso, documento
from tablero.exportar.llevar.incrustado import INCRUSTAR
from tablero.exportar.llevar.llevada import Contexto, Llevada
from tablero.interfaz.marco.conexion import base, preguntar, un_solo_tablero
from tablero.interfaz.marco.edicion_pedida import EDICION
from tablero.interfaz.marco.fallas import BITACORA, DEL_PROGRAMA, QUE_HACER, sin_rutas
from tablero.interfaz.pared.direccion import partir
from tablero.interfaz.pared.grabar import PaginaGrabada, grabar
from tablero.interfaz.servidor.carpeta import carpeta
from tablero.interfaz.servidor.edicion_servida import EdicionServida, edicion_servida
from tablero.publicacion import publicacion
from tablero.respuestas.cosas.cosa import Cosa
from tablero.respuestas.cosas.edades import edades

SIN_NADA = "Esa página no tiene nada que mostrar con esos filtros: en el tablero se lee por qué."
LETRA = "SourceSansVF-Upright*.woff2"
"""La de Streamlit, que ya se entrega con el tablero; su nombre lleva la huella de cada versión."""


def tarjeta_sola(peticion: Request) -> tuple[str, int]:
    """El HTML de lo que pide la dirección y su código HTTP.

    Sin `tarjeta=`, es lo primero de la página. Grabarla y dibujar tarda: se llama en otro hilo.
    """
    consulta = [par for par in peticion.query_params.multi_items() if par[0] != INCRUSTAR]
    escrita = f"{peticion.scope['path'].removeprefix('/')}?{urlencode(consulta)}"
    try:
        *_, tarjeta = partir(escrita)
        edicion = edicion_servida(peticion.query_params.get(EDICION, ""))
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


def _de_la_cosa(cosa: Cosa, edicion: EdicionServida) -> str:
    hoy = reloj.hoy()
    contexto = Contexto(publicacion(), carpeta(), edicion.numero, base().es_simulado, hoy)
    return documento(
        Llevada(cosa, (), contexto),
        edicion=edicion.rotulo,
        edades=edades(cosa, preguntar(fuentes.fuentes).fuentes, hoy),
        letra=_letra(),
    )


def _no_esta(tarjeta: str, grabada: PaginaGrabada) -> str:
    hay = ", ".join(nombre for nombre, _ in grabada.tarjetas)
    return f"Esa página no tiene una tarjeta «{tarjeta}». Las que tiene: {hay}."


def _aviso(dicho: str) -> str:
    return aviso(sin_rutas(dicho), carpeta(), _letra())


def _letra() -> str:
    """La dirección del archivo de la letra; vacía si Streamlit ya no lo trae."""
    nombre = _archivo_de_letra()
    return f"{carpeta()}/static/media/{nombre}" if nombre else ""


@cache
def _archivo_de_letra() -> str:
    medios = Path(st.__file__).parent / "static" / "static" / "media"
    return next((archivo.name for archivo in sorted(medios.glob(LETRA))), "")
