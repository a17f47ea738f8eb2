"""Los paquetes que el tablero necesita para funcionar, como los fija `requirements.txt`."""

import sys
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

RAIZ = Path(__file__).resolve().parent.parent
REQUISITOS = RAIZ / "requirements.txt"
DE_PRUEBAS = RAIZ / "requirements-pruebas.txt"
"""Lo mismo y, además, lo que usan las pruebas."""


def requisitos(archivo: Path) -> list[Requirement]:
    """Cada paquete de un archivo de versiones fijas, sin su sha256 ni comentarios."""
    renglones = (r.partition("#")[0].strip(" \\") for r in archivo.read_text("utf-8").splitlines())
    return [Requirement(r) for r in renglones if r and not r.startswith("--hash=")]


def fijados(archivo: Path, ambiente: dict[str, str] | None = None) -> dict[str, str]:
    """Nombre y versión de los paquetes que `archivo` pide en este equipo, o en otro `ambiente`."""
    return {
        canonicalize_name(r.name): next(iter(r.specifier)).version
        for r in requisitos(archivo)
        if r.marker is None or r.marker.evaluate(ambiente)
    }


def decir(texto: str) -> None:
    """Escribe en UTF-8 y de inmediato, en toda consola."""
    sys.stdout.buffer.write(f"{texto}\n".encode())
    sys.stdout.buffer.flush()
