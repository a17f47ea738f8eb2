"""La leyenda que va bajo un dibujo, en las columnas que quepan."""

from collections.abc import Sequence

import altair as alt
from altair.typing import Optional

from tablero import tema
from tablero.graficos.piezas.base import ANCHO_DE_LETRA

SEPARACION = 28
"""Píxeles entre una columna y la siguiente."""
MAS_COLUMNAS = 5
"""Las de una leyenda, a lo sumo."""
LADO = 15
"""De cada muestra."""


def _columnas(rotulos: Sequence[str], margen: int) -> alt.ExprRef:
    """En cuántas columnas va una leyenda: las más que quepan en el ancho del dibujo.

    Cada columna es tan ancha como su rótulo más largo, con su muestra.
    """
    letra = tema.LETRA_DE_ROTULO
    anchos = [len(rotulo) * letra * ANCHO_DE_LETRA + letra * 2 for rotulo in rotulos]
    casos = ""
    for cuantas in range(min(len(anchos), MAS_COLUMNAS), 1, -1):
        necesario = sum(max(anchos[lugar::cuantas]) + SEPARACION for lugar in range(cuantas))
        casos += f"width >= {round(necesario) + margen} ? {cuantas} : "
    return alt.ExprRef(f"{casos}1")


def de_cuadros(
    rotulos: Sequence[str], *, expresion: Optional[str] = alt.Undefined, margen: int = 0
) -> alt.Legend:
    """La leyenda de unas áreas; `expresion` escribe cada rótulo, si no es el de los datos.

    `margen` son los píxeles de los nombres del eje: en el papel, Vega cuenta las columnas antes de
    quitárselos al ancho, y sin él la última quedaría fuera del dibujo.
    """
    return alt.Legend(
        orient="bottom",
        labelFontSize=tema.LETRA_DE_ROTULO,
        labelLimit=0,
        symbolType="square",
        symbolSize=LADO**2,
        symbolStrokeWidth=0,
        columns=_columnas(rotulos, margen),
        columnPadding=SEPARACION,
        labelExpr=expresion,
        rowPadding=6,
    )
