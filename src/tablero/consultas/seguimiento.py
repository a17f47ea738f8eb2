"""Lo que trae el libro oficial de seguimiento de una política en un corte."""

from datetime import date

from tablero.consultas.base import Base, Resultado


def libro(base: Base, *, politica: str, corte: date) -> Resultado:
    """El libro del corte: qué trae y cuántos hallazgos, en una fila (ninguna si no hay libro)."""
    return base.consultar("seguimiento/libro", politica=politica, corte=corte)
