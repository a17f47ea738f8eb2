"""Qué archivos son un libro: una sola lista para leerlo y para sellarlo.

Lo que no está aquí no se lee, y lo que se lee está bajo el sello, se llame como se llame el
archivo: en un disco que no distingue mayúsculas, `Cifras.CSV` es el mismo que `cifras.csv`.
"""

import unicodedata
from collections.abc import Iterable
from pathlib import Path

EXTENSION = ".csv"
RASTROS = ("~$", ".")
"""Lo que dejan al lado los programas: Excel, «~$libro.xlsx», y macOS, «._libro.xlsx»."""


def es_rastro(ruta: Path) -> bool:
    """Si es lo que deja otro programa al abrir un libro, y no un libro."""
    return ruta.name.startswith(RASTROS)


def nombre_llano(nombre: str) -> str:
    """El nombre de un archivo como lo compara un disco que no distingue mayúsculas."""
    return unicodedata.normalize("NFC", nombre).casefold()


def partes_de(libro: Path) -> tuple[Path, ...]:
    """Los archivos que forman un libro: él mismo, o todos los `.csv` de su carpeta, en orden."""
    if not libro.is_dir():
        return (libro,)
    return tuple(
        sorted(
            (
                r
                for r in libro.iterdir()
                if nombre_llano(r.suffix) == EXTENSION and not es_rastro(r)
            ),
            key=lambda r: r.name,
        )
    )


def por_nombre(rutas: Iterable[Path]) -> dict[str, list[Path]]:
    """Nombre llano, sin extensión → los archivos que se llaman así."""
    juntas: dict[str, list[Path]] = {}
    for ruta in rutas:
        juntas.setdefault(nombre_llano(ruta.stem), []).append(ruta)
    return juntas
