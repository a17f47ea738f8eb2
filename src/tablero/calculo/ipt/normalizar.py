"""Llevar indicadores de unidades distintas a una escala común.

Una columna que no varía queda en cero, sin dividir entre nada.
"""

import numpy as np

from tablero.calculo.ipt.puntaje import Arreglo

EPSILON = float(np.finfo(np.float64).eps)


def estandarizar(valores: Arreglo) -> Arreglo:
    """Desviaciones estándar sobre la media de cada columna (la varianza se divide entre n).

    Recibe municipios × indicadores, sin faltantes. La varianza se calcula en dos pasadas, con lo
    que la media perdió al redondear (Chan, Golub y LeVeque, 1983); de ellos es también la cota
    bajo la que una varianza es solo redondeo.
    """
    municipios = len(valores)
    medias = valores.sum(axis=0) / municipios
    desvios = valores - medias
    suma = (desvios**2).sum(axis=0) - desvios.sum(axis=0) ** 2 / municipios
    varianzas = suma / municipios
    redondeo = municipios * EPSILON * varianzas + (municipios * medias * EPSILON) ** 2
    normalizados: Arreglo = desvios / np.sqrt(np.where(varianzas <= redondeo, 1.0, varianzas))
    return normalizados


def min_max(valores: Arreglo) -> Arreglo:
    """Cada columna entre 0 (su mínimo) y 1 (su máximo).

    Recibe municipios × indicadores, sin faltantes.
    """
    minimos = valores.min(axis=0)
    recorridos = valores.max(axis=0) - minimos
    escalas = 1 / np.where(recorridos < 10 * EPSILON, 1.0, recorridos)
    normalizados: Arreglo = valores * escalas - minimos * escalas
    return normalizados
