"""Dónde está cada cosa en el proyecto, y cómo se llama su programa desde aquí."""

import os
import shutil
import sys
from pathlib import Path

import platformdirs

RAIZ = Path(os.environ.get("TABLERO_RAIZ") or Path(__file__).resolve().parents[2])
"""Carpeta del programa; `TABLERO_RAIZ` la cambia (las pruebas usan una propia)."""
DEL_PROGRAMA = RAIZ / "data"
"""Los datos con que viene el programa."""


def carpeta_de_datos() -> Path:
    """La única carpeta donde se escribe.

    La que diga `TABLERO_DATOS`; si no, la del programa, o una de la persona cuando en la del
    programa no se puede escribir (lo instaló otro, o su disco es de solo lectura).
    """
    if dicha := os.environ.get("TABLERO_DATOS"):
        return Path(dicha).expanduser().absolute()
    if os.access(DEL_PROGRAMA, os.W_OK):
        return DEL_PROGRAMA
    return platformdirs.user_data_path("tablero", appauthor=False)


DATOS = carpeta_de_datos()
FUENTES = DATOS / "fuentes"
REEMPLAZADOS = DATOS / "reemplazados"
"""Los libros que otro reemplazó: no se borran."""
BASE = Path(os.environ.get("TABLERO_BASE") or DATOS / "tablero.duckdb")
"""El archivo DuckDB; `TABLERO_BASE` lo cambia."""
REGISTRO = DATOS / "registro"
"""Qué se hizo y qué se rechazó, un renglón por hecho."""
SIMULADO = DATOS / "simulado"
ESTATICOS = DATOS / "publico"
"""Lo que el servidor entrega tal cual: la geometría, con su huella en el nombre."""

PLANTILLAS = DEL_PROGRAMA / "plantillas"
CARTOGRAFIA = RAIZ / "shapefiles"
"""La cartografía con que viene el programa, y lo que alguien suelte al lado."""
SUELTA = DATOS / "cartografia"
"""Donde también se puede soltar cartografía, si la carpeta del programa es de solo lectura."""
INSTALADA = SUELTA / "instalada"
"""La cartografía que se instaló en lugar de la del programa."""


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
