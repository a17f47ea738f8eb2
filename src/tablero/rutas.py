"""Dónde está cada cosa en el proyecto."""

import os
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
