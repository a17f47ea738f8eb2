"""Dónde se parten unos valores en clases: cortes naturales, cuantiles o intervalos iguales.

Está aquí porque lo piden el índice, que calcula sus categorías, y los mapas, que pintan las suyas:
con el mismo método, un mismo valor no puede caer en dos clases distintas.
"""

import jenkspy
import numpy as np
from numpy.typing import NDArray

from tablero.modelo.ipt import Metodo

Valores = NDArray[np.float64]


def cortes(valores: Valores, metodo: Metodo, clases: int) -> Valores:
    """El límite superior de cada clase, de menor a mayor; el último es el valor más alto.

    Con muchos empates se repiten: qué hacer con una clase vacía lo decide quien los pide. No
    dependen del orden de los valores. Los naturales son los de Jenks, exactos: los de menos
    variación en cada clase.
    """
    if metodo == "natural":
        return np.asarray(jenkspy.jenks_breaks(valores, clases)[1:], dtype=float)
    if metodo == "cuantiles":
        return _cuantiles(np.sort(valores), clases)
    return np.linspace(valores.min(), valores.max(), clases + 1)[1:]


def _cuantiles(ordenados: Valores, clases: int) -> Valores:
    """El percentil 20, 40… de unos valores ordenados, y el mayor; entre dos, en proporción.

    No es `np.percentile`, que redondea de otro modo la última cifra: si hay empates en el corte,
    de ella depende a qué lado queda todo el grupo.
    """
    partes = np.arange(1, clases) / clases
    lugares = partes * (len(ordenados) - 1)
    bajos = lugares.astype(int)
    del_alto, del_bajo = lugares - bajos, bajos + 1 - lugares
    cortes_bajos = ordenados[bajos] * del_bajo + ordenados[bajos + 1] * del_alto
    return np.append(cortes_bajos / (del_bajo + del_alto), ordenados[-1])
