"""Un mapa como una imagen: su dibujo y, si se pide, su leyenda con conteos.

Es para el papel, las presentaciones y el navegador que no puede dibujar mapas; en la pantalla los
dibujan `coropleta` y `mapas`. El título y la fuente los pone quien lo enmarca.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from math import pi
from textwrap import wrap
from typing import Literal

import pandas as pd

from tablero import formato, tema
from tablero.filas import filas_de
from tablero.graficos.mapas.clases import Clasificacion
from tablero.graficos.mapas.puntos import ALTO_SUPUESTO, ANCHO_SUPUESTO
from tablero.graficos.mapas.rasgos import rasgo
from tablero.graficos.mapas.variables import Variable
from tablero.graficos.piezas.base import Spec

ANCHO, ALTO = 820, 1000
ANCHO_SOLO, ALTO_SOLO = ANCHO_SUPUESTO, ALTO_SUPUESTO
"""Sin leyenda: el tamaño del mapa en la pantalla, a la que reemplaza."""
PROYECCION = {"type": "identity", "reflectY": True}
"""Grados como están: cerca del ecuador casi no deforma, y no depende del giro de los anillos."""
LETRA_DE_SIMBOLO = 13
Leyenda = Literal["top-right", "bottom"]
"""Dónde va: el país deja libre el noreste; un departamento puede llenar su rectángulo."""


def imagen_mapa(
    areas: Mapping[str, Spec],
    contornos: Sequence[Spec],
    variable: Variable,
    clasificacion: Clasificacion,
    *,
    leyenda: Leyenda | None,
    simbolos: pd.DataFrame | None = None,
    sitios: pd.DataFrame | None = None,
    letra: float = LETRA_DE_SIMBOLO,
) -> Spec:
    """La especificación de Vega-Lite.

    `areas` es código → geometría GeoJSON como se dibuja; `contornos`, las líneas de los
    departamentos; sin `leyenda` va del tamaño de la pantalla; `simbolos` trae
    `lon`, `lat`, `radio` (píxeles), `rotulo`, `color` y `tinta` (listas RGBA), y `sitios`, los que
    una línea une con el suyo; `letra` son los píxeles de sus rótulos.
    """
    propias = [clasificacion.de_municipio.get(codigo) for codigo in areas]
    conteo = Counter(propias)
    sin = f"{variable.sin_valor.capitalize()} ({formato.numero(conteo[None])})"
    rotulos = [
        f"{clase.rotulo} ({formato.numero(conteo[numero])})"
        for numero, clase in enumerate(clasificacion.clases)
    ]
    rasgos = [
        rasgo(geometria, clase=sin if clase is None else rotulos[clase])
        for geometria, clase in zip(areas.values(), propias, strict=True)
    ]
    capas: list[Spec] = [
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
                    "legend": None
                    if leyenda is None
                    else {
                        "title": wrap(f"{variable.titulo} ({variable.nivel})", 34),
                        "orient": leyenda,
                        "direction": "vertical",
                        "labelLimit": 320,
                        "titleLimit": 320,
                        "labelFontSize": 14,
                        "titleFontSize": 15,
                        "symbolStrokeColor": tema.GRIS,
                    },
                }
            },
        },
        _contornos(contornos),
    ]
    if simbolos is not None and not simbolos.empty:
        capas += [*([] if sitios is None else _trazos(sitios)), *_simbolos(simbolos, letra)]
    return _dibujo(capas, (ANCHO, ALTO) if leyenda else (ANCHO_SOLO, ALTO_SOLO))


def imagen_de_puntos(
    areas: Sequence[Spec],
    contornos: Sequence[Spec],
    puntos: pd.DataFrame,
    sitios: pd.DataFrame,
    letra: float = LETRA_DE_SIMBOLO,
) -> Spec:
    """La especificación de un mapa de puntos, solo su dibujo: los símbolos en los departamentos.

    `areas` y `contornos` son geometrías GeoJSON; `puntos`, lo de `imagen_mapa` (sin `tinta`, los
    rótulos son blancos), y `sitios` une `lon`, `lat` con `longitud`, `latitud`.
    """
    blanca = [tema.rgb(tema.CLARO["backgroundColor"])] * len(puntos)
    tintas = puntos.get("tinta", pd.Series(blanca, index=puntos.index))
    capas = [
        {
            "data": {"values": list(areas)},
            "mark": {"type": "geoshape", "fill": tema.CLARO["secondaryBackgroundColor"]},
        },
        _contornos(contornos),
        *_trazos(sitios),
        *_simbolos(puntos.assign(tinta=tintas), letra),
    ]
    return _dibujo(capas, (ANCHO_SOLO, ALTO_SOLO))


def _dibujo(capas: Sequence[Spec], tamano: tuple[int, int]) -> Spec:
    """Las capas en su proyección."""
    ancho, alto = tamano
    return {
        "projection": PROYECCION,
        "background": tema.CLARO["backgroundColor"],
        "config": {"view": {"stroke": None}},
        "width": ancho,
        "height": alto,
        "layer": list(capas),
    }


def _contornos(lineas: Sequence[Spec]) -> Spec:
    return {
        "data": {"values": list(lineas)},
        "mark": {"type": "geoshape", "filled": False, "stroke": tema.GRIS, "strokeWidth": 0.9},
    }


def _trazos(sitios: pd.DataFrame) -> list[Spec]:
    """Las líneas de cada símbolo a sus sitios, y un punto en cada sitio."""
    if sitios.empty:
        return []
    lineas = [
        rasgo(
            {
                "type": "LineString",
                "coordinates": [[f["lon"], f["lat"]], [f["longitud"], f["latitud"]]],
            }
        )
        for f in filas_de(sitios)
    ]
    lugares = filas_de(sitios[["longitud", "latitud"]])
    return [
        {
            "data": {"values": lineas},
            "mark": {"type": "geoshape", "filled": False, "stroke": tema.GRIS, "strokeWidth": 1.5},
        },
        {
            "data": {"values": lugares},
            "mark": {"type": "circle", "size": 36, "color": tema.GRIS, "opacity": 1},
            "encoding": {
                "longitude": {"field": "longitud", "type": "quantitative"},
                "latitude": {"field": "latitud", "type": "quantitative"},
            },
        },
    ]


def _simbolos(simbolos: pd.DataFrame, letra: float) -> list[Spec]:
    puntos = [
        {
            "lon": float(fila["lon"]),
            "lat": float(fila["lat"]),
            "area": pi * float(fila["radio"]) ** 2,
            "rotulo": fila["rotulo"],
            "fondo": _hexadecimal(fila["color"]),
            "tinta": _hexadecimal(fila["tinta"]),
        }
        for fila in filas_de(simbolos)
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
            "mark": {"type": "text", "fontSize": letra, "fontWeight": "bold"},
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
