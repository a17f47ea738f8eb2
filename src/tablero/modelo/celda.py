"""Lo que puede guardar una celda de una hoja de cálculo, y lo que se lee de ella."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

Valor = str | int | float | bool | date | None
"""Lo que vale una columna del modelo; `None` si no hay dato."""
Celda = Valor | datetime | time | timedelta
"""Lo que guarda una celda; `None` si está vacía."""
RenglonDeCeldas = Sequence[Celda]
Celdas = Sequence[RenglonDeCeldas]
"""Una hoja, renglón por renglón."""
Valores = dict[str, Any]
"""Columna → su valor. Es `Any` porque de qué tipo es cada uno lo dice el modelo, y quien recorre
las columnas por su nombre no lo sabe; una fila ya comprobada es una instancia de su tabla."""
