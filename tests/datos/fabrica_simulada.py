"""Fuentes simuladas para las pruebas: las escribe en una carpeta propia."""

from functools import cache
from pathlib import Path

from tablero import rutas
from tablero.ingesta.fuentes import descubrir
from tablero.ingesta.leer_libro import leer_libro
from tablero.simulacion.mundo import Divipola
from tablero.simulacion.simular import simular


@cache
def nomenclatura() -> Divipola:
    """Las filas de la DIVIPOLA verdadera."""
    documento = next(d for d in descubrir(rutas.FUENTES) if d.nombre == "divipola")
    filas = leer_libro(documento.libro, documento.tablas, documento.ruta_corta).filas
    return {tabla: [fila.valores for fila in propias] for tabla, propias in filas.items()}


def fuentes_simuladas(
    carpeta: Path, *, municipios: int = 34, semilla: int = 7, atenciones: int | None = None
) -> Path:
    """Escribe los libros en `carpeta/fuentes` y devuelve esa ruta."""
    destino = carpeta / "fuentes"
    simular(destino, nomenclatura(), municipios=municipios, semilla=semilla, atenciones=atenciones)
    return destino
