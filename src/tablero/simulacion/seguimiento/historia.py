"""La vida de los productos de una política inventada: qué se programó y qué se fue reportando.

Es una sola historia hasta el último trimestre; el libro de cada corte es lo que de ella se sabía.
"""

from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np

from tablero.errores import ErrorTablero
from tablero.modelo.politica import Anualizacion
from tablero.simulacion.piezas import repartir
from tablero.simulacion.seguimiento import vocabulario
from tablero.simulacion.seguimiento.formulas import (
    CON_LINEA_BASE,
    MESES_POR_TRIMESTRE,
    Periodo,
    Plan,
    debidos,
    programado,
)

CENTESIMAS = 10_000
"""Las ponderaciones, en centésimas de punto porcentual, suman esto."""
PESO_MINIMO = 50
MAX_PRODUCTOS = 500
PERIODICIDADES = ("Mensual", "Trimestral", "Semestral", "Anual")
PRODUCTOS_POR_RESULTADO, RESULTADOS_POR_OBJETIVO = 5, 4
DECIMALES = 2

Conducta = Literal["alto", "bajo", "medio", "sobre-ejecución", "sin iniciar", "sin reporte"]
CONDUCTAS: dict[Conducta, float] = {
    "alto": 0.56,
    "bajo": 0.18,
    "medio": 0.12,
    "sobre-ejecución": 0.08,
    "sin iniciar": 0.03,
    "sin reporte": 0.03,
}
"""Cómo le va a un producto → qué parte de ellos va así."""
RITMOS: dict[Conducta, tuple[float, float]] = {
    "alto": (0.83, 1.15),
    "bajo": (0.04, 0.46),
    "medio": (0.56, 0.69),
    "sobre-ejecución": (1.37, 4.0),
}
"""Entre qué partes de lo programado reporta; con la variación de cada trimestre no cambia de color.
"""
VARIACION = 0.08
CAMBIA_DE_CONDUCTA, EMPIEZA_DESPUES, TERMINA_ANTES, SIN_LINEA_BASE = 0.3, 0.2, 0.4, 0.1


@dataclass(frozen=True)
class Inventado:
    """Un indicador, de principio a fin; `peso` en centésimas de punto."""

    codigo: str
    nombre: str
    indicador_nombre: str
    sector: str
    entidad: str
    peso: int
    conducta: Conducta
    plan: Plan
    reportes: dict[Periodo, float]
    relatos: dict[Periodo, tuple[str, str]]
    dice_linea_base: bool = True
    vigente: bool = True

    @property
    def resultado(self) -> str:
        """Los dos primeros números del código."""
        return self.codigo.rpartition(".")[0]


