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
from tablero.graficos.piezas.tiempo import al_final, capa, en_anios, en_el_tiempo

NOMBRES = {"programado": "Según el plan", "hecho": "Lo que lleva"}
"""Cada línea, como se nombra en su último punto."""
AIRE = 1.14
"""Cuánto más que lo más alto mide el eje: arriba va el rótulo del corte."""


def serie(
    clase: str, filas: Sequence[Fila], columna: str, decir: Callable[[Fila], str]
) -> list[Fila]:
    """Los puntos de una de las dos líneas, `programado` o `hecho`, cada uno en su día."""
    return [
        {
            "clase": clase,
            "x": en_anios(f["dia_fecha"]),
            "y": f[columna],
            "detalle": decir(f),
            "rotulo": NOMBRES[clase] if f is filas[-1] else None,
        }
        for f in filas
    ]


def dibujar(
    marcas: Sequence[Fila], anios: Sequence[int], corte: date, *, unidad: str = ""
) -> tuple[Dibujo, pd.DataFrame]:
    """El dibujo y sus datos: línea cortada, lo programado; con puntos, lo hecho; y el corte."""
    datos = pd.DataFrame(
        [*marcas, {"clase": "corte", "x": en_anios(corte)}],
        columns=["clase", "x", "y", "detalle", "rotulo"],
    )
    alturas = [*datos["y"].dropna().astype(float), 0.0]
    bajo, alto = min(alturas), max(alturas) or 1.0
    dibujo = en_el_tiempo(
        anios,
        corte,
        [
            capa("programado").mark_line(
                color=LETRA,
                strokeWidth=tema.TRAZO_DE_REFERENCIA,
                strokeDash=list(tema.CORTADA),
                point={"size": tema.PUNTO_MENOR, "color": LETRA},
            ),
            capa("hecho").mark_line(
                color=tema.ACENTO_VIVO,
                strokeWidth=tema.TRAZO_DE_DATO,
                point={"size": tema.PUNTO, "color": tema.ACENTO_VIVO},
            ),
            *al_final("programado", encima=True, a_la_derecha=False),
            *al_final("hecho", encima=False, a_la_derecha=True),
        ],
        alt.Scale(domain=[bajo, alto * AIRE], nice=False),
        expresion=f"datum.label + '{unidad}'",
    )
    return dibujo, datos
