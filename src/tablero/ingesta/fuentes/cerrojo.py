"""Un solo cerrojo para todo lo que escribe: una carpeta de datos la cambia una orden a la vez.

Sin él, una construcción que empezó antes podría borrar del tablero lo que otra orden acaba de
traer. El sistema lo suelta aunque el proceso muera: el archivo queda y no estorba.
"""

import json
import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from contextvars import ContextVar
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from tablero.errores import ArchivoIlegible, Ocupado, motivo
from tablero.formato import fecha
from tablero.tomar import tomar

NOMBRE = ".escribiendo"
LEJOS = 1 << 30
"""El octeto que se toma en Windows, donde lo tomado no se puede leer: lejos de lo que dice."""
LARGO = 1000
OCUPADO = "Otra orden está escribiendo{quien}; espere a que termine y repita la suya."

_PROPIAS: ContextVar[frozenset[Path]] = ContextVar("_PROPIAS", default=frozenset())
"""Las carpetas que ya tiene esta orden: importar toma la suya y construir, dentro, la reconoce."""


@contextmanager
def en_exclusiva(orden: str, *carpetas: Path, si_se_puede: Path | None = None) -> Iterator[bool]:
    """Ninguna otra orden escribe en esas carpetas mientras dure el bloque.

    Da verdadero si es la primera vez que esta orden lo pide: lo que halle a medias es de otra.

    `Ocupado` si otra las tiene, con cuál y desde cuándo. `si_se_puede` es una que solo se lee: si
    ahí no se puede escribir, nadie la está cambiando.
    """
    propias = _PROPIAS.get()
    with ExitStack() as tomados:
        for carpeta in dict.fromkeys(c.resolve() for c in carpetas):
            if carpeta not in propias:
                carpeta.mkdir(parents=True, exist_ok=True)
                tomados.enter_context(_tomar(carpeta / NOMBRE, orden))
        nuevas = {c.resolve() for c in carpetas}
        if si_se_puede is not None and si_se_puede.resolve() not in propias | nuevas:
            leida = si_se_puede.resolve()
            if os.access(leida, os.W_OK):
                tomados.enter_context(_tomar(leida / NOMBRE, orden))
                nuevas.add(leida)
        ficha = _PROPIAS.set(propias | nuevas)
        try:
            yield not propias
        finally:
            _PROPIAS.reset(ficha)


@contextmanager
def _tomar(archivo: Path, orden: str) -> Iterator[None]:
    abierto = _abrir(archivo)
    try:
        while not _es_el_mismo(abierto, archivo):  # alguien lo borró: el que vale es el nuevo
            abierto.close()
            abierto = _abrir(archivo)
        _decir(abierto, orden)
        yield
        abierto.seek(0)
        abierto.truncate()
    finally:
        abierto.close()


def _abrir(archivo: Path) -> BinaryIO:
    """El archivo, abierto y tomado; `Ocupado` si otro lo tiene."""
    try:
        numero = os.open(archivo, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o666)
    except OSError as error:
        raise ArchivoIlegible(
            f"{archivo.parent}: no se puede escribir ({motivo(error)}); no se cambió nada."
        ) from None
    abierto = os.fdopen(numero, "r+b", buffering=0)
    abierto.seek(LEJOS)
    if not tomar(abierto):
        quien = _leer(abierto)
        abierto.close()
        raise Ocupado(OCUPADO.format(quien=quien))
    return abierto


def _es_el_mismo(abierto: BinaryIO, archivo: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(abierto.fileno()), archivo.stat())
    except FileNotFoundError:
        return False


def _decir(abierto: BinaryIO, orden: str) -> None:
    """Escribe quién lo tiene, para que los demás lo sepan; con el disco lleno, no lo sabrán."""
    desde = datetime.now().astimezone().isoformat(timespec="seconds")
    dicho = json.dumps({"orden": orden, "proceso": os.getpid(), "desde": desde}).encode()
    with suppress(OSError):
        abierto.seek(0)
        abierto.truncate()
        abierto.write(dicho)


def _leer(abierto: BinaryIO) -> str:
    """« (construir, desde las 10:03, proceso 512)», o nada si todavía no lo escribió."""
    try:
        abierto.seek(0)
        dicho = json.loads(abierto.read(LARGO))
        desde = datetime.fromisoformat(dicho["desde"])
        otro_dia = desde.date() != datetime.now().astimezone().date()
        dia = f" del {fecha(desde.date())}" if otro_dia else ""
        return f" ({dicho['orden']}, desde las {desde:%H:%M}{dia}, proceso {dicho['proceso']})"
    except (OSError, ValueError, KeyError, TypeError):
        return ""
