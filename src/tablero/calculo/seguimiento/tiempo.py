"""Trimestres: los que cierra un corte, los que exige la periodicidad y el que cuenta de verdad."""

from collections.abc import Iterable
from datetime import date, timedelta
from math import isnan

from tablero.calculo.seguimiento.indicador import Indicador, Periodicidad, Periodo
from tablero.calculo.seguimiento.metas import programadas

TRIMESTRES = (1, 2, 3, 4)
MESES_POR_TRIMESTRE = 3
MESES_DEL_ANIO = 12

EXIGIDOS: dict[Periodicidad, tuple[int, ...]] = {
    "Mensual": TRIMESTRES,
    "Bimestral": TRIMESTRES,
    "Trimestral": TRIMESTRES,
    "Cuatrimestral": (2, 3, 4),
    "Semestral": (2, 4),
    "Anual": (4,),
    "Bienal": (4,),
    "Trienal": (4,),
    "Cuatrienal": (4,),
    "Quinquenal": (4,),
}
"""Trimestres en que cada periodicidad debe reportar. Un cuatrimestre cierra en abril, agosto y
diciembre: lo que cerró se ve en el corte del trimestre que sigue."""


def cierre(periodo: Periodo) -> date:
    """El último día de un trimestre; del 0, el último del año anterior."""
    anio, trimestre = periodo
    if trimestre == TRIMESTRES[-1]:
        return date(anio, MESES_DEL_ANIO, 31)
    return date(anio, trimestre * MESES_POR_TRIMESTRE + 1, 1) - timedelta(days=1)


def comienzo(periodo: Periodo) -> date:
    """El primer día de un trimestre."""
    return date(periodo.anio, (periodo.trimestre - 1) * MESES_POR_TRIMESTRE + 1, 1)


def periodo_de(corte: date) -> Periodo:
    """El último trimestre cerrado en ese día: el 30 de junio es Q2; el 29 todavía Q1."""
    cerrados = [q for q in TRIMESTRES if cierre(Periodo(corte.year, q)) <= corte]
    return Periodo(corte.year, cerrados[-1] if cerrados else 0)


def exigidos(indicador: Indicador) -> tuple[int, ...]:
    """Trimestres del año en que debe reportar; ninguno si no se sabe su periodicidad."""
    return EXIGIDOS[indicador.periodicidad] if indicador.periodicidad else ()


def trimestre_efectivo(indicador: Indicador, hasta: Periodo) -> int:
    """El mayor entre el último reportado y el último exigible del año del corte; 0 si ninguno."""
    reportados = [p.trimestre for p in indicador.reportes_hasta(hasta) if p.anio == hasta.anio]
    vencidos = [q for q in exigidos(indicador) if q <= hasta.trimestre]
    return max([*reportados, *vencidos], default=0)


def primer_vencimiento(indicador: Indicador) -> Periodo | None:
    """El primer trimestre en que debe reportar: en un año con meta y desde su fecha de inicio.

    `None` si no tiene ninguna meta o no se sabe su periodicidad o su inicio: no hay cómo decirlo.
    """
    if "inicio" in indicador.sin_leer:
        return None
    return _primer_vencimiento(indicador, programadas(indicador))


def esta_sin_iniciar(indicador: Indicador, hasta: Periodo) -> bool | None:
    """Verdadero antes de su primer reporte exigible, si no reportó antes por su cuenta.

    `None` si no se sabe: según cuál sea la fecha de inicio o la meta que no se puede leer, ya debía
    reportar o todavía no.
    """
    metas = programadas(indicador)
    vence = _primer_vencimiento(indicador, metas)
    if vence is None or indicador.reportes_hasta(hasta):
        return False
    if vence <= hasta:
        return None if "inicio" in indicador.sin_leer else False
    legibles = {anio: meta for anio, meta in metas.items() if not isnan(meta)}
    ya_debia = any(anio <= hasta.anio for anio in legibles)
    return None if ya_debia and _primer_vencimiento(indicador, legibles) is None else True


def _primer_vencimiento(indicador: Indicador, metas: Iterable[int]) -> Periodo | None:
    """El de los años de esas metas; sin fecha de inicio, el más temprano que podría ser."""
    desde = indicador.inicio or date.min
    return next(
        (
            Periodo(anio, q)
            for anio in metas
            for q in exigidos(indicador)
            if cierre(Periodo(anio, q)) >= desde
        ),
        None,
    )
