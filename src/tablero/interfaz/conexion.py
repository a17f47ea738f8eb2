"""La conexión al archivo DuckDB y las respuestas que ya se dieron.

Una pregunta con los mismos parámetros se hace una sola vez por archivo construido; cuando se
construye otro, se nota por su identidad y todo se pregunta de nuevo, sin reiniciar el servidor.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import streamlit as st

from tablero import rutas
from tablero.consultas.base import Base, Resultado
from tablero.errores import SinTablero

Identidad = tuple[str, int, int, int]
Consulta = Callable[..., Resultado]


def identidad() -> Identidad:
    """Lo que distingue al archivo construido de cualquier otro; `SinTablero` si no existe."""
    try:
        datos = rutas.BASE.stat()
    except FileNotFoundError:
        raise SinTablero(
            f"Todavía no se ha construido el tablero. Constrúyalo con: {rutas.orden('construir')}"
        ) from None
    return str(rutas.BASE), datos.st_ino, datos.st_mtime_ns, datos.st_size


@st.cache_resource(max_entries=1, show_spinner=False)
def _abrir(archivo: Identidad) -> Base:
    return Base(Path(archivo[0]))


def base() -> Base:
    """El archivo construido, abierto de solo lectura."""
    return _abrir(identidad())


@st.cache_resource(max_entries=2000, show_spinner=False)
def _responder(
    archivo: Identidad, nombre: str, parametros: tuple[tuple[str, Any], ...], _consulta: Consulta
) -> Resultado:
    return _consulta(base(), **dict(parametros))


def preguntar(consulta: Consulta, **parametros: Any) -> Resultado:
    """La respuesta de una consulta del dominio, guardada mientras el archivo no cambie."""
    nombre = f"{consulta.__module__}.{consulta.__qualname__}"
    return _responder(identidad(), nombre, tuple(sorted(parametros.items())), consulta)
