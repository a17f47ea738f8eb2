"""Archivos de cartografía pequeños, con la forma y los defectos de cada edición oficial.

Cada municipio es un cuadrado de 0,2° de lado con su cabecera en el centro, uno al lado del otro
hacia el oriente: cada uno mide 0,04 grados cuadrados y comparte un borde con el siguiente.
"""

import json
import zipfile
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import geopandas
import numpy as np
import shapely

from tablero import rutas
from tablero.ingesta.fuentes.nomenclatura import leer_nomenclatura
from tablero.territorio.esquema.contornos import DEPARTAMENTOS

CODIGOS = ("05001", "05002", "08001", "27493", "54001", "94663")
LADO, OESTE, SUR = 0.2, -75.0, 5.0
AREA = 0.04

MUNICIPIOS: Sequence[Mapping[str, Any]] = [
    {"municipio_codigo": codigo, "longitud": OESTE + LADO * (i + 0.5), "latitud": SUR + LADO / 2}
    for i, codigo in enumerate(CODIGOS)
]
"""Filas de la DIVIPOLA de este país de seis municipios."""


def carpeta_de_cartografia(destino: Path) -> Path:
    """Una carpeta de cartografía con el contorno de este país de seis municipios."""
    destino.mkdir(parents=True)
    pais = geopandas.GeoDataFrame(
        {"departamento_codigo": ["05"]}, geometry=[shapely.box(-75, 5, -73.8, 5.2)], crs=4326
    )
    pais.to_file(destino / DEPARTAMENTOS, driver="GeoJSON")
    return destino


def cabeceras() -> list[dict[str, Any]]:
    """Los 1.122 municipios de la DIVIPOLA, con su cabecera."""
    return leer_nomenclatura(rutas.FUENTES)["municipios"]


@cache
def pais_entero() -> geopandas.GeoSeries:
    """Código → área de los 1.122 municipios de un país inventado, que no es el esquemático.

    Cada uno es lo que le queda más cerca a su cabecera, dentro del contorno del país y de un
    círculo alrededor de cada cabecera.
    """
    filas = cabeceras()
    codigos = [f["municipio_codigo"] for f in filas]
    puntos = shapely.points([(f["longitud"], f["latitud"]) for f in filas])
    contornos = geopandas.read_file(rutas.CARTOGRAFIA / DEPARTAMENTOS).geometry
    tierra = shapely.union_all([*contornos, *shapely.buffer(puntos, 0.05, quad_segs=2)])
    celdas = shapely.get_parts(
        shapely.voronoi_polygons(shapely.MultiPoint(puntos), extend_to=tierra)
    )
    de_quien = shapely.STRtree(puntos).query(celdas, predicate="intersects")[1]
    areas = shapely.intersection(celdas, tierra)[np.argsort(de_quien)]
    return geopandas.GeoSeries(areas, index=codigos, crs=4326)


def del_pais(areas: geopandas.GeoSeries, **campos: Sequence[Any]) -> geopandas.GeoDataFrame:
    """Esas áreas como capa, con el campo oficial del código y los que se agreguen."""
    return geopandas.GeoDataFrame(
        {"MPIO_CDPMP": list(areas.index), **campos}, geometry=list(areas), crs=areas.crs
    )


def cuadro(indice: float, alto: float = 1.0) -> shapely.Polygon:
    """El cuadrado que está en ese puesto, contado desde el occidente."""
    oeste = round(OESTE + LADO * indice, 4)
    return shapely.box(oeste, SUR, round(oeste + LADO, 4), round(SUR + LADO * alto, 4))


def mono(indice: int) -> shapely.Polygon:
    """Un moño: un cuadrado con dos vértices cambiados, que cubre solo la mitad."""
    oeste, sur, este, norte = cuadro(indice).bounds
    return shapely.Polygon([(oeste, sur), (este, norte), (este, sur), (oeste, norte)])


def capa(
    campos: Mapping[str, Sequence[Any]] | None = None,
    areas: Sequence[shapely.Geometry] | None = None,
    crs: int = 4326,
) -> geopandas.GeoDataFrame:
    """La capa de los seis municipios, con otros campos, otras áreas u otro sistema si se dan."""
    campos = {"MPIO_CDPMP": CODIGOS} if campos is None else campos
    cuantas = len(next(iter(campos.values())))
    areas = [cuadro(i) for i in range(cuantas)] if areas is None else areas
    tabla = geopandas.GeoDataFrame(campos, geometry=list(areas), crs=4326)
    return tabla.to_crs(crs)


def escribir(tabla: geopandas.GeoDataFrame, ruta: Path, **opciones: Any) -> Path:
    """La capa en el formato que diga la extensión; un .zip lleva un shapefile en una subcarpeta."""
    if ruta.suffix == ".zip":
        carpeta = ruta.with_suffix("")
        carpeta.mkdir()
        escribir(tabla, carpeta / f"{ruta.stem}.shp", **opciones)
        return empaquetar(ruta, {f"MGN/ADMINISTRATIVO/{p.name}": p for p in carpeta.iterdir()})
    if ruta.suffix == ".topojson":
        ruta.write_text(json.dumps(topojson(tabla)), encoding="utf-8")
        return ruta
    tabla.to_file(ruta, **opciones)
    return ruta


def topojson(tabla: geopandas.GeoDataFrame) -> dict[str, Any]:
    """Un TopoJSON sin cuantizar, con un arco por anillo, como lo escriben otros programas."""
    arcos: list[list[list[float]]] = []
    rasgos: list[dict[str, Any]] = []
    for fila in tabla.to_dict("records"):
        partes = []
        for parte in shapely.get_parts(fila.pop("geometry")):
            anillos = [parte.exterior, *parte.interiors]
            partes.append([[len(arcos) + i] for i in range(len(anillos))])
            arcos += [[list(punto) for punto in anillo.coords] for anillo in anillos]
        una = len(partes) == 1
        forma = ("Polygon", partes[0]) if una else ("MultiPolygon", partes)
        rasgos.append({"type": forma[0], "arcs": forma[1], "properties": fila})
    objeto = {"type": "GeometryCollection", "geometries": rasgos}
    return {"type": "Topology", "objects": {"mpio": objeto}, "arcs": arcos}


def empaquetar(ruta: Path, miembros: Mapping[str, Path | bytes]) -> Path:
    """Un .zip con esos miembros."""
    with zipfile.ZipFile(ruta, "w", zipfile.ZIP_DEFLATED) as paquete:
        for nombre, contenido in miembros.items():
            datos = contenido.read_bytes() if isinstance(contenido, Path) else contenido
            paquete.writestr(nombre, datos)
    return ruta
