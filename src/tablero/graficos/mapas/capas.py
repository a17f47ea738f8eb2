"""Las capas de un mapa de puntos, de abajo arriba: contornos, trazos, símbolos y rótulos."""

import json

import pandas as pd
import pydeck as pdk

from tablero import tema
from tablero.filas import Fila, filas_de
from tablero.graficos.mapas.rasgos import rasgo
from tablero.graficos.piezas.base import Spec

CAPA_DE_PUNTOS = "puntos"
LETRERO = "San Andrés\ny Providencia\n(otra escala)"
BORDE = 1.5
"""Píxeles del borde blanco de cada símbolo."""
SUBCAPAS = "subLayerProps"
"""pydeck calla lo que empieza por guion bajo; `Dibujo` se lo devuelve."""


def contornos(url: str, departamento: str | None) -> pdk.Layer:
    """Los departamentos, con el elegido más oscuro; su geometría no viaja, solo su dirección."""
    suelto, elegido = tema.rgb(tema.GRIS, 34), tema.rgb(tema.GRIS, 96)
    nombre = json.dumps(departamento, ensure_ascii=False)
    relleno = f"properties.d == {nombre} ? {elegido} : {suelto}"
    return pdk.Layer(
        "GeoJsonLayer",
        id="departamentos",
        data=url,
        filled=True,
        stroked=True,
        get_fill_color=suelto if departamento is None else relleno,
        update_triggers={"getFillColor": departamento},
        get_line_color=tema.rgb(tema.GRIS, 170),
        line_width_min_pixels=1,
        pickable=False,
    )


def lineas(url: str) -> pdk.Layer:
    """Solo los bordes de los departamentos y el recuadro de las islas, encima de los municipios."""
    return pdk.Layer(
        "GeoJsonLayer",
        id="departamentos",
        data=url,
        filled=False,
        stroked=True,
        get_line_color=tema.rgb(tema.GRIS, 230),
        line_width_min_pixels=1.2,
        pickable=False,
    )


def letrero_del_recuadro(lugar: tuple[float, float]) -> pdk.Layer:
    """Bajo el recuadro: qué islas son, y que no están a escala ni en su lugar.

    `lugar` es (longitud, latitud) del centro de su borde de abajo.
    """
    return pdk.Layer(
        "TextLayer",
        id="recuadro",
        data=[{"lugar": list(lugar), "texto": LETRERO}],
        get_position="lugar",
        get_text="texto",
        get_size=13,
        get_color=tema.rgb(tema.GRIS),
        get_alignment_baseline="'top'",
        character_set="'auto'",
        font_family="'sans-serif'",
        font_weight=600,
        pickable=False,
    )


def trazos(unidas: pd.DataFrame) -> pdk.Layer:
    """Las líneas de cada símbolo a sus sitios."""
    return pdk.Layer(
        "LineLayer",
        id="trazos",
        data=_registros(unidas, "lon", "lat", "longitud", "latitud"),
        get_source_position=["lon", "lat"],
        get_target_position=["longitud", "latitud"],
        get_color=tema.rgb(tema.GRIS),
        get_width=1.5,
        pickable=False,
    )


def anclas(unidas: pd.DataFrame) -> pdk.Layer:
    """Un punto pequeño en el sitio verdadero de cada símbolo que se corrió."""
    return pdk.Layer(
        "ScatterplotLayer",
        id="anclas",
        data=_registros(unidas, "longitud", "latitud"),
        get_position=["longitud", "latitud"],
        get_radius=3,
        radius_units="'pixels'",
        get_fill_color=tema.rgb(tema.GRIS),
        pickable=False,
    )


def disco(puntos: pd.DataFrame, *lecturas: str) -> pdk.Layer:
    """El disco que recibe el clic: no se ve hasta que se elige o se señala, y entonces tiñe.

    `lecturas` son las columnas que se leen al señalarlo, o `ayuda` si no se dice ninguna.

    Va encima de los símbolos: por debajo, el navegador no le entrega el clic.
    """
    return pdk.Layer(
        "ScatterplotLayer",
        id=CAPA_DE_PUNTOS,
        data=_registros(
            puntos, "lon", "lat", "municipio_codigo", "radio", *(lecturas or ("ayuda",))
        ),
        get_position=["lon", "lat"],
        get_radius="radio",
        radius_units="'pixels'",
        get_fill_color=tema.rgb(tema.CONTRASTE, 0),
        pickable=True,
        auto_highlight=True,
        highlight_color=tema.rgb(tema.CONTRASTE),
    )


def simbolos(puntos: pd.DataFrame) -> pdk.Layer:
    """Los círculos de color con borde blanco, o gris si los hay claros (`puntos` trae `tinta`).

    Streamlit destiñe lo que no se eligió, y los números dejarían de leerse: por eso los colores van
    en la subcapa, que no toca.
    """
    return pdk.Layer(
        "GeoJsonLayer",
        id="simbolos",
        data=_circulos(puntos),
        get_point_radius="properties.radio",
        point_radius_units="'pixels'",
        line_width_units="'pixels'",
        get_line_width=BORDE,
        sub_layer_props={
            "points-circle": {
                "getFillColor": "@@=properties.color",
                "getLineColor": tema.rgb(
                    tema.GRIS if "tinta" in puntos.columns else tema.CLARO["backgroundColor"]
                ),
            }
        },
        pickable=False,
    )


def _circulos(puntos: pd.DataFrame) -> list[Spec]:
    """Un rasgo por cada color y tamaño, con todos los suyos: así viaja mucho menos."""
    iguales: dict[tuple[float, tuple[int, ...]], list[list[float]]] = {}
    for punto in _registros(puntos, "lon", "lat", "radio", "color"):
        clave = (punto["radio"], tuple(punto["color"]))
        iguales.setdefault(clave, []).append([punto["lon"], punto["lat"]])
    return [
        rasgo({"type": "MultiPoint", "coordinates": lugares}, radio=radio, color=color)
        for (radio, color), lugares in iguales.items()
    ]


def rotulos(puntos: pd.DataFrame) -> pdk.Layer:
    """El texto dentro de cada símbolo; su color va en la subcapa, que Streamlit no destiñe.

    Si `puntos` trae `tinta`, es el color de cada uno; si no, todos son blancos.
    """
    propia = ["tinta"] if "tinta" in puntos.columns else []
    return pdk.Layer(
        "TextLayer",
        id="rotulos",
        data=_registros(puntos, "lon", "lat", "rotulo", "letra", *propia),
        get_position=["lon", "lat"],
        get_text="rotulo",
        get_size="letra",
        sub_layer_props={
            "characters": {
                "getColor": "@@=tinta" if propia else tema.rgb(tema.CLARO["backgroundColor"])
            }
        },
        character_set="'auto'",
        font_family="'sans-serif'",
        font_weight=700,
        pickable=False,
    )


def _registros(puntos: pd.DataFrame, *columnas: str) -> list[Fila]:
    """Lo que una capa necesita de cada punto, y nada más."""
    return filas_de(puntos[list(columnas)])
