"""Barras apiladas con lo que suman escrito al final, en cualquier ancho y en los dos temas."""

from collections.abc import Sequence

import altair as alt
import pandas as pd

from tablero import tema
from tablero.filas import filas_de
from tablero.graficos.piezas import leyenda
from tablero.graficos.piezas.base import LETRA, LETRA_QUE_CABE, ancho_de, eje_de_nombres

ALTO_DE_BARRA = 46
HOLGURA = 18
HUECO = 1
"""Píxeles que cada parte deja libres a cada lado."""
SIN_LEYENDA = 2
"""Hasta tantas partes, su nombre va encima de la primera barra y no en una leyenda."""
SOBRE_LA_BARRA = 6


def dibujar(
    partes: pd.DataFrame, colores: dict[str, str], *, que_es: str
) -> tuple[alt.LayerChart, int]:
    """El dibujo y su alto en píxeles.

    Recibe una fila por parte: `nombre` de la barra, `parte` (una de `colores`, en su orden),
    `valor`, y `total` y `rotulo` de la barra entera. `que_es` dice qué se cuenta.
    """
    orden: Sequence[str] = list(dict.fromkeys(partes["nombre"]))
    # El rótulo va después de la barra: se le deja su sitio en píxeles.
    sitio = f"({ancho_de(partes['rotulo'], 1000) / 1000} * {LETRA_QUE_CABE} + {HOLGURA})"
    total = int(partes["total"].max())
    largo = f"max(width - {sitio}, 20)"
    ancho = alt.Scale(
        domain=[0, total],
        nice=False,
        range=[0, alt.ExprRef(largo)],
    )
    nombres = alt.Y(
        "nombre:N",
        title=None,
        scale=alt.Scale(domain=orden),
        axis=eje_de_nombres(230),
    )
    primera = partes[partes["nombre"] == orden[0]]
    van_encima = len(colores) <= SIN_LEYENDA and bool((primera["valor"] > 0).all())
    de_partes = list(colores)
    barras = (
        alt.Chart()
        .transform_filter("datum.valor > 0")
        .mark_bar(
            height=tema.BARRA, xOffset=HUECO, x2Offset=-HUECO, strokeWidth=tema.TRAZO_DE_REJILLA
        )
        .encode(
            y=nombres,
            x=alt.X("desde:Q", axis=None, scale=ancho),
            x2="hasta:Q",
            color=alt.Color(
                "parte:N",
                title=None,
                scale=alt.Scale(domain=de_partes, range=list(colores.values())),
                legend=None
                if van_encima
                else leyenda.de_cuadros(de_partes, margen=ancho_de(orden, tema.LETRA_DE_ROTULO)),
            ),
            stroke=alt.Stroke(
                "parte:N",
                scale=alt.Scale(domain=de_partes, range=list(map(tema.borde, colores.values()))),
                legend=None,
            ),
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
        .mark_text(
            align="left",
            dx=8,
            fontSize=alt.ExprRef(LETRA_QUE_CABE),
            fontWeight=600,
            color=LETRA,
        )
        .encode(y=nombres, x=alt.X("total:Q", scale=ancho), text="rotulo:N")
    )
    dibujo = alt.LayerChart(
        # Con `fit-x` el alto es el de las barras; con `fit`, el de todo, leyenda incluida.
        autosize=alt.AutoSizeParams(type="fit-x", contains="padding"),
        layer=[barras, rotulos, *(_encima(primera, largo, total) if van_encima else ())],
    )
    return dibujo, ALTO_DE_BARRA * len(orden)


def _encima(primera: pd.DataFrame, largo: str, total: int) -> list[alt.Chart]:
    """El nombre de cada parte donde empieza la suya en la primera barra, sin que dos se encimen."""
    corrido, salida = "0", []
    for fila in filas_de(primera.sort_values("orden")):
        lugar = f"max({corrido}, {largo} * {fila['desde'] / total})"
        salida.append(
            alt.Chart()
            .transform_aggregate(n="count()")
            .mark_text(
                align="left",
                baseline="bottom",
                fontSize=tema.LETRA_DE_EJE,
                color=LETRA,
                text=fila["parte"],
                tooltip=False,
            )
            .encode(x={"value": alt.ExprRef(lugar)}, y=alt.value(SOBRE_LA_BARRA))
        )
        corrido = f"{lugar} + {ancho_de([fila['parte']], tema.LETRA_DE_EJE) + HOLGURA}"
    return salida


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
            "desde": sum(list(partes.values())[:orden]),
            "hasta": sum(list(partes.values())[: orden + 1]),
            "total": sum(partes.values()),
            "rotulo": rotulo,
        }
        for nombre, partes, rotulo in zip(nombres, valores, rotulos, strict=True)
        for orden, (parte, valor) in enumerate(partes.items())
    ]
    return pd.DataFrame(filas)
