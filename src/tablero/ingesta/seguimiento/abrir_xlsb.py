"""Comprueba que un .xlsb se puede leer sin peligro, y da de él una copia limpia.

Hace lo que `abrir_libro` con los otros formatos: expande con tope, mide y copia solo las partes que
hacen falta; las macros y lo demás se quedan fuera.
"""

import posixpath
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from tablero.errores import ArchivoIlegible
from tablero.ingesta.abrir_libro import (
    DANADO,
    INCOMPLETO,
    LibroRevisado,
    expandir,
    leer_comprimido,
    listar_miembros,
)
from tablero.ingesta.lector_xml import LectorXml, Oyente
from tablero.ingesta.limites import MAX_EXPANDIDO, MIB, Medidor
from tablero.ingesta.rarezas import Rarezas
from tablero.ingesta.seguimiento.registros_xlsb import (
    cuenta_desde_1904,
    hojas_del_libro,
    medir_hoja,
    medir_textos,
    solo_hojas,
)

LIBRO = "xl/workbook.bin"
RELACIONES = "xl/_rels/workbook.bin.rels"
TEXTOS = "xl/sharedStrings.bin"
ESTILOS = "xl/styles.bin"
TIPOS = "[Content_Types].xml"
RAIZ = "_rels/.rels"


class _Relaciones(Oyente):
    """Identificador de cada relación → parte a la que apunta."""

    def __init__(self) -> None:
        self.destinos: dict[str, str] = {}

    def abrir(self, nombre: str, atributos: dict[str, str]) -> None:
        if nombre == "Relationship":
            destino = posixpath.join("/xl", atributos.get("Target", ""))
            self.destinos[atributos.get("Id", "")] = posixpath.normpath(destino).lstrip("/")


def abrir_xlsb(ruta: Path, *, max_columnas: int) -> LibroRevisado:
    """Revisa un `.xlsb`; `ArchivoIlegible` si no se debe o no se puede leer."""
    datos = leer_comprimido(ruta)
    try:
        with ZipFile(BytesIO(datos)) as paquete:
            return _revisar(_Partes(paquete), max_columnas)
    except DANADO:
        raise ArchivoIlegible(INCOMPLETO) from None


class _Partes:
    """Las partes de un libro, que se expanden una vez y entre todas no pasan del tope."""

    def __init__(self, paquete: ZipFile) -> None:
        self._paquete = paquete
        self._miembros: dict[str, ZipInfo] = dict(listar_miembros(paquete))
        self._expandido = 0
        self.leidas: dict[str, bytes] = {}

    def __contains__(self, nombre: str) -> bool:
        return nombre in self._miembros

    def leer(self, nombre: str) -> bytes:
        """El contenido de una parte."""
        if nombre not in self.leidas:
            trozos = []
            for trozo in expandir(self._paquete, self._miembros[nombre]):
                self._expandido += len(trozo)
                if self._expandido > MAX_EXPANDIDO:
                    raise ArchivoIlegible(
                        f"ocuparía más de {MAX_EXPANDIDO // MIB} MB al abrirlo; no se abre."
                    )
                trozos.append(trozo)
            self.leidas[nombre] = b"".join(trozos)
        return self.leidas[nombre]


def _revisar(partes: _Partes, max_columnas: int) -> LibroRevisado:
    if LIBRO not in partes or RELACIONES not in partes:
        clase = " un libro .xlsx; cámbiele la extensión." if "xl/workbook.xml" in partes else ""
        raise ArchivoIlegible(
            f"por dentro es{clase}" if clase else "es un .zip que no contiene un libro .xlsb."
        )
    relaciones = _Relaciones()
    for nombre in (TIPOS, RAIZ, RELACIONES):
        if nombre in partes:
            oyente = relaciones if nombre == RELACIONES else Oyente()
            LectorXml(nombre, oyente).alimentar(partes.leer(nombre), ultimo=True)
    textos = medir_textos(TEXTOS, partes.leer(TEXTOS)) if TEXTOS in partes else []
    if ESTILOS in partes:
        partes.leer(ESTILOS)
    medidor = Medidor(max_columnas=max_columnas)
    rarezas: dict[str, Rarezas] = {}
    libro = solo_hojas(LIBRO, partes.leer(LIBRO))
    desde_1904 = cuenta_desde_1904(LIBRO, libro)
    for nombre, relacion in hojas_del_libro(LIBRO, libro):
        parte = relaciones.destinos.get(relacion, "")
        if parte not in partes:
            raise ArchivoIlegible(f"está incompleto: le falta el contenido de «{nombre}».")
        hoja = medir_hoja(parte, partes.leer(parte), textos, medidor)
        medidor.sumar_hoja(nombre, hoja.filas, hoja.columnas)
        hoja.rarezas.desde_1904 = desde_1904
        rarezas[nombre] = hoja.rarezas
    return LibroRevisado(_copiar({**partes.leidas, LIBRO: libro}), rarezas)


def _copiar(partes: Mapping[str, bytes]) -> BytesIO:
    salida = BytesIO()
    with ZipFile(salida, "w", ZIP_DEFLATED, compresslevel=1) as limpio:
        for nombre, octetos in partes.items():
            limpio.writestr(nombre, octetos)
    salida.seek(0)
    return salida
