"""Dónde está cada cosa en el proyecto, y cómo se llama su programa desde aquí."""

import os
import shutil
import sys
from pathlib import Path

RAIZ = Path(os.environ.get("TABLERO_RAIZ") or Path(__file__).resolve().parents[2])
"""Carpeta del proyecto; `TABLERO_RAIZ` la cambia (las pruebas usan una propia)."""

FUENTES = RAIZ / "data" / "fuentes"
PLANTILLAS = RAIZ / "data" / "plantillas"
BASE = Path(os.environ.get("TABLERO_BASE") or RAIZ / "data" / "tablero.duckdb")
"""El archivo DuckDB; `TABLERO_BASE` lo cambia."""

CARTOGRAFIA = RAIZ / "shapefiles"
ESTATICOS = RAIZ / "static"
"""Lo que el servidor entrega tal cual: la geometría, con su huella en el nombre."""


def orden(texto: str) -> str:
    """Una orden del tablero como debe escribirse en esta consola para que funcione.

    «construir» → «tablero construir» si el programa está a la mano (con el entorno activado); si
    no, «python3 iniciar.py tablero construir», que sirve siempre.
    """
    return f"{_programa()} {texto}".strip()


def entre_comillas(ruta: Path | str) -> str:
    """La ruta como se escribe en una orden: entre comillas si lleva espacios."""
    return f'"{ruta}"' if " " in str(ruta) else str(ruta)


def _programa() -> str:
    """Cómo se llama el programa: como dijo `iniciar.py`, por su nombre o por `iniciar.py`."""
    if dicho := os.environ.get("TABLERO_ORDEN"):
        return dicho
    hallado = shutil.which("tablero")
    iniciar = Path(__file__).resolve().parents[2] / "iniciar.py"
    es_este = hallado is not None and Path(hallado).parent == Path(sys.executable).parent
    if es_este or not iniciar.is_file():
        return "tablero"
    candidatos = ("py", "python") if sys.platform == "win32" else ("python3", "python")
    python = next((c for c in candidatos if shutil.which(c)), candidatos[-1])
    aqui = Path.cwd() == iniciar.parent
    return f"{python} {'iniciar.py' if aqui else entre_comillas(iniciar)} tablero"
