"""Cuánto debe llevar la política al cierre de cada año, según su plan de acción.

Es la trayectoria ideal del Anexo 1 con las metas del plan: Σ ponderación × TI, con la TI de cada
producto entre 0 y 100 %. Un producto que todavía no debía empezar suma 0. De uno cuyas metas no se
pueden leer no hay trayectoria: no suma, y se dice cuánto pesa.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import fsum

from tablero.calculo.aporte import aportar
from tablero.calculo.plan.programado import Plan, Programado
from tablero.calculo.seguimiento.indicador import Periodo
from tablero.calculo.seguimiento.metas import programadas
from tablero.calculo.seguimiento.motor import calcular, legible
from tablero.calculo.seguimiento.tiempo import TRIMESTRES


@dataclass(frozen=True)
class EnAnio:
    """Lo que la política debe llevar al 31 de diciembre de un año, en % de su meta final."""

    anio: int
    trayectoria_pct: float
    productos: int
    productos_sin_dato: int
    ponderacion_sin_dato_pct: float


def de_la_politica(plan: Plan) -> list[EnAnio]:
    """Una por año del plan, en orden; las ponderaciones no se reescalan."""
    return [_en_anio(plan, anio) for anio in plan.anios]


def de_un_producto(producto: Programado, anio: int) -> float | None:
    """Lo que debe llevar de su meta final al cierre del año (%); 0 si aún no debía empezar.

    `None` si no se puede saber: faltan o no se leen las metas, la final, el tipo o la ponderación,
    o sus metas mezclan escalas. Al cierre del año toda periodicidad ya exigió: no hace falta.
    """
    indicador = producto.indicador
    if producto.escala == "mezclada" or legible(indicador.ponderacion_pct) is None:
        return None
    if not programadas(indicador):  # un Suma sin metas debería siempre 0
        return None
    con_periodicidad = replace(indicador, periodicidad=indicador.periodicidad or "Anual")
    cifras = calcular(con_periodicidad, Periodo(anio, TRIMESTRES[-1]))
    return 0.0 if cifras.semaforo == "sin iniciar" else cifras.trayectoria_pct


def _en_anio(plan: Plan, anio: int) -> EnAnio:
    medidos = [(p, de_un_producto(p, anio)) for p in plan.vigentes]
    sin_dato = [p for p, trayectoria in medidos if trayectoria is None]
    return EnAnio(
        anio,
        fsum(_puntos(medidos)),
        len(medidos),
        len(sin_dato),
        fsum(legible(p.indicador.ponderacion_pct) or 0.0 for p in sin_dato),
    )


def _puntos(medidos: list[tuple[Programado, float | None]]) -> Iterator[float]:
    for producto, trayectoria in medidos:
        if trayectoria is not None:
            peso = producto.indicador.ponderacion_pct or 0.0
            yield aportar(peso, None, trayectoria).trayectoria_pp
