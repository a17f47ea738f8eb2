"""«Llevar» en lo alto: la página entera, con los filtros con que se mira."""

from collections.abc import Collection

import streamlit as st

from tablero.exportar.llevar.pagina import FORMATOS_DE_PAGINA
from tablero.interfaz.marco import menu
from tablero.interfaz.marco.edicion_de_ahora import la_que_se_ve
from tablero.interfaz.marco.menu import Pagina
from tablero.interfaz.pared import direccion, llevadas
from tablero.interfaz.pared.grabadora import puesta
from tablero.interfaz.piezas import lista_de_llevar

SIN_ARCHIVOS: Collection[Pagina] = (menu.DESCARGAS, menu.SESION)
"""Las que ofrecen los suyos: de ellas se llevan el enlace y la cita."""


def boton(pagina: Pagina) -> None:
    """El botón y su lista; nada se prepara hasta que alguien lo pide."""
    if puesta() is not None or not direccion.hay_vuelta():
        return
    de = llevadas.contexto(la_que_se_ve())
    _, pares = direccion.de_esta_vuelta()
    formatos = () if pagina in SIN_ARCHIVOS else FORMATOS_DE_PAGINA
    with st.popover("Llevar la página", icon=":material/download:", key="llevar_la_pagina"):
        st.html(
            lista_de_llevar.html(
                [(f.codigo, f.rotulo) for f in formatos],
                lista_de_llevar.Lugar(pagina, pares, "", de),
            )
        )
