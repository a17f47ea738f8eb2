"""Textos que se comparan sin fijarse en cómo los escribieron."""

import re
import unicodedata

SIGNOS = re.compile(r"[^0-9a-z]+")


def simplificar(texto: str) -> str:
    """Sin tildes, mayúsculas, signos ni espacios de más: «Línea  Base:» → «linea base»."""
    separado = unicodedata.normalize("NFKD", texto).casefold()
    letras = "".join(c for c in separado if not unicodedata.combining(c))
    return SIGNOS.sub(" ", letras).strip()
