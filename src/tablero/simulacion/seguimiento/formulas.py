"""Los porcentajes que el libro traería, con las fórmulas del Anexo 1 escritas otra vez.

No usan el motor del tablero: un libro inventado sirve para probarlo porque se calculó aparte.
"""

from collections.abc import Mapping
from typing import NamedTuple

MESES, MESES_POR_TRIMESTRE = 12, 3
DEBIDOS = {
    "Cuatrimestral": (2, 3, 4),
    "Semestral": (2, 4),
    **dict.fromkeys(("Anual", "Bienal", "Trienal", "Cuatrienal", "Quinquenal"), (4,)),
}
TRIMESTRES = (1, 2, 3, 4)
CON_LINEA_BASE = ("Creciente", "Decreciente")

Periodo = tuple[int, int]
"""Año y trimestre."""


class Plan(NamedTuple):
    """Lo programado de un indicador."""

    tipo: str
    periodicidad: str
    metas: Mapping[int, float]
    meta_final: float
    linea_base: float
    """0 si el tipo no la usa."""


def debidos(periodicidad: str) -> tuple[int, ...]:
    """Los trimestres en que se debe reportar."""
    return DEBIDOS.get(periodicidad, TRIMESTRES)


def programado(plan: Plan, anio: int, meses: int) -> tuple[float | None, float | None]:
    """Lo programado en el año y desde el comienzo, hasta esos meses; `None` si no hay metas."""
    meta = plan.metas.get(anio)
    antes = [plan.metas[a] for a in sorted(plan.metas) if a < anio]
    if plan.tipo == "Suma":
        periodo = (meta or 0.0) * meses / MESES
        return periodo, sum(antes) + periodo
    if meta is None:
        return (antes[-1], antes[-1]) if antes else (None, None)
    previa = antes[-1] if antes else _punto_de_partida(plan, meta)
    periodo = previa + (meta - previa) * meses / MESES
    return periodo, periodo


def _punto_de_partida(plan: Plan, meta: float) -> float:
    """Desde dónde se prorratea la primera meta."""
    return meta if plan.tipo == "Constante" else plan.linea_base


def meses_que_cuentan(plan: Plan, reportes: Mapping[Periodo, float], corte: Periodo) -> int:
    """Tres por trimestre efectivo: el último reportado o exigible del año."""
    anio, trimestre = corte
    reportados = [q for a, q in reportes if a == anio and q <= trimestre]
    vencidos = [q for q in debidos(plan.periodicidad) if q <= trimestre]
    return MESES_POR_TRIMESTRE * max([*reportados, *vencidos], default=0)


def porcentajes(plan: Plan, reportes: Mapping[Periodo, float], corte: Periodo) -> dict[str, float]:
    """PAV, PAHV y PAA de ese corte, en fracción; sin el que no se puede calcular."""
    hasta = {p: v for p, v in sorted(reportes.items()) if p <= corte}
    del_anio = {p: v for p, v in hasta.items() if p[0] == corte[0]}
    mp, ma = programado(plan, corte[0], meses_que_cuentan(plan, hasta, corte))
    partes = {
        "pav": (del_anio if corte[0] in plan.metas else {}, mp),
        "pahv": (hasta, ma),
        "paa": (hasta, plan.meta_final),
    }
    return {
        clave: (_avance(plan, propios) - plan.linea_base) / (meta - plan.linea_base)
        for clave, (propios, meta) in partes.items()
        if propios and meta is not None and meta != plan.linea_base
    }


def _avance(plan: Plan, reportes: Mapping[Periodo, float]) -> float:
    return sum(reportes.values()) if plan.tipo == "Suma" else reportes[max(reportes)]
