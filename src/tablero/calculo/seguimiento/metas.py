"""Metas: cuáles cuentan, cuánto de ellas se debía hasta un mes y desde qué línea base."""

from collections.abc import Iterable
from math import fsum, isnan

from tablero.calculo.seguimiento.indicador import ILEGIBLE, Indicador

MESES = 12
CON_LINEA_BASE = ("Creciente", "Decreciente")
"""Los tipos cuyo avance se mide desde la línea base."""


def meta_final(indicador: Indicador) -> float | None:
    """La meta final; un cero es «no programada», salvo en un Decreciente."""
    if indicador.meta_final == 0 and indicador.anualizacion_tipo != "Decreciente":
        return None
    return indicador.meta_final


def programadas(indicador: Indicador) -> dict[int, float]:
    """Año → meta, en orden. Un cero no es una meta, salvo en un Decreciente que termina en cero.

    Una meta escrita que no se puede leer está programada y vale `ILEGIBLE`. De un Decreciente cuya
    meta final no se puede leer no se sabe si sus ceros son metas: también son `ILEGIBLE`.
    """
    final = indicador.meta_final
    cero = None
    if indicador.anualizacion_tipo == "Decreciente" and final is not None:
        cero = 0.0 if final == 0 else ILEGIBLE if isnan(final) else None
    metas = {a: indicador.metas[a] or cero for a in sorted(indicador.metas)}
    return {anio: meta for anio, meta in metas.items() if meta is not None}


def linea_base(indicador: Indicador) -> float | None:
    """Desde dónde se mide un Creciente o un Decreciente.

    Un Creciente sin línea base parte de 0. Un Decreciente sin ella parte de una ficticia: su
    primera meta más lo que baja, en promedio, cada año de los programados. `None` si el tipo no la
    usa o no alcanzan las metas para suponerla.
    """
    tipo = indicador.anualizacion_tipo
    if tipo not in CON_LINEA_BASE:
        return None
    if indicador.linea_base is not None:
        return indicador.linea_base
    if tipo == "Creciente":
        return 0.0
    metas = programadas(indicador)
    final = meta_final(indicador)
    if not metas or final is None:
        return None
    primero, ultimo = min(metas), max(metas)
    if isnan(metas[ultimo]):  # de la última cuenta su año, y quizá no diga ninguna meta
        return ILEGIBLE
    return (metas[primero] - final) / (ultimo - primero + 1) + metas[primero]


def meta_del_periodo(indicador: Indicador, anio: int, meses: int) -> float | None:
    """`MP`: lo que se debía en el año hasta `meses` (0–12), en la unidad del indicador.

    Suma: la parte de la meta del año. Los demás: el camino de la meta anterior a la del año; sin
    meta anterior, un Constante debe toda la del año y los otros caminan desde la línea base. En un
    año sin meta, 0 para Suma y la meta anterior para los demás (`None` si nunca hubo).
    """
    metas = programadas(indicador)
    meta = metas.get(anio)
    if indicador.anualizacion_tipo == "Suma":
        return 0.0 if meta is None else _prorratear(0.0, meta, meses)
    antes = anterior(metas, anio)
    previa = None if antes is None else metas[antes]
    if meta is None:
        return previa
    if previa is None:
        previa = meta if indicador.anualizacion_tipo == "Constante" else linea_base(indicador)
    return None if previa is None else _prorratear(previa, meta, meses)


def meta_acumulada(indicador: Indicador, anio: int, meses: int) -> float | None:
    """`MA`: lo programado hasta entonces. En Suma se agregan las metas de los años anteriores."""
    periodo = meta_del_periodo(indicador, anio, meses)
    if indicador.anualizacion_tipo != "Suma" or periodo is None:
        return periodo
    return fsum([*(m for a, m in programadas(indicador).items() if a < anio), periodo])


def anterior(metas: Iterable[int], anio: int) -> int | None:
    """El último año de esos que es anterior."""
    return max((a for a in metas if a < anio), default=None)


def _prorratear(desde: float, hasta: float, meses: int) -> float:
    """Del camino de uno a otro, lo de esos meses; en los extremos, sin tocar el otro valor."""
    if meses in (0, MESES):
        return hasta if meses else desde
    return desde + (hasta - desde) * meses / MESES
