"""Fuentes simuladas para las pruebas: las escribe en una carpeta propia."""

from functools import cache
from pathlib import Path

from tablero import rutas
from tablero.ingesta.fuentes.nomenclatura import leer_nomenclatura
from tablero.simulacion.mundo import Divipola
from tablero.simulacion.simular import simular


@cache
def nomenclatura() -> Divipola:
    """Las filas de la DIVIPOLA verdadera."""
    return leer_nomenclatura(rutas.FUENTES)


def fuentes_simuladas(
    carpeta: Path, *, municipios: int = 34, semilla: int = 7, **pedido: int
) -> Path:
    """Escribe los libros en `carpeta/fuentes` y devuelve esa ruta.

    `pedido` puede llevar `atenciones`, `politicas`, `productos` y `cortes`.
    """
    destino = carpeta / "fuentes"
    simular(destino, nomenclatura(), municipios=municipios, semilla=semilla, **pedido)
    return destino
