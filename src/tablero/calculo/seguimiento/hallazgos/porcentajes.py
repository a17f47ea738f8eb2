"""Porcentajes y acumulados del libro que no salen de sus partes, con su causa si se reconoce.

Cada porcentaje se recalcula en el corte que declara su fila: los años anteriores, a su cierre.
"""

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from tablero.calculo.seguimiento.hallazgos.hallazgo import Hallazgo, Severidad, de_indicador
from tablero.calculo.seguimiento.indicador import Indicador, Periodo
from tablero.calculo.seguimiento.metas import CON_LINEA_BASE, MESES, meta_acumulada
from tablero.calculo.seguimiento.motor import Cifras, calcular, legible
from tablero.calculo.seguimiento.tiempo import MESES_POR_TRIMESTRE, TRIMESTRES
from tablero.formato import numero_justo, porcentaje

IGUALES = 1e-6
"""En puntos: menos que esto es el ruido de guardar un decimal."""
TOPE = 100.0
DECIMALES = (0, 1, 2)
"""Con cuántos decimales puede estar redondeado un porcentaje."""
ULTIMO = TRIMESTRES[-1]

NOMBRES = {
    "pav": "avance en la vigencia (PAV)",
    "pahv": "avance hasta la vigencia (PAHV)",
    "paa": "avance acumulado (PAA)",
}
Medida = Callable[[Cifras], float | None]
MEDIDAS: dict[str, Medida] = {
    "pav": lambda c: c.pav_pct,
    "pahv": lambda c: c.pahv_pct,
    "paa": lambda c: c.paa_pct,
}


def que_no_salen(indicador: Indicador, hasta: Periodo) -> Iterator[Hallazgo]:
    """Los porcentajes del libro, hasta el año del corte, que el motor no reproduce."""
    publicados: dict[str, Mapping[int, float]] = {
        "pav": indicador.publicado.pav_pct,
        "pahv": indicador.publicado.pahv_pct,
        "paa": indicador.publicado.paa_pct,
    }
    for periodo in _periodos(indicador, hasta):
        cifras = calcular(indicador, periodo)
        if cifras.semaforo in ("no vigente", "sin iniciar"):
            continue
        for codigo, valores in publicados.items():
            publicado = legible(valores.get(periodo.anio))
            calculado = MEDIDAS[codigo](cifras)
            if publicado is None or calculado is None or _iguales(publicado, calculado):
                continue
            causa, severidad = _causa(indicador, periodo, codigo, publicado, calculado)
            yield de_indicador(
                indicador,
                (codigo, periodo.anio),
                severidad,
                "porcentaje_no_sale",
                f"el {NOMBRES[codigo]} de {periodo.anio} dice {porcentaje(publicado)} y de sus "
                f"partes sale {porcentaje(calculado)}: {causa}.",
                "Revise la fórmula de la celda o los datos de que sale.",
            )


def acumulados_que_no_salen(indicador: Indicador, hasta: Periodo) -> Iterator[Hallazgo]:
    """Los acumulados del libro que no salen de los reportes y las metas de los años cerrados."""
    if indicador.anualizacion_tipo is None:
        return
    for periodo in _periodos(indicador, hasta):
        anio = periodo.anio
        reportes = indicador.reportes_hasta(periodo)
        del_anio = [v for p, v in reportes.items() if p.anio == anio]
        if indicador.anualizacion_tipo == "Suma":
            avances = [math.fsum(reportes.values()), math.fsum(del_anio)]
        else:
            avances = list(reportes.values())[-1:]
        metas = [meta_acumulada(indicador, anio, MESES)]
        publicado = indicador.publicado
        for clave, nombre, valor, posibles in (
            ("acumulado", "el avance acumulado", publicado.acumulados.get(anio), avances),
            ("meta_acumulada", "la meta acumulada", publicado.metas_acumuladas.get(anio), metas),
        ):
            ciertos = [p for p in map(legible, posibles) if p is not None]
            escrito = legible(valor)
            if escrito is None or not ciertos:
                continue
            if not any(math.isclose(escrito, p, rel_tol=1e-9, abs_tol=1e-9) for p in ciertos):
                yield de_indicador(
                    indicador,
                    (clave, anio),
                    "advertencia",
                    "acumulado_no_sale",
                    f"{nombre} de {anio} dice {numero_justo(escrito)} y de sus partes sale "
                    f"{numero_justo(ciertos[0])}.",
                    "Revise la fórmula de la celda; el cálculo usa los trimestres y las metas.",
                )


def _periodos(indicador: Indicador, hasta: Periodo) -> list[Periodo]:
    """El cierre de cada año y, en el del corte, el trimestre que declara la fila."""
    declarado = indicador.publicado.periodo or hasta
    final = declarado if declarado.anio == hasta.anio else Periodo(hasta.anio, ULTIMO)
    if declarado.anio < hasta.anio:
        final = declarado
    return [Periodo(a, ULTIMO) for a in indicador.anios if a < final.anio] + [final]


def _iguales(uno: float, otro: float) -> bool:
    return math.isclose(uno, otro, rel_tol=1e-9, abs_tol=IGUALES)


def _causa(
    indicador: Indicador, periodo: Periodo, codigo: str, publicado: float, calculado: float
) -> tuple[str, Severidad]:
    """Por qué difieren, probando una por una las causas conocidas."""
    medir = MEDIDAS[codigo]
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
