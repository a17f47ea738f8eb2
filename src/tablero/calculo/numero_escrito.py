"""Un número como lo escribe una persona."""

import re

from tablero.texto import codigo

DECIMALES = 6
TOPE = 10**12
MILES = re.compile(r"-?[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?", re.ASCII)
SENCILLO = re.compile(r"-?\d{1,12}(?:[.,]\d+)?", re.ASCII)
"""Con coma decimal o, si no puede ser de miles, con punto: 26,5 y 26.5."""


def leer_numero(texto: str) -> float | None:
    """«1.200» → 1200, «26,5» y «26.5» → 26,5; `None` si no es un número o es demasiado grande."""
    limpio = re.sub(r"[\s%]", "", codigo(texto))
    if MILES.fullmatch(limpio):
        limpio = limpio.replace(".", "")
    elif not SENCILLO.fullmatch(limpio):
        return None
    leido = round(float(limpio.replace(",", ".")), DECIMALES)
    return leido if abs(leido) < TOPE else None
