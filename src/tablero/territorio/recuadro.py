"""El recuadro de San Andrés y Providencia: dónde se dibujan, sin cambiar sus coordenadas.

El archipiélago está a 700 km del continente y sus islas miden pocos kilómetros: en un mapa del
país no se verían. En pantalla se dibujan agrandadas dentro de un recuadro, frente a la costa; los
archivos que se descargan llevan siempre sus coordenadas verdaderas.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import geopandas as gpd
import pandas as pd
from shapely import affinity
from shapely.geometry import MultiPolygon, Point, Polygon
from shapely.geometry.base import BaseGeometry

MARCO = (-79.5, 9.6, -77.6, 12.4)
"""Oeste, sur, este y norte del recuadro, en grados, sobre el mar Caribe."""
ARCHIPIELAGO = "88"
"""Código DIVIPOLA de su departamento."""
RADIO_DE_ISLA = 0.25
"""Grados alrededor de la cabecera: más lejos solo hay cayos, que no se dibujan."""


@dataclass(frozen=True)
class Isla:
    """Cómo se lleva una isla al recuadro: su lugar verdadero, el dibujado y cuánto se agranda."""

    longitud: float
    latitud: float
    longitud_dibujo: float
    latitud_dibujo: float
    escala: float


ISLAS: Mapping[str, Isla] = {
    "88001": Isla(-81.711, 12.545, -79.0, 10.5, 8.0),
    "88564": Isla(-81.373, 13.355, -78.15, 11.65, 8.0),
}
"""Código DIVIPOLA → su lugar en el recuadro."""


def mover_area(codigo: str, area: BaseGeometry) -> BaseGeometry:
    """El área como se dibuja: la misma, salvo la de las islas."""
    isla = ISLAS.get(codigo)
    if isla is None:
        return area
    partes = area.geoms if isinstance(area, MultiPolygon) else [area]
    cercanas = [p for p in partes if p.distance(_punto(isla)) < RADIO_DE_ISLA]
    principal = MultiPolygon([p for p in cercanas if isinstance(p, Polygon)])
    agrandada = affinity.scale(
        principal, isla.escala, isla.escala, origin=(isla.longitud, isla.latitud)
    )
    return affinity.translate(
        agrandada,
        isla.longitud_dibujo - isla.longitud,
        isla.latitud_dibujo - isla.latitud,
    )


def mover_areas(areas: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Las áreas (`municipio_codigo`, `geometry`) como se dibujan."""
    pares = zip(areas["municipio_codigo"], areas.geometry, strict=True)
    return areas.set_geometry([mover_area(codigo, area) for codigo, area in pares], crs=areas.crs)


def mover_puntos(puntos: pd.DataFrame) -> pd.DataFrame:
    """Los puntos (`municipio_codigo`, `longitud`, `latitud` en grados) como se dibujan."""
    movidos = puntos.copy()
    for codigo, isla in ISLAS.items():
        suyos = movidos["municipio_codigo"] == codigo
        for eje, origen, destino in (
            ("longitud", isla.longitud, isla.longitud_dibujo),
            ("latitud", isla.latitud, isla.latitud_dibujo),
        ):
            lugares = movidos.loc[suyos, eje].astype(float)
            movidos.loc[suyos, eje] = destino + isla.escala * (lugares - origen)
    return movidos


def _punto(isla: Isla) -> BaseGeometry:
    return Point(isla.longitud, isla.latitud)
