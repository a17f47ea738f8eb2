"""Dos líneas en el tiempo: lo que un plan programa hasta el final y lo que se lleva hasta hoy.

El eje horizontal es el tiempo en años: 2026 es el 31 de diciembre de 2025.
"""

from collections.abc import Callable, Sequence
from datetime import date

import altair as alt
import pandas as pd

from tablero import tema
from tablero.filas import Fila
from tablero.graficos.piezas.base import LETRA, Dibujo
from tablero.graficos.piezas.tiempo import capa, en_anios, en_el_tiempo

AIRE = 1.14
"""Cuánto más que lo más alto mide el eje: arriba va el rótulo del corte."""


def serie(
    clase: str, filas: Sequence[Fila], columna: str, decir: Callable[[Fila], str]
) -> list[Fila]:
    """Los puntos de una de las dos líneas, `programado` o `hecho`, cada uno en su día."""
    return [
        {"clase": clase, "x": en_anios(f["dia_fecha"]), "y": f[columna], "detalle": decir(f)}
        for f in filas
    ]


def dibujar(
    marcas: Sequence[Fila], anios: Sequence[int], corte: date, *, unidad: str = ""
) -> tuple[Dibujo, pd.DataFrame]:
    """El dibujo y sus datos: línea cortada, lo programado; con puntos, lo hecho; y el corte."""
    datos = pd.DataFrame(
        [*marcas, {"clase": "corte", "x": en_anios(corte)}], columns=["clase", "x", "y", "detalle"]
    )
    alturas = [*datos["y"].dropna().astype(float), 0.0]
    bajo, alto = min(alturas), max(alturas) or 1.0
    dibujo = en_el_tiempo(
        anios,
        corte,
        [
            capa("programado").mark_line(
                color=LETRA, strokeWidth=3, strokeDash=[8, 5], point={"size": 60, "color": LETRA}
            ),
            capa("hecho").mark_line(
                color=tema.ACENTO_VIVO,
                strokeWidth=4,
                point={"size": 120, "color": tema.ACENTO_VIVO},
            ),
        ],
        alt.Scale(domain=[bajo, alto * AIRE], nice=False),
        expresion=f"datum.label + '{unidad}'",
    )
    return dibujo, datos
