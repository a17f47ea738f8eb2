"""Con qué programa se responde: para que una página abierta sepa si es de antes."""

import hashlib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

import streamlit as st
from starlette.requests import Request
from starlette.responses import JSONResponse

from tablero import rutas

CIFRAS = 12
DE_PROGRAMA = (".py", ".js", ".css", ".sql")
SIN_GUARDAR = {"cache-control": "no-store"}


@cache
def programa() -> str:
    """La huella de todo lo que hace una página: cambia con cada actualización, y solo con ella."""
    huella = hashlib.sha256(st.__version__.encode())
    paginas = rutas.RAIZ / "pages"
    archivos = _archivos(files("tablero")) + (_archivos(paginas) if paginas.is_dir() else [])
    for nombre, contenido in sorted(archivos):
        huella.update(f"{nombre}\0".encode())
        huella.update(contenido)
    return huella.hexdigest()[:CIFRAS]


def _archivos(carpeta: Traversable, camino: str = "") -> list[tuple[str, bytes]]:
    dentro = []
    for hijo in carpeta.iterdir():
        nombre = f"{camino}/{hijo.name}"
        if hijo.is_dir():
            dentro += _archivos(hijo, nombre)
        elif nombre.endswith(DE_PROGRAMA):
            dentro.append((nombre, hijo.read_bytes()))
    return dentro


async def huella(_peticion: Request) -> JSONResponse:
    """`GET /propio/programa.json`: la del programa que responde ahora."""
    return JSONResponse({"programa": programa()}, headers=SIN_GUARDAR)
