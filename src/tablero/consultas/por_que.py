"""Por qué la política va como va: los aportes que suman su brecha.

`politica` es el código de la política y `corte`, la fecha de uno de sus cortes.
"""

from datetime import date
from typing import Literal

from tablero.consultas.base import Base, Resultado

Grupo = Literal["objetivo", "sector", "entidad"]


def productos(base: Base, *, politica: str, corte: date) -> Resultado:
    """El aporte de cada producto vigente, del que más resta al que más suma."""
    return base.consultar("por_que/productos", politica=politica, corte=corte)


def resultados(base: Base, *, politica: str, corte: date) -> Resultado:
    """El aporte de cada resultado, con lo que dice su propio indicador."""
    return base.consultar("por_que/resultados", politica=politica, corte=corte)


def grupos(base: Base, *, politica: str, corte: date, por: Grupo) -> Resultado:
    """El aporte de cada objetivo, sector o entidad; sin nombre, los que la fuente no dice."""
    return base.consultar("por_que/grupos", politica=politica, corte=corte, por=por)
