"""Lo último que se anotó de cada clase de hecho."""

import json
from collections.abc import Iterator
from pathlib import Path

from tablero import rutas
from tablero.registro import archivo
from tablero.registro.escribir import ARCHIVOS_VIEJOS, DE_PETICIONES, HECHOS, PETICIONES
from tablero.un_json import Objeto

DE_ANTES = "hechos.jsonl"
"""Donde quedaban los hechos antes de que hubiera cadena."""


def ultimos() -> dict[str, Objeto]:
    """Hecho → su último renglón; los que nunca ocurrieron no están."""
    hallados: dict[str, Objeto] = {
        anotado.hecho: {
            nombre: getattr(anotado, nombre)
            for nombre in ("cuando", "quien", "hecho", "que", "sha256", "desde")
        }
        for anotado in archivo.leer(rutas.REGISTRO, *HECHOS)
    }
    for nombre in (DE_PETICIONES, DE_ANTES):
        for renglon in _del_mas_nuevo(rutas.REGISTRO / nombre):
            hallados.setdefault(str(renglon.get("hecho")), renglon)
    return {hecho: hallados[hecho] for hecho in (*HECHOS, *PETICIONES) if hecho in hallados}


def _del_mas_nuevo(peticiones: Path) -> Iterator[Objeto]:
    nombres = [peticiones.name, *(f"{peticiones.name}.{n}" for n in range(1, ARCHIVOS_VIEJOS + 1))]
    for nombre in nombres:
        try:
            renglones = peticiones.with_name(nombre).read_text("utf-8", "replace").splitlines()
        except OSError:
            continue
        for texto in reversed(renglones):
            try:
                renglon = json.loads(texto)
            except ValueError:  # lo cortó un apagón
                continue
            if isinstance(renglon, dict):
                yield renglon
