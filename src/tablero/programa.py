"""Qué programa es este: su versión y la huella de sus archivos."""

import hashlib
from collections.abc import Iterable
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.resources.abc import Traversable

CIFRAS = 12
DE_PROGRAMA = (".py", ".js", ".css", ".sql")


@cache
def version_del_programa() -> str:
    """«0.1.0 · 3fa9c1d20b7e»: cambia con cada actualización, y solo con ella."""
    try:
        publicada = version("tablero")
    except PackageNotFoundError:  # se usa la carpeta del proyecto, sin instalar
        publicada = "sin instalar"
    return f"{publicada} · {huella_de(files('tablero'))}"


def huella_de(*carpetas: Traversable, antes: str = "") -> str:
    """La huella de los archivos de programa de esas carpetas."""
    huella = hashlib.sha256(antes.encode())
    archivos = [par for carpeta in carpetas for par in _archivos(carpeta)]
    for nombre, contenido in sorted(archivos):
        huella.update(f"{nombre}\0".encode())
        huella.update(contenido)
    return huella.hexdigest()[:CIFRAS]


def _archivos(carpeta: Traversable, camino: str = "") -> Iterable[tuple[str, bytes]]:
    for hijo in carpeta.iterdir():
        nombre = f"{camino}/{hijo.name}"
        if hijo.is_dir():
            yield from _archivos(hijo, nombre)
        elif nombre.endswith(DE_PROGRAMA):
            yield nombre, hijo.read_bytes()
