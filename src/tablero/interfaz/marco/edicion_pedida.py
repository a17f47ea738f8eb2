"""La edición que pide la dirección (`?edicion=6`): el tablero como era, y su franja."""

from functools import lru_cache
from pathlib import Path

import streamlit as st

from tablero import formato, rutas
from tablero.errores import ErrorTablero
from tablero.interfaz.marco.franja import html
from tablero.interfaz.marco.tableros import TABLEROS, Tablero
from tablero.registro.archivo import ultima_huella
from tablero.registro.ediciones import Edicion, ediciones
from tablero.registro.lugares import Lugares
from tablero.respuestas import vista

EDICION = vista.EDICION
"""El parámetro de la dirección."""


def numero() -> int | None:
    """La que pide la dirección; `None` si no pide ninguna o no es un número."""
    pedida = st.query_params.get(EDICION, "").strip()
    return int(pedida) if pedida.isascii() and pedida.isdecimal() else None


def de_la_url() -> dict[str, str]:
    """Lo que los enlaces llevan para seguir en la misma edición; nada, si se ve la de ahora."""
    pedida = numero()
    return {} if pedida is None else {EDICION: str(pedida)}


def publicadas() -> list[Edicion]:
    """Las de este tablero, de la primera a la última.

    Se leen una vez mientras no se anote nada: cada tarjeta de una página las pregunta.
    """
    carpeta = Lugares.de(rutas.BASE).registro
    return list(_leidas(carpeta, ultima_huella(carpeta)))


@lru_cache(maxsize=2)
def _leidas(carpeta: Path, _huella: str) -> tuple[Edicion, ...]:
    return tuple(ediciones(carpeta))


def tablero(cual: int) -> Tablero | None:
    """El de esa edición; `None` si no existe, o si ya no conserva su archivo."""
    archivo = Lugares.de(rutas.BASE).archivo(cual)
    if not archivo.is_file():
        return None
    try:
        return TABLEROS.edicion(archivo)
    except ErrorTablero:
        return None


def franja() -> str:
    """Qué edición se ve y desde cuándo, o por qué no se ve la pedida; vacía si no se pide."""
    pedida = st.query_params.get(EDICION)
    if pedida is None:
        return ""
    todas = publicadas()
    edicion = next((e for e in todas if e.numero == numero()), None)
    if edicion is None:
        hay = f"Hay de la 1 a la {len(todas)}." if todas else "No hay ninguna."
        return html("Esa edición no existe.", f"{hay} Se muestra el tablero de ahora.")
    if tablero(edicion.numero) is None:
        return html(
            f"La edición {edicion.numero} ya no conserva su archivo.",
            "Se puede hacer otra vez con sus libros: pídala a quien administra el tablero. "
            "Mientras tanto se muestra el tablero de ahora.",
        )
    ultima = " Es la última que se publicó." if edicion.numero == len(todas) else ""
    return html(
        f"Se ve la edición {edicion.numero}, publicada {cuando(edicion)}.",
        f"{_nota(edicion)}No es necesariamente lo que hoy se sabe.{ultima}",
    )


def cuando(edicion: Edicion) -> str:
    """«el 30 de noviembre de 2026 a las 10:03», en la hora de aquí."""
    if edicion.cuando is None:
        return formato.SIN_DATO
    aqui = edicion.cuando.astimezone()
    return f"el {formato.fecha(aqui.date())} a las {aqui:%H:%M}"


def _nota(edicion: Edicion) -> str:
    return f"«{edicion.nota}». " if edicion.nota else ""
