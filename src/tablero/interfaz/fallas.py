"""Una falla que una persona puede corregir se dice en su lugar; el resto de la página sigue."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

import streamlit as st

from tablero.errores import ErrorTablero
from tablero.interfaz.llano import citado, llano

P = ParamSpec("P")
R = TypeVar("R")


def decir_fallas(dibujar: Callable[P, R]) -> Callable[P, R | None]:
    """Lo mismo que `dibujar`; si no se puede por un `ErrorTablero`, dice por qué y devuelve `None`.

    Lo usan las piezas con mapas: con la cartografía dañada, lo demás de la página no la necesita.
    """

    @wraps(dibujar)
    def protegida(*valores: P.args, **opciones: P.kwargs) -> R | None:
        try:
            return dibujar(*valores, **opciones)
        except ErrorTablero as error:
            st.error(llano(str(error)))
            return None

    return protegida


def decir_que_no_existe(etiqueta: str, pedido: str, que: str) -> None:
    """Que la dirección pide en una lista un valor que no hay, y qué se muestra en su lugar."""
    lista = etiqueta.removesuffix(":")
    st.warning(f"El enlace pide «{lista}: {citado(pedido)}», que no existe: se muestra {que}.")
