"""La carpeta de datos abiertos: un CSV por tabla y un LEEME.txt que dice qué hay en ella."""

from pathlib import Path

from tablero.consultas.base import Base
from tablero.exportar.csv_oficial import Dialecto, a_csv
from tablero.exportar.leeme import leeme
from tablero.modelo import TABLAS


def exportar_carpeta(base: Base, destino: Path, dialecto: Dialecto) -> list[Path]:
    """Escribe en `destino` un `<tabla>.csv` por tabla y `LEEME.txt`; devuelve sus rutas."""
    destino.mkdir(parents=True, exist_ok=True)
    escritos = []
    for tabla in TABLAS:
        ruta = destino / f"{tabla.tabla}.csv"
        ruta.write_bytes(a_csv(base.tabla(tabla.tabla), dialecto))
        escritos.append(ruta)
    ruta = destino / "LEEME.txt"
    ruta.write_text(leeme(base, dialecto), encoding="utf-8", newline="\n")
    return [*escritos, ruta]
