"""Las capas de cada archivo: sus atributos y sus áreas, leídos sin que nada salga a la red."""

import codecs
import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import geopandas
import pandas as pd
import pyogrio
from pyogrio.errors import DataLayerError, DataSourceError, FeatureError, GeometryError
from pyproj.exceptions import CRSError, ProjError
from pyproj.network import set_network_enabled  # type: ignore[attr-defined]
from shapely.errors import ShapelyError

from tablero.errores import CartografiaRechazada
from tablero.formato import contar, enumerar
from tablero.territorio.oficial.copiar import CORRUPTO, JSON, SHAPEFILE, Copia
from tablero.territorio.oficial.reconocer import (
    PARCIAL,
    clase_de_json,
    esta_partido,
    exigir_otra_cosa,
    extremos,
    miembros,
)

DE_COORDENADAS = (CRSError, ProjError, pyogrio.errors.CRSError, UnboundLocalError)
"""Ante un .prj que no se entiende; el último es una falla de la propia pyogrio."""
FALLAS = (
    *DE_COORDENADAS,
    *(DataSourceError, DataLayerError, FeatureError, GeometryError),
    *(ShapelyError, UnicodeError, ArithmeticError, ValueError, struct.error),
    *(MemoryError, RecursionError),
)
"""Cómo fallan las librerías geográficas ante un archivo dañado; sus mensajes vienen en inglés."""
COORDENADAS_ILEGIBLES = (
    "el sistema de coordenadas que declara no se entiende (en un .shp, está en el .prj): vuelva a "
    "copiarlo o a descargarlo."
)
SIN_RED = {"GDAL_HTTP_PROXY": "127.0.0.1:9", "GDAL_HTTPS_PROXY": "127.0.0.1:9"}
"""Un puerto local que nadie atiende: un archivo puede traer direcciones, y no se siguen."""
REHACER_INDICE = {"SHAPE_RESTORE_SHX": "YES"}

FIRMA_SHP = b"\x00\x00\x27\x0a"
FIRMA_GPKG = b"SQLite format 3\x00"
CON_AREAS = ("Polygon", "Unknown", "GeometryCollection", "Surface")
CODIFICACIONES = ("UTF-8", "ISO-8859-1")


@dataclass(frozen=True)
class Capa:
    """Una capa de un archivo, con lo que se supo al leer sus atributos."""

    origen: str
    """Lo que recibe la librería: la ruta local, con el formato por delante si es JSON."""
    capa: str
    rotulo: str
    """Cómo se nombra ante una persona."""
    tiene_areas: bool
    atributos: pd.DataFrame
    """Los campos, sin geometría, con sus nombres originales."""
    codificacion: str | None
    avisos: tuple[str, ...]


def leer_capas(copia: Copia) -> tuple[Capa, ...]:
    """Las capas de un archivo; `CartografiaRechazada` si está dañado o no es lo que dice ser."""
    avisos: list[str] = []
    if copia.archivo.suffix == SHAPEFILE:
        _revisar_shapefile(copia.archivo, avisos)
    origen = _origen(copia.archivo)
    with _seguro():
        nombres = [(str(nombre), tipo) for nombre, tipo in pyogrio.list_layers(origen)]
        capas = tuple(
            _leer_atributos(copia, origen, nombre, tipo, avisos, es_unica=len(nombres) == 1)
            for nombre, tipo in nombres
        )
    if copia.archivo.suffix in JSON and esta_partido(miembros(copia.archivo)):
        filas = contar(sum(len(capa.atributos) for capa in capas), "fila", "filas")
        raise CartografiaRechazada(PARCIAL.format(cuantas=filas))
    return capas


def leer_areas(capa: Capa) -> geopandas.GeoSeries:
    """Las áreas de una capa, en su sistema de coordenadas, en el orden de sus atributos."""
    with _seguro():
        leidas = pyogrio.read_dataframe(
            capa.origen, layer=capa.capa, columns=[], encoding=capa.codificacion
        )
        if not isinstance(leidas, geopandas.GeoDataFrame) or len(leidas) != len(capa.atributos):
            raise CartografiaRechazada(CORRUPTO)
        return leidas.geometry


