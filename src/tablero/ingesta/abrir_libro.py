"""Comprueba que un archivo es un libro que se puede leer sin peligro, y da de él una copia limpia.

El lector de hojas reserva memoria según lo que el archivo dice de sí mismo, y si no le alcanza
termina el programa entero. Por eso nunca ve el original: cada parte se expande aquí, con tope,
se recorre su XML y se copia; imágenes, macros y demás se dejan fuera.
"""

import zlib
from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from tablero.errores import ArchivoIlegible
from tablero.formato import numero
from tablero.ingesta import xml_ods, xml_xlsx
from tablero.ingesta.lector_xml import LectorXml
from tablero.ingesta.limites import (
    MAX_ARCHIVO,
    MAX_COLUMNAS,
    MAX_EXPANDIDO,
    MAX_MIEMBROS,
    MIB,
    exigir_tamano,
)
from tablero.ingesta.rarezas import Rarezas

TROZO = 256 * 1024
CIFRADO = 0x1
"""Marca de un miembro con contraseña en un zip."""

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""Comienzo de los archivos de Office anteriores a 2007, y de los protegidos con contraseña."""

TIPO_ODS = b"application/vnd.oasis.opendocument.spreadsheet"

NO_SE_RECIBE = {
    ".xls": "es un libro de Excel antiguo (.xls); ábralo y guárdelo como .xlsx.",
    ".xlsm": "es un libro con macros (.xlsm), que no se reciben; guárdelo como .xlsx.",
    ".xlsb": "es un libro binario (.xlsb), que no se puede revisar celda por celda; "
    "guárdelo como .xlsx.",
    ".csv": "es un CSV suelto; póngalo en una carpeta con un .csv por tabla.",
}
DANADO = (BadZipFile, zlib.error, EOFError, ValueError, RuntimeError)
"""Lo que lanza un zip que no se puede recorrer; el último, si es de una clase desconocida."""
INCOMPLETO = "está incompleto o dañado; vuelva a copiarlo o a guardarlo."
FORMATOS = "se leen .xlsx, .ods o una carpeta con un .csv por tabla."


@dataclass(frozen=True)
class LibroRevisado:
    """La copia limpia de un libro y, por hoja, lo que el lector de hojas no contaría."""

    copia: BytesIO
    rarezas: dict[str, Rarezas]


def abrir_libro(ruta: Path, *, max_columnas: int = MAX_COLUMNAS) -> LibroRevisado:
    """Revisa un `.xlsx` o un `.ods`; `ArchivoIlegible` si no se debe o no se puede leer."""
    extension = ruta.suffix.lower()
    if extension not in (".xlsx", ".ods"):
        raise ArchivoIlegible(NO_SE_RECIBE.get(extension, f"no es un libro; {FORMATOS}"))
    datos = leer_comprimido(ruta)
    try:
        with ZipFile(BytesIO(datos)) as paquete:
            return _revisar(paquete, extension, max_columnas)
    except DANADO:
        raise ArchivoIlegible(INCOMPLETO) from None


def leer_comprimido(ruta: Path) -> bytes:
    """El contenido de un archivo que debe ser un zip; si es otra cosa, dice cuál."""
    datos = leer_octetos(ruta)
    if datos.startswith(OLE):
        raise ArchivoIlegible(_que_es_ole(datos))
    if not datos.startswith(b"PK"):
        raise ArchivoIlegible(
            f"no es un libro {ruta.suffix.lower()}: por dentro es otra clase de archivo, con el "
            "nombre cambiado."
        )
    return datos


def leer_octetos(ruta: Path) -> bytes:
    """El contenido de un archivo, hasta el tope."""
    if not ruta.exists():
        raise ArchivoIlegible("no existe.")
    if not ruta.is_file():
        raise ArchivoIlegible("no es un archivo.")
    try:
        with ruta.open("rb") as archivo:
            datos = archivo.read(MAX_ARCHIVO + 1)
    except OSError as error:
        raise ArchivoIlegible(
            "no se puede abrir; ciérrelo si está abierto en otro programa y compruebe su permiso."
        ) from error
    exigir_tamano(len(datos))
    return datos


def _que_es_ole(datos: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in datos:
        return "está protegido con contraseña; quítesela y vuelva a guardarlo."
    if "Workbook".encode("utf-16-le") in datos or "Book".encode("utf-16-le") in datos:
        return NO_SE_RECIBE[".xls"]
    return f"no es un libro, sino otro documento de Office; {FORMATOS}"


def listar_miembros(paquete: ZipFile) -> list[tuple[str, ZipInfo]]:
    """Las partes de un zip con su nombre; `ArchivoIlegible` si alguna no es de un libro."""
    miembros = paquete.infolist()
    if len(miembros) > MAX_MIEMBROS:
        raise ArchivoIlegible(f"tiene más de {numero(MAX_MIEMBROS)} partes, el máximo.")
    nombres = [m.filename.replace("\\", "/") for m in miembros]
    if len({n.lower() for n in nombres}) < len(nombres):
        raise ArchivoIlegible("está dañado: tiene dos partes con el mismo nombre.")
    if any(m.flag_bits & CIFRADO for m in miembros):
        raise ArchivoIlegible("es un .zip protegido con contraseña, no un libro.")
    if any(m.compress_type not in (ZIP_STORED, ZIP_DEFLATED) for m in miembros):
        raise ArchivoIlegible("está comprimido de un modo que ningún libro usa; no se abre.")
    return list(zip(nombres, miembros, strict=True))


def _revisar(paquete: ZipFile, extension: str, max_columnas: int) -> LibroRevisado:
    miembros = listar_miembros(paquete)
    _exigir_clase(paquete, {nombre for nombre, _ in miembros}, extension)
    oyente: xml_xlsx.OyenteXlsx | xml_ods.OyenteOds
    if extension == ".xlsx":
        oyente, orden = xml_xlsx.OyenteXlsx(max_columnas), xml_xlsx.orden_de_lectura
    else:
        oyente, orden = xml_ods.OyenteOds(), xml_ods.orden_de_lectura
    expandido = 0
    salida = BytesIO()
    with ZipFile(salida, "w", ZIP_DEFLATED, compresslevel=1) as limpio:
        for nombre, miembro in sorted(miembros, key=lambda par: orden(par[0])):
            if nombre == "mimetype":
                limpio.writestr(nombre, TIPO_ODS, ZIP_STORED)
            if not nombre.lower().endswith((".xml", ".rels")):
                continue
            lector = LectorXml(nombre, oyente)
            with limpio.open(nombre, "w") as destino:
                for trozo in expandir(paquete, miembro):
                    expandido += len(trozo)
                    if expandido > MAX_EXPANDIDO:
                        raise ArchivoIlegible(
                            f"ocuparía más de {MAX_EXPANDIDO // MIB} MB al abrirlo; no se abre."
                        )
                    lector.alimentar(trozo)
                    destino.write(trozo)
            lector.alimentar(b"", ultimo=True)
    rarezas = oyente.terminar()
    salida.seek(0)
    return LibroRevisado(salida, rarezas)


def expandir(paquete: ZipFile, miembro: ZipInfo) -> Iterator[bytes]:
    """El contenido de un miembro hasta donde de verdad llega, diga lo que diga su tamaño."""
    sin_declarar = copy(miembro)
    sin_declarar.file_size = MAX_EXPANDIDO + TROZO
    with paquete.open(sin_declarar) as origen:
        while trozo := origen.read(TROZO):
            yield trozo


def _exigir_clase(paquete: ZipFile, nombres: set[str], extension: str) -> None:
    """El contenido corresponde a la extensión y no trae macros."""
    if "xl/workbook.bin" in nombres:
        raise ArchivoIlegible(NO_SE_RECIBE[".xlsb"])
    if any(n.lower().endswith("vbaproject.bin") for n in nombres):
        raise ArchivoIlegible(NO_SE_RECIBE[".xlsm"])
    es_ods = {"mimetype", "META-INF/manifest.xml"} <= nombres and (
        next(expandir(paquete, paquete.getinfo("mimetype")), b"").strip() == TIPO_ODS
    )
    clase = ".ods" if es_ods else ".xlsx" if "xl/workbook.xml" in nombres else ""
    if not clase:
        raise ArchivoIlegible(f"es un .zip que no contiene un libro; {FORMATOS}")
    if clase != extension:
        raise ArchivoIlegible(f"por dentro es un libro {clase}; cámbiele la extensión.")
