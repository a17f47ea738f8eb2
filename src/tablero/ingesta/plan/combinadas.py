"""Las celdas combinadas: cada una de las que cubren dice lo mismo que la primera."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from tablero.ingesta.seguimiento.hojas import HojaLeida

RANGO = re.compile(r"([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})", re.ASCII)
LETRAS = 26
Celda = tuple[int, int]
"""Fila y columna, desde 0."""


@dataclass(frozen=True)
class Rango:
    """Un grupo de celdas combinadas; filas y columnas desde 0, las dos últimas incluidas."""

    texto: str
    fila: int
    columna: int
    hasta_fila: int
    hasta_columna: int


def rangos(hoja: HojaLeida) -> list[Rango]:
    """Las celdas combinadas de la hoja."""
    hallados = [(texto, RANGO.fullmatch(texto)) for texto in hoja.rarezas.combinadas]
    return [
        Rango(texto, int(r[2]) - 1, _numero(r[1]), int(r[4]) - 1, _numero(r[3]))
        for texto, r in hallados
        if r is not None
    ]


class Combinadas:
    """De cada celda cubierta por un rango, la que guarda su valor.

    Solo hasta esa fila, y nunca más allá del final de la hoja.
    """

    def __init__(self, hoja: HojaLeida, cuales: Iterable[Rango], hasta_fila: int) -> None:
        filas, columnas = min(len(hoja.celdas), hasta_fila), hoja.columnas
        self._primeras: dict[Celda, Celda] = {
            (f, c): (r.fila, r.columna)
            for r in cuales
            for f in range(r.fila, min(r.hasta_fila + 1, filas))
            for c in range(r.columna, min(r.hasta_columna + 1, columnas))
        }

    def primera(self, fila: int, columna: int) -> Celda:
        """La celda que guarda lo que se ve en esta: ella misma, si no está combinada."""
        return self._primeras.get((fila, columna), (fila, columna))


def _numero(letras: str) -> int:
    """`A` → 0, `AB` → 27."""
    numero = 0
    for letra in letras:
        numero = numero * LETRAS + ord(letra) - ord("A") + 1
    return numero - 1
