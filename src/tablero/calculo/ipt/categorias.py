"""Las cinco categorías del puntaje, por tres métodos de corte."""

from typing import get_args

import numpy as np
from numpy.typing import NDArray

from tablero.calculo.ipt.puntaje import Arreglo
from tablero.modelo.cortes import cortes as en_clases
from tablero.modelo.ipt import Categoria, Metodo

CATEGORIAS: tuple[Categoria, ...] = get_args(Categoria)
METODOS: tuple[Metodo, ...] = get_args(Metodo)
DECIMALES = 6


def cortes(puntajes: Arreglo, metodo: Metodo) -> Arreglo | None:
    """El puntaje más alto de cada categoría, de muy bajo a muy alto.

    `None` si hay tantos empates que no salen cinco grupos.
    """
    if len(np.unique(np.round(puntajes, DECIMALES))) < len(CATEGORIAS):
        return None
    limites = en_clases(puntajes, metodo, len(CATEGORIAS))
    return limites if len(np.unique(limites)) == len(CATEGORIAS) else None


def clasificar(puntajes: Arreglo, limites: Arreglo) -> NDArray[np.int64]:
    """El lugar (0 a 4) de la categoría de cada puntaje; el límite pertenece a la de abajo."""
    return np.searchsorted(limites, puntajes, side="left")
