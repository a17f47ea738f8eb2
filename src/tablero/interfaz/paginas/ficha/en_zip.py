"""El ZIP de las fichas para quien lo descarga: un proceso a la vez, y el archivo guardado en disco.

Los demás lo esperan si son pocos; a los otros se les dice que vuelvan. Cada ZIP es de un tablero y
de unos límites: con otros se hace otro, y solo se guardan los últimos.
"""

import logging
import os
import subprocess  # nosec B404  # solo lanza a este mismo programa
import sys
from collections.abc import Hashable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from threading import Lock, Semaphore, Timer
from typing import BinaryIO
from zipfile import ZipFile

from tablero import rutas, temporales
from tablero.errores import ErrorTablero
from tablero.exportar.impresas import aparte, lote
from tablero.interfaz.marco.conexion import tablero

BITACORA = logging.getLogger(__name__)
CORTESIA = getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0)
"""En Windows: los demás van primero."""
GUARDADOS = 2
ESPERAN = 2
"""Quien espera ocupa uno de los pocos hilos con que se preparan todos los archivos."""
SEGUNDOS = 900
YA_SE_HACEN = (
    "Las fichas ya se están preparando para otras personas: pídalas otra vez en un minuto."
)
NO_SE_PUDO = (
    "No se pudieron preparar las fichas. Pídalas otra vez y, si sigue igual, avise a quien "
    "administra el tablero."
)
SE_CIERRA = "El tablero se está cerrando: las fichas no se alcanzaron a preparar."

_turno = Lock()
_lugares = Semaphore(1 + ESPERAN)
_andando: subprocess.Popen[bytes] | None = None
_carpeta: Path | None = None
_cerrado = False


def en_zip(limites: Hashable) -> BinaryIO:
    """El ZIP, abierto para leer; `limites` distingue a la cartografía en uso.

    `ErrorTablero` si no se pudo hacer, o si ya lo esperan muchos.
    """
    este = tablero()
    huella = _huella(limites)
    if (listo := _abrir(huella)) is not None:
        return listo
    if not _lugares.acquire(blocking=False):
        raise ErrorTablero(YA_SE_HACEN)
    try:
        with _turno:
            if (listo := _abrir(huella)) is not None:
                return listo
            _hacer(este.base.archivo, _ruta(huella))
            _podar()
            if (listo := _abrir(huella)) is not None:
                return listo
            raise ErrorTablero(NO_SE_PUDO)
    finally:
        _lugares.release()


def que_no_va(limites: Hashable) -> list[str]:
    """Las fichas que no se pudieron hacer, una frase por cada una; vacía si aún no hay ZIP."""
    if (listo := _abrir(_huella(limites))) is None:
        return []
    with listo, ZipFile(listo) as comprimido:
        if lote.NO_SE_HICIERON not in comprimido.namelist():
            return []
        return comprimido.read(lote.NO_SE_HICIERON).decode("utf-8").splitlines()


def cerrar() -> None:
    """Mata el que esté andando y no deja que empiece otro."""
    global _cerrado  # noqa: PLW0603 - hay un servidor por proceso
    _cerrado = True
    if (proceso := _andando) is not None:
        proceso.kill()


def _huella(limites: Hashable) -> str:
    return sha256(repr((tablero().identidad, limites)).encode()).hexdigest()[:16]


def _ruta(huella: str) -> Path:
    global _carpeta  # noqa: PLW0603 - hay una por proceso
    if _carpeta is None or not _carpeta.is_dir():
        try:
            _carpeta = temporales.nueva("fichas")
        except OSError as error:
            raise ErrorTablero(NO_SE_PUDO) from error
    return _carpeta / f"{huella}.zip"


def _abrir(huella: str) -> BinaryIO | None:
    with suppress(FileNotFoundError):
        return _ruta(huella).open("rb")
    return None


def _programa() -> list[str]:
    return [sys.executable, "-m", aparte.__name__]


def _hacer(base: Path, destino: Path) -> None:
    global _andando  # noqa: PLW0603 - a lo sumo hay uno
    if _cerrado:
        raise ErrorTablero(SE_CIERRA)
    _andando = subprocess.Popen(  # noqa: S603  # nosec B603  # el propio Python
        [*_programa(), str(base), str(rutas.CARTOGRAFIA), str(destino)],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env={**os.environ, "RAYON_NUM_THREADS": "1"},
        creationflags=CORTESIA,
    )
    try:
        codigo, dicho = _esperar(_andando)
    finally:
        _andando = None
        destino.with_suffix(".tmp").unlink(missing_ok=True)
    if _cerrado:
        raise ErrorTablero(SE_CIERRA)
    if codigo:
        BITACORA.error("El ZIP de las fichas terminó con %s: %s", codigo, dicho)
        raise ErrorTablero(dicho.strip() if codigo == aparte.SE_DIJO else NO_SE_PUDO)


def _esperar(proceso: subprocess.Popen[bytes]) -> tuple[int, str]:
    """Su código y lo que dijo; la entrada queda abierta mientras trabaja."""
    reloj = Timer(SEGUNDOS, proceso.kill)
    reloj.daemon = True
    reloj.start()
    with proceso:
        # `communicate` cerraría la entrada enseguida, y con ella el proceso se va.
        dicho = proceso.stderr.read() if proceso.stderr else b""
    reloj.cancel()
    return proceso.returncode, dicho.decode("utf-8", "replace")


def _podar() -> None:
    """Deja solo los últimos; el que alguien esté leyendo en Windows queda para después."""
    if _carpeta is None:
        return
    hechos = sorted(_carpeta.glob("*.zip"), key=lambda ruta: ruta.stat().st_mtime)
    for viejo in hechos[:-GUARDADOS]:
        with suppress(OSError):
            viejo.unlink()
