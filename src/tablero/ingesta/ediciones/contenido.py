"""Lo que dice un tablero, sin el archivo que lo lleva: la huella de sus tablas."""

from dataclasses import dataclass
from pathlib import Path

from tablero.derivados.huellas import huella_de_todo
from tablero.errores import ArchivoIlegible
from tablero.ingesta.archivo_duckdb import leer_fuentes, resumir
from tablero.registro.ediciones import LibroDeEdicion

COLUMNAS = ("fuente_codigo", "corte_fecha", "corte_texto", "libro_sha256")


@dataclass(frozen=True)
class Contenido:
    """Lo que una edición dice de un tablero."""

    sha256: str
    libros: tuple[LibroDeEdicion, ...]
    formulas: tuple[str, ...]


def mirar(tablero: Path) -> Contenido:
    """La huella de todas sus tablas, los libros de que salió y las fórmulas con que se calculó.

    `ArchivoIlegible` si no es un tablero de esta versión.
    """
    fuentes, tablas = leer_fuentes(tablero, COLUMNAS), resumir(tablero)
    if fuentes is None or tablas is None:
        raise ArchivoIlegible(f"{tablero.name} no es un tablero construido, o está dañado.")
    libros = sorted((codigo, str(corte), *demas) for codigo, corte, *demas in fuentes)
    return Contenido(
        huella_de_todo((tabla.nombre, tabla.filas, tabla.huella) for tabla in tablas),
        tuple(LibroDeEdicion(*libro) for libro in libros),
        tuple(sorted({version for tabla in tablas for version in tabla.formulas})),
    )
