"""Las filas de muchas tablas, como diccionarios: para mirarlas sin su clase."""

from collections.abc import Iterable
from typing import Any

from tablero.modelo import TABLAS, Tabla
from tablero.modelo.por_tabla import PorTabla

Filas = dict[str, list[dict[str, Any]]]
"""Nombre de la tabla → sus filas."""


def sueltas(tablas: PorTabla, cuales: Iterable[type[Tabla]] = TABLAS) -> Filas:
    """Las filas de esas tablas."""
    return {t.tabla: [vars(fila) for fila in tablas[t]] for t in cuales}
