"""Qué es un gráfico: su mensaje, lo que dice sin verlo y su especificación.

Las funciones de `graficos/` reciben un DataFrame y devuelven un `Grafico`; no saben de Streamlit.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import altair as alt
import pandas as pd

from tablero import tema

Spec = dict[str, Any]
"""Una especificación o parte de ella. `Any`, porque su forma la dicen Vega-Lite y deck.gl."""


@dataclass(frozen=True)
class Grafico:
    """Un gráfico listo: título con el mensaje, texto alternativo, datos y especificación."""

    titulo: str
    alternativa: str
    datos: pd.DataFrame
    spec: Mapping[str, Any]  # como `Spec`, y no se cambia
    nota: str = ""
    """Lo que hay que leer junto al gráfico para no entenderlo mal."""


Dibujo = alt.Chart | alt.LayerChart | alt.FacetChart
"""Lo que devuelven `alt.Chart()` y `alt.layer()`."""

LETRA = "currentColor"
"""El color de letra de la página, en el tema que la persona tenga."""

NUMEROS = {"decimal": ",", "thousands": ".", "grouping": [3], "currency": ["$", ""]}
"""Números de Colombia en ejes y etiquetas de Vega."""


def con_halo(
    textos: alt.Chart,
    *,
    opacidad: float = 1,
    **letra: Any,  # las propiedades de la marca, que altair ya comprueba
) -> list[alt.Chart]:
    """El texto sobre un borde del color del fondo: se lee encima de lo que tenga detrás.

    `letra` son las propiedades de la marca de texto.
    """
    borde = {"color": tema.FONDO_VIVO, "stroke": tema.FONDO_VIVO, "strokeWidth": 5}
    return [
        textos.mark_text(**{**letra, **borde}, opacity=opacidad),
        textos.mark_text(**letra, color=LETRA),
    ]


NOMBRE_LARGO = r"/^(.{11,}?\S)\s+(\S.{7,})$/"
"""El que tiene más de veinte letras: se parte por el primer espacio después de doce."""


def armar(
    titulo: str,
    alternativa: str,
    datos: pd.DataFrame,
    dibujo: Dibujo,
    *,
    alto: int | None = None,
    nota: str = "",
) -> Grafico:
    """Une el dibujo (hecho sin datos) con sus datos; la especificación se valida una sola vez.

    `alto` en píxeles; sin él, Vega lo deduce del número de barras.
    """
    spec = dibujo.to_dict()
    for sobrante in ("data", "datasets", "$schema"):
        spec.pop(sobrante, None)
    for capa in spec.get("layer", ()):
        capa.pop("data", None)  # `alt.Chart()` se declara vacía, y taparía los del gráfico
    if alto is not None:
        spec["height"] = alto
    configuracion = spec.setdefault("config", {})
    configuracion.pop("view", None)
    configuracion["locale"] = {"number": NUMEROS}
    # Un lector de pantalla oye el texto alternativo y tiene la tabla; las marcas sueltas estorban,
    # y de cada eje y cada leyenda Vega dice una frase en inglés.
    letra = {"labelFontSize": 15, "titleFontSize": 15, "aria": False}
    configuracion["axis"] = {**letra, "labelLimit": 420}
    configuracion["legend"] = letra
    configuracion["text"] = {"fontSize": 15}
    configuracion["mark"] = {"aria": False}
    return Grafico(titulo, alternativa, datos, spec, nota)


def eje_de_nombres(
    letra: int, ancho: int | alt.ExprRef, *, en_dos_renglones: bool = False
) -> alt.Axis:
    """El eje de los nombres de unas barras: sin rayas y con el color de letra de la página.

    `letra` en píxeles; `ancho`, los píxeles que puede ocupar un renglón antes de cortarse. Un
    nombre largo va en dos, si las barras dejan sitio y así se pide.
    """
    doblado: Spec = {
        "labelExpr": f"split(replace(datum.label, {NOMBRE_LARGO}, '$1\\n$2'), '\\n')",
        "labelLineHeight": letra,
        "labelBaseline": {
            "condition": {"test": f"test({NOMBRE_LARGO}, datum.label)", "value": "bottom"},
            "value": "middle",
        },
    }
    return alt.Axis(
        **(doblado if en_dos_renglones else {}),
        ticks=False,
        domain=False,
        labelFontSize=letra,
        labelColor=LETRA,
        labelPadding=8,
        labelLimit=ancho,
        labelFlush=False,
    )
