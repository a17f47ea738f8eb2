"""Las cifras de un indicador en un corte: metas, avances, trayectoria, brecha y semáforo.

Fórmulas del Anexo 1 del informe de seguimiento de la SDP. Los porcentajes están en la escala donde
50 es 50 % y no tienen tope; el tope se aplica al sumar la política.
"""

import math
from dataclasses import dataclass

from tablero.calculo.seguimiento import VERSION, fuera
from tablero.calculo.seguimiento.indicador import Indicador, Periodo
from tablero.calculo.seguimiento.metas import (
    CON_LINEA_BASE,
    linea_base,
    meta_acumulada,
    meta_del_periodo,
    meta_final,
    programadas,
)
from tablero.calculo.seguimiento.tiempo import (
    MESES_POR_TRIMESTRE,
    esta_sin_iniciar,
    trimestre_efectivo,
)
from tablero.calculo.semaforo import PUBLICADOS, Rangos, clasificar
from tablero.modelo.politica import Semaforo

NADA = 1e-12
"""Una resta menor que esta parte de sus términos es cero: lo demás es ruido de los decimales."""


@dataclass(frozen=True)
class Cifras:
    """Lo calculado de un indicador en un corte; `None` es sin dato."""

    semaforo: Semaforo
    trimestre: int = 0
    """El trimestre efectivo."""
    mp: float | None = None
    ma: float | None = None
    av: float | None = None
    pav_pct: float | None = None
    pahv_pct: float | None = None
    paa_pct: float | None = None
    trayectoria_pct: float | None = None
    fuera: str | None = None
    """Por qué no puede sumar en la política; `None` si puede o si no está vigente."""
    formula_version: str = VERSION

    @property
    def brecha_pp(self) -> float | None:
        """Avance acumulado menos trayectoria: negativa es retraso."""
        if self.paa_pct is None or self.trayectoria_pct is None:
            return None
        return self.paa_pct - self.trayectoria_pct


def calcular(
    indicador: Indicador,
    hasta: Periodo,
    *,
    meses: int | None = None,
    rangos: Rangos = PUBLICADOS,
) -> Cifras:
    """Las cifras hasta ese trimestre. Con `meses` se usa ese prorrateo y no el efectivo.

    Un indicador no vigente no lleva cifras; uno sin iniciar, solo sus metas. Sin tipo o sin
    periodicidad no hay fórmula que aplicar, y sin saber si ya inició no se sabe si debía algo: todo
    queda sin dato. Lo que no tiene avance o trayectoria dice por qué en `fuera`, salvo que solo le
    falte el reporte: entonces no lleva avance y debe su trayectoria.
    """
    if indicador.estado == "No vigente":
        return Cifras("no vigente")
    tipo = indicador.anualizacion_tipo
    if None in (indicador.estado, tipo, indicador.periodicidad):
        return Cifras("sin dato", fuera=fuera.causa(indicador, hasta))
    trimestre = trimestre_efectivo(indicador, hasta)
    m = MESES_POR_TRIMESTRE * trimestre if meses is None else meses
    mp = meta_del_periodo(indicador, hasta.anio, m)
    ma = meta_acumulada(indicador, hasta.anio, m)
    sin_iniciar = esta_sin_iniciar(indicador, hasta)
    if sin_iniciar is None:
        return Cifras("sin dato", trimestre, fuera=fuera.causa(indicador, hasta))
    if sin_iniciar:
        return Cifras("sin iniciar", trimestre, legible(mp), legible(ma))
    mf = meta_final(indicador)
    base = linea_base(indicador) if tipo in CON_LINEA_BASE else 0.0
    reportes = indicador.reportes_hasta(hasta)
    av = _acumular(indicador, reportes)
    del_anio = {p: v for p, v in reportes.items() if p.anio == hasta.anio}
    tiene_meta = hasta.anio in programadas(indicador)
    pahv, paa = _por_ciento(av, ma, base), _por_ciento(av, mf, base)
    # Si todavía no se le ha programado nada, debía seguir en su base.
    debia = _por_ciento(base if ma is None else ma, mf, base)
    se_mide = debia is not None and (paa is not None or not reportes)
    return Cifras(
        semaforo=clasificar(pahv, rangos),
        trimestre=trimestre,
        mp=legible(mp),
        ma=legible(ma),
        av=legible(av),
        pav_pct=_por_ciento(_acumular(indicador, del_anio), mp, base) if tiene_meta else None,
        pahv_pct=pahv,
        paa_pct=paa,
        trayectoria_pct=_por_ciento(ma, mf, base),
        fuera=None if se_mide else fuera.causa(indicador, hasta),
    )


def legible(valor: float | None) -> float | None:
    """El número, o `None` si depende de algo que no se pudo leer."""
    return None if valor is None or not math.isfinite(valor) else valor


def _acumular(indicador: Indicador, reportes: dict[Periodo, float]) -> float | None:
    """La suma de los reportes, o el último si el tipo no es Suma; `None` si no hay ninguno."""
    if not reportes:
        return None
    if indicador.anualizacion_tipo == "Suma":
        return math.fsum(reportes.values())
    return reportes[max(reportes)]


def _por_ciento(parte: float | None, total: float | None, base: float | None) -> float | None:
    """Lo recorrido desde la base sobre lo que había que recorrer; `None` si esto es cero."""
    if parte is None or total is None or base is None:
        return None
    camino = total - base
    if abs(camino) <= NADA * max(abs(total), abs(base)):
        return None
    # Sumar 0 quita el signo al −0 de quien no se ha movido y debía bajar.
    return legible((parte - base) / camino * 100 + 0.0)
