"""Cada cuánto publica una fuente, con las palabras en que ella lo dice."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

Periodicidad = Literal["mensual", "bimestral", "trimestral", "cuatrimestral", "semestral", "anual"]
PERIODICIDADES: tuple[Periodicidad, ...] = get_args(Periodicidad)
MESES_DE: dict[Periodicidad, int] = {
    "mensual": 1,
    "bimestral": 2,
    "trimestral": 3,
    "cuatrimestral": 4,
    "semestral": 6,
    "anual": 12,
}
"""Cuántos meses dura cada período; un año trae siempre un número entero de ellos."""


@dataclass(frozen=True)
class CadaCuanto:
    """Lo que una fuente dice de cada cuánto publica, y dónde lo dice.

    `desde_fecha` y `hasta_fecha`, si anuncia sus informes solo para unos años.
    """

    periodicidad: Periodicidad
    cita: str
    ubicacion: str
    desde_fecha: date | None = None
    hasta_fecha: date | None = None
