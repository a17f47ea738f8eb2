"""A qué ritmo va la política y a cuál debería ir.

`politica` es el código de la política y `corte`, la fecha de uno de sus cortes.
"""

from datetime import date

from tablero.consultas.base import Base, Resultado


def de_la_politica(base: Base, *, politica: str, corte: date) -> Resultado:
    """Lo que hace falta para medir el ritmo de la política: avance, trayectoria y años."""
    return base.consultar("ritmo/politica", politica=politica, corte=corte)


def de_los_productos(base: Base, *, politica: str, corte: date) -> Resultado:
    """El ritmo de cada producto vigente, del más urgente al menos."""
    return base.consultar("ritmo/productos", politica=politica, corte=corte)
