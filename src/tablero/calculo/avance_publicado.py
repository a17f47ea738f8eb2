"""Avance, trayectoria y brecha de una política cuando solo se publican los porcentajes.

Fórmulas: `docs/metodologia.md`. Los porcentajes están en la escala donde 50 significa 50 %, y
las ponderaciones de todos los productos suman 100.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import fsum
from typing import Self

from tablero.calculo.aporte import TOPE, Aporte, aportar
from tablero.modelo.politica import Anualizacion, PoliticaAvance, PoliticaProducto

SIN_TRAYECTORIA = "con un PAHV de 0 % no se puede deducir su trayectoria"
VERSION = "Porcentajes publicados 2"
"""Sube cuando cambia el cálculo; acompaña a cada fila."""


@dataclass(frozen=True)
class ProductoPublicado:
    """Lo que se necesita de un producto para sumar la política."""

    ponderacion_pct: float
    anualizacion_tipo: Anualizacion
    pahv_pct: float | None
    paa_pct: float | None

    @classmethod
    def de(cls, producto: PoliticaProducto, avance: PoliticaAvance) -> Self:
        """El de una fila de cada tabla."""
        return cls(
            producto.ponderacion_pct, producto.anualizacion_tipo, avance.pahv_pct, avance.paa_pct
        )


def trayectoria(producto: ProductoPublicado) -> float | None:
    """Trayectoria ideal de un producto: PAA / PAHV, a lo sumo 100 %.

    Es lo programado hasta hoy contra la meta final. Un Constante en cero debía estar en 100 %;
    cualquier otro tipo en cero no permite deducirla, y sin porcentajes no la hay: `None`.
    """
    if producto.pahv_pct is None or producto.paa_pct is None:
        return None
    if producto.pahv_pct == 0:
        return TOPE if producto.anualizacion_tipo == "Constante" else None
    return min(producto.paa_pct / producto.pahv_pct * 100, TOPE)


def fuera(producto: ProductoPublicado) -> str | None:
    """Por qué un producto queda fuera de la suma; `None` si suma.

    Hace falta saber lo que lleva y lo que debía: con una sola de las dos, la brecha se movería sin
    que nadie avanzara ni se atrasara.
    """
    porcentajes = {"PAHV": producto.pahv_pct, "PAA": producto.paa_pct}
    faltan = [nombre for nombre, valor in porcentajes.items() if valor is None]
    if faltan:
        cuales = "sus porcentajes" if len(faltan) == len(porcentajes) else f"su {faltan[0]}"
        return f"la fuente no publica {cuales}"
    return None if trayectoria(producto) is not None else SIN_TRAYECTORIA


def aporte(producto: ProductoPublicado) -> Aporte:
    """Puntos del producto en la política; si queda fuera, ni de avance ni de trayectoria."""
    return aportar(
        producto.ponderacion_pct, producto.paa_pct, trayectoria(producto), fuera=fuera(producto)
    )


def sumar(productos: Iterable[ProductoPublicado]) -> Aporte:
    """Avance y trayectoria del conjunto, en puntos de la política; no se reescalan pesos."""
    aportes = [aporte(producto) for producto in productos]
    return Aporte(
        avance_pp=fsum(a.avance_pp for a in aportes),
        trayectoria_pp=fsum(a.trayectoria_pp for a in aportes),
    )
