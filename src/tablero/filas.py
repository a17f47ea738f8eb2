"""La fila de una respuesta: lo que el programa lee de una tabla, columna por columna."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

VARIOS = " | "
"""Lo que separa los valores de una celda que lleva varios."""

Fila = Mapping[str, Any]
"""Columna → valor. `Any`, porque qué columnas trae, y de qué tipo, lo decide el SQL que la da."""


def filas_de(datos: pd.DataFrame) -> list[Fila]:
    """Las filas de una tabla, con `None` donde no hay dato."""
    limpios = datos.astype(object).where(datos.notna(), None)
    return [{str(c): v for c, v in fila.items()} for fila in limpios.to_dict("records")]
