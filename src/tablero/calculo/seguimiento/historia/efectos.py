"""Qué le hizo al avance de la política cada cosa que cambió entre dos cortes.

Los cambios se multiplican entre sí (una ponderación nueva sobre una meta nueva), y cuánto le toca a
cada uno depende de en qué orden se miren. Se miran en este, siempre el mismo:

1. **sale**, **entra**: primero, quién cuenta; un producto que no está en los dos cortes no tiene
   nada más que comparar.
2. **queda sin dato**, **vuelve a tener dato**: el que en uno de los dos cortes está fuera de la
   suma, porque algo no se lee o falta: se lleva o trae todo lo suyo, y tampoco se compara más.
3. **ponderación**: cuánto pesa, con el avance que ya se conocía: `(w2 − w1) × PAA1`. Desde aquí se
   mide con el peso nuevo.
4. **períodos reescritos**: cuál habría sido el avance de antes si el libro hubiera dicho lo que hoy
   dice de los trimestres ya cerrados, con las reglas de entonces.
5. **metas, tipo o línea base**: lo mismo con las reglas de hoy: toda la ficha nueva del producto en
   el corte de antes.
6. **reportes nuevos**: lo que queda, que es lo reportado después del corte de antes. Va al final
   para que sea avance de verdad, medido con las reglas de hoy y sin lo que se corrigió.

Cada paso parte de donde dejó el anterior: la suma es exactamente lo que cambió el avance. Donde un
corte solo trae porcentajes, los tres últimos no se distinguen y son uno: **avance**. Un paso que no
se puede calcular, porque mezcla lo de los dos cortes y algo no se lee, va con el siguiente.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, get_args

from tablero.calculo.aporte import aportar
from tablero.calculo.seguimiento.historia.en_corte import EnCorte
from tablero.calculo.seguimiento.indicador import Indicador, Periodo
from tablero.calculo.seguimiento.motor import calcular
from tablero.calculo.seguimiento.por_codigo import emparejar

Causa = Literal[
    "sale",
    "entra",
    "queda sin dato",
    "vuelve a tener dato",
    "ponderación",
    "períodos reescritos",
    "metas, tipo o línea base",
    "reportes nuevos",
    "avance",
]
CAUSAS: tuple[Causa, ...] = get_args(Causa)
"""En el orden en que se miran."""
RUIDO = 1e-9
"""En puntos: un efecto menor es ruido de los decimales."""


@dataclass(frozen=True)
class Efecto:
    """Los puntos que una causa le suma o le quita al avance de la política en un producto."""

    producto_codigo: str
    causa: Causa
    puntos: float


def efectos(
    antes: Sequence[EnCorte], despues: Sequence[EnCorte], periodo_antes: Periodo
) -> list[Efecto]:
    """Los efectos distintos de cero, por causa y código; suman lo que cambió el avance."""
    todos = [
        Efecto(codigo, causa, puntos)
        for codigo, uno, otro in emparejar(antes, despues)
        for causa, puntos in _de_uno(uno, otro, periodo_antes)
        if abs(puntos) > RUIDO
    ]
    return sorted(todos, key=lambda efecto: CAUSAS.index(efecto.causa))


def _de_uno(
    antes: EnCorte | None, despues: EnCorte | None, corte: Periodo
) -> Iterator[tuple[Causa, float]]:
    estaba = antes is not None and antes.es_vigente
    esta = despues is not None and despues.es_vigente
    if antes is not None and estaba and not esta:
        yield "sale", -antes.aporte.avance_pp
    elif despues is not None and esta and not estaba:
        yield "entra", despues.aporte.avance_pp
    elif antes is None or despues is None or (antes.fuera and despues.fuera):
        return
    elif despues.fuera:
        yield "queda sin dato", -antes.aporte.avance_pp
    elif antes.fuera:
        yield "vuelve a tener dato", despues.aporte.avance_pp
    else:
        previo = antes.aporte.avance_pp
        for causa, paa_pct in _escalones(antes, despues, corte):
            puntos = aportar(despues.peso_pct, paa_pct, None).avance_pp
            yield causa, puntos - previo
            previo = puntos


def _escalones(
    antes: EnCorte, despues: EnCorte, corte: Periodo
) -> Iterator[tuple[Causa, float | None]]:
    """El avance acumulado del producto (%) al terminar cada paso, con el peso nuevo."""
    yield "ponderación", antes.paa_pct
    if antes.indicador is None or despues.indicador is None:
        yield "avance", despues.paa_pct
        return
    pasos: tuple[tuple[Causa, Indicador], ...] = (
        ("períodos reescritos", replace(antes.indicador, reportes=despues.indicador.reportes)),
        ("metas, tipo o línea base", despues.indicador),
    )
    for causa, indicador in pasos:
        cifras = calcular(indicador, corte)
        if not cifras.fuera:
            yield causa, cifras.paa_pct
    yield "reportes nuevos", despues.paa_pct
