"""Los archivos guardados por su contenido: el nombre de cada uno es su sha256.

Lo que está no se vuelve a escribir, y nada se borra: lo que una edición leyó se puede leer siempre.
"""

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tablero.errores import ErrorTablero
from tablero.ingesta.fuentes.documentos import sha256
from tablero.libro.archivos import es_rastro

A_MEDIAS = ".a-medias"


def guardar_todo(fuentes: Path, objetos: Path) -> tuple[tuple[str, str], ...]:
    """Guarda cada archivo de las fuentes; da su ruta dentro de ellas y su sha256, en orden."""
    objetos.mkdir(parents=True, exist_ok=True)
    rutas = sorted(r for r in fuentes.rglob("*") if r.is_file() and _cuenta(r, fuentes))
    return tuple((r.relative_to(fuentes).as_posix(), _guardar(r, objetos)) for r in rutas)


def sacar(archivos: Iterable[tuple[str, str]], objetos: Path, destino: Path) -> None:
    """Escribe en `destino` los archivos guardados; `ErrorTablero` si falta o cambió alguno."""
    for ruta, huella in archivos:
        guardado = objetos / huella
        if not guardado.is_file():
            raise ErrorTablero(f"Falta el archivo guardado de {ruta}: {guardado}.")
        lugar = destino / ruta
        lugar.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(guardado, lugar)
        if sha256(lugar) != huella:
            raise ErrorTablero(f"El archivo guardado de {ruta} ya no es el mismo: {guardado}.")


def _guardar(archivo: Path, objetos: Path) -> str:
    huella = sha256(archivo)
    lugar = objetos / huella
    if lugar.exists():
        return huella
    with de_una_vez(lugar) as copia:
        shutil.copyfile(archivo, copia)
        if sha256(copia) != huella:
            raise ErrorTablero(f"{archivo.name} cambió mientras se guardaba. Repita la orden.")
    return huella


@contextmanager
def de_una_vez(lugar: Path) -> Iterator[Path]:
    """Da dónde escribir; al terminar bien, lo escrito ocupa su lugar y nunca se ve a medias.

    Antes espera a que el sistema lo escriba de verdad: un apagón no lo deja vacío.
    """
    copia = lugar.with_name(f"{lugar.name}{A_MEDIAS}")
    yield copia
    with copia.open("rb+") as abierto:
        os.fsync(abierto.fileno())
    copia.replace(lugar)


def _cuenta(archivo: Path, fuentes: Path) -> bool:
    """Si es de las fuentes, y no un rastro de Excel o del sistema."""
    partes = archivo.relative_to(fuentes).parts
    return not any(parte.startswith(".") for parte in partes) and not es_rastro(archivo)
