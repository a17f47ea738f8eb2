"""Qué cartografía municipal está en uso, de quién es y sus áreas.

El tablero trae una esquemática, hecha por él. Si alguien instala otra, esa la reemplaza en todos
los mapas: su ficha (`instalada/municipios.fuente.yml`) nombra el archivo de geometría, y al
cambiarla cambia todo de una vez. De quién es lo instalado no se presume: lo dicen sus metadatos, lo
dice quien la instala o queda sin procedencia declarada.
"""

import hashlib
import re
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

import geopandas
from pydantic import BaseModel, ConfigDict, ValidationError, model_validator

from tablero import rutas
from tablero.errores import ArchivoIlegible
from tablero.formato import numero
from tablero.leer_yaml import YamlMalEscrito, leer_yaml

ESQUEMATICA = "municipios_esquematicos.geojson"
INSTALADA = "instalada"
FICHA = "municipios.fuente.yml"
CON_HUELLA = re.compile(r"municipios\.([0-9a-f]{12})\.(?:geo|topo)json")
"""Cómo se llama la geometría instalada: con el comienzo de su SHA-256.

Antes se guardaba en TopoJSON: la que alguien instaló entonces se sigue leyendo como está.
"""
INSTALADAS = "municipios.*.*json"

TITULO_ESQUEMATICA = "Límites municipales esquemáticos, no oficiales"
CREDITO_ESQUEMATICA = (
    "Límites municipales esquemáticos, no oficiales: cálculo propio con centros poblados "
    "(DANE, DIVIPOLA) y departamentos de Natural Earth."
)
CRS = "EPSG:4326"
CIFRAS_DE_DEPARTAMENTO = 2

Procedencia = Literal["propia", "de sus metadatos", "de quien la instaló", "sin declarar"]
"""Quién dice de quién son los límites."""
SEGUN: Mapping[Procedencia, str] = {
    "de sus metadatos": "según los metadatos del archivo",
    "de quien la instaló": "según quien los instaló",
}
LICENCIA_NO_DECLARADA = "no declarada"
SIN_PROCEDENCIA = "Límites municipales sin procedencia declarada"
PRESUMIDO = frozenset({"titulo", "credito", "entidad", "edicion"})
"""Lo que decían las fichas de antes, que acreditaban al DANE cualquier archivo: no se lee."""


