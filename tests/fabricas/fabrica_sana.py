"""Un libro sano como los de verdad: plantilla de 2018 a 2025 en una política que llega a 2035.

Trae de todo lo que no es una falla: productos que empezaron antes de la plantilla o terminan
después, que ya terminaron, bienales, sin iniciar, no vigentes; y lo que sus fórmulas calculan.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from tablero.simulacion.seguimiento.datos import IndicadorInventado, al_corte
from tablero.simulacion.seguimiento.formulas import Plan
from tablero.simulacion.seguimiento.historia import Inventado

ANIOS = tuple(range(2018, 2026))
CORTE = (2024, 4)
DIA = date(2024, 12, 31)
INICIO, FIN = date(2023, 1, 1), date(2035, 12, 31)
Periodo = tuple[int, int]


def producto(  # noqa: PLR0917 - lo que distingue a un producto de otro
    codigo: str,
    tipo: str,
    peso: int,
    metas: Mapping[int, float],
    final: float,
    reportes: Mapping[Periodo, float],
    **datos: Any,
) -> tuple[Inventado, dict[str, Any]]:
    """Un producto y lo que su fila dice además; `peso` en centésimas de punto."""
    plan = Plan(
        tipo, datos.pop("periodicidad", "Anual"), dict(metas), final, datos.pop("linea_base", 0.0)
    )
    inventado = Inventado(
        codigo=codigo,
        nombre=f"Producto {codigo}",
        indicador_nombre=f"Indicador de {codigo}",
        sector="Sector A",
        entidad=datos.pop("entidad", "Entidad A"),
        peso=peso,
        conducta="alto",
        plan=plan,
        reportes=dict(reportes),
        relatos={p: (f"Lo hecho en {p[0]}.", "Enfoque.") for p in reportes},
        dice_linea_base=tipo in {"Creciente", "Decreciente"},
        vigente=datos.pop("vigente", True),
    )
    return inventado, {"inicio": INICIO, "fin": FIN, **datos}


Producto = tuple[Inventado, dict[str, Any]]
PRODUCTOS: tuple[Producto, ...] = (
    producto(
        *("1.1.1", "Suma", 2000, {2023: 100, 2024: 100, 2025: 100}, 1300),
        {(2023, 4): 100, (2024, 1): 20, (2024, 2): 30, (2024, 3): 20, (2024, 4): 30},
        periodicidad="Trimestral",
    ),
    producto(
        *("1.1.2", "Constante", 1000, dict.fromkeys((2023, 2024, 2025), 8.0), 8),
        {(2023, 2): 8, (2023, 4): 8, (2024, 2): 8, (2024, 4): 8},
        periodicidad="Semestral",
    ),
    producto(
        *("1.1.3", "Creciente", 1000, {2023: 30, 2024: 40, 2025: 50}, 150),
        {(2023, 4): 30, (2024, 4): 40},
        linea_base=20.0,
    ),
    producto(
        *("1.2.1", "Decreciente", 1000, {2023: 80, 2024: 70, 2025: 60}, 10),
        {(2023, 4): 80, (2024, 4): 70},
        linea_base=90.0,
        entidad="Entidad B",
    ),
    # Bienal: lo que adelanta en el año sin meta no es una falla.
    producto(
        *("1.2.2", "Suma", 1000, {2022: 10, 2024: 10}, 60),
        {(2022, 4): 10, (2023, 4): 2, (2024, 4): 8},
        periodicidad="Bienal",
        inicio=date(2022, 1, 1),
    ),
    # Terminó, y su última fila de reporte es de entonces.
    producto(
        *("2.1.1", "Suma", 1000, {2019: 5, 2020: 5, 2021: 5}, 15),
        {(2019, 4): 5, (2020, 4): 5, (2021, 4): 5},
        inicio=date(2019, 1, 1),
        fin=date(2021, 12, 31),
    ),
    # Empezó antes de la plantilla.
    producto(
        *("2.1.2", "Constante", 1000, dict.fromkeys(ANIOS, 1.0), 1),
        {(a, 4): 1.0 for a in range(2018, 2025)},
        inicio=date(2015, 7, 1),
    ),
    producto(
        *("2.1.3", "Suma", 1000, {2025: 50}, 500),
        {},
        inicio=date(2025, 1, 1),
    ),
    # Su meta final está en su columna y el último año no lleva meta.
    producto(
        *("2.2.1", "Creciente", 1000, {2022: 10, 2023: 20}, 30),
        {(2022, 4): 10, (2023, 4): 20, (2024, 4): 30},
        inicio=date(2022, 1, 1),
        fin=date(2024, 12, 31),
    ),
    producto(*("2.2.2", "Suma", 700, {2023: 5}, 5), {}, vigente=False),
)


def filas(
    productos: tuple[Producto, ...] = PRODUCTOS,
    corte: Periodo = CORTE,
    anios: tuple[int, ...] = ANIOS,
) -> list[IndicadorInventado]:
    """Las filas del libro en ese corte, con lo que sus fórmulas calculan."""
    return [replace(al_corte(p, anios, corte), **datos) for p, datos in productos]


def cambiar(codigo: str, **cambios: Any) -> tuple[Producto, ...]:
    """Los productos con uno cambiado: lo del plan, lo del producto o lo de su fila."""
    nuevos = []
    for inventado, datos in PRODUCTOS:
        if inventado.codigo != codigo:
            nuevos.append((inventado, datos))
            continue
        del_plan = {c: v for c, v in cambios.items() if c in Plan._fields}
        propios = {c: v for c, v in cambios.items() if c in Inventado.__dataclass_fields__}
        de_fila = {c: v for c, v in cambios.items() if c not in {*del_plan, *propios}}
        cambiado = replace(inventado, plan=inventado.plan._replace(**del_plan), **propios)
        nuevos.append((cambiado, {**datos, **de_fila}))
    return tuple(nuevos)
