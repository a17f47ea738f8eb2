"""Una falla se dice en español y en su lugar; el resto de la página sigue.

La que una persona puede corregir (`ErrorTablero`) trae su explicación. La del programa queda entera
en la bitácora, y a la persona se le dice qué hacer: Streamlit lo diría en inglés, y nada más.
"""

import logging
import os
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from tempfile import gettempdir
from typing import ParamSpec, TypeVar

import streamlit as st

from tablero import rutas
from tablero.errores import ErrorTablero
from tablero.interfaz.marco import decir
from tablero.interfaz.marco.decir import citado
from tablero.interfaz.servidor.carpeta import carpeta

P = ParamSpec("P")
R = TypeVar("R")
BITACORA = logging.getLogger(__name__)
QUE_HACER = (
    "Vuelva a cargar la página. Si sigue igual, avise a quien administra el tablero y dígale en "
    "qué página está y qué hizo antes."
)
DE_UNA_PARTE = f"Esta parte no se pudo mostrar, y lo demás de la página sí. {QUE_HACER}"
DE_LA_PAGINA = f"Lo que sigue de esta página no se pudo mostrar. {QUE_HACER}"
DEL_PROGRAMA: tuple[type[Exception], ...] = (Exception,)
"""Las fallas que se dicen sin detener la página; las pruebas la vacían para verlas."""


def decir_fallas(dibujar: Callable[P, R]) -> Callable[P, R | None]:
    """Lo mismo que `dibujar`; si no se puede, dice por qué o qué hacer y devuelve `None`."""

    @wraps(dibujar)
    def protegida(*valores: P.args, **opciones: P.kwargs) -> R | None:
        try:
            return dibujar(*valores, **opciones)
        except ErrorTablero as error:
            decir.fallar(sin_rutas(str(error)))
        except DEL_PROGRAMA:
            BITACORA.exception("No se pudo dibujar %s", dibujar.__qualname__)
            st.error(DE_UNA_PARTE)
        return None

    return protegida


def decir_la_de_la_pagina(error: Exception) -> bool:
    """La falla que detuvo una página, dicha por nosotros: Streamlit ya la dejó en la bitácora."""
    if isinstance(error, ErrorTablero):
        decir.fallar(sin_rutas(str(error)))
    else:
        st.error(f"{DE_LA_PAGINA} [Ir al inicio del tablero]({carpeta()}/)")
    return True


def sin_rutas(mensaje: str) -> str:
    """El mensaje sin las carpetas de este equipo: quien mira una página no tiene por qué verlas."""
    for propia in (rutas.BASE.parent, rutas.DATOS, rutas.RAIZ, Path(gettempdir()), Path.home()):
        mensaje = mensaje.replace(f"{propia}{os.sep}", "")
    return mensaje


def decir_que_no_existe(etiqueta: str, pedido: str, que: str) -> None:
    """Que la dirección pide en una lista un valor que no hay, y qué se muestra en su lugar."""
    lista = etiqueta.removesuffix(":")
    decir.advertir(f"El enlace pide «{lista}: {citado(pedido)}», que no existe: se muestra {que}.")
