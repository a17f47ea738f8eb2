"""Qué cartografía municipal está en uso, y sus áreas.

El tablero trae una esquemática, hecha por él. Si alguien instala la oficial, esa la reemplaza en
todos los mapas: su ficha (`instalada/municipios.fuente.yml`) nombra el archivo de geometría, y al
cambiarla cambia todo de una vez.
"""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import geopandas
from pydantic import BaseModel, ConfigDict, ValidationError
from pyogrio.errors import DataLayerError, DataSourceError, FeatureError, GeometryError

from tablero.errores import ArchivoIlegible
from tablero.leer_yaml import YamlMalEscrito, leer_yaml

ESQUEMATICA = "municipios_esquematicos.topojson"
INSTALADA = "instalada"
FICHA = "municipios.fuente.yml"

TITULO_ESQUEMATICA = "Límites municipales esquemáticos, no oficiales"
CREDITO_ESQUEMATICA = (
    "Límites municipales esquemáticos, no oficiales: cálculo propio con centros poblados "
    "(DANE, DIVIPOLA) y departamentos de Natural Earth."
)
SIN_ANIO = "sin año declarado"
CRS = "EPSG:4326"
CIFRAS_DE_DEPARTAMENTO = 2


class FichaInstalada(BaseModel):
    """Lo que dice `municipios.fuente.yml`: de dónde salió lo instalado y qué se le hizo."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    titulo: str
    credito: str
    entidad: str
    licencia: str
    edicion: str
    original: str
    original_sha256: str
    archivo: str
    crs: str
    ausentes: tuple[str, ...] = ()
    sobrantes: tuple[str, ...] = ()
    informe: tuple[str, ...] = ()


@dataclass(frozen=True)
class Cartografia:
    """La cartografía en uso."""

    archivo: Path
    """El TopoJSON, con la propiedad `municipio_codigo`."""
    es_oficial: bool
    titulo: str
    credito: str
    """Lo que va al pie de cada mapa."""
    ausentes: tuple[str, ...] = ()
    """Códigos DIVIPOLA sin área."""
    sobrantes: tuple[str, ...] = ()
    """Códigos del archivo original que no son de la DIVIPOLA; no se dibujan."""


def vigente(carpeta: Path) -> Cartografia:
    """La cartografía en uso: la oficial si está instalada; si no, la esquemática.

    `ArchivoIlegible` si la ficha de la instalada está dañada o si falta el archivo que nombra.
    """
    ficha = leer_ficha(carpeta)
    if ficha is None:
        archivo = carpeta / ESQUEMATICA
        _exigir(archivo)
        return Cartografia(archivo, False, TITULO_ESQUEMATICA, CREDITO_ESQUEMATICA)
    archivo = carpeta / INSTALADA / ficha.archivo
    _exigir(archivo)
    return Cartografia(archivo, True, ficha.titulo, ficha.credito, ficha.ausentes, ficha.sobrantes)


def leer_ficha(carpeta: Path) -> FichaInstalada | None:
    """La ficha de la cartografía instalada, o `None` si no hay ninguna."""
    ruta = carpeta / INSTALADA / FICHA
    try:
        return FichaInstalada.model_validate(dict(leer_yaml(ruta)))
    except FileNotFoundError:
        return None
    except (YamlMalEscrito, ValidationError) as error:
        raise ArchivoIlegible(
            f"{ruta}: está dañado; instale otra vez la cartografía oficial o vuelva a la "
            "esquemática con: tablero cartografia quitar"
        ) from error


def municipios(carpeta: Path) -> geopandas.GeoDataFrame:
    """Las áreas en uso: `municipio_codigo` y `geometry` (EPSG:4326), por código.

    Se leen una vez por archivo; quien las recibe puede cambiarlas sin dañar las de los demás.
    `ArchivoIlegible` si el archivo falta o está dañado.
    """
    return _municipios(*_identidad(vigente(carpeta).archivo)).copy()


def departamentos(carpeta: Path) -> geopandas.GeoDataFrame:
    """Los departamentos en uso: `departamento_codigo` y `geometry` (EPSG:4326), por código.

    Son la unión de sus municipios: sus bordes son exactamente los mismos.
    """
    return _departamentos(*_identidad(vigente(carpeta).archivo)).copy()


def _exigir(archivo: Path) -> None:
    if not archivo.is_file():
        raise ArchivoIlegible(f"Falta {archivo}, la cartografía municipal en uso.")


def _danado(archivo: Path) -> ArchivoIlegible:
    return ArchivoIlegible(
        f"{archivo}: está dañado; vuelva a copiarlo, instale otra vez la cartografía oficial o "
        "vuelva a la esquemática con: tablero cartografia quitar"
    )


def _identidad(archivo: Path) -> tuple[Path, int, int]:
    """Ruta, fecha y tamaño: cambian si alguien reemplaza el archivo con el tablero abierto."""
    estado = archivo.stat()
    return archivo.resolve(), estado.st_mtime_ns, estado.st_size


@lru_cache(maxsize=2)
def _municipios(archivo: Path, fecha_ns: int, octetos: int) -> geopandas.GeoDataFrame:
    try:
        areas = geopandas.read_file(archivo, columns=["municipio_codigo"])
        areas = areas.set_crs(CRS, allow_override=True)[["municipio_codigo", "geometry"]]
    except (DataSourceError, DataLayerError, FeatureError, GeometryError, KeyError) as error:
        raise _danado(archivo) from error
    areas = areas[~(areas.geometry.isna() | areas.geometry.is_empty)]
    if areas.empty:
        raise _danado(archivo)
    return areas.sort_values("municipio_codigo", ignore_index=True)


def disolver(areas: geopandas.GeoDataFrame) -> geopandas.GeoDataFrame:
    """La unión de unas áreas municipales por departamento: `departamento_codigo` y `geometry`.

    Las áreas son una cobertura: no se traslapan y las vecinas comparten sus bordes.
    """
    codigos = areas["municipio_codigo"].str[:CIFRAS_DE_DEPARTAMENTO].rename("departamento_codigo")
    return areas[["geometry"]].dissolve(by=codigos, method="coverage").reset_index()


@lru_cache(maxsize=2)
def _departamentos(archivo: Path, fecha_ns: int, octetos: int) -> geopandas.GeoDataFrame:
    return disolver(_municipios(archivo, fecha_ns, octetos))
