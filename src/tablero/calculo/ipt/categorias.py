"""Las cinco categorías del puntaje, por tres métodos de corte."""

from typing import get_args

import numpy as np
from mapclassify import EqualInterval, Quantiles, UserDefined
from numpy.typing import NDArray
from sklearn.cluster import KMeans
from threadpoolctl import ThreadpoolController

from tablero.calculo.ipt.puntaje import Arreglo
from tablero.modelo.ipt import Categoria, Metodo

CATEGORIAS: tuple[Categoria, ...] = get_args(Categoria)
METODOS: tuple[Metodo, ...] = get_args(Metodo)
DECIMALES = 6
INICIOS = 40
"""Comienzos distintos que se prueban; queda el mejor."""
SEMILLA = 7
HILOS = ThreadpoolController()


def cortes(puntajes: Arreglo, metodo: Metodo, *, inicios: int = INICIOS) -> Arreglo | None:
    """El puntaje más alto de cada categoría, de muy bajo a muy alto.

    `None` si hay tantos empates que no salen cinco grupos. Los cortes no dependen del orden de los
    municipios. `inicios` son los comienzos que prueban los naturales: menos es más rápido.
    """
    if len(np.unique(np.round(puntajes, DECIMALES))) < len(CATEGORIAS):
        return None
    if metodo == "natural":
        return _naturales(puntajes, inicios)
    clase = Quantiles if metodo == "cuantiles" else EqualInterval
    limites: Arreglo = np.asarray(clase(puntajes, k=len(CATEGORIAS)).bins, dtype=float)
    if len(np.unique(limites)) < len(CATEGORIAS):
        return None
    limites[-1] = puntajes.max()
    return limites


def clasificar(puntajes: Arreglo, limites: Arreglo) -> NDArray[np.int64]:
    """El lugar (0 a 4) de la categoría de cada puntaje; el límite pertenece a la de abajo."""
    clases: NDArray[np.int64] = UserDefined(puntajes, bins=limites.tolist()).yb
    return clases


def _naturales(puntajes: Arreglo, inicios: int) -> Arreglo:
    """Los cortes con menos variación dentro de cada grupo.

    Es la cuenta de `mapclassify.NaturalBreaks` (k-medias en una dimensión), que no deja fijar su
    azar: aquí la semilla es fija y los puntajes van ordenados, así que da siempre lo mismo.
    """
    ordenados = np.sort(puntajes).reshape(-1, 1)
    # Con un solo hilo: son pocos números, y varios hilos se estorban si el equipo está ocupado.
    with HILOS.limit(limits=1):
        grupos = KMeans(len(CATEGORIAS), n_init=inicios, random_state=SEMILLA).fit_predict(
            ordenados
        )
    return np.sort([ordenados[grupos == g].max() for g in range(len(CATEGORIAS))])
