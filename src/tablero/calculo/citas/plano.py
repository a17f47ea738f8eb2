"""El texto en minúsculas y sin tildes, con sus signos y del mismo largo."""

import unicodedata

from tablero import texto


def plano(crudo: str) -> str:
    """«Más de 2,8 millones» → «mas de 2,8 millones»."""
    limpio = texto.limpiar(crudo)
    return "".join(unicodedata.normalize("NFD", c)[0] for c in limpio).lower()


def tapar(crudo: str, desde: int, hasta: int) -> str:
    """El texto con ese tramo en blanco."""
    return crudo[:desde] + " " * (hasta - desde) + crudo[hasta:]
