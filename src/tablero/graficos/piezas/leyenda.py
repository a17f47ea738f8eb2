"""La leyenda que va bajo un dibujo, en las columnas que quepan."""

from collections.abc import Sequence

import altair as alt
from altair.typing import Optional

from tablero.graficos.piezas.base import LETRA

SEPARACION = 28
"""Píxeles entre una columna y la siguiente."""
MAS_COLUMNAS = 5
"""Las de una leyenda, a lo sumo."""
PARTE_DE_EME = 0.52
"""Lo que ocupa, en promedio, una letra de un rótulo."""


def _columnas(rotulos: Sequence[str], letra: int) -> alt.ExprRef:
    """En cuántas columnas va una leyenda: las más que quepan en el ancho del dibujo.

    Cada columna es tan ancha como su rótulo más largo, con su muestra.
    """
    anchos = [len(rotulo) * letra * PARTE_DE_EME + letra * 2 for rotulo in rotulos]
    casos = ""
    for cuantas in range(min(len(anchos), MAS_COLUMNAS), 1, -1):
        necesario = sum(max(anchos[lugar::cuantas]) + SEPARACION for lugar in range(cuantas))
        casos += f"width >= {round(necesario)} ? {cuantas} : "
    return alt.ExprRef(f"{casos}1")


def de_cuadros(
    rotulos: Sequence[str],
    letra: int,
    *,
    area: int,
    expresion: Optional[str] = alt.Undefined,
    entre_renglones: Optional[int] = alt.Undefined,
) -> alt.Legend:
    """La leyenda de unas áreas: `letra` y `entre_renglones` en píxeles, `area` de cada muestra.

    `expresion` es la que escribe cada rótulo, si no es como está en los datos.
    """
    return alt.Legend(
        orient="bottom",
        labelFontSize=letra,
        labelColor=LETRA,
        labelLimit=0,
        symbolType="square",
        symbolSize=area,
        symbolStrokeWidth=0,
        columns=_columnas(rotulos, letra),
        columnPadding=SEPARACION,
        labelExpr=expresion,
        rowPadding=entre_renglones,
    )
