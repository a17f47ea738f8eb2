"""Filas por su código: la que cuenta cuando se repite, y las parejas de dos cortes."""

from collections.abc import Iterable
from typing import Protocol, TypeVar

from tablero.calculo.seguimiento.niveles import orden_de_codigo


class ConCodigo(Protocol):
    """Un indicador, o lo que se sabe de él en un corte."""

    @property
    def codigo(self) -> str:
        """`N.N.N` si es un producto; `N.N` si es un resultado."""


Fila = TypeVar("Fila", bound=ConCodigo)


def sin_repetidos(filas: Iterable[Fila]) -> list[Fila]:
    """La primera fila de cada código, en su orden: un código doble no cuenta dos veces."""
    primeras: dict[str, Fila] = {}
    for fila in filas:
        primeras.setdefault(fila.codigo, fila)
    return list(primeras.values())


def emparejar(
    antes: Iterable[Fila], despues: Iterable[Fila]
) -> list[tuple[str, Fila | None, Fila | None]]:
    """Cada código, en orden, con lo suyo en los dos cortes; `None` donde no está."""
    uno = {fila.codigo: fila for fila in sin_repetidos(antes)}
    otro = {fila.codigo: fila for fila in sin_repetidos(despues)}
    codigos = sorted(uno.keys() | otro.keys(), key=orden_de_codigo)
    return [(codigo, uno.get(codigo), otro.get(codigo)) for codigo in codigos]
