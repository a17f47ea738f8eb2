"""Qué dice el rótulo de una columna: años, trimestres y las palabras que los acompañan."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from tablero.ingesta.seguimiento.diseno import Trimestres

ANIO = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
PEGADO = re.compile(r"(?<=[a-z])(?=(?:19|20)\d{2}\b)|(?<=\d{4})(?=[tq][1-4]\b)")
"""«1t2023» y «2023q1» son dos palabras."""


class Rotulo(NamedTuple):
    """Lo que se entiende de un rótulo; `palabras` es lo demás."""

    anios: frozenset[int] = frozenset()
    trimestres: frozenset[int] = frozenset()
    palabras: frozenset[str] = frozenset()

    @property
    def anio(self) -> int | None:
        """El único año que nombra."""
        return next(iter(self.anios)) if len(self.anios) == 1 else None

    @property
    def trimestre(self) -> int | None:
        """El único trimestre que nombra."""
        return next(iter(self.trimestres)) if len(self.trimestres) == 1 else None


NADA = Rotulo()


def juntar(rotulos: Iterable[Rotulo]) -> Rotulo:
    """Lo que dicen entre todos."""
    todos = list(rotulos)
    return Rotulo(*(frozenset().union(*parte) for parte in zip(*todos, strict=True)))


class LectorDeRotulos:
    """Lee los rótulos de un diseño; casi todos se repiten y se recuerdan."""

    def __init__(self, trimestres: Trimestres) -> None:
        self._trimestres = trimestres
        self.leer = lru_cache(maxsize=4096)(self._leer)

    def _leer(self, texto: str) -> Rotulo:
        if not texto:
            return NADA
        resto = PEGADO.sub(" ", texto)
        anios = frozenset(map(int, ANIO.findall(resto)))
        resto = ANIO.sub(" ", resto)
        numeros: set[int] = set()
        for forma in self._trimestres.formas:
            numeros |= {self._trimestres.numero_de[n] for n in forma.findall(resto)}
            resto = forma.sub(" ", resto)
        return Rotulo(anios, frozenset(numeros), frozenset(resto.split()))
