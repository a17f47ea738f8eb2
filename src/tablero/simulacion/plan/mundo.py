"""Qué promete el plan de una política inventada en cada momento de su historia."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from tablero.errores import ErrorTablero
from tablero.simulacion.seguimiento.corpus import PoliticaInventada
from tablero.simulacion.seguimiento.datos import IndicadorInventado, al_corte
from tablero.simulacion.seguimiento.formulas import Periodo
from tablero.simulacion.seguimiento.historia import CENTESIMAS, Inventado
from tablero.simulacion.seguimiento.sucesos import MINIMO, SUCESOS

VERSION = re.compile(r"v(\d{1,3})-(\d{2})", re.ASCII)
SIGLO, ULTIMO_TRIMESTRE = 2000, 4
PRIMERA, SEGUNDA = ("v1-23", date(2023, 1, 1)), ("v2-25", date(2025, 12, 20))
"""Las versiones de toda política inventada y desde cuándo rige cada una: la segunda recoge lo que
los ajustes de 2025 cambiaron."""
VERSIONES = (PRIMERA, SEGUNDA)


@dataclass(frozen=True)
class ObjetivoInventado:
    """Un objetivo; su ponderación, en fracción."""

    numero: int
    nombre: str
    ponderacion: float


@dataclass(frozen=True)
class PlanInventado:
    """Lo que promete una versión; las ponderaciones, en fracción."""

    politica_nombre: str
    anios: tuple[int, ...]
    objetivos: Sequence[ObjetivoInventado]
    resultados: Sequence[IndicadorInventado]
    productos: Sequence[IndicadorInventado]


def prometer(politica: PoliticaInventada, anios: tuple[int, ...], version: str) -> PlanInventado:
    """El plan de esa versión: lo que se sabía al terminar su año.

    `ErrorTablero` si el nombre de la versión no tiene la forma `v2-25`.
    """
    corte = (numero_y_anio(version)[1], ULTIMO_TRIMESTRE)
    productos = en_el_corte(politica, corte)
    resultados = con_su_peso(politica.resultados, productos)
    numeros = sorted({int(r.codigo.partition(".")[0]) for r in resultados})
    return PlanInventado(
        politica.nombre,
        anios,
        [
            ObjetivoInventado(n, f"Objetivo simulado {n}", _peso(resultados, n) / CENTESIMAS)
            for n in numeros
        ],
        [al_corte(r, anios, corte) for r in resultados],
        [al_corte(p, anios, corte) for p in productos],
    )


def con_su_peso(resultados: Sequence[Inventado], productos: Sequence[Inventado]) -> list[Inventado]:
    """Los resultados, con la suma de sus productos vigentes."""
    return [
        replace(r, peso=sum(p.peso for p in productos if p.resultado == r.codigo and p.vigente))
        for r in resultados
    ]


def numero_y_anio(version: str) -> tuple[int, int]:
    """`v2-25` → (2, 2025); `ErrorTablero` si no tiene esa forma."""
    hallada = VERSION.fullmatch(version)
    if hallada is None:
        raise ErrorTablero(f"«{version}» no es una versión; escríbala así: v2-25.")
    return int(hallada[1]), SIGLO + int(hallada[2])


def en_el_corte(politica: PoliticaInventada, corte: Periodo) -> list[Inventado]:
    """Los productos como quedaron con todo lo aprobado hasta ese trimestre."""
    ahora = list(politica.productos)
    if len(ahora) >= MINIMO:
        for desde, suceso in SUCESOS:
            if corte >= desde:
                ahora = suceso(ahora, politica.entrante)
    return ahora


def _peso(resultados: Sequence[Inventado], objetivo: int) -> int:
    return sum(r.peso for r in resultados if r.codigo.startswith(f"{objetivo}."))
