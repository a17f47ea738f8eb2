"""Lo último que se anotó de cada clase de hecho."""

import json
from collections.abc import Iterator
from pathlib import Path

from tablero import rutas
from tablero.registro.escribir import ARCHIVOS, ARCHIVOS_VIEJOS
from tablero.un_json import Objeto


def ultimos() -> dict[str, Objeto]:
    """Hecho → su último renglón; los que nunca ocurrieron no están."""
    hallados: dict[str, Objeto] = {}
    for nombre in dict.fromkeys(ARCHIVOS.values()):
        for renglon in _del_mas_nuevo(rutas.REGISTRO / nombre):
            hallados.setdefault(str(renglon.get("hecho")), renglon)
    return {hecho: hallados[hecho] for hecho in ARCHIVOS if hecho in hallados}


def _del_mas_nuevo(archivo: Path) -> Iterator[Objeto]:
    nombres = [archivo.name, *(f"{archivo.name}.{n}" for n in range(1, ARCHIVOS_VIEJOS + 1))]
    for nombre in nombres:
        try:
            renglones = archivo.with_name(nombre).read_text("utf-8", "replace").splitlines()
        except OSError:
            continue
        for texto in reversed(renglones):
            try:
                renglon = json.loads(texto)
            except ValueError:  # lo cortó un apagón
                continue
            if isinstance(renglon, dict):
                yield renglon
