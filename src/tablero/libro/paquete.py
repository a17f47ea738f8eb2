"""El zip de un libro: sus partes, expandidas con tope, y lo que dice de cómo se relacionan.

Un .xlsx o un .xlsb es un paquete OPC: `_rels/.rels` dice cuál es la parte principal, se llame como
se llame, y las relaciones de esta, dónde está cada hoja.
"""

import posixpath
from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from tablero.errores import ArchivoIlegible
from tablero.formato import numero
from tablero.libro.lector_xml import LectorXml, Oyente
from tablero.libro.limites import MAX_EXPANDIDO, MAX_MIEMBROS, MIB

TROZO = 256 * 1024
CIFRADO = 0x1
"""Marca de un miembro con contraseña en un zip."""
RAIZ = "_rels/.rels"
PRINCIPAL = "officeDocument"


@dataclass(frozen=True)
class Relacion:
    """Una relación de una parte con otra."""

    clase: str
    """Lo último de su tipo: `worksheet`, `styles`…, en el OOXML de siempre y en el estricto."""
    parte: str
    """La parte a la que apunta, desde la raíz del paquete."""


class Paquete:
    """Las partes de un zip; entre todas las que se leen no pasan del tope.

    Los nombres no distinguen mayúsculas: así los busca Excel.
    """

    def __init__(self, zip_abierto: ZipFile) -> None:
        self._zip = zip_abierto
        self._miembros = _listar(zip_abierto)
        self._expandido = 0

    def __contains__(self, nombre: str) -> bool:
        return nombre.lower() in self._miembros

    @property
    def nombres(self) -> frozenset[str]:
        """Los de todas las partes, en minúsculas."""
        return frozenset(self._miembros)

    def trozos(self, nombre: str) -> Iterator[bytes]:
        """El contenido de una parte hasta donde de verdad llega, diga lo que diga su tamaño."""
        sin_declarar = copy(self._miembros[nombre.lower()])
        sin_declarar.file_size = MAX_EXPANDIDO + TROZO
        with self._zip.open(sin_declarar) as origen:
            while trozo := origen.read(TROZO):
                self._expandido += len(trozo)
                if self._expandido > MAX_EXPANDIDO:
                    raise ArchivoIlegible(
                        f"ocuparía más de {MAX_EXPANDIDO // MIB} MB al abrirlo; no se abre."
                    )
                yield trozo

    def leer(self, nombre: str) -> bytes:
        """El contenido entero de una parte."""
        return b"".join(self.trozos(nombre))

    def recorrer(self, nombre: str, oyente: Oyente) -> Iterator[bytes]:
        """Recorre una parte XML y da sus octetos, sin lo que el oyente diga que sobra."""
        lector = LectorXml(nombre, oyente)
        for trozo in self.trozos(nombre):
            yield lector.alimentar(trozo)
        yield lector.alimentar(b"", ultimo=True)

    def escuchar(self, nombre: str, oyente: Oyente) -> None:
        """Recorre una parte XML que no se copia."""
        for _ in self.recorrer(nombre, oyente):
            pass

    def principal(self, por_omision: str) -> str:
        """La parte principal según `_rels/.rels`; si no lo dice, la de siempre. Vacío si no está.

        Si hay varias, la primera que exista.
        """
        dichas = [r.parte for r in self.relaciones("").values() if r.clase == PRINCIPAL]
        return next((p for p in (*dichas, por_omision) if p in self), "")

    def relaciones(self, parte: str) -> dict[str, Relacion]:
        """Identificador → relación de esa parte; las de la raíz son las de la parte vacía."""
        carpeta, nombre = posixpath.split(parte)
        donde = posixpath.join(carpeta, "_rels", f"{nombre}.rels")
        oyente = _Relaciones(carpeta)
        if donde in self:
            self.escuchar(donde, oyente)
        return oyente.relaciones


class _Relaciones(Oyente):
    """Las relaciones de una parte que está en `carpeta`."""

    def __init__(self, carpeta: str) -> None:
        self._carpeta = carpeta
        self.relaciones: dict[str, Relacion] = {}

    def abrir(self, nombre: str, atributos: dict[str, str]) -> bool:
        """Anota cada relación que no sale del libro."""
        if nombre == "Relationship" and atributos.get("TargetMode") != "External":
            destino = _resolver(self._carpeta, atributos.get("Target", ""))
            clase = atributos.get("Type", "").rpartition("/")[2]
            self.relaciones[atributos.get("Id", "")] = Relacion(clase, destino)
        return False


def _resolver(carpeta: str, destino: str) -> str:
    """La parte a la que apunta un destino, que puede ser absoluto o relativo a la carpeta.

    Hay programas que escriben `xl/worksheets/sheet1.xml` desde `xl/`.
    """
    destino = destino.replace("\\", "/")
    if carpeta and destino.lower().startswith(f"{carpeta.lower()}/"):
        destino = f"/{destino}"
    return posixpath.normpath(posixpath.join("/", carpeta, destino)).lstrip("/")


def _listar(zip_abierto: ZipFile) -> dict[str, ZipInfo]:
    """Las partes por su nombre en minúsculas; `ArchivoIlegible` si alguna no es de un libro."""
    miembros = zip_abierto.infolist()
    if len(miembros) > MAX_MIEMBROS:
        raise ArchivoIlegible(f"tiene más de {numero(MAX_MIEMBROS)} partes, el máximo.")
    por_nombre = {m.filename.replace("\\", "/").lower(): m for m in miembros}
    if len(por_nombre) < len(miembros):
        raise ArchivoIlegible("está dañado: tiene dos partes con el mismo nombre.")
    if any(m.flag_bits & CIFRADO for m in miembros):
        raise ArchivoIlegible("es un .zip protegido con contraseña, no un libro.")
    if any(m.compress_type not in (ZIP_STORED, ZIP_DEFLATED) for m in miembros):
        raise ArchivoIlegible("está comprimido de un modo que ningún libro usa; no se abre.")
    return por_nombre
