"""Llevar indicadores de unidades distintas a una escala común."""

from sklearn.preprocessing import MinMaxScaler, StandardScaler

from tablero.calculo.ipt.puntaje import Arreglo


def estandarizar(valores: Arreglo) -> Arreglo:
    """Desviaciones estándar sobre la media de cada columna (la varianza se divide entre n)."""
    normalizados: Arreglo = StandardScaler().fit_transform(valores)
    return normalizados


def min_max(valores: Arreglo) -> Arreglo:
    """Cada columna entre 0 (su mínimo) y 1 (su máximo)."""
    normalizados: Arreglo = MinMaxScaler().fit_transform(valores)
    return normalizados
