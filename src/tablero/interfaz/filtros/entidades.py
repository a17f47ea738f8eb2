"""La entidad que pide la URL, escrita como sea, con el nombre que lleva en el tablero."""

from collections.abc import Callable

import streamlit as st

from tablero.interfaz.filtros.direccion import pedido

NOMBRE = "nombre"
"""Con el que la página de entidades pide una."""
OTRO_NOMBRE = "entidad"
"""Con el que la piden los filtros de las demás páginas."""


def pedida(hallar: Callable[[str], str | None], *parametros: str) -> str:
    """La entidad de la URL; vacía si no pide ninguna.

    `parametros` son los nombres con que se puede pedir: queda en la URL el primero. `hallar` da el
    nombre verdadero de la que se pide con otra grafía, y en la URL se pone en su lugar; la que no
    existe queda como se pidió.
    """
    propio = parametros[0]
    escrita = next((valor for p in parametros if (valor := pedido(p))), "")
    verdadera = hallar(escrita) or escrita
    for otro in parametros[1:]:
        st.query_params.pop(otro, None)
    if verdadera and st.query_params.get(propio) != verdadera:
        st.query_params[propio] = verdadera
    return verdadera
