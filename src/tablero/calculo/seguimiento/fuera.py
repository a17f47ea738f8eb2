"""Por qué un producto queda fuera de la suma de la política: lo que no se lee, o lo que falta.

Lo que un producto suma sale de unas celdas de su fila, y solo de esas (`usadas`). Si una de ellas
está escrita y no se puede leer, no se sabe cuánto lleva ni cuánto debía: no suma al avance ni a la
trayectoria. Una celda que sus cifras no usan en ese corte no cambia nada.
"""

from collections.abc import Iterator
from math import isnan

from tablero.calculo.seguimiento.indicador import Clave, Indicador, Periodo, nombrar
from tablero.calculo.seguimiento.metas import (
    CON_LINEA_BASE,
    MESES,
    anterior,
    linea_base,
    meta_final,
    programadas,
)
from tablero.calculo.seguimiento.tiempo import (
    MESES_POR_TRIMESTRE,
    primer_vencimiento,
    trimestre_efectivo,
)
from tablero.formato import enumerar

DE_LA_FORMULA = ("estado", "anualizacion_tipo", "periodicidad")
"""Sin ellos no hay fórmula que aplicar."""
IGUALES = "su meta final es igual a su línea base"


def usadas(indicador: Indicador, hasta: Periodo) -> Iterator[Clave]:
    """Las celdas de que salen el avance acumulado y la trayectoria de un vigente en ese corte.

    La ponderación va aparte: no hace falta para medirlo, y sí para sumarlo.
    """
    yield from ((campo,) for campo in DE_LA_FORMULA)
    reportes = list(indicador.reportes_hasta(hasta))
    es_suma = indicador.anualizacion_tipo == "Suma"
    if not reportes:
        # Deciden si ya debía reportar.
        yield ("inicio",)
        if (vence := primer_vencimiento(indicador)) is not None and vence > hasta:
            yield ("meta", vence.anio)
    if indicador.anualizacion_tipo in CON_LINEA_BASE:
        yield ("linea_base",)
    for anio in _anios(indicador, hasta):
        yield ("meta", anio)
    yield ("meta_final",)
    for periodo in reportes if es_suma else reportes[-1:]:
        yield ("reporte", *periodo)


def _anios(indicador: Indicador, hasta: Periodo) -> list[int]:
    """Los años cuya meta entra en lo que se debía."""
    meses = MESES_POR_TRIMESTRE * trimestre_efectivo(indicador, hasta)
    metas = programadas(indicador)
    antes = anterior(metas, hasta.anio)
    if indicador.anualizacion_tipo == "Suma":
        anios = {a for a in metas if a < hasta.anio} | ({hasta.anio} if meses else set())
    else:
        # Del camino de una meta a la siguiente se usan los dos extremos, salvo justo en uno.
        anios = {hasta.anio} if meses or antes is None else set()
        if antes is not None and (meses < MESES or hasta.anio not in metas):
            anios.add(antes)
    if indicador.anualizacion_tipo == "Decreciente" and indicador.linea_base is None and metas:
        anios |= {min(metas), max(metas)}  # de ellas sale la línea base que se supone
    return sorted(anios)


def causa(indicador: Indicador, hasta: Periodo) -> str:
    """Por qué no se puede medir un indicador que no tiene avance o no tiene trayectoria."""
    sin_leer = indicador.ilegibles
    if ilegibles := [nombrar(c) for c in usadas(indicador, hasta) if c in sin_leer]:
        return _ilegible(ilegibles)
    vacios = [campo for campo in DE_LA_FORMULA if getattr(indicador, campo) is None]
    if not vacios:
        if meta_final(indicador) is None:
            vacios.append("meta_final")
        if indicador.anualizacion_tipo in CON_LINEA_BASE and linea_base(indicador) is None:
            vacios.append("linea_base")
    return _falta([nombrar((campo,)) for campo in vacios]) if vacios else IGUALES


def sin_peso(indicador: Indicador) -> str:
    """Por qué no se sabe cuánto pesa; vacío si se sabe."""
    nombres = [nombrar(("ponderacion",))]
    if indicador.ponderacion_pct is None:
        return _falta(nombres)
    return _ilegible(nombres) if isnan(indicador.ponderacion_pct) else ""


def _ilegible(nombres: list[str]) -> str:
    return f"no se puede leer: {enumerar(nombres)}"


def _falta(nombres: list[str]) -> str:
    return f"falta: {enumerar(nombres)}"
