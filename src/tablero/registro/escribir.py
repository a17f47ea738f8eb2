"""La única función que anota: los hechos, en la cadena; las peticiones, en archivos que rotan."""

import json
import logging
import threading
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Literal, get_args

from concurrent_log_handler import ConcurrentRotatingFileHandler

from tablero import rutas
from tablero.errores import ErrorTablero
from tablero.registro import archivo

Hecho = Literal["construir", "sellar", "importar", "instalar"]
Peticion = Literal["descarga", "rechazo"]
HECHOS: tuple[Hecho, ...] = get_args(Hecho)
PETICIONES: tuple[Peticion, ...] = get_args(Peticion)
DE_PETICIONES = "peticiones.jsonl"
OCTETOS_POR_ARCHIVO = 1_000_000
ARCHIVOS_VIEJOS = 5
LARGO = 300
"""Letras de cada dato: una petición ajena no decide cuánto se escribe."""
BITACORA = logging.getLogger(__name__)
_CERROJO = threading.Lock()


def anotar(
    hecho: Hecho | Peticion,
    que: str,
    *,
    sha256: str = "",
    desde: str = "",
    carpeta: Path | None = None,
) -> None:
    """Anota cuándo (UTC), qué se hizo, con qué huella y desde dónde.

    `desde` es una orden, un archivo o una página. De un hecho se dice además quién; de una
    petición nunca, ni su dirección. Si no se puede escribir, lo dice la bitácora y lo que se hizo
    queda hecho. `carpeta` es la del registro; la de este equipo, si no se dice.
    """
    donde = carpeta or rutas.REGISTRO
    try:
        if hecho in HECHOS:
            archivo.agregar(donde, hecho, que, sha256=sha256, desde=desde)
        else:
            _pedir(donde, hecho, que, sha256, desde)
    except (OSError, ErrorTablero) as error:
        BITACORA.warning("No se pudo anotar %s en %s: %s", hecho, donde, error)


def _pedir(donde: Path, hecho: str, que: str, sha256: str, desde: str) -> None:
    renglon = {
        "cuando": datetime.now(UTC).isoformat(timespec="seconds"),
        "hecho": hecho,
        "que": que[:LARGO],
        "sha256": sha256,
        "desde": desde[:LARGO],
    }
    texto = json.dumps({k: v for k, v in renglon.items() if v}, ensure_ascii=False)
    with _CERROJO:
        destino = _archivo(donde / DE_PETICIONES)
        destino.emit(logging.LogRecord("", logging.INFO, "", 0, texto, None, None))


class _Archivo(ConcurrentRotatingFileHandler):
    """El de la librería, que no se calla una falla al escribir."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - lo llama `logging`
        """Vuelve a lanzar la falla, que `anotar` dice."""
        raise  # noqa: PLE0704 - se llama dentro del `except` de `emit`


@cache
def _archivo(ruta: Path) -> _Archivo:
    """El archivo que rota; varios procesos pueden anotar a la vez."""
    ruta.parent.mkdir(parents=True, exist_ok=True)
    return _Archivo(
        str(ruta),
        maxBytes=OCTETOS_POR_ARCHIVO,
        backupCount=ARCHIVOS_VIEJOS,
        encoding="utf-8",
        keep_file_open=False,
    )
