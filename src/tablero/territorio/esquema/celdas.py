"""Celdas de Voronoi de los lugares, recortadas a su departamento y disueltas por municipio."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from tablero.territorio.esquema.acomodar import Coordenadas

GRILLA = 0.0001
"""A qué grilla se ajusta todo vértice, en grados (unos 11 m): la de los contornos de Natural Earth.

Toda línea se corta sobre ella, así que escribir con cuatro decimales no mueve nada.
"""

Areas = NDArray[np.object_]
"""Polígonos o multipolígonos, uno por municipio, en el orden de los códigos."""


@dataclass(frozen=True)
class Sitios:
    """Los puntos de un departamento: dentro de él y sin repetir."""

    codigos: NDArray[np.str_]
    puntos: Coordenadas


def teselar(
    contornos: Mapping[str, shapely.Geometry], sitios: Mapping[str, Sitios]
) -> dict[str, shapely.Geometry]:
    """Código del municipio → su área; las de un departamento lo llenan exactamente.

    Las líneas de todo el país se cortan juntas, y las caras que encierran se reparten: así, una
    frontera que llega al borde de un departamento es también un vértice del vecino, y dos áreas
    contiguas comparten cada vértice.
    """
    lineas = [shapely.boundary(contornos[codigo]) for codigo in sitios]
    for departamento, propios in sitios.items():
        lineas += _divisiones(contornos[departamento], propios)
    caras = shapely.get_parts(shapely.polygonize([shapely.union_all(lineas, grid_size=GRILLA)]))
    duenos = _repartir(caras, contornos, sitios)
    return {
        str(codigo): shapely.coverage_union_all(caras[duenos == codigo])
        for codigo in np.unique(duenos[duenos != ""])
    }


def _divisiones(contorno: shapely.Geometry, sitios: Sitios) -> list[shapely.Geometry]:
    """Las líneas entre municipios distintos, dentro del contorno."""
    municipios = np.unique(sitios.codigos)
    if len(municipios) == 1:
        return []
    celdas = shapely.get_parts(
        shapely.voronoi_polygons(
            shapely.multipoints(sitios.puntos), extend_to=contorno, ordered=True
        )
    )
    disueltas = [shapely.coverage_union_all(celdas[sitios.codigos == m]) for m in municipios]
    return list(shapely.intersection(shapely.boundary(disueltas), contorno))


def _repartir(
    caras: Areas, contornos: Mapping[str, shapely.Geometry], sitios: Mapping[str, Sitios]
) -> NDArray[np.str_]:
    """El municipio de cada cara: el de su sitio más cercano en el departamento donde está.

    Queda vacío si la cara es un claro entre departamentos.
    """
    interiores = shapely.point_on_surface(caras)
    duenos = np.full(len(caras), "", dtype="U5")
    for departamento, propios in sitios.items():
        suyas = shapely.contains(contornos[departamento], interiores)
        arbol = shapely.STRtree(shapely.points(propios.puntos))
        duenos[suyas] = propios.codigos[arbol.nearest(interiores[suyas])]
    return duenos
