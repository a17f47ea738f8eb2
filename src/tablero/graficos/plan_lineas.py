"""Dos líneas en el tiempo: lo que un plan programa hasta el final y lo que se lleva hasta hoy.

El eje horizontal es el tiempo en años: 2026 es el 31 de diciembre de 2025.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

import altair as alt
import pandas as pd

from tablero import tema
from tablero.graficos.base import LETRA, Dibujo

ALTO = 380
LETRA_PX = 16
AIRE = 1.14
"""Cuánto más que lo más alto mide el eje: arriba va el rótulo del corte."""
ANCHO_DE_ANIO = 44
"""Píxeles desde los que cabe «2025»; con menos, «’25»."""
Marca = dict[str, Any]


def en_anios(dia: date) -> float:
    """El final de ese día, en años: el 31 de diciembre de 2025 es 2026."""
    enero = date(dia.year, 1, 1)
    return dia.year + ((dia - enero).days + 1) / (date(dia.year + 1, 1, 1) - enero).days


def marca(clase: str, x: float, y: float | None, detalle: str) -> Marca:
    """Un punto de una de las dos líneas: `programado` o `hecho`."""
    return {"clase": clase, "x": x, "y": y, "detalle": detalle}


def dibujar(
    marcas: Sequence[Marca], anios: Sequence[int], corte: date, *, unidad: str = ""
) -> tuple[Dibujo, pd.DataFrame]:
    """El dibujo y sus datos: línea cortada, lo programado; con puntos, lo hecho; y el corte."""
    datos = pd.DataFrame(
        [*marcas, {"clase": "corte", "x": en_anios(corte)}], columns=["clase", "x", "y", "detalle"]
    )
    alturas = [*datos["y"].dropna().astype(float), 0.0]
    bajo, alto = min(alturas), max(alturas) or 1.0
    mitad = (anios[0] + anios[-1] + 1) / 2
    a_la_izquierda = en_anios(corte) > mitad
    corte_a_la_vista = anios[0] <= en_anios(corte) <= anios[-1] + 1
    raya = _capa("corte") if corte_a_la_vista else _capa("ninguna")
    dibujo = alt.LayerChart(
        autosize=alt.AutoSizeParams(type="fit-x", contains="padding"),
        encoding=alt.FacetedEncoding(
            x=alt.X(
                "x:Q",
                title=None,
                scale=alt.Scale(domain=[anios[0], anios[-1] + 1], nice=False, zero=False),
                axis=_eje_de_anios(anios),
            ),
            y=alt.Y(
                "y:Q",
                title=None,
                scale=alt.Scale(domain=[bajo, alto * AIRE], nice=False),
                axis=alt.Axis(
                    labelExpr=f"datum.label + '{unidad}'",
                    format=",~f",
                    tickCount=5,
                    gridOpacity=0.3,
                    labelColor=LETRA,
                    domain=False,
                ),
            ),
            tooltip=alt.Tooltip("detalle:N", title="Qué"),
        ),
        layer=[
            _capa("programado").mark_line(
                color=LETRA, strokeWidth=3, strokeDash=[8, 5], point={"size": 60, "color": LETRA}
            ),
            _capa("hecho").mark_line(
                color=tema.ACENTO_VIVO,
                strokeWidth=4,
                point={"size": 120, "color": tema.ACENTO_VIVO},
            ),
            raya.mark_rule(color=tema.CONTRASTE, strokeWidth=3, strokeDash=[4, 4]).encode(
                y=alt.value(0), y2=alt.value(ALTO)
            ),
            raya.mark_text(
                align="right" if a_la_izquierda else "left",
                baseline="top",
                dx=-6 if a_la_izquierda else 6,
                fontSize=LETRA_PX,
                fontWeight=700,
                color=LETRA,
                text="Corte",
            ).encode(y=alt.value(2)),
        ],
    )
    return dibujo, datos


def _capa(clase: str) -> alt.Chart:
    return alt.Chart().transform_filter(f"datum.clase === '{clase}'")


def _eje_de_anios(anios: Sequence[int]) -> alt.Axis:
    """Un rótulo en el centro de cada año; «’25» donde no cabe «2025»."""
    entero = "format(floor(datum.value), 'd')"
    return alt.Axis(
        values=[anio + 0.5 for anio in range(anios[0], anios[-1] + 1)],
        labelExpr=(f"width / {len(anios)} > {ANCHO_DE_ANIO} ? {entero} : '’' + slice({entero}, 2)"),
        grid=False,
        ticks=False,
        labelColor=LETRA,
        labelFontSize=LETRA_PX,
        labelFlush=False,
        labelPadding=8,
    )
