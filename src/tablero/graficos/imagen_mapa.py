"""El mapa de los municipios como una imagen completa: título, leyenda con conteos, fuente y aviso.

Es para el papel y las presentaciones; en la pantalla lo dibuja `coropleta`.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import pi
from textwrap import wrap
from typing import Any

import pandas as pd

from tablero import formato, tema
from tablero.graficos.clases import Clasificacion
from tablero.graficos.variables import Variable

ANCHO, ALTO = 820, 1000
PROYECCION = {"type": "identity", "reflectY": True}
"""Grados como están: cerca del ecuador casi no deforma, y no depende del giro de los anillos."""
LETRAS_DE_TITULO, LETRAS_DE_PIE = 62, 118


@dataclass(frozen=True)
class Lamina:
    """Lo que rodea al mapa."""

    titulo: str
    pie: Sequence[str]
    """Fuente, aviso de los límites y marcas, un renglón cada uno."""


def imagen_mapa(
    areas: Mapping[str, Mapping[str, Any]],
    contornos: Sequence[Mapping[str, Any]],
    variable: Variable,
    clasificacion: Clasificacion,
    lamina: Lamina,
    *,
    simbolos: pd.DataFrame | None = None,
) -> dict[str, Any]:
    """La especificación de Vega-Lite.

    `areas` es código → geometría GeoJSON como se dibuja; `contornos`, las líneas de los
    departamentos; `simbolos` trae `lon`, `lat`, `radio` (píxeles), `rotulo`,
    `color` y `tinta` (listas RGBA).
    """
    propias = [clasificacion.de_municipio.get(codigo) for codigo in areas]
    conteo = Counter(propias)
    sin = f"{variable.sin_valor.capitalize()} ({formato.numero(conteo[None])})"
    rotulos = [
        f"{clase.rotulo} ({formato.numero(conteo[numero])})"
        for numero, clase in enumerate(clasificacion.clases)
    ]
    rasgos = [
        {
            "type": "Feature",
            "geometry": geometria,
            "properties": {"clase": sin if clase is None else rotulos[clase]},
        }
        for geometria, clase in zip(areas.values(), propias, strict=True)
    ]
    capas: list[dict[str, Any]] = [
        {
            "data": {"values": rasgos},
            "mark": {"type": "geoshape", "stroke": tema.GRIS, "strokeWidth": 0.25},
            "encoding": {
                "color": {
                    "field": "properties.clase",
                    "type": "nominal",
                    "scale": {
                        "domain": [*rotulos, sin],
                        "range": [
                            *(c.color for c in clasificacion.clases),
                            tema.CLARO["secondaryBackgroundColor"],
                        ],
                    },
                    "legend": {
                        "title": wrap(f"{variable.titulo} ({variable.nivel})", 34),
                        "orient": "top-right",
                        "labelLimit": 320,
                        "titleLimit": 320,
                        "labelFontSize": 14,
                        "titleFontSize": 15,
                        "symbolStrokeColor": tema.GRIS,
                    },
                }
            },
        },
        {
            "data": {"values": list(contornos)},
            "mark": {
                "type": "geoshape",
                "filled": False,
                "stroke": tema.GRIS,
                "strokeWidth": 0.9,
            },
        },
    ]
    if simbolos is not None and not simbolos.empty:
        capas += _simbolos(simbolos)
    return {
        "width": ANCHO,
        "height": ALTO,
        "padding": 24,
        "background": tema.CLARO["backgroundColor"],
        "projection": PROYECCION,
        "title": {
            "text": wrap(lamina.titulo, LETRAS_DE_TITULO),
            "anchor": "start",
            "fontSize": 26,
            "offset": 14,
        },
        "config": {"view": {"stroke": None}},
        "layer": [*capas, _pie(lamina.pie)],
    }


def _simbolos(simbolos: pd.DataFrame) -> list[dict[str, Any]]:
    puntos = [
        {
            "lon": float(fila["lon"]),
            "lat": float(fila["lat"]),
            "area": pi * float(fila["radio"]) ** 2,
            "rotulo": fila["rotulo"],
            "fondo": _hexadecimal(fila["color"]),
            "tinta": _hexadecimal(fila["tinta"]),
        }
        for fila in simbolos.to_dict("records")
    ]
    lugar = {
        "longitude": {"field": "lon", "type": "quantitative"},
        "latitude": {"field": "lat", "type": "quantitative"},
    }
    return [
        {
            "data": {"values": puntos},
            "mark": {
                "type": "circle",
                "opacity": 0.95,
                "stroke": tema.GRIS,
                "strokeWidth": 1.5,
            },
            "encoding": {
                **lugar,
                "size": {"field": "area", "type": "quantitative", "scale": None, "legend": None},
                "color": {"field": "fondo", "type": "nominal", "scale": None},
            },
        },
        {
            "data": {"values": puntos},
            "mark": {"type": "text", "fontSize": 13, "fontWeight": "bold"},
            "encoding": {
                **lugar,
                "text": {"field": "rotulo", "type": "nominal"},
                "color": {"field": "tinta", "type": "nominal", "scale": None},
            },
        },
    ]


def _hexadecimal(color: Sequence[int]) -> str:
    rojo, verde, azul = color[:3]
    return f"#{rojo:02x}{verde:02x}{azul:02x}"


def _pie(renglones: Sequence[str]) -> dict[str, Any]:
    """La fuente y los avisos, bajo el mapa."""
    texto = [parte for renglon in renglones for parte in wrap(renglon, LETRAS_DE_PIE)]
    return {
        "data": {"values": [{}]},
        "mark": {
            "type": "text",
            "align": "left",
            "baseline": "top",
            "x": 0,
            "y": ALTO + 16,
            "fontSize": 13,
            "lineHeight": 18,
            "text": texto,
            "color": tema.CLARO["textColor"],
        },
    }