def inventar(
    azar: np.random.Generator,
    cuantos: int,
    anios: tuple[int, ...],
    hasta: Periodo,
    actual: int | None = None,
) -> list[Inventado]:
    """`cuantos` productos de todos los tipos y conductas, con reportes hasta ese trimestre.

    Al empezar el año `actual` (el último, si no se dice) algunos cambian de conducta. El primero
    dura todo el plan y va bien: a él se le hacen las fallas que se pidan. `ErrorTablero` si no
    caben.
    """
    if not 1 <= cuantos <= MAX_PRODUCTOS:
        raise ErrorTablero(f"los productos van de 1 a {MAX_PRODUCTOS}.")
    minimo = min(PESO_MINIMO, CENTESIMAS // (2 * cuantos))
    pesos = repartir(azar, CENTESIMAS, cuantos, minimo)
    conductas = _conductas(azar, cuantos)
    return [
        producto(azar, n, peso, conducta, anios, hasta, actual)
        for n, (peso, conducta) in enumerate(zip(pesos, conductas, strict=True))
    ]


def codigo(numero: int) -> str:
    """El código del producto número 0, 1…: cinco por resultado y cuatro resultados por objetivo."""
    resultado, suelto = divmod(numero, PRODUCTOS_POR_RESULTADO)
    objetivo, resultado = divmod(resultado, RESULTADOS_POR_OBJETIVO)
    return f"{objetivo + 1}.{resultado + 1}.{suelto + 1}"


def producto(  # noqa: PLR0917 - lo que distingue a un producto de otro
    azar: np.random.Generator,
    numero: int,
    peso: int,
    conducta: Conducta,
    anios: tuple[int, ...],
    hasta: Periodo,
    actual: int | None = None,
) -> Inventado:
    """Un producto con su plan y sus reportes."""
    ahora = hasta[0] if actual is None else actual
    tipos = get_args(Anualizacion)
    tipo = tipos[numero % len(tipos)]
    periodicidad = PERIODICIDADES[numero // len(tipos) % len(PERIODICIDADES)]
    propios = anios if numero == 0 else _plazo(azar, anios, conducta, ahora)
    plan, dice_linea_base = _plan(azar, tipo, periodicidad, propios)
    reportes = _reportes(azar, plan, conducta, hasta, ahora)
    nombre, indicador_nombre = vocabulario.producto(numero)
    entidad, sector = vocabulario.entidad(azar)
    return Inventado(
        codigo=codigo(numero),
        nombre=nombre,
        indicador_nombre=indicador_nombre,
        sector=sector,
        entidad=entidad,
        peso=peso,
        conducta=conducta,
        plan=plan,
        reportes=reportes,
        relatos={periodo: vocabulario.relato(azar) for periodo in reportes},
        dice_linea_base=dice_linea_base,
    )


def _conductas(azar: np.random.Generator, cuantos: int) -> list[Conducta]:
    """Una de cada una, si caben, y las demás según su parte; la primera, buena."""
    nombres = list(CONDUCTAS)
    faltan = max(cuantos - len(nombres), 0)
    sorteadas = azar.choice(len(nombres), faltan, p=list(CONDUCTAS.values()))
    demas = azar.permutation([*range(1, len(nombres)), *sorteadas])
    return [nombres[0], *(nombres[int(i)] for i in demas)][:cuantos]


def _plazo(
    azar: np.random.Generator, anios: tuple[int, ...], conducta: Conducta, actual: int
) -> tuple[int, ...]:
    """Los años en que tiene meta; uno sin iniciar los tiene todos después del actual."""
    primero, ultimo = anios[0], anios[-1]
    if conducta == "sin iniciar" and actual < ultimo:
        return tuple(range(actual + 1, ultimo + 1))
    if azar.random() < EMPIEZA_DESPUES and primero + 1 < actual:
        primero += 1
    if azar.random() < TERMINA_ANTES:
        ultimo = int(azar.integers(min(max(primero, actual - 1), ultimo), ultimo + 1))
    return tuple(a for a in anios if primero <= a <= ultimo)


def _plan(
    azar: np.random.Generator, tipo: str, periodicidad: str, anios: tuple[int, ...]
) -> tuple[Plan, bool]:
    """Metas enteras que suben, bajan o se quedan según el tipo; y si el libro dice la línea base.

    Uno que no la dice parte de cero.
    """
    if tipo == "Suma":
        metas = {a: float(azar.integers(20, 400)) for a in anios}
        return Plan(tipo, periodicidad, metas, sum(metas.values()), 0.0), False
    if tipo == "Constante":
        metas = dict.fromkeys(anios, float(azar.integers(20, 400)))
        return Plan(tipo, periodicidad, metas, metas[anios[-1]], 0.0), False
    pasos = azar.integers(10, 60, size=len(anios)).cumsum()
    if tipo == "Decreciente":
        base = float(pasos[-1] + azar.integers(20, 100))
        metas = {a: base - float(p) for a, p in zip(anios, pasos, strict=True)}
        return Plan(tipo, periodicidad, metas, metas[anios[-1]], base), True
    dice = bool(azar.random() >= SIN_LINEA_BASE)
    base = float(azar.integers(1, 60)) if dice else 0.0
    metas = {a: base + float(p) for a, p in zip(anios, pasos, strict=True)}
    return Plan(tipo, periodicidad, metas, metas[anios[-1]], base), dice


def _reportes(
    azar: np.random.Generator, plan: Plan, conducta: Conducta, hasta: Periodo, actual: int
) -> dict[Periodo, float]:
    """Lo reportado en cada trimestre debido, según lo programado y su ritmo."""
    if conducta not in RITMOS:
        return {}
    antes = float(azar.uniform(*RITMOS[conducta]))
    nueva = conducta
    if azar.random() < CAMBIA_DE_CONDUCTA:
        nueva = list(RITMOS)[int(azar.integers(len(RITMOS)))]
    ahora = float(azar.uniform(*RITMOS[nueva])) if nueva != conducta else antes
    exigidos = debidos(plan.periodicidad)
    reportes: dict[Periodo, float] = {}
    for anio in plan.metas:
        for trimestre in exigidos:
            if (anio, trimestre) > hasta:
                continue
            ritmo = (ahora if anio >= actual else antes) * float(
                azar.uniform(1 - VARIACION, 1 + VARIACION)
            )
            mp, _ = programado(plan, anio, MESES_POR_TRIMESTRE * trimestre)
            if mp is None:
                continue
            if plan.tipo == "Suma":
                valor = plan.metas[anio] / len(exigidos) * ritmo
            elif plan.tipo in CON_LINEA_BASE:
                valor = plan.linea_base + (mp - plan.linea_base) * ritmo
            else:
                valor = mp * ritmo
            reportes[anio, trimestre] = round(max(valor, 0.0), DECIMALES)
    return reportes
