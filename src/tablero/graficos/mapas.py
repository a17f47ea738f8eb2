"""Mapas de puntos sobre los contornos de los departamentos, sin teselas ni internet.

La geometría viaja por su dirección una sola vez; un cambio de filtro envía solo los puntos. Los
símbolos que se taparían se corren y una línea los une con su sitio.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log2
from typing import Any

import numpy as np
import pandas as pd
import pydeck as pdk

from tablero import tema
from tablero.graficos.separacion import Pares, separar

CAPA_DE_PUNTOS = "puntos"
GRADOS_COLOMBIA = (-79.3, -4.3, -66.8, 12.6)
ALTO = 700
"""Alto del mapa en la página, en píxeles."""
ANCHO_SUPUESTO, ALTO_SUPUESTO = 500, ALTO
"""Píxeles en que cabe lo que se quiere mostrar; en un teléfono la hoja de estilo encoge el mapa."""
ACERCAMIENTO_MAXIMO = 9.5
MARGEN_GRADOS = 0.1
BORDE = 1.5
LETRA_MINIMA, LETRA_MAXIMA = 13, 20
SUBCAPAS = "subLayerProps"


class Dibujo(pdk.Deck):  # type: ignore[misc]  # pydeck no declara tipos
    """Un dibujo que se escribe una sola vez, sin espacios: viaja en cada cambio de filtro."""

    @cached_property
    def _texto(self) -> str:
        dibujo = json.loads(super().to_json())
        for capa in dibujo["layers"]:
            if SUBCAPAS in capa:  # pydeck calla lo que empieza por guion bajo
                capa[f"_{SUBCAPAS}"] = capa.pop(SUBCAPAS)
        return json.dumps(dibujo, ensure_ascii=False, separators=(",", ":"))

    def to_json(self) -> str:
        """El dibujo como lo pide deck.gl."""
        return self._texto


@dataclass(frozen=True)
class Mapa:
    """Un mapa listo: título con el mensaje, texto alternativo y su dibujo."""

    titulo: str
    alternativa: str
    dibujo: Dibujo


def mapa_de_puntos(
    puntos: pd.DataFrame,
    url_departamentos: str,
    titulo: str,
    alternativa: str,
    *,
    encuadre: Sequence[float] | None = None,
    anclas: pd.DataFrame | None = None,
    departamento: str | None = None,
) -> Mapa:
    """Puntos sobre los departamentos.

    `puntos` trae `municipio_codigo`, `longitud`, `latitud`, `radio` (píxeles), `color` (lista
    RGBA), `rotulo` (texto corto dentro del punto, puede ser vacío) y `ayuda` (lo que se lee al
    señalarlo).
    `encuadre` es (oeste, sur, este, norte) en grados; sin él, todo el país.
    `anclas` (`longitud`, `latitud`, `punto`: la fila de `puntos` a la que pertenece) son los sitios
    a los que se une cada símbolo; si no se dan, cada símbolo tiene uno, el suyo.
    `departamento` es el nombre del que se resalta.
    """
    if anclas is None:
        anclas = puntos[["longitud", "latitud"]].assign(punto=range(len(puntos)))
    mirada = vista(_con_margen(encuadre, anclas))
    corridos = _separados(puntos, mirada.zoom)
    capas = [
        _contornos(url_departamentos, departamento),
        _trazos(corridos, anclas),
        _anclas(anclas),
        _simbolos(corridos),
        _disco(corridos),
        _rotulos(corridos),
    ]
    return Mapa(
        titulo,
        alternativa,
        Dibujo(
            layers=capas,
            # Sin rueda: bajar por la página no debe acercar el mapa sin querer.
            views=[pdk.View("MapView", controller={"scrollZoom": False, "dragRotate": False})],
            initial_view_state=mirada,
            map_provider=None,
            tooltip={"text": "{ayuda}", "style": AYUDA},
        ),
    )


AYUDA = {
    "backgroundColor": tema.OSCURO["backgroundColor"],
    "color": tema.OSCURO["textColor"],
    "fontSize": "16px",
    "lineHeight": "1.35",
    "maxWidth": "22rem",
    "borderRadius": "4px",
    "zIndex": "10",
}


def vista(encuadre: Sequence[float]) -> pdk.ViewState:
    """La vista que muestra el rectángulo (oeste, sur, este, norte) en grados."""
    oeste, sur, este, norte = encuadre
    acercamiento = min(
        log2(360 * ANCHO_SUPUESTO / 512 / max(este - oeste, 0.01)),
        log2(360 * ALTO_SUPUESTO / 512 / max(norte - sur, 0.01)),
        ACERCAMIENTO_MAXIMO,
    )
    return pdk.ViewState(
        longitude=(oeste + este) / 2,
        latitude=(sur + norte) / 2,
        zoom=round(acercamiento, 2),
        min_zoom=3.5,
        max_zoom=11,
    )


def _con_margen(encuadre: Sequence[float] | None, anclas: pd.DataFrame) -> tuple[float, ...]:
    """El rectángulo pedido, agrandado hasta que quepan todos los sitios, con su margen."""
    if encuadre is None:
        return GRADOS_COLOMBIA
    oeste, sur, este, norte = encuadre
    return (
        min(oeste, anclas["longitud"].min()) - MARGEN_GRADOS,
        min(sur, anclas["latitud"].min()) - MARGEN_GRADOS,
        max(este, anclas["longitud"].max()) + MARGEN_GRADOS,
        max(norte, anclas["latitud"].max()) + MARGEN_GRADOS,
    )


def _separados(puntos: pd.DataFrame, acercamiento: float) -> pd.DataFrame:
    """Los puntos, con el lugar donde se dibuja el símbolo (`lon`, `lat`) en esa vista."""
    pixeles_por_grado = 512 * 2**acercamiento / 360
    grados = puntos[["longitud", "latitud"]].to_numpy(dtype=float)
    sitios = _a_pixeles(grados, pixeles_por_grado)
    posiciones = _a_grados(separar(sitios, list(puntos["radio"] + BORDE)), pixeles_por_grado)
    return puntos.assign(
        lon=posiciones[:, 0].round(5),
        lat=posiciones[:, 1].round(5),
        radio=puntos["radio"].astype(float).round(1),
        letra=(puntos["radio"] * 1.05).clip(LETRA_MINIMA, LETRA_MAXIMA).round(1),
    )


def _a_pixeles(grados: Pares, escala: float) -> Pares:
    """Proyección de Mercator: la de la vista del mapa."""
    norte = np.degrees(np.arctanh(np.sin(np.radians(grados[:, 1]))))
    return np.column_stack([grados[:, 0], norte]) * escala


def _a_grados(pixeles: Pares, escala: float) -> Pares:
    latitud = np.degrees(np.arcsin(np.tanh(np.radians(pixeles[:, 1] / escala))))
    return np.column_stack([pixeles[:, 0] / escala, latitud])


def _contornos(url: str, departamento: str | None) -> pdk.Layer:
    suelto, elegido = tema.rgb(tema.GRIS, 34), tema.rgb(tema.GRIS, 96)
    relleno = f"properties.departamento == '{departamento}' ? {elegido} : {suelto}"
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


def _trazos(puntos: pd.DataFrame, anclas: pd.DataFrame) -> pdk.Layer:
    """Las líneas de cada símbolo a sus sitios; bajo el símbolo no se ven."""
    suyos = puntos.iloc[anclas["punto"]]
    return pdk.Layer(
        "LineLayer",
        id="trazos",
        data=[
            {"desde": [lon, lat], "hasta": [longitud, latitud]}
            for lon, lat, longitud, latitud in zip(
                suyos["lon"], suyos["lat"], anclas["longitud"], anclas["latitud"], strict=True
            )
        ],
        get_source_position="desde",
        get_target_position="hasta",
        get_color=tema.rgb(tema.GRIS),
        get_width=1.5,
        pickable=False,
    )


def _anclas(anclas: pd.DataFrame) -> pdk.Layer:
    return pdk.Layer(
        "ScatterplotLayer",
        id="anclas",
        data=anclas[["longitud", "latitud"]].to_dict("records"),
        get_position=["longitud", "latitud"],
        get_radius=3,
        radius_units="'pixels'",
        get_fill_color=tema.rgb(tema.GRIS),
        pickable=False,
    )


def _disco(puntos: pd.DataFrame) -> pdk.Layer:
    """El disco que recibe el clic: no se ve hasta que se elige o se señala, y entonces tiñe.

    Va encima de los símbolos: por debajo, el navegador no le entrega el clic.
    """
    return pdk.Layer(
        "ScatterplotLayer",
        id=CAPA_DE_PUNTOS,
        data=_registros(puntos, "lon", "lat", "municipio_codigo", "radio", "ayuda"),
        get_position=["lon", "lat"],
        get_radius="radio",
        radius_units="'pixels'",
        get_fill_color=tema.rgb(tema.CONTRASTE, 0),
        pickable=True,
        auto_highlight=True,
        highlight_color=tema.rgb(tema.CONTRASTE),
    )


def _simbolos(puntos: pd.DataFrame) -> pdk.Layer:
    """Los círculos de color con borde blanco.

    Streamlit destiñe lo que no se eligió, y los números dejarían de leerse: por eso los colores van
    en la subcapa, que no toca.
    """
    return pdk.Layer(
        "GeoJsonLayer",
        id="simbolos",
        data=[
            {
                "type": "Feature",
                "geometry": {"type": "Point", "coordinates": [punto.pop("lon"), punto.pop("lat")]},
                "properties": punto,
            }
            for punto in _registros(puntos, "lon", "lat", "radio", "color")
        ],
        get_point_radius="properties.radio",
        point_radius_units="'pixels'",
        line_width_units="'pixels'",
        get_line_width=BORDE,
        sub_layer_props={
            "points-circle": {
                "getFillColor": "@@=properties.color",
                "getLineColor": tema.rgb(tema.CLARO["backgroundColor"]),
            }
        },
        pickable=False,
    )


def _rotulos(puntos: pd.DataFrame) -> pdk.Layer:
    """El texto dentro de cada símbolo; su color va en la subcapa, que Streamlit no destiñe."""
    return pdk.Layer(
        "TextLayer",
        id="rotulos",
        data=_registros(puntos, "lon", "lat", "rotulo", "letra"),
        get_position=["lon", "lat"],
        get_text="rotulo",
        get_size="letra",
        sub_layer_props={"characters": {"getColor": tema.rgb(tema.CLARO["backgroundColor"])}},
        character_set="'auto'",
        font_family="'sans-serif'",
        font_weight=700,
        pickable=False,
    )


def _registros(puntos: pd.DataFrame, *columnas: str) -> list[dict[str, Any]]:
    """Lo que una capa necesita de cada punto, y nada más."""
    return [
        {str(nombre): valor for nombre, valor in fila.items()}
        for fila in puntos[list(columnas)].to_dict("records")
    ]
