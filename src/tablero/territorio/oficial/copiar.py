"""Del archivo que alguien trae a una copia propia y acotada, que es la que se lee.

La librería geográfica nunca ve el original: abre índices y archivos vecinos por su cuenta y, si
faltan, los escribe al lado. Un .zip se abre aquí, con topes, porque unos pocos kilobytes pueden
decir que ocupan gigabytes y porque sus rutas pueden querer salirse de la carpeta.
"""

import codecs
import gzip
import stat
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from lzma import LZMAError
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import IO, cast
from zipfile import BadZipFile, ZipFile, ZipInfo

from tablero.errores import CartografiaRechazada
from tablero.formato import numero
from tablero.territorio.oficial.reconocer import (
    CABEZA,
    OTRAS_CLASES,
    PIDALO,
    exigir_otra_cosa,
)

MIB = 1024 * 1024
MAX_OCTETOS = 1024 * MIB
"""De lo que se copia o se extrae; el nivel de municipios, sin simplificar, ocupa unos 100 MB."""
MAX_MIEMBROS = 2_000
TROZO = 1024 * 1024
CIFRADO = 0x1
"""Marca de un miembro con contraseña en un zip."""

SHAPEFILE = ".shp"
PARTES = (".shp", ".shx", ".dbf", ".prj", ".cpg")
JSON = (".geojson", ".json", ".topojson")
SUELTOS = (".gpkg", *JSON)
DESCRIPCIONES = (".xml", ".qmd")
"""Los archivos vecinos donde ArcGIS y QGIS guardan de quién son los datos."""
FIRMA_GZIP = b"\x1f\x8b"
CODIFICACIONES = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"{\0", "utf-16-le"),
    (b"\0{", "utf-16-be"),
)
"""Cómo empieza un JSON que no está en UTF-8; así lo guardan el Bloc de notas y PowerShell."""
FORMATOS = "se admiten .shp (con sus hermanos), .zip, .gpkg, .geojson, .json y .topojson."
CORRUPTO = "está incompleto o dañado; vuelva a descargarlo o a copiarlo."


@dataclass(frozen=True)
class Copia:
    """Un archivo de datos ya copiado."""

    archivo: Path
    nombre: str
    """El que tenía, para nombrarlo ante una persona."""
    descripcion: Path | None = None
    """Su archivo vecino con los metadatos, si lo trae."""


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
    _exigir_que_se_lea(ruta)
    if ruta.suffix.lower() == ".zip":
        with _abrir_zip(ruta) as paquete:
            return _agrupar(_miembros(paquete), temporal)
    return _agrupar(map(_en_disco, partes(ruta)), temporal)


def _exigir_que_se_lea(ruta: Path) -> None:
    """Que sea un archivo de una clase que se lee; si no, dice qué es y qué hacer."""
    extension = ruta.suffix.lower()
    if not ruta.is_file():
        que_es = OTRAS_CLASES[".gdb"] if extension == ".gdb" else f"no es un archivo; {FORMATOS}"
        raise CartografiaRechazada(que_es)
    if extension == ".zip" or clase(ruta.name) in (SHAPEFILE, *SUELTOS):
        return
    if extension in PARTES:
        raise CartografiaRechazada(f"es parte de un shapefile: dé el {SHAPEFILE}; {FORMATOS}")
    if extension in OTRAS_CLASES:
        raise CartografiaRechazada(OTRAS_CLASES[extension])
    with ruta.open("rb") as abierto:
        exigir_otra_cosa(abierto.read(CABEZA))
    raise CartografiaRechazada(f"no es cartografía; {FORMATOS}")


def clase(nombre: str) -> str:
    """La extensión en minúscula, sin el `.gz` de un archivo de datos comprimido."""
    entero = PurePosixPath(nombre.lower())
    dentro = PurePosixPath(entero.stem).suffix
    return dentro if entero.suffix == ".gz" and dentro in SUELTOS else entero.suffix


def partes(ruta: Path) -> tuple[Path, ...]:
    """El archivo con sus vecinos del mismo nombre: los de un .shp y la descripción de los datos."""
    propias = PARTES if ruta.suffix.lower() == SHAPEFILE else (ruta.suffix.lower(),)
    hermanos = (
        otro
        for otro in ruta.parent.iterdir()
        if otro.is_file()
        and (
            (otro.suffix.lower() in propias and otro.stem.lower() == ruta.stem.lower())
            or _describe(otro.name, ruta.name)
        )
    )
    return tuple(sorted(hermanos))


def _describe(nombre: str, de: str) -> bool:
    """Si lleva los metadatos de otro: `mpio.shp.xml` o `mpio.xml` son los de `mpio.shp`."""
    este, otro = PurePosixPath(nombre.lower()), PurePosixPath(de.lower())
    return este.suffix in DESCRIPCIONES and este.stem in (otro.name, otro.stem)


