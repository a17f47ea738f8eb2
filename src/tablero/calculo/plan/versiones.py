"""Las versiones de un plan de acción: cómo se llaman, en qué orden van y cuál rige en un corte."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tablero.calculo.plan.programado import Plan

FORMA = re.compile(
    r"(?<![a-z])v\s*(\d{1,3})\s*[-_ ]\s*((?:20)?\d{2})(?!\d)", re.IGNORECASE | re.ASCII
)
SIGLO = 2000


@dataclass(frozen=True, order=True)
class Version:
    """El nombre de una versión: la tercera, de 2026, es `v3-26`."""

    anio: int
    numero: int

    @property
    def codigo(self) -> str:
        """`v3-26`."""
        return f"v{self.numero}-{self.anio % 100:02d}"

    @property
    def texto(self) -> str:
        """«versión 3 de 2026»."""
        return f"versión {self.numero} de {self.anio}"


def leer_version(texto: str) -> Version | None:
    """La única versión que nombra un texto: «PA_migrantes_v3-26» → `v3-26`.

    `None` si no nombra ninguna, o si nombra dos distintas.
    """
    halladas = {
        Version(int(anio) if int(anio) >= SIGLO else SIGLO + int(anio), int(numero))
        for numero, anio in FORMA.findall(texto)
        if int(numero)
    }
    return halladas.pop() if len(halladas) == 1 else None


@dataclass(frozen=True)
class VersionDePlan:
    """Una versión guardada entre las fuentes, con lo que dice."""

    politica_codigo: str
    politica_nombre: str
    version: Version
    desde: date
    """Primer día en que vale."""
    plan: Plan
    fuente_codigo: str = ""
    es_desde_supuesta: bool = True
    es_simulado: bool = False

    @property
    def codigo(self) -> str:
        """`v3-26`."""
        return self.version.codigo


def en_orden(versiones: Sequence[VersionDePlan]) -> list[VersionDePlan]:
    """De la más antigua a la más nueva."""
    return sorted(versiones, key=lambda v: (v.desde, v.version.numero, v.version.anio))


def en_el_corte(
    versiones: Sequence[VersionDePlan], corte: date
) -> tuple[VersionDePlan | None, bool]:
    """La versión que vale en un corte, y si es posterior a él.

    Es la última que rige ese día. Si ninguna regía, la primera que se conoce, que es posterior:
    sirve para mirar hacia adelante, no para revisar el libro del corte.
    """
    ordenadas = en_orden(versiones)
    rigen = [v for v in ordenadas if v.desde <= corte]
    if rigen:
        return rigen[-1], False
    return (ordenadas[0], True) if ordenadas else (None, False)
