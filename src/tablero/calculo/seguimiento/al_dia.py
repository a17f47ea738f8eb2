"""Lo que un producto tendría que reportar para ir justo a tiempo."""

from math import fsum

from tablero.calculo.seguimiento.indicador import Indicador, Periodo
from tablero.calculo.seguimiento.metas import meta_acumulada
from tablero.calculo.seguimiento.motor import legible
from tablero.calculo.seguimiento.suponer import proximo_reporte
from tablero.calculo.seguimiento.tiempo import MESES_POR_TRIMESTRE


def para_ir_al_dia(indicador: Indicador, hasta: Periodo) -> float | None:
    """El próximo reporte después de `hasta` con que su PAHV sería 100 %, en su unidad.

    En Suma es lo que falta para lo programado hasta entonces, 0 si ya lo pasó; en los demás, el
    nivel programado. `None` si no debe más reportes o no se puede saber.
    """
    proximo = proximo_reporte(indicador, hasta)
    if proximo is None:
        return None
    debido = legible(
        meta_acumulada(indicador, proximo.anio, proximo.trimestre * MESES_POR_TRIMESTRE)
    )
    if debido is None or indicador.anualizacion_tipo != "Suma":
        return debido
    hecho = legible(fsum(indicador.reportes_hasta(hasta).values()))
    return None if hecho is None else max(debido - hecho, 0.0)
