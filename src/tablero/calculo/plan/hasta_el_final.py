"""Un producto hasta el final de la política: lo que promete el plan y lo que reporta el libro.

El plan y el libro pueden guardar un porcentaje en escalas distintas (50 y 0,5). Cuál es la del
libro lo dicen las metas de los años que están en los dos, y nada más: si no coinciden en ninguna,
no se sabe, y los reportes no se ponen al lado de las metas.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tablero.calculo.seguimiento.indicador import ILEGIBLE, Indicador, Periodo
from tablero.calculo.seguimiento.metas import MESES, meta_acumulada, programadas
from tablero.calculo.seguimiento.motor import legible
from tablero.filas import Fila

CIEN = 100.0


@dataclass(frozen=True)
class HastaElFinal:
    """Lo programado al cierre de cada año y lo que llevaba en cada trimestre con reporte.

    En Suma los dos son acumulados; en los demás tipos, niveles.
    """

    programado: Mapping[int, float | None]
    llevaba: Mapping[Periodo, float]
    se_comparan: bool
    """Falso si el libro trae reportes y no se sabe en qué escala están."""


def hasta_el_final(
    plan: Indicador, libro: Indicador | None, hasta: Periodo, *, es_porcentaje: bool
) -> HastaElFinal:
    """`plan` es el del plan y `libro`, el mismo en el libro del corte (`None` si no hay libro)."""
    anios = sorted(programadas(plan))
    programado = {
        anio: legible(meta_acumulada(plan, anio, MESES))
        for anio in range(min(anios, default=0), max(anios, default=-1) + 1)
    }
    if libro is None or not libro.reportes_hasta(hasta):
        return HastaElFinal(programado, {}, se_comparan=True)
    factor = escala_del_libro(plan, libro, es_porcentaje=es_porcentaje)
    if factor is None:
        return HastaElFinal(programado, {}, se_comparan=False)
    llevaba = {
        periodo: av * factor
        for periodo in libro.reportes_hasta(hasta)
        if (av := _acumulado(libro, periodo)) is not None
    }
    return HastaElFinal(programado, llevaba, se_comparan=True)


def desde_filas(fila: Fila, metas: Iterable[Fila]) -> Indicador:
    """El indicador del plan, armado otra vez con las filas de `plan_productos` y `plan_metas`."""
    return Indicador(
        codigo=fila["producto_codigo"],
        anualizacion_tipo=fila["anualizacion_tipo"],
        periodicidad=fila["periodicidad"],
        metas={int(m["anio"]): ILEGIBLE if m["meta"] is None else float(m["meta"]) for m in metas},
        meta_final=legible(fila["meta_final"]),
        reportes={},
        estado=fila["vigencia"],
        linea_base=legible(fila["linea_base"]),
        ponderacion_pct=legible(fila["ponderacion_pct"]),
    )


def escala_del_libro(plan: Indicador, libro: Indicador, *, es_porcentaje: bool) -> float | None:
    """Por cuánto se multiplica lo del libro para leerlo como el plan: 1, o 100; `None`, no se sabe.

    Donde el plan no lleva porcentajes, los dos están en la unidad del indicador.
    """
    if not es_porcentaje:
        return 1.0
    metas, del_libro = programadas(plan), programadas(libro)
    comunes = [
        (metas[a], del_libro[a])
        for a in metas.keys() & del_libro.keys()
        if legible(metas[a]) and legible(del_libro[a])
    ]
    if not comunes:
        comunes = [(plan.meta_final or 0.0, libro.meta_final or 0.0)]
    for factor in (1.0, CIEN):
        if any(m and math.isclose(m, otra * factor, rel_tol=1e-9) for m, otra in comunes):
            return factor
    return None


def _acumulado(libro: Indicador, periodo: Periodo) -> float | None:
    """Lo que llevaba; de un producto sin tipo no se sabe."""
    if libro.anualizacion_tipo is None:
        return None
    if libro.anualizacion_tipo == "Suma":
        return legible(math.fsum(libro.reportes_hasta(periodo).values()))
    return legible(libro.reportes[periodo])