class FichaInstalada(BaseModel):
    """Lo que dice `municipios.fuente.yml`: de dónde salió lo instalado y qué se le hizo."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    procedencia: Procedencia = "sin declarar"
    fuente: str = ""
    """«DANE, Marco Geoestadístico Nacional 2025»; vacía si no se declara."""
    licencia: str = LICENCIA_NO_DECLARADA
    esquema: str = ""
    """«MGN 2025» si sus columnas son las de esa edición: no dice de quién son los límites."""
    original: str
    original_sha256: str
    archivo: str
    crs: str
    municipios: int = 0
    """Cuántos tiene la DIVIPOLA; 0 en una ficha que no lo decía."""
    ausentes: tuple[str, ...] = ()
    sobrantes: tuple[str, ...] = ()
    informe: tuple[str, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _sin_lo_presumido(cls, datos: object) -> object:
        if not isinstance(datos, Mapping):
            return datos
        return {clave: valor for clave, valor in datos.items() if clave not in PRESUMIDO}

    @model_validator(mode="after")
    def _fuente_segun_alguien(self) -> "FichaInstalada":
        if bool(self.fuente) != (self.procedencia in SEGUN):
            raise ValueError("la fuente y quién la dice van juntas")
        return self

    @property
    def titulo(self) -> str:
        """De quién son, en pocas palabras."""
        if self.fuente:
            return f"Límites municipales de {self.fuente}"
        return f"{SIN_PROCEDENCIA}{f', con el esquema del {self.esquema}' if self.esquema else ''}"

    @property
    def credito(self) -> str:
        """El pie de cada mapa: de quién son, quién lo dice, qué se les hizo y qué falta."""
        de_quien = f"{self.titulo} (archivo «{self.original}»)"
        if self.fuente:
            de_quien = f"Límites municipales: {self.fuente}, {SEGUN[self.procedencia]}"
        frases = [f"{de_quien}; simplificados para verlos en pantalla."]
        if self.licencia != LICENCIA_NO_DECLARADA:
            frases.append(f"Licencia: {self.licencia}.")
        if self.ausentes:
            frases.append(f"{self.faltan}: no se dibuja{'n' * (len(self.ausentes) > 1)}.")
        return " ".join(frases)

    @property
    def faltan(self) -> str:
        """«Faltan 18 de los 1.122 municipios», o vacío si están todos."""
        cuantos = len(self.ausentes)
        if not cuantos:
            return ""
        verbo = "Falta" if cuantos == 1 else "Faltan"
        if not self.municipios:
            return f"{verbo} {numero(cuantos)} {'municipio' if cuantos == 1 else 'municipios'}"
        return f"{verbo} {numero(cuantos)} de los {numero(self.municipios)} municipios"


@dataclass(frozen=True)
class Cartografia:
    """La cartografía en uso."""

    archivo: Path
    """El GeoJSON, con la propiedad `municipio_codigo`."""
    procedencia: Procedencia
    titulo: str
    credito: str
    """Lo que va al pie de cada mapa."""
    ausentes: tuple[str, ...] = ()
    """Códigos DIVIPOLA sin área."""
    sobrantes: tuple[str, ...] = ()
    """Códigos del archivo original que no son de la DIVIPOLA; no se dibujan."""

    @property
    def identidad(self) -> Hashable:
        """Lo que la distingue en una memoria: cambia si alguien reemplaza o instala el archivo."""
        estado = self.archivo.stat()
        return str(self.archivo), estado.st_ino, estado.st_mtime_ns, estado.st_size


def instalada(carpeta: Path) -> Path:
    """Dónde queda lo que se instala en lugar de la cartografía de `carpeta`.

    Dentro de ella, salvo en la del programa, donde nada se escribe.
    """
    return rutas.INSTALADA if carpeta == rutas.CARTOGRAFIA else carpeta / INSTALADA


def vigente(carpeta: Path) -> Cartografia:
    """La cartografía en uso: la instalada, si la hay; si no, la esquemática.

    `ArchivoIlegible` si la ficha de la instalada está dañada o si falta el archivo que nombra.
    """
    ficha = leer_ficha(carpeta)
    if ficha is None:
        archivo = carpeta / ESQUEMATICA
        _exigir(archivo)
        return Cartografia(archivo, "propia", TITULO_ESQUEMATICA, CREDITO_ESQUEMATICA)
    archivo = instalada(carpeta) / ficha.archivo
    _exigir(archivo)
    return Cartografia(
        archivo, ficha.procedencia, ficha.titulo, ficha.credito, ficha.ausentes, ficha.sobrantes
    )


def leer_ficha(carpeta: Path) -> FichaInstalada | None:
    """La ficha de la cartografía instalada, o `None` si no hay ninguna."""
    ruta = instalada(carpeta) / FICHA
    if not ruta.parent.is_dir():
        return None
    try:
        return FichaInstalada.model_validate(dict(leer_yaml(ruta)))
    except FileNotFoundError:
        return None
    except (YamlMalEscrito, ValidationError) as error:
        raise ArchivoIlegible(
            f"{ruta}: está dañado; instale otra vez la cartografía o vuelva a la "
            f"esquemática con: {rutas.orden('cartografia quitar')}"
        ) from error


def municipios(carpeta: Path) -> geopandas.GeoDataFrame:
    """Las áreas en uso: `municipio_codigo` y `geometry` (EPSG:4326), por código.

    Se leen una vez por archivo; quien las recibe puede cambiarlas sin dañar las de los demás.
    `ArchivoIlegible` si el archivo falta o está dañado.
    """
    return leer_areas(vigente(carpeta).archivo)


def leer_areas(archivo: Path) -> geopandas.GeoDataFrame:
    """Las áreas de un archivo del tablero: `municipio_codigo` y `geometry`, por código."""
    return _municipios(*_identidad(archivo)).copy()


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
        f"{archivo}: está dañado; vuelva a copiarlo, instale otra vez la cartografía o "
        f"vuelva a la esquemática con: {rutas.orden('cartografia quitar')}"
    )


def _exigir_el_mismo(archivo: Path) -> None:
    """Que lo instalado sea lo que se instaló: si cambió, la librería geográfica no llega a verlo.

    Lo instalado lleva su huella en el nombre y ya se leyó una vez, aparte; la esquemática no.
    """
    if (marca := CON_HUELLA.fullmatch(archivo.name)) is None:
        return
    with archivo.open("rb") as abierto:
        if not hashlib.file_digest(abierto, "sha256").hexdigest().startswith(marca[1]):
            raise _danado(archivo)


def _identidad(archivo: Path) -> tuple[Path, int, int]:
    """Ruta, fecha y tamaño: cambian si alguien reemplaza el archivo con el tablero abierto."""
    estado = archivo.stat()
    return archivo.resolve(), estado.st_mtime_ns, estado.st_size


@lru_cache(maxsize=2)
def _municipios(archivo: Path, fecha_ns: int, octetos: int) -> geopandas.GeoDataFrame:
    _exigir_el_mismo(archivo)
    try:
        areas = geopandas.read_file(archivo, columns=["municipio_codigo"])
        areas = areas.set_crs(CRS, allow_override=True)[["municipio_codigo", "geometry"]]
    except Exception as error:  # la librería geográfica falla de muchas maneras
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
