"""Si unos indicadores se pueden resumir en pocos ejes: la KMO y la esfericidad de Bartlett.

Las dos salen solo de la matriz de correlaciones, que se recibe ya comprobada: que se invierte.
"""

import numpy as np

from tablero.calculo.ipt import ji_cuadrado
from tablero.calculo.ipt.puntaje import Arreglo


def kaiser_meyer_olkin(correlaciones: Arreglo) -> tuple[float, Arreglo]:
    """La medida del conjunto y la de cada indicador, de 0 a 1.

    Es cuánto de lo que se relacionan sigue cuando se descuenta a los demás:
    `Σr² ÷ (Σr² + Σparcial²)`, sin contar a cada uno consigo mismo.
    """
    precision = np.linalg.inv(correlaciones)
    escala = np.sqrt(np.outer(np.diag(precision), np.diag(precision)))
    fuera = ~np.eye(len(correlaciones), dtype=bool)
    simples = np.where(fuera, correlaciones, 0.0) ** 2
    parciales = np.where(fuera, -precision / escala, 0.0) ** 2
    por_indicador = simples.sum(axis=0) / (simples + parciales).sum(axis=0)
    return float(simples.sum() / (simples + parciales).sum()), por_indicador


def bartlett(correlaciones: Arreglo, municipios: int) -> tuple[float, float]:
    """El ji cuadrado y su valor p: qué tan raro sería esto si no hubiera relación ninguna."""
    indicadores = len(correlaciones)
    _, logaritmo = np.linalg.slogdet(correlaciones)
    estadistico = -float(logaritmo) * (municipios - 1 - (2 * indicadores + 5) / 6)
    grados = indicadores * (indicadores - 1) // 2
    return estadistico, ji_cuadrado.cola(estadistico, grados)