def _en_disco(ruta: Path) -> _Parte:
    return _Parte(PurePosixPath(ruta.name), lambda: ruta.open("rb"))


@contextmanager
def _abrir_zip(ruta: Path) -> Iterator[ZipFile]:
    try:
        with ZipFile(ruta) as paquete:
            yield paquete
    except (BadZipFile, zlib.error, LZMAError, EOFError, RuntimeError, OSError, ValueError):
        # RuntimeError: una clase de compresión que la librería no conoce.
        with ruta.open("rb") as abierto:
            exigir_otra_cosa(abierto.read(CABEZA), admitida=b"PK")
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
    descripciones: list[_Parte] = []
    vistos: list[PurePosixPath] = []
    for parte in entradas:
        vistos.append(parte.nombre)
        extension = clase(parte.nombre.name)
        if extension in DESCRIPCIONES:
            descripciones.append(parte)
        if extension not in (*PARTES, *SUELTOS):
            continue
        familia = SHAPEFILE if extension in PARTES else extension
        clave = (parte.nombre.parent.as_posix(), parte.nombre.stem.lower(), familia)
        grupos.setdefault(clave, []).append(parte)
    copias = []
    disponible = MAX_OCTETOS
    for orden, grupo in enumerate(grupos.values()):
        extensiones = [clase(parte.nombre.name) for parte in grupo]
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
        archivo, nombre = carpeta / f"capa{extensiones[principal]}", grupo[principal].nombre
        disponible -= _descomprimir(archivo, disponible)
        _a_utf8(archivo)
        descripcion = _de(descripciones, nombre, es_unico=len(grupos) == 1)
        if descripcion is not None:
            disponible -= _volcar(descripcion, carpeta / "descripcion.xml", disponible)
        copias.append(
            Copia(archivo, str(nombre), carpeta / "descripcion.xml" if descripcion else None)
        )
    if not copias:
        raise CartografiaRechazada(_que_trae(vistos))
    return tuple(copias)


def _que_trae(vistos: Iterable[PurePosixPath]) -> str:
    """Por qué un .zip sin cartografía no sirve, según lo que haya dentro."""
    for nombre in vistos:
        if any(parte.lower().endswith(".gdb") for parte in nombre.parts[:-1]):
            return f"trae una geodatabase de Esri; {PIDALO}"
        if nombre.suffix.lower() == ".zip":
            return f"trae otro .zip adentro: dé ese ({nombre.name})."
        if nombre.suffix.lower() in OTRAS_CLASES:
            return f"trae «{nombre.name}», que {OTRAS_CLASES[nombre.suffix.lower()]}"
    return f"no contiene cartografía; {FORMATOS}"


def _de(descripciones: Iterable[_Parte], nombre: PurePosixPath, *, es_unico: bool) -> _Parte | None:
    """Los metadatos de un archivo: los que llevan su nombre o, si no hay más datos, los únicos."""
    todas = list(descripciones)
    for parte in todas:
        if parte.nombre.parent == nombre.parent and _describe(parte.nombre.name, nombre.name):
            return parte
    return todas[0] if es_unico and len(todas) == 1 else None


def _descomprimir(archivo: Path, disponible: int) -> int:
    """Deja el archivo sin su compresión gzip, si la trae; devuelve cuántos octetos ocupa de más."""
    with archivo.open("rb") as abierto:
        if abierto.read(len(FIRMA_GZIP)) != FIRMA_GZIP:
            return 0
    suelto = archivo.with_name(f"suelto{archivo.suffix}")
    parte = _Parte(PurePosixPath(archivo.name), lambda: cast(IO[bytes], gzip.GzipFile(archivo)))
    try:
        escritos = _volcar(parte, suelto, disponible)
    except (gzip.BadGzipFile, EOFError, zlib.error):
        raise CartografiaRechazada(CORRUPTO) from None
    suelto.replace(archivo)
    return escritos


def _a_utf8(archivo: Path) -> None:
    """Vuelve a escribir en UTF-8 un JSON que está en UTF-16 o en UTF-32."""
    if archivo.suffix not in JSON:
        return
    with archivo.open("rb") as abierto:
        comienzo = abierto.read(4)
    codificacion = next((c for firma, c in CODIFICACIONES if comienzo.startswith(firma)), None)
    if codificacion is None:
        return
    claro = archivo.with_name(f"claro{archivo.suffix}")
    try:
        with (
            archivo.open(encoding=codificacion, newline="") as origen,
            claro.open("w", encoding="utf-8", newline="") as salida,
        ):
            while trozo := origen.read(TROZO):
                salida.write(trozo.removeprefix("\ufeff"))
    except UnicodeError:
        raise CartografiaRechazada(CORRUPTO) from None
    claro.replace(archivo)


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
