"""Formas de ensuciar un texto como lo hacen Word, un PDF o una página: dice lo mismo."""

import unicodedata
from collections.abc import Callable

from hypothesis import strategies as st

Ensuciar = Callable[[str, int], str]
"""El texto y un lugar cualquiera en él → el texto sucio."""

ESPACIOS = ("\u00a0", "\u2009", "\u202f", "\u2003", "\t", "\n", "\r\n", "\u2028", "  ", "&nbsp;")
SIN_ANCHO = ("\u200b", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u200e", "\u2066", "\ufe0f", "\x07")
IGUALES = {
    "-": "\u2011",
    ",": "\uff0c",
    "fi": "\ufb01",
    "a": "\uff41",
    "1": "\uff11",
    "é": "&eacute;",
    "_": "\uff3f",
}


def _espacio(cual: str) -> Ensuciar:
    return lambda texto, _: texto.replace(" ", cual)


def _dentro(cual: str) -> Ensuciar:
    def ensuciar(texto: str, lugar: int) -> str:
        en = lugar % (len(texto) + 1)
        return texto[:en] + cual + texto[en:]

    return ensuciar


def _igual(uno: str, otro: str) -> Ensuciar:
    return lambda texto, _: texto.replace(uno, otro)


def _al_borde(cual: str) -> Ensuciar:
    return lambda texto, lugar: (cual + texto) if lugar % 2 else (texto + cual)


MANERAS: dict[str, Ensuciar] = {
    **{f"espacio {e!r}": _espacio(e) for e in ESPACIOS},
    **{f"dentro {c!r}": _dentro(c) for c in SIN_ANCHO},
    **{f"al borde {e!r}": _al_borde(e) for e in ESPACIOS},
    **{f"{uno!r} por {otro!r}": _igual(uno, otro) for uno, otro in IGUALES.items()},
    "tildes aparte": lambda texto, _: unicodedata.normalize("NFD", texto),
}
"""Cómo se llama → cómo se hace; ninguna cambia lo que el texto dice."""

RAREZAS = st.tuples(st.sampled_from(sorted(MANERAS)), st.integers(0, 10_000))

OTRAS_LETRAS = {"a": "\u0430", "e": "\u0435", "o": "\u03bf", "c": "\u0441", "1": "\u0661"}
"""Se ven igual y son otras: con ellas el texto no se lee."""


def ensuciar(texto: str, rareza: tuple[str, int]) -> str:
    """El texto con esa rareza."""
    manera, lugar = rareza
    return MANERAS[manera](texto, lugar)
