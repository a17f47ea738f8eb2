"""Comprueba que un archivo es un libro que se puede leer sin peligro, y da de él una copia limpia.

El lector de hojas reserva memoria según lo que el archivo dice de sí mismo, y si no le alcanza
termina el programa entero. Por eso nunca ve el original: cada parte que se lee se expande aquí,
con tope, se recorre su XML y se copia; lo demás (otras hojas, imágenes, macros) se deja fuera sin
mirarlo.
"""

import struct
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from tablero.errores import ArchivoIlegible
from tablero.libro import xlsx
from tablero.libro.limites import MAX_ARCHIVO, MAX_COLUMNAS, exigir_tamano
from tablero.libro.paquete import Paquete
from tablero.libro.revisado import FORMATOS, NO_ES_LIBRO, LibroRevisado, Sirve
from tablero.libro.xlsx import revisar_xlsx
from tablero.libro.xml_ods import OyenteManifiesto, OyenteOds

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""Comienzo de los archivos de Office anteriores a 2007, y de los protegidos con contraseña."""

TIPO_ODS = b"application/vnd.oasis.opendocument.spreadsheet"
MIMETYPE, MANIFIESTO, CONTENIDO = "mimetype", "META-INF/manifest.xml", "content.xml"

NO_SE_RECIBE = {
    ".xls": "es un libro de Excel antiguo (.xls); ábralo y guárdelo como .xlsx.",
    ".xlsm": "es un libro con macros (.xlsm), que no se reciben; guárdelo como .xlsx.",
    ".xlsb": "es un libro binario (.xlsb), que no se puede revisar celda por celda; "
    "guárdelo como .xlsx.",
    ".csv": "es un CSV suelto; póngalo en una carpeta con un .csv por tabla.",
}
DANADO = (
    *(BadZipFile, zlib.error, struct.error),
    *(EOFError, ValueError, RuntimeError, OverflowError, MemoryError, OSError),
)
"""Lo que lanza un zip que no se puede recorrer: `RuntimeError`, si es de una clase desconocida."""
INCOMPLETO = "está incompleto o dañado; vuelva a copiarlo o a guardarlo."


def todas(_: str) -> bool:
    """Toda hoja se lee."""
    return True


def abrir_libro(
    ruta: Path, sirve: Sirve = todas, *, max_columnas: int = MAX_COLUMNAS
) -> LibroRevisado:
    """Revisa las hojas que sirven de un `.xlsx` o un `.ods`.

    `ArchivoIlegible` si no se debe o no se puede leer.
    """
    extension = ruta.suffix.lower()
    if extension not in (".xlsx", ".ods"):
        raise ArchivoIlegible(NO_SE_RECIBE.get(extension, f"no es un libro; {FORMATOS}"))

    def revisar(paquete: Paquete) -> LibroRevisado:
        _exigir_clase(paquete, extension)
        if extension == ".xlsx":
            return revisar_xlsx(paquete, sirve, max_columnas)
        return _revisar_ods(paquete, sirve)

    return con_paquete(ruta, revisar)


def con_paquete(ruta: Path, revisar: Callable[[Paquete], LibroRevisado]) -> LibroRevisado:
    """Lo que `revisar` dé del zip; si está dañado, `ArchivoIlegible`."""
    datos = leer_comprimido(ruta)
    try:
        with ZipFile(BytesIO(datos)) as abierto:
            return revisar(Paquete(abierto))
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


def _revisar_ods(paquete: Paquete, sirve: Sirve) -> LibroRevisado:
    oyente = OyenteOds(sirve)
    paquete.escuchar(MANIFIESTO, OyenteManifiesto())
    salida = BytesIO()
    with ZipFile(salida, "w", ZIP_DEFLATED, compresslevel=1) as copia:
        copia.writestr(MIMETYPE, TIPO_ODS, ZIP_STORED)
        copia.writestr(MANIFIESTO, "<manifest/>")
        with copia.open(CONTENIDO, "w") as destino:
            for octetos in paquete.recorrer(CONTENIDO, oyente):
                destino.write(octetos)
    salida.seek(0)
    return LibroRevisado(salida, oyente.terminar())


def _exigir_clase(paquete: Paquete, extension: str) -> None:
    """El contenido corresponde a la extensión y no trae macros."""
    principal = paquete.principal(xlsx.PRINCIPAL)
    if principal.lower().endswith(".bin") or "xl/workbook.bin" in paquete:
        raise ArchivoIlegible(NO_SE_RECIBE[".xlsb"])
    if any(n.endswith("vbaproject.bin") for n in paquete.nombres):
        raise ArchivoIlegible(NO_SE_RECIBE[".xlsm"])
    clase = ".ods" if _es_ods(paquete) else ".xlsx" if principal else ""
    if not clase:
        raise ArchivoIlegible(NO_ES_LIBRO)
    if clase != extension:
        raise ArchivoIlegible(f"por dentro es un libro {clase}; cámbiele la extensión.")


def _es_ods(paquete: Paquete) -> bool:
    partes = (MIMETYPE, MANIFIESTO, CONTENIDO)
    return all(p in paquete for p in partes) and (
        next(paquete.trozos(MIMETYPE), b"").strip() == TIPO_ODS
    )
