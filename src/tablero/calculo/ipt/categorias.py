"""Las cinco categorías del puntaje, por tres métodos de corte."""

import warnings
from typing import get_args

import jenkspy
import numpy as np
from mapclassify import EqualInterval, Quantiles, UserDefined
from numpy.typing import NDArray

from tablero.calculo.ipt.puntaje import Arreglo
from tablero.modelo.ipt import Categoria, Metodo

CATEGORIAS: tuple[Categoria, ...] = get_args(Categoria)
METODOS: tuple[Metodo, ...] = get_args(Metodo)
DECIMALES = 6


def cortes(puntajes: Arreglo, metodo: Metodo) -> Arreglo | None:
    """El puntaje más alto de cada categoría, de muy bajo a muy alto.

    `None` si hay tantos empates que no salen cinco grupos. Los cortes no dependen del orden de los
    municipios. Los naturales son los de Jenks, exactos: los de menos variación en cada grupo.
    """
    if len(np.unique(np.round(puntajes, DECIMALES))) < len(CATEGORIAS):
        return None
    if metodo == "natural":
        return np.asarray(jenkspy.jenks_breaks(puntajes, len(CATEGORIAS))[1:], dtype=float)
    clase = Quantiles if metodo == "cuantiles" else EqualInterval
    with warnings.catch_warnings():
        # De los empates la librería avisa en inglés; aquí son un `None`.
        warnings.simplefilter("ignore", UserWarning)
        limites: Arreglo = np.asarray(clase(puntajes, k=len(CATEGORIAS)).bins, dtype=float)
    if len(np.unique(limites)) < len(CATEGORIAS):
        return None
    limites[-1] = puntajes.max()
    return limites


def clasificar(puntajes: Arreglo, limites: Arreglo) -> NDArray[np.int64]:
    """El lugar (0 a 4) de la categoría de cada puntaje; el límite pertenece a la de abajo."""
    clases: NDArray[np.int64] = UserDefined(puntajes, bins=limites.tolist()).yb
    return clases
