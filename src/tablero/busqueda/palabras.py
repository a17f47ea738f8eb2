"""Un texto como se busca: sus palabras en plano, sus números y sus códigos, y la raíz de cada una.

«P3.1.7», «3,1,7» y «03.01.07» son el código 3.1.7; «12.345» y «12345», el mismo número.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from threading import Lock
from typing import NamedTuple

import snowballstemmer

from tablero.coincidencias import SIN_PESO
from tablero.texto import limpiar, plano

NUMERO_O_PALABRA = re.compile(r"(?:\b(?i:producto|prod|p)\.?)?(\d+(?:[.,]\d+)+)|[^\W_]+")
MILES = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+")
DE_PRODUCTO = re.compile(r"\d{1,3}\.\d{1,3}\.\d{1,3}")
MAS_LETRAS = 40
"""Una palabra más larga se corta: ninguna lo es, y nadie la escribe."""

_raices = snowballstemmer.stemmer("spanish")
_turno = Lock()
"""Quien halla las raíces guarda por dónde va: uno a la vez."""


class Palabra(NamedTuple):
    """Una palabra de un texto: como se compara y como está escrita."""

    plana: str
    escrita: str


def partir(texto: str) -> Iterator[Palabra]:
    """Las palabras de un texto, en su orden; lo que no es letra ni cifra no está."""
    for hallada in NUMERO_O_PALABRA.finditer(limpiar(texto)):
        if hallada[1]:
            yield Palabra(_numero(hallada[1])[:MAS_LETRAS], hallada[1])
            continue
        for parte in plano(hallada[0][:MAS_LETRAS]).split():
            yield Palabra(parte, hallada[0].lower())


def planas(texto: str) -> str:
    """Las palabras de un texto en plano, separadas por un espacio."""
    return " ".join(p.plana for p in partir(texto))


def de_pregunta(texto: str, cuantas: int) -> tuple[Palabra, ...]:
    """Las que dicen de qué se pregunta, sin repetir: «¿cómo va 3.1.7?» → 3.1.7.

    Si todas son de pregunta («¿y si…?»), todas. A lo sumo `cuantas`.
    """
    todas = {p.plana: p for p in reversed(list(partir(texto)))}
    en_orden = list(reversed(todas.values()))
    dicen = [p for p in en_orden if p.plana not in SIN_PESO]
    return tuple((dicen or en_orden)[:cuantas])


@lru_cache(maxsize=65536)
def raiz(plana: str) -> str:
    """La raíz de una palabra en plano: «entidades» y «entidad» → «entid»."""
    if not plana.isalpha():
        return plana
    anterior, actual = "", plana
    with _turno:
        while actual != anterior:  # la de «entidades» es «entidad», y la de esta, «entid»
            anterior, actual = actual, str(_raices.stemWord(actual))
    return actual


def _numero(escrito: str) -> str:
    """«12.345» → «12345»; «01,1,04» → «1.1.4»; «52,05» → «52.05»."""
    con_puntos = escrito.replace(",", ".")
    if MILES.fullmatch(con_puntos):
        return con_puntos.replace(".", "")
    if DE_PRODUCTO.fullmatch(con_puntos):
        return ".".join(str(int(parte)) for parte in con_puntos.split("."))
    return con_puntos
