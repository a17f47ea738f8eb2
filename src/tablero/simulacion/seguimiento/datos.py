"""Indicadores inventados: sus metas, sus reportes y los porcentajes que el libro traería."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import get_args

import numpy as np

from tablero.errores import ErrorTablero
from tablero.modelo.politica import Anualizacion
from tablero.simulacion.piezas import RELATO, repartir

CENTESIMAS = 10_000
PESO_MINIMO = 20
"""En centésimas de punto porcentual."""
PERIODICIDADES = ("Mensual", "Trimestral", "Semestral", "Anual")
TRIMESTRES = (1, 2, 3, 4)
PRODUCTOS_POR_RESULTADO, RESULTADOS_POR_OBJETIVO = 5, 4
MAX_PRODUCTOS = CENTESIMAS // PESO_MINIMO

Porcentajes = Mapping[int, float]


@dataclass(frozen=True)
class IndicadorInventado:
    """Un indicador como lo escribiría una entidad; los porcentajes, en fracción."""

    codigo: str
    nombre: str
    ponderacion: float | None
    anualizacion_tipo: str
    periodicidad: str
    metas: Mapping[int, float | None]
    meta_final: float | None
    reportes: Mapping[tuple[int, int], float]
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

    Las ponderaciones suman 1. La misma semilla da los mismos productos. `ErrorTablero` si son más
    de los que caben con la ponderación mínima.
    """
    if not 1 <= productos <= MAX_PRODUCTOS:
        raise ErrorTablero(f"los productos van de 1 a {MAX_PRODUCTOS}.")
    azar = np.random.default_rng(semilla)
    pesos = repartir(azar, CENTESIMAS, productos, PESO_MINIMO)
    return [_inventar(azar, n, peso, anios, corte) for n, peso in enumerate(pesos)]


def _inventar(
    azar: np.random.Generator,
    n: int,
    peso: int,
    anios: tuple[int, ...],
    corte: tuple[int, int],
) -> IndicadorInventado:
    tipos = get_args(Anualizacion)
    tipo = tipos[n % len(tipos)]
    periodicidad = PERIODICIDADES[n // len(tipos) % len(PERIODICIDADES)]
    metas = _metas(azar, tipo, anios)
    reportes = _reportes(azar, tipo, periodicidad, metas, corte)
    resultado, producto = divmod(n, PRODUCTOS_POR_RESULTADO)
    objetivo, resultado = divmod(resultado, RESULTADOS_POR_OBJETIVO)
    return IndicadorInventado(
        codigo=f"{objetivo + 1}.{resultado + 1}.{producto + 1}",
        nombre=f"Producto simulado {n + 1}",
        ponderacion=peso / CENTESIMAS,
        anualizacion_tipo=tipo,
        periodicidad=periodicidad,
        metas=metas,
        meta_final=sum(metas.values()) if tipo == "Suma" else metas[anios[-1]],
        reportes=reportes,
        linea_base=_linea_base(tipo, metas[anios[0]]),
        sector=f"Sector simulado {n % 8 + 1}",
        entidad=f"Entidad simulada {n % 12 + 1}",
        inicio=date(anios[0], 1, 1),
        fin=date(anios[-1], 12, 31),
        metas_acumuladas={
            a: float(sum(metas[b] for b in anios if b <= a)) if tipo == "Suma" else metas[a]
            for a in anios
        },
        acumulados=_acumulados(tipo, reportes, anios, corte),
        relatos=dict.fromkeys(reportes, (RELATO, RELATO)),
    )


def _metas(azar: np.random.Generator, tipo: str, anios: tuple[int, ...]) -> dict[int, float]:
    """Una meta entera por año, que sube, baja o se queda según el tipo."""
    primera = float(azar.integers(20, 400))
    pasos = azar.integers(1, 20, size=len(anios)).cumsum()
    if tipo == "Creciente":
        return {a: primera + float(p) for a, p in zip(anios, pasos, strict=True)}
    if tipo == "Decreciente":
        alto = primera + float(pasos[-1])
        return {a: alto - float(p) for a, p in zip(anios, pasos, strict=True)}
    if tipo == "Constante":
        return dict.fromkeys(anios, primera)
    return {a: float(azar.integers(20, 400)) for a in anios}


def _linea_base(tipo: str, primera: float) -> float | str:
    """La de antes del primer año; los tipos que no la usan dicen «N/A»."""
    return {"Creciente": primera - 1, "Decreciente": primera + 1}.get(tipo, "N/A")


def _reportes(
    azar: np.random.Generator,
    tipo: str,
    periodicidad: str,
    metas: Mapping[int, float],
    corte: tuple[int, int],
) -> dict[tuple[int, int], float]:
    """Lo reportado en cada trimestre que la periodicidad exige, hasta el corte."""
    debidos = {"Semestral": (2, 4), "Anual": (4,)}.get(periodicidad, TRIMESTRES)
    ritmo = float(azar.uniform(0.4, 1.3))
    reportes: dict[tuple[int, int], float] = {}
    for anio, meta in metas.items():
        for trimestre in debidos:
            if (anio, trimestre) > corte:
                continue
            valor = meta * ritmo / (len(debidos) if tipo == "Suma" else 1)
            if tipo == "Decreciente":
                valor = meta / max(ritmo, 0.8)
            reportes[anio, trimestre] = round(valor, 2)
    return reportes


def _acumulados(
    tipo: str,
    reportes: Mapping[tuple[int, int], float],
    anios: tuple[int, ...],
    corte: tuple[int, int],
) -> dict[int, float]:
    """El acumulado de cada año que ya empezó."""
    acumulados: dict[int, float] = {}
    for anio in anios:
        hasta = [valor for (a, _), valor in sorted(reportes.items()) if a <= anio]
        if anio <= corte[0] and hasta:
            acumulados[anio] = float(np.sum(hasta)) if tipo == "Suma" else hasta[-1]
    return acumulados
