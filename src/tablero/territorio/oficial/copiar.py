"""Del archivo que alguien trae a una copia propia y acotada, que es la que se lee.

La librería geográfica nunca ve el original: abre índices y archivos vecinos por su cuenta y, si
faltan, los escribe al lado. Un .zip se abre aquí, con topes, porque unos pocos kilobytes pueden
decir que ocupan gigabytes y porque sus rutas pueden querer salirse de la carpeta.
"""

import stat
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import IO
from zipfile import BadZipFile, ZipFile, ZipInfo

from tablero.errores import CartografiaRechazada
from tablero.formato import numero

MIB = 1024 * 1024
MAX_OCTETOS = 1024 * MIB
"""De lo que se copia o se extrae; el nivel de municipios, sin simplificar, ocupa unos 100 MB."""
MAX_MIEMBROS = 2_000
TROZO = 1024 * 1024
CIFRADO = 0x1
"""Marca de un miembro con contraseña en un zip."""

SHAPEFILE = ".shp"
PARTES = (".shp", ".shx", ".dbf", ".prj", ".cpg")
SUELTOS = (".gpkg", ".geojson", ".json", ".topojson")
FORMATOS = "se admiten .shp (con sus hermanos), .zip, .gpkg, .geojson y .topojson."
CORRUPTO = "está incompleto o dañado; vuelva a descargarlo o a copiarlo."


@dataclass(frozen=True)
class Copia:
    """Un archivo de datos ya copiado."""

    archivo: Path
    nombre: str
    """El que tenía, para nombrarlo ante una persona."""


@dataclass(frozen=True)
class _Parte:
    nombre: PurePosixPath
    abrir: Callable[[], IO[bytes]]


def copiar(ruta: Path, temporal: Path) -> tuple[Copia, ...]:
    """Copia a `temporal` los archivos de datos que hay en `ruta`, o dentro de ella si es un .zip.

    `CartografiaRechazada` si no existe, si el formato no se admite o si pasa de los topes.
    """
    if not ruta.exists():
        raise CartografiaRechazada("no existe.")
    if not ruta.is_file():
        raise CartografiaRechazada(f"no es un archivo; {FORMATOS}")
    if ruta.suffix.lower() == ".zip":
        with _abrir_zip(ruta) as paquete:
            return _agrupar(_miembros(paquete), temporal)
    return _agrupar(map(_en_disco, partes(ruta)), temporal)


def partes(ruta: Path) -> tuple[Path, ...]:
    """El archivo y, si es un .shp, sus hermanos del mismo nombre, sin mirar mayúsculas."""
    extension = ruta.suffix.lower()
    if extension in (*SUELTOS, ".zip"):
        return (ruta,)
    if extension != SHAPEFILE:
        que_es = "no es cartografía"
        if extension in PARTES:
            que_es = f"es parte de un shapefile: dé el {SHAPEFILE}"
        raise CartografiaRechazada(f"{que_es}; {FORMATOS}")
    hermanos = (
        otro
        for otro in ruta.parent.iterdir()
        if otro.suffix.lower() in PARTES and otro.stem.lower() == ruta.stem.lower()
    )
    return tuple(sorted(hermanos))


def _en_disco(ruta: Path) -> _Parte:
    return _Parte(PurePosixPath(ruta.name), lambda: ruta.open("rb"))


@contextmanager
def _abrir_zip(ruta: Path) -> Iterator[ZipFile]:
    try:
        with ZipFile(ruta) as paquete:
            yield paquete
    except (BadZipFile, zlib.error, EOFError, RuntimeError, OSError, ValueError):
        # RuntimeError: una clase de compresión que la librería no conoce.
        raise CartografiaRechazada(CORRUPTO) from None


def _miembros(paquete: ZipFile) -> Iterator[_Parte]:
    miembros = paquete.infolist()
    if len(miembros) > MAX_MIEMBROS:
        raise CartografiaRechazada(f"tiene más de {numero(MAX_MIEMBROS)} archivos; no se abre.")
    for miembro in miembros:
        _exigir_ruta_segura(miembro)
    if any(m.flag_bits & CIFRADO for m in miembros):
        raise CartografiaRechazada("es un .zip protegido con contraseña; quítesela.")
    for miembro in miembros:
        nombre = PurePosixPath(miembro.filename.replace("\\", "/"))
        # «._x» y «__MACOSX» son copias de atributos que agrega macOS, no datos.
        de_macos = nombre.name.startswith("._") or "__MACOSX" in nombre.parts
        if not miembro.is_dir() and not de_macos:
            yield _Parte(nombre, lambda miembro=miembro: paquete.open(miembro))  # type: ignore[misc]


def _exigir_ruta_segura(miembro: ZipInfo) -> None:
    nombre = PureWindowsPath(miembro.filename)  # entiende las dos barras y las letras de unidad
    es_enlace = stat.S_ISLNK(miembro.external_attr >> 16)
    if nombre.drive or nombre.root or ".." in nombre.parts or es_enlace:
        raise CartografiaRechazada(
            f"«{miembro.filename}» quiere salirse de la carpeta del .zip; no se abre."
        )


def _agrupar(entradas: Iterable[_Parte], temporal: Path) -> tuple[Copia, ...]:
    """Copia cada archivo de datos a una carpeta propia, con nombres fijos y en minúscula."""
    grupos: dict[tuple[str, ...], list[_Parte]] = {}
    for parte in entradas:
        extension = parte.nombre.suffix.lower()
        if extension not in (*PARTES, *SUELTOS):
            continue
        familia = SHAPEFILE if extension in PARTES else extension
        clave = (parte.nombre.parent.as_posix(), parte.nombre.stem.lower(), familia)
        grupos.setdefault(clave, []).append(parte)
    copias = []
    disponible = MAX_OCTETOS
    for orden, grupo in enumerate(grupos.values()):
        extensiones = [parte.nombre.suffix.lower() for parte in grupo]
        if len(set(extensiones)) < len(extensiones):
            raise CartografiaRechazada(
                f"«{grupo[0].nombre}» está dos veces, con otras mayúsculas; deje uno."
            )
        if extensiones[0] in PARTES and SHAPEFILE not in extensiones:
            continue
        carpeta = temporal / str(orden)
        carpeta.mkdir()
        for parte, extension in zip(grupo, extensiones, strict=True):
            disponible -= _volcar(parte, carpeta / f"capa{extension}", disponible)
        principal = extensiones.index(SHAPEFILE) if SHAPEFILE in extensiones else 0
        copias.append(
            Copia(carpeta / f"capa{extensiones[principal]}", str(grupo[principal].nombre))
        )
    if not copias:
        raise CartografiaRechazada(f"no contiene cartografía; {FORMATOS}")
    return tuple(copias)


def _volcar(parte: _Parte, destino: Path, disponible: int) -> int:
    """Copia lo que de verdad hay, diga lo que diga su tamaño; devuelve cuántos octetos fueron."""
    escritos = 0
    with parte.abrir() as origen, destino.open("wb") as salida:
        while trozo := origen.read(TROZO):
            escritos += len(trozo)
            if escritos > disponible:
                raise CartografiaRechazada(
                    f"ocuparía más de {numero(MAX_OCTETOS / MIB)} MB al abrirlo; no se abre. "
                    "Traiga solo el nivel de municipios."
                )
            salida.write(trozo)
    return escritos
