"""`streamlit run app.py` es para quien programa: no trae lo que protege al tablero de la red."""

import sys
from functools import cache

import streamlit as st
from streamlit import config

from tablero import rutas
from tablero.interfaz.marco import decir
from tablero.interfaz.pared.grabadora import puesta
from tablero.interfaz.servidor.anfitriones import esta_en_la_red

NO_PROTEGE = (
    "Con «streamlit run» el tablero se abre para desarrollo: sin límites, sin registro y solo para "
    "este equipo. Para usarlo, o para publicarlo en la red: "
)
ABIERTO = (
    "«streamlit run» no protege al tablero, y se abrió para toda la red: no se muestra nada. "
    "Ábralo así: "
)


def es_desarrollo() -> bool:
    """Si quien sirve es Streamlit y no el servidor propio, que entrega él mismo lo publicado."""
    return bool(config.get_option("server.enableStaticServing"))


def exigir_este_equipo() -> None:
    """En desarrollo lo advierte en la consola; si se abrió para la red, detiene la página.

    A quien la graba no hay de qué protegerlo: no la mira nadie.
    """
    if puesta() is not None or not es_desarrollo():
        return
    if esta_en_la_red(config.get_option("server.address") or ""):
        decir.fallar(ABIERTO + rutas.orden("abrir --host 0.0.0.0"))
        st.stop()
    _advertir()


@cache
def _advertir() -> None:
    print(f"{NO_PROTEGE}{rutas.orden('abrir')}", file=sys.stderr, flush=True)
