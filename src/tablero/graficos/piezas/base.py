"""Qué es un gráfico: su mensaje, lo que dice sin verlo y su especificación.

Las funciones de `graficos/` reciben un DataFrame y devuelven un `Grafico`; no saben de Streamlit.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from textwrap import shorten, wrap
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


# Un lector de pantalla oye el texto alternativo y tiene la tabla; las marcas sueltas estorban, y de
# cada eje y cada leyenda Vega dice una frase en inglés.
_LETRA_DE_EJE = {
    "labelFontSize": tema.LETRA_DE_EJE,
    "titleFontSize": tema.LETRA_DE_EJE,
    "labelColor": LETRA,
    "titleColor": LETRA,
    "titleFontWeight": "normal",
    "aria": False,
}
UNA_MANO: Spec = {
    "axis": {
        **_LETRA_DE_EJE,
        "labelLimit": 420,
        "labelPadding": 8,
        "domain": False,
        "ticks": False,
        "gridColor": LETRA,
        "gridOpacity": tema.REJILLA,
        "gridWidth": tema.TRAZO_DE_REJILLA,
    },
    "axisX": {"grid": False},
    "legend": _LETRA_DE_EJE,
    "text": {"fontSize": tema.LETRA_DE_ROTULO},
    "bar": {"cornerRadius": tema.RADIO},
    "rect": {"cornerRadius": tema.RADIO},
    "mark": {"aria": False},
}
"""Lo que todo gráfico lleva igual: la letra, la rejilla callada y las esquinas."""

ANCHO_DE_LETRA = 0.54
"""Lo que ocupa, en promedio, una letra de un rótulo, por cada píxel de su tamaño."""


def ancho_de(textos: Iterable[str], letra: int) -> int:
    """Los píxeles que ocupa, más o menos, el más largo de esos textos."""
    return round(max(map(len, textos)) * letra * ANCHO_DE_LETRA)


ES_ANGOSTO = "width < 420"
"""Un teléfono: `width` son los píxeles del dibujo, sin los nombres del eje."""
LETRA_QUE_CABE = f"({ES_ANGOSTO} ? {tema.LETRA_DE_EJE} : {tema.LETRA_DE_ROTULO})"
"""La de nombres y valores; en un teléfono, la de los ejes."""


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


EN_UN_RENGLON = "width < 620"
"""Por debajo de este ancho, el nombre que va encima de su barra se escribe en dos renglones."""
LETRAS_DEL_PRIMERO, LETRAS_DEL_SEGUNDO = 25, 40
"""Las que caben en un teléfono: en el primer renglón, al lado del valor."""


def en_dos(nombre: str) -> str:
    """El nombre en los dos renglones que caben en un teléfono; lo que pase de ahí, con puntos."""
    primero, *otros = wrap(nombre, LETRAS_DEL_PRIMERO) or [""]
    resto = " ".join(otros)
    return f"{primero}\n{shorten(resto, LETRAS_DEL_SEGUNDO, placeholder='…')}" if resto else primero


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
    configuracion.update(UNA_MANO)
    return Grafico(titulo, alternativa, datos, spec, nota)


def eje_de_nombres(ancho: int | alt.ExprRef, *, en_dos_renglones: bool = False) -> alt.Axis:
    """El eje de los nombres de unas barras: sin rejilla y con el color de letra de la página.

    `ancho` son los píxeles que puede ocupar un renglón antes de cortarse. Un nombre largo va en
    dos, si las barras dejan sitio y así se pide.
    """
    doblado: Spec = {
        "labelExpr": f"split(replace(datum.label, {NOMBRE_LARGO}, '$1\\n$2'), '\\n')",
        "labelLineHeight": tema.LETRA_DE_ROTULO,
        "labelBaseline": {
            "condition": {"test": f"test({NOMBRE_LARGO}, datum.label)", "value": "bottom"},
            "value": "middle",
        },
    }
    return alt.Axis(
        **(doblado if en_dos_renglones else {}),
        grid=False,
        labelFontSize=alt.ExprRef(LETRA_QUE_CABE),
        labelLimit=ancho,
        labelFlush=False,
    )