@contextmanager
def _seguro() -> Iterator[None]:
    """Lee sin red y convierte las fallas de la librería en un motivo que se entiende."""
    ajustes = {**SIN_RED, **REHACER_INDICE}
    pyogrio.set_gdal_config_options(ajustes)
    set_network_enabled(active=False)
    try:
        with warnings.catch_warnings():
            # Sus avisos vienen en inglés; lo que importa se comprueba después, área por área.
            warnings.simplefilter("ignore", RuntimeWarning)
            warnings.simplefilter("ignore", UserWarning)
            yield
    except DE_COORDENADAS as error:
        raise CartografiaRechazada(COORDENADAS_ILEGIBLES) from error
    except FALLAS as error:
        raise CartografiaRechazada(CORRUPTO) from error
    finally:
        # Son de todo el proceso: con el índice por rehacer, otros no podrían leer dentro de un zip.
        pyogrio.set_gdal_config_options(dict.fromkeys(ajustes))


def _origen(archivo: Path) -> str:
    """La ruta local, después de mirar que el archivo sea por dentro lo que dice su extensión."""
    if archivo.suffix not in (SHAPEFILE, ".gpkg"):
        # Con el formato por delante la librería no lo adivina: un texto podría fingirse otra cosa.
        return f"{clase_de_json(archivo)}:{archivo}"
    cabeza, _ = extremos(archivo)
    if not cabeza:
        raise CartografiaRechazada("está vacío (0 bytes); vuelva a copiarlo.")
    firma = FIRMA_SHP if archivo.suffix == SHAPEFILE else FIRMA_GPKG
    exigir_otra_cosa(cabeza, admitida=firma)
    if not cabeza.startswith(firma):
        raise CartografiaRechazada(
            f"no es un {archivo.suffix}: por dentro es otra clase de archivo, o está dañado."
        )
    return str(archivo)


def _revisar_shapefile(shp: Path, avisos: list[str]) -> None:
    """Que esté entero: la librería leería uno cortado hasta donde alcance, sin decirlo."""
    dbf = shp.with_suffix(".dbf")
    if not dbf.exists():
        raise CartografiaRechazada(
            "falta su .dbf, donde van los códigos; cópielo al lado del .shp."
        )
    with shp.open("rb") as abierto:
        cabeza = abierto.read(28)
    if cabeza.startswith(FIRMA_SHP):
        declarado = 2 * struct.unpack(">i", cabeza[24:28].rjust(4, b"\x7f"))[0]
        if shp.stat().st_size < declarado:
            raise CartografiaRechazada(CORRUPTO)
    with dbf.open("rb") as abierto:
        cabeza = abierto.read(12)
    if len(cabeza) == 12:  # noqa: PLR2004 - lo que ocupa la parte del encabezado que interesa
        registros, encabezado, registro = struct.unpack("<IHH", cabeza[4:])
        if dbf.stat().st_size < encabezado + registros * registro:
            raise CartografiaRechazada(CORRUPTO)
    if not shp.with_suffix(".shx").exists():
        avisos.append("Faltaba el .shx (el índice del .shp); se rehízo en la copia.")


def _leer_atributos(
    copia: Copia, origen: str, capa: str, tipo: str | None, avisos: list[str], *, es_unica: bool
) -> Capa:
    es_shapefile = copia.archivo.suffix == SHAPEFILE
    rotulo = copia.nombre if es_unica else f"{copia.nombre}, capa «{capa}»"
    propios = list(avisos)
    for codificacion in _codificaciones(copia.archivo) if es_shapefile else (None,):
        try:
            atributos = pyogrio.read_dataframe(
                origen, layer=capa, read_geometry=False, encoding=codificacion
            )
        except UnicodeDecodeError:
            continue
        if codificacion == CODIFICACIONES[-1]:
            propios.append(
                "Los textos del .dbf no están en UTF-8; se leyeron en Latin-1 (los nombres no se "
                "usan para unir)."
            )
        return Capa(
            origen,
            capa,
            rotulo,
            tipo is not None and any(clase in tipo for clase in CON_AREAS),
            atributos,
            codificacion,
            tuple(propios),
        )
    codificaciones = enumerar(list(CODIFICACIONES))
    raise CartografiaRechazada(f"sus textos no se pueden leer; se probó {codificaciones}.")


def _codificaciones(shp: Path) -> tuple[str, ...]:
    """La que declara el .cpg, si se conoce; luego UTF-8; y Latin-1, que lo lee todo."""
    cpg = shp.with_suffix(".cpg")
    if not cpg.exists():
        return CODIFICACIONES
    declarada = cpg.read_text(encoding="ascii", errors="replace").strip()
    # Un .cpg suele traer solo el número de la página de códigos: «1252», «65001».
    nombre = {"65001": "UTF-8"}.get(
        declarada, f"cp{declarada}" if declarada.isdigit() else declarada
    )
    try:
        codecs.lookup(nombre)
    except LookupError:
        return CODIFICACIONES
    return (nombre, *(c for c in CODIFICACIONES if codecs.lookup(c) != codecs.lookup(nombre)))
