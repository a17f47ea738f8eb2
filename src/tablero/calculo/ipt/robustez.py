"""Qué tan firme es el orden: se repite el índice cambiando lo que se pudo decidir de otra forma."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tablero.calculo.ipt.categorias import METODOS, clasificar, cortes
from tablero.calculo.ipt.puntaje import Arreglo, Ordenes, ordenar, puntuar

CORRIDAS = 300
SEMILLA = 7
CAMBIO_DE_PESOS = 0.25
PERCENTILES = (5, 95)


@dataclass(frozen=True)
class Robustez:
    """Lo que varió cada municipio entre corridas."""

    orden_minimo: Ordenes
    orden_maximo: Ordenes
    estabilidad_pct: Arreglo | None
    """Parte de las corridas en que conserva su categoría; `None` si no hay categorías."""


def repetir(
    estandarizados: Arreglo,
    entre_cero_y_uno: Arreglo,
    pesos: Arreglo,
    categorias: NDArray[np.int64] | None,
    *,
    corridas: int,
) -> Robustez:
    """Repite el índice `corridas` veces, con semilla fija.

    Cada corrida alterna la normalización y el método de corte (las seis combinaciones, por igual) y
    multiplica cada peso por un azar entre 0,75 y 1,25. El intervalo va del percentil 5 al 95 de los
    órdenes. `categorias` son las del índice (cortes naturales).
    """
    azar = np.random.default_rng(SEMILLA)
    ordenes, iguales, con_cortes = [], np.zeros(len(estandarizados)), 0
    for corrida in range(corridas):
        factores = azar.uniform(1 - CAMBIO_DE_PESOS, 1 + CAMBIO_DE_PESOS, len(pesos))
        normalizados = entre_cero_y_uno if corrida % 2 else estandarizados
        resultado = puntuar(normalizados, pesos * factores / (pesos * factores).sum())
        if resultado is None:
            continue
        ordenes.append(resultado.puntajes)
        limites = cortes(resultado.puntajes, METODOS[corrida // 2 % len(METODOS)])
        if categorias is not None and limites is not None:
            con_cortes += 1
            iguales += clasificar(resultado.puntajes, limites) == categorias
    por_corrida = ordenar(np.column_stack(ordenes))
    return Robustez(
        np.percentile(por_corrida, PERCENTILES[0], axis=1, method="lower").astype(np.int64),
        np.percentile(por_corrida, PERCENTILES[1], axis=1, method="higher").astype(np.int64),
        100 * iguales / con_cortes if con_cortes else None,
    )
