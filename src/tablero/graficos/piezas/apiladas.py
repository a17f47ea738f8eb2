"""Barras apiladas con lo que suman escrito al final, en cualquier ancho y en los dos temas."""

from collections.abc import Sequence

import altair as alt
import pandas as pd

from tablero.graficos.piezas import leyenda
from tablero.graficos.piezas.base import LETRA

ALTO_DE_BARRA = 46
GROSOR = 28
PIXELES_POR_LETRA = 9.2
HOLGURA = 18


def dibujar(
    partes: pd.DataFrame, colores: dict[str, str], *, que_es: str
) -> tuple[alt.LayerChart, int]:
    """El dibujo y su alto en píxeles.

    Recibe una fila por parte: `nombre` de la barra, `parte` (una de `colores`, en su orden),
    `valor`, y `total` y `rotulo` de la barra entera. `que_es` dice qué se cuenta.
    """
    orden: Sequence[str] = list(dict.fromkeys(partes["nombre"]))
    # El rótulo va después de la barra: se le deja su sitio en píxeles.
    sitio = round(partes["rotulo"].str.len().max() * PIXELES_POR_LETRA) + HOLGURA
    ancho = alt.Scale(
        domain=[0, int(partes["total"].max())],
        nice=False,
        range=[0, alt.ExprRef(f"max(width - {sitio}, 20)")],
    )
    nombres = alt.Y(
        "nombre:N",
        title=None,
        scale=alt.Scale(domain=orden),
        axis=alt.Axis(
            ticks=False,
            domain=False,
            labelFontSize=16,
            labelColor=LETRA,
            labelPadding=8,
            labelLimit=230,
        ),
    )
    barras = (
        alt.Chart()
        .mark_bar(height=GROSOR)
        .encode(
            y=nombres,
            x=alt.X("valor:Q", axis=None, scale=ancho),
            color=alt.Color(
                "parte:N",
                title=None,
                scale=alt.Scale(domain=list(colores), range=list(colores.values())),
                legend=leyenda.de_cuadros(list(colores), 17, area=260),
            ),
            order="orden:Q",
            tooltip=[
                alt.Tooltip("nombre:N", title="Nombre"),
                alt.Tooltip("parte:N", title="Parte"),
                alt.Tooltip("valor:Q", title=que_es),
            ],
        )
    )
    rotulos = (
        alt.Chart()
        .transform_aggregate(total="max(total)", rotulo="min(rotulo)", groupby=["nombre"])
        .mark_text(align="left", dx=8, fontSize=17, fontWeight=600, color=LETRA)
        .encode(y=nombres, x=alt.X("total:Q", scale=ancho), text="rotulo:N")
    )
    dibujo = alt.LayerChart(
        # Con `fit-x` el alto es el de las barras; con `fit`, el de todo, leyenda incluida.
        autosize=alt.AutoSizeParams(type="fit-x", contains="padding"),
        layer=[barras, rotulos],
    )
    return dibujo, ALTO_DE_BARRA * len(orden)


def partir(
    nombres: Sequence[str],
    valores: Sequence[dict[str, int]],
    rotulos: Sequence[str],
) -> pd.DataFrame:
    """Las filas que espera `dibujar`, de lo que vale cada parte de cada barra."""
    filas = [
        {
            "nombre": nombre,
            "parte": parte,
            "orden": orden,
            "valor": valor,
            "total": sum(partes.values()),
            "rotulo": rotulo,
        }
        for nombre, partes, rotulo in zip(nombres, valores, rotulos, strict=True)
        for orden, (parte, valor) in enumerate(partes.items())
    ]
    return pd.DataFrame(filas)
