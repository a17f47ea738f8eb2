"""Cada cosa que dice un libro, con la de la sesión que es."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from tablero.registro.sesiones.escribir import nuevo


class ConCodigo(Protocol):
    """Lo que se sabe cuál es."""

    @property
    def codigo(self) -> str:
        """El suyo; vacío si todavía no tiene."""


C = TypeVar("C", bound=ConCodigo)
E = TypeVar("E", bound=ConCodigo)


@dataclass(frozen=True)
class Par(Generic[C, E]):
    """Lo que dice el libro de una cosa, y la cosa como está."""

    codigo: str
    """El de la cosa o, si es nueva, el que llevará."""
    escrita: E
    antes: C | None


def emparejar(
    hay: Sequence[C], escritas: Sequence[E], dice: Callable[[C | E], object]
) -> list[Par[C, E]]:
    """Por su código; la que no lo trae es la que dice lo mismo, si hay una sin pareja."""
    por_codigo = {cosa.codigo: cosa for cosa in hay}
    nombradas = {una.codigo for una in escritas}
    libres = [cosa for cosa in hay if cosa.codigo not in nombradas]
    pares = []
    for una in escritas:
        suya = por_codigo.get(una.codigo)
        if suya is None:
            suya = next((cosa for cosa in libres if dice(cosa) == dice(una)), None)
            if suya is not None:
                libres.remove(suya)
        pares.append(Par(nuevo() if suya is None else suya.codigo, una, suya))
    return pares


def que_sobran(hay: Sequence[C], pares: Sequence[Par[C, E]]) -> list[C]:
    """Las que la sesión tiene y el libro no trae."""
    traidas = {par.codigo for par in pares}
    return [cosa for cosa in hay if cosa.codigo not in traidas]


def en_orden(hay: Sequence[str], traidas: Sequence[str]) -> list[str]:
    """Los códigos como los trae el libro; el que no trae sigue detrás del que tenía delante."""
    todas = list(traidas)
    for lugar, codigo in enumerate(hay):
        if codigo not in todas:
            todas.insert(todas.index(hay[lugar - 1]) + 1 if lugar else 0, codigo)
    return todas
