"""La entidad que pide la URL, con el nombre que lleva en la fuente."""

from collections.abc import Callable

import streamlit as st

from tablero.interfaz.filtros.direccion import pedido

NOMBRE = "nombre"


def pedida(hallar: Callable[[str], str | None]) -> str:
    """La entidad de la URL; vacía si no pide ninguna.

    `hallar` da el nombre verdadero de la que se pide sin tildes o con otras mayúsculas: se pone en
    la URL en su lugar. La que no existe queda como se pidió.
    """
    escrita = pedido(NOMBRE) or ""
    verdadera = hallar(escrita)
    if verdadera is None:
        return escrita
    if st.query_params.get(NOMBRE) != verdadera:
        st.query_params[NOMBRE] = verdadera
    return verdadera
