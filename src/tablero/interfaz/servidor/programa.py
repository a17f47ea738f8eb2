"""Con qué programa se responde: para que una página abierta sepa si es de antes."""

from functools import cache
from importlib.resources import files

import streamlit as st
from starlette.requests import Request
from starlette.responses import JSONResponse

from tablero import rutas
from tablero.programa import huella_de

SIN_GUARDAR = {"cache-control": "no-store"}


@cache
def programa() -> str:
    """La huella de todo lo que hace una página: cambia con cada actualización, y solo con ella."""
    paginas = rutas.RAIZ / "pages"
    carpetas = (files("tablero"), paginas) if paginas.is_dir() else (files("tablero"),)
    return huella_de(*carpetas, antes=st.__version__)


async def huella(_peticion: Request) -> JSONResponse:
    """`GET /propio/programa.json`: la del programa que responde ahora."""
    return JSONResponse({"programa": programa()}, headers=SIN_GUARDAR)
