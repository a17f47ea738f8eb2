"""La carpeta temporal de este proceso: se va con él y, si no pudo, la barre el siguiente.

Junto a la carpeta hay un archivo que este proceso tiene tomado mientras vive. El sistema lo suelta
aunque el proceso muera de repente: el que se deja tomar es de uno que ya no está. No se usa el
número del proceso, porque se repite, y dentro de un contenedor es otro.
"""

import atexit
import contextlib
import os
import re
import secrets
import shutil
import sys
import tempfile
import threading
from pathlib import Path
from typing import IO

from tablero.tomar import tomar

PREFIJO = "tablero-proceso-"
TOMADO = ".tomado"
DE_ANTES = re.compile(r"tablero-(letra-)?[a-z0-9_]{8}")
"""Las carpetas de una versión anterior, que no dejaba dicho de quién eran."""
ARCHIVOS_DE_ANTES = re.compile(r"tablero\.duckdb|SourceSansPro-\w+\.otf")

_cerrojo = threading.Lock()
_propia: tuple[Path, IO[bytes]] | None = None


def nueva(prefijo: str) -> Path:
    """Una carpeta vacía dentro de la de este proceso; `OSError` si no se puede crear."""
    with _cerrojo:
        return Path(tempfile.mkdtemp(prefix=f"{prefijo}-", dir=_carpeta()))


def barrer() -> int:
    """Borra lo que dejaron procesos que ya no están; da cuántas carpetas eran.

    No toca la de ninguno vivo, ni falla: lo que no se pueda borrar queda para otra vez.
    """
    barridas = 0
    with contextlib.suppress(OSError):
        donde = Path(tempfile.gettempdir())
        for tomado in donde.glob(f"{PREFIJO}*{TOMADO}"):
            barridas += _barrer_una(tomado)
        for carpeta in donde.glob("tablero-*"):
            if _es_de_antes(carpeta):
                shutil.rmtree(carpeta, ignore_errors=True)
                barridas += not carpeta.exists()
    return barridas


def cerrar() -> None:
    """Borra la carpeta de este proceso, si la tiene."""
    global _propia  # noqa: PLW0603 - hay una por proceso
    with _cerrojo:
        if _propia is None:
            return
        carpeta, archivo = _propia
        _propia = None
    shutil.rmtree(carpeta, ignore_errors=True)
    _soltar(archivo)


def _carpeta() -> Path:
    """La de este proceso; la crea la primera vez, y otra si alguien la borró."""
    global _propia  # noqa: PLW0603 - hay una por proceso
    if _propia is None:
        archivo = _tomar_una()
        carpeta = Path(archivo.name.removesuffix(TOMADO))
        try:
            carpeta.mkdir(mode=0o700)
        except OSError:
            _soltar(archivo)
            raise
        _propia = carpeta, archivo
        atexit.register(cerrar)
    elif not _propia[0].is_dir():
        _propia[0].mkdir(mode=0o700)
    return _propia[0]


def _tomar_una() -> IO[bytes]:
    """Crea el archivo de este proceso y lo toma.

    Entre crearlo y tomarlo otro pudo barrerlo: entonces ya no está donde se creó, y se hace otro.
    """
    while True:
        nombre = f"{PREFIJO}{secrets.token_hex(6)}{TOMADO}"
        ruta = Path(tempfile.gettempdir()) / nombre
        archivo = open(str(ruta), "xb")  # noqa: PTH123, SIM115 - su nombre, como texto
        if tomar(archivo) and ruta.exists():
            return archivo
        archivo.close()


def _soltar(archivo: IO[bytes]) -> None:
    """Borra el archivo y lo cierra; Windows no deja borrar uno abierto."""
    if sys.platform == "win32":
        archivo.close()
    with contextlib.suppress(OSError):
        Path(archivo.name).unlink()
    archivo.close()


def _barrer_una(tomado: Path) -> bool:
    try:
        archivo = open(str(tomado), "r+b")  # noqa: PTH123, SIM115 - su nombre, como texto
    except OSError:
        return False  # de otra persona, o ya no está
    if not tomar(archivo):
        archivo.close()
        return False
    shutil.rmtree(str(tomado).removesuffix(TOMADO), ignore_errors=True)
    _soltar(archivo)
    return True


def _es_de_antes(carpeta: Path) -> bool:
    """Si la dejó una versión anterior: así se llama, es nuestra y no lleva nada más."""
    if not DE_ANTES.fullmatch(carpeta.name) or not carpeta.is_dir() or carpeta.is_symlink():
        return False
    if sys.platform != "win32" and carpeta.stat().st_uid != os.getuid():
        return False
    nombres = [archivo.name for archivo in carpeta.iterdir()]
    return bool(nombres) and all(ARCHIVOS_DE_ANTES.fullmatch(n) for n in nombres)
