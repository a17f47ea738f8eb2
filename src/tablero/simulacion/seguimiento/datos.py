"""Un indicador como lo escribiría una entidad en el libro de un corte."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

import numpy as np

from tablero.simulacion.seguimiento import vocabulario
from tablero.simulacion.seguimiento.formulas import (
    MESES,
    TRIMESTRES,
    Periodo,
    porcentajes,
    programado,
)
from tablero.simulacion.seguimiento.historia import CENTESIMAS, Inventado
from tablero.simulacion.seguimiento.historia import inventar as inventar_historia
from tablero.simulacion.seguimiento.historia import producto as inventar_producto

Porcentajes = Mapping[int, float]
ACTUAL = 2025


@dataclass(frozen=True)
class IndicadorInventado:
    """Una fila del libro; los porcentajes, en fracción."""

    codigo: str
    nombre: str
    ponderacion: float | None
    anualizacion_tipo: str
    periodicidad: str
    metas: Mapping[int, float | None]
    meta_final: float | None
    reportes: Mapping[tuple[int, int], float]
    indicador_nombre: str = ""
    """Si es el mismo nombre del producto, vacío."""
    linea_base: float | str | None = "N/A"
    estado: str = "Vigente"
    sector: str = "Sector simulado 1"
    entidad: str = "Entidad simulada 1"
    inicio: date | None = None
    fin: date | None = None
    acumulados: Porcentajes = field(default_factory=dict)
    metas_acumuladas: Porcentajes = field(default_factory=dict)
    pav: Porcentajes = field(default_factory=dict)
    pahv: Porcentajes = field(default_factory=dict)
    paa: Porcentajes = field(default_factory=dict)
    relatos: Mapping[tuple[int, int], tuple[str, str]] = field(default_factory=dict)


def inventar(
    semilla: int, productos: int, anios: tuple[int, ...], corte: tuple[int, int]
) -> list[IndicadorInventado]:
    """`productos` de todos los tipos y periodicidades, con reportes hasta `corte` (año, trimestre).

    Las ponderaciones suman 1. La misma semilla y los mismos años dan los mismos productos, en todo
    corte: lo que uno dice de un trimestre ya cerrado, lo repite el siguiente. `ErrorTablero` si son
    más de los que caben.
    """
    return [al_corte(producto, anios, corte) for producto in _historia(semilla, productos, anios)]


def inventar_resultados(
    semilla: int, productos: int, anios: tuple[int, ...], corte: Periodo
) -> list[IndicadorInventado]:
    """Los indicadores de resultado de esos productos: cada uno pesa lo que los suyos."""
    historia = _historia(semilla, productos, anios)
    azar = np.random.default_rng([semilla, len(historia)])
    filas = []
    for numero, codigo in enumerate(dict.fromkeys(p.resultado for p in historia)):
        peso = sum(p.peso for p in historia if p.resultado == codigo)
        base = inventar_producto(azar, numero, peso, "alto", anios, _final(anios))
        nombre, indicador = vocabulario.resultado(numero)
        propio = replace(base, codigo=codigo, nombre=nombre, indicador_nombre=indicador)
        filas.append(al_corte(propio, anios, corte))
    return filas


def _historia(semilla: int, productos: int, anios: tuple[int, ...]) -> list[Inventado]:
    """Toda la historia, hasta el último año: no depende de qué corte se mire."""
    azar = np.random.default_rng(semilla)
    return inventar_historia(azar, productos, anios, _final(anios), actual=_actual(anios))


def _final(anios: tuple[int, ...]) -> Periodo:
    return anios[-1], TRIMESTRES[-1]


def _actual(anios: tuple[int, ...]) -> int:
    """El año en que a algunos les cambia la suerte y otros no han empezado."""
    return ACTUAL if ACTUAL in anios else anios[len(anios) // 2]


def al_corte(producto: Inventado, anios: tuple[int, ...], corte: Periodo) -> IndicadorInventado:
    """Lo que el libro de ese corte dice de un producto: sus reportes hasta él y lo que de ahí sale.

    Los porcentajes son del cierre de cada año y, en el del corte, de ese trimestre.
    """
    plan = producto.plan
    reportes = {p: v for p, v in producto.reportes.items() if p <= corte}
    de_libro: dict[str, dict[int, float]] = {"pav": {}, "pahv": {}, "paa": {}}
    vigente = producto.vigente
    for anio in (a for a in anios if a <= corte[0] and vigente):
        hasta = corte if anio == corte[0] else (anio, TRIMESTRES[-1])
        for clave, valor in porcentajes(plan, reportes, hasta).items():
            de_libro[clave][anio] = valor
    metas_acumuladas = {a: programado(plan, a, MESES)[1] for a in anios}
    return IndicadorInventado(
        codigo=producto.codigo,
        nombre=producto.nombre,
        indicador_nombre=producto.indicador_nombre,
        ponderacion=producto.peso / CENTESIMAS,
        anualizacion_tipo=plan.tipo,
        periodicidad=plan.periodicidad,
        metas=plan.metas,
        meta_final=plan.meta_final,
        reportes=reportes,
        linea_base=plan.linea_base if producto.dice_linea_base else "N/A",
        estado="Vigente" if vigente else "No vigente",
        sector=producto.sector,
        entidad=producto.entidad,
        inicio=date(min(plan.metas), 1, 1),
        fin=date(max(plan.metas), 12, 31),
        acumulados=_acumulados(plan.tipo, reportes, anios, corte),
        metas_acumuladas={a: m for a, m in metas_acumuladas.items() if m},
        **de_libro,
        relatos={p: textos for p, textos in producto.relatos.items() if p <= corte},
    )


def _acumulados(
    tipo: str, reportes: Mapping[Periodo, float], anios: tuple[int, ...], corte: Periodo
) -> dict[int, float]:
    """El acumulado de cada año que ya empezó."""
    acumulados: dict[int, float] = {}
    for anio in anios:
        hasta = [valor for (a, _), valor in sorted(reportes.items()) if a <= anio]
        if anio <= corte[0] and hasta:
            acumulados[anio] = sum(hasta) if tipo == "Suma" else hasta[-1]
    return acumulados
