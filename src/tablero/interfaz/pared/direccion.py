"""La dirección de una página con sus filtros: «semaforo?objetivo=3&tarjeta=objetivos»."""

from collections.abc import Iterable
from pathlib import Path
from urllib.parse import parse_qsl, urlencode

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from tablero.errores import ErrorTablero
from tablero.interfaz.marco.edicion_pedida import EDICION
from tablero.interfaz.marco.menu import INICIO, SECCIONES, Pagina

TARJETA = "tarjeta"
"""El parámetro que dice cuál de las tarjetas de la página se muestra."""
Pares = tuple[tuple[str, str], ...]
CAMPOS = 30
LETRAS = 2000
"""Una dirección más larga la escribió alguien que no mira el tablero."""
NO_ES = "Esa dirección no es de ninguna página de este tablero."


def nombre(pagina: Pagina) -> str:
    """Como se llama en la dirección: la de inicio no tiene nombre."""
    return "" if pagina is INICIO else Path(pagina.archivo).stem


PAGINAS = {nombre(pagina): pagina for suyas in SECCIONES.values() for pagina in suyas}
"""Nombre en la dirección → página."""


def hay_vuelta() -> bool:
    """Si la página se dibuja para una sesión: un guion corrido a secas no es de ninguna."""
    return get_script_run_ctx(suppress_warning=True) is not None


def de_esta_vuelta() -> tuple[Pagina, Pares]:
    """La página que alguien mira y lo que le pide; también cuando solo se repite una parte."""
    contexto = get_script_run_ctx()
    if contexto is None:
        raise RuntimeError("no hay ninguna vuelta de la que decir la página")
    archivo = contexto.pages_manager.get_pages()[contexto.page_script_hash]["script_path"]
    pagina = next(p for p in PAGINAS.values() if Path(p.archivo).name == Path(archivo).name)
    return pagina, tuple(p for p in st.query_params.items() if p[0] not in (TARJETA, EDICION))


def partir(direccion: str) -> tuple[Pagina, Pares, str]:
    """La página, lo que se le pide y la tarjeta, si pide una; la edición no cuenta.

    `ErrorTablero` si no es de ninguna.
    """
    escrita, _, consulta = direccion.removeprefix("./").removeprefix("/").partition("?")
    pagina = PAGINAS.get(escrita.strip("/"))
    if pagina is None or len(direccion) > LETRAS:
        raise ErrorTablero(NO_ES)
    try:
        pedidos = parse_qsl(consulta, max_num_fields=CAMPOS)
    except ValueError as error:
        raise ErrorTablero(NO_ES) from error
    tarjeta = next((valor for clave, valor in pedidos if clave == TARJETA), "")
    pares = tuple(par for par in pedidos if par[0] not in (TARJETA, EDICION))
    return pagina, pares, tarjeta


def unir(pagina: Pagina, pares: Iterable[tuple[str, str]], tarjeta: str = "") -> str:
    """La dirección dentro del tablero, sin barra inicial; la de inicio, «./»."""
    todos = [*pares, *([(TARJETA, tarjeta)] if tarjeta else [])]
    escrita = nombre(pagina)
    return f"{escrita}?{urlencode(todos)}" if todos else escrita or "./"
