"""Las cinco categorías del puntaje, por tres métodos de corte."""

from typing import get_args

import jenkspy
import numpy as np
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
    if metodo == "cuantiles":
        limites = _cuantiles(np.sort(puntajes))
    else:
        limites = np.linspace(puntajes.min(), puntajes.max(), len(CATEGORIAS) + 1)[1:]
    return limites if len(np.unique(limites)) == len(CATEGORIAS) else None


def clasificar(puntajes: Arreglo, limites: Arreglo) -> NDArray[np.int64]:
    """El lugar (0 a 4) de la categoría de cada puntaje; el límite pertenece a la de abajo."""
    return np.searchsorted(limites, puntajes, side="left")


def _cuantiles(ordenados: Arreglo) -> Arreglo:
    """El percentil 20, 40… de unos puntajes ordenados, y el mayor; entre dos, en proporción.

    No es `np.percentile`, que redondea de otro modo la última cifra: si hay empates en el corte,
    de ella depende a qué lado queda todo el grupo.
    """
    partes = np.arange(1, len(CATEGORIAS)) / len(CATEGORIAS)
    lugares = partes * (len(ordenados) - 1)
    bajos = lugares.astype(int)
    del_alto, del_bajo = lugares - bajos, bajos + 1 - lugares
    cortes_bajos = ordenados[bajos] * del_bajo + ordenados[bajos + 1] * del_alto
    return np.append(cortes_bajos / (del_bajo + del_alto), ordenados[-1])
