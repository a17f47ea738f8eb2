"""La única función que anota un hecho."""

import json
import logging
import threading
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Literal

from concurrent_log_handler import ConcurrentRotatingFileHandler

from tablero import rutas

Hecho = Literal["construir", "sellar", "importar", "instalar", "descarga", "rechazo"]
ARCHIVOS: Mapping[Hecho, str] = {
    "construir": "hechos.jsonl",
    "sellar": "hechos.jsonl",
    "importar": "hechos.jsonl",
    "instalar": "hechos.jsonl",
    "descarga": "peticiones.jsonl",
    "rechazo": "peticiones.jsonl",
}
OCTETOS_POR_ARCHIVO = 1_000_000
ARCHIVOS_VIEJOS = 5
LARGO = 300
"""Letras de cada dato: una petición ajena no decide cuánto se escribe."""
BITACORA = logging.getLogger(__name__)
_CERROJO = threading.Lock()


def anotar(hecho: Hecho, que: str, *, sha256: str = "", desde: str = "") -> None:
    """Agrega un renglón: cuándo (UTC), qué se hizo, con qué huella y desde dónde.

    `desde` es una orden, un archivo o una página; nunca quién, ni su dirección. Si no se puede
    escribir, lo dice la bitácora y el hecho sigue su curso.
    """
    renglon = {
        "cuando": datetime.now(UTC).isoformat(timespec="seconds"),
        "hecho": hecho,
        "que": que[:LARGO],
        "sha256": sha256,
        "desde": desde[:LARGO],
    }
    texto = json.dumps({k: v for k, v in renglon.items() if v}, ensure_ascii=False)
    try:
        with _CERROJO:
            destino = _archivo(rutas.REGISTRO / ARCHIVOS[hecho])
            destino.emit(logging.LogRecord("", logging.INFO, "", 0, texto, None, None))
    except OSError as error:
        BITACORA.warning("No se pudo anotar %s en %s: %s", hecho, rutas.REGISTRO, error)


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
