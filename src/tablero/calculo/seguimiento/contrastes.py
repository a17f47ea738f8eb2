"""Los porcentajes que trae el libro, al lado de los recalculados, con la causa si difieren."""

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from tablero.calculo.seguimiento.indicador import Indicador, Periodo
from tablero.calculo.seguimiento.metas import CON_LINEA_BASE, MESES
from tablero.calculo.seguimiento.motor import Cifras, calcular, legible
from tablero.calculo.seguimiento.tiempo import MESES_POR_TRIMESTRE
from tablero.modelo.seguimiento import EstadoContraste, Medida, Severidad

IGUALES = 1e-6
"""En puntos: menos que esto es el ruido de guardar un decimal."""
TOPE = 100.0
DECIMALES = (0, 1, 2)
"""Con cuántos decimales puede estar redondeado un porcentaje."""

MEDIR: dict[Medida, Callable[[Cifras], float | None]] = {
    "PAV": lambda c: c.pav_pct,
    "PAHV": lambda c: c.pahv_pct,
    "PAA": lambda c: c.paa_pct,
}


@dataclass(frozen=True)
class ContrasteDelLibro:
    """Un porcentaje reportado y el recalculado; en la escala donde 50 es 50 %."""

    medida: Medida
    reportado_pct: float | None
    calculado_pct: float | None
    estado: EstadoContraste
    causa: str | None = None
    severidad: Severidad = "nota"

    @property
    def diferencia_pp(self) -> float | None:
        """Reportado menos recalculado."""
        if self.reportado_pct is None or self.calculado_pct is None:
            return None
        return self.reportado_pct - self.calculado_pct


def contrastar(indicador: Indicador, periodo: Periodo) -> Iterator[ContrasteDelLibro]:
    """El PAV, el PAHV y el PAA del año de ese período que traen algún valor.

    Un indicador no vigente o sin iniciar no se contrasta.
    """
    cifras = calcular(indicador, periodo)
    if cifras.semaforo in ("no vigente", "sin iniciar"):
        return
    publicado = indicador.publicado
    por_medida: dict[Medida, Mapping[int, float]] = {
        "PAV": publicado.pav_pct,
        "PAHV": publicado.pahv_pct,
        "PAA": publicado.paa_pct,
    }
    for medida, valores in por_medida.items():
        reportado = legible(valores.get(periodo.anio))
        calculado = MEDIR[medida](cifras)
        if reportado is None and calculado is None:
            continue
        if reportado is None or calculado is None:
            yield ContrasteDelLibro(medida, reportado, calculado, "no calculable")
        elif _iguales(reportado, calculado):
            yield ContrasteDelLibro(medida, reportado, calculado, "coincide")
        else:
            causa, severidad = _causa(indicador, periodo, medida, reportado, calculado)
            yield ContrasteDelLibro(medida, reportado, calculado, "difiere", causa, severidad)


def _iguales(uno: float, otro: float) -> bool:
    return math.isclose(uno, otro, rel_tol=1e-9, abs_tol=IGUALES)


def _causa(
    indicador: Indicador, periodo: Periodo, medida: Medida, publicado: float, calculado: float
) -> tuple[str, Severidad]:
    """Por qué difieren, probando una por una las causas conocidas."""
    medir = MEDIR[medida]
    if any(_iguales(publicado, round(calculado, d)) for d in DECIMALES):
        return "está redondeado", "nota"
    if _iguales(publicado, TOPE) and calculado > TOPE:
        return "está topado en 100 %", "advertencia"
    for meses, nombre in (
        (MESES, "usa la meta de todo el año, sin prorratear"),
        (MESES_POR_TRIMESTRE * periodo.trimestre, "prorratea hasta el corte y no hasta el reporte"),
    ):
        if _coincide(medir(calcular(indicador, periodo, meses=meses)), publicado):
            return nombre, "advertencia"
    for otra, nombre in _otras_bases(indicador):
        if _coincide(medir(calcular(otra, periodo)), publicado):
            return nombre, "advertencia"
    for escala in (TOPE, 1 / TOPE):
        if _coincide(calculado * escala, publicado):
            return "está en otra escala (cien veces mayor o menor)", "error"
    return "la causa no se reconoce", "advertencia"


def _coincide(probado: float | None, publicado: float) -> bool:
    """Igual, o igual al redondearlo."""
    return probado is not None and any(
        _iguales(publicado, v) for v in (probado, *(round(probado, d) for d in DECIMALES))
    )


def _otras_bases(indicador: Indicador) -> Iterator[tuple[Indicador, str]]:
    if indicador.anualizacion_tipo not in CON_LINEA_BASE:
        return
    yield replace(indicador, linea_base=0.0), "no descuenta la línea base"
    if indicador.anualizacion_tipo == "Decreciente":
        yield replace(indicador, linea_base=None), "usa otra línea base (la ficticia)"
