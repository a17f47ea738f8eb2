"""Del valor normalizado y los pesos al puntaje de 0 a 100, su orden y lo que aporta cada indicador.

Solo usa numpy y pandas: la página lo llama cuando alguien cambia los pesos.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Arreglo = NDArray[np.float64]
Ordenes = NDArray[np.int64]

DECIMALES = 9
"""Dos puntajes que coinciden hasta aquí están empatados."""
TOPE = 100.0


@dataclass(frozen=True)
class Puntuacion:
    """Puntajes y aportes de los municipios, en el orden en que llegaron."""

    puntajes: Arreglo
    aportes: Arreglo
    """Municipio × indicador: cada fila suma su puntaje."""


def puntuar(normalizados: Arreglo, pesos: Arreglo) -> Puntuacion | None:
    """El puntaje: la suma ponderada, llevada a 0 en el municipio menor y 100 en el mayor.

    El aporte de un indicador es lo que pone (o quita, si es negativo) sobre el municipio de menor
    puntaje; si hay varios empatados abajo, sobre su promedio. `None` si todos los municipios suman
    lo mismo: no hay a quién poner primero.
    """
    ponderados = normalizados * pesos
    sumas = ponderados.sum(axis=1)
    recorrido = np.ptp(sumas)
    if recorrido <= 10**-DECIMALES * np.abs(ponderados).sum(axis=1).max():
        return None
    sobre_el_menor = sumas - sumas.min()
    ultimos = sobre_el_menor <= 10**-DECIMALES * recorrido
    aportes = TOPE * (ponderados - ponderados[ultimos].mean(axis=0)) / recorrido
    # Los puntajes no son la suma de los aportes: así el mayor es 100 exacto en todo equipo.
    return Puntuacion(TOPE * (sobre_el_menor / recorrido), aportes)


def ordenar(puntajes: Arreglo) -> Ordenes:
    """El orden de cada municipio: 1 es el puntaje más alto y los empatados comparten el número.

    Recibe una columna de puntajes, o varias (una por corrida).
    """
    rangos = pd.DataFrame(-np.round(puntajes, DECIMALES)).rank(method="min")
    return rangos.to_numpy().astype(np.int64).reshape(puntajes.shape)
