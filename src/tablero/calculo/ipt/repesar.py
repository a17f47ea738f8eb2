"""El índice con otros pesos: los mismos valores normalizados, ponderados como alguien diga."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tablero.calculo.ipt.categorias import METODOS, clasificar, cortes
from tablero.calculo.ipt.puntaje import Arreglo, Ordenes, ordenar, puntuar
from tablero.modelo.ipt import Metodo


@dataclass(frozen=True)
class Repesado:
    """El índice con otros pesos; los arreglos van en el orden de los municipios recibidos."""

    pesos_pct: Arreglo
    puntajes: Arreglo
    ordenes: Ordenes
    aportes: Arreglo
    limites: Mapping[Metodo, Arreglo | None]
    categorias: Mapping[Metodo, NDArray[np.int64] | None]


def repesar(normalizados: Arreglo, pesos: Sequence[float]) -> Repesado | None:
    """El índice con esos pesos (no negativos, en cualquier escala): se llevan a sumar 100 %.

    `None` si todos son cero o si con ellos todos los municipios suman lo mismo.
    """
    total = float(np.sum(pesos))
    if total <= 0:
        return None
    partes = np.asarray(pesos, dtype=float) / total
    resultado = puntuar(normalizados, partes)
    if resultado is None:
        return None
    limites = {metodo: cortes(resultado.puntajes, metodo) for metodo in METODOS}
    return Repesado(
        100 * partes,
        resultado.puntajes,
        ordenar(resultado.puntajes),
        resultado.aportes,
        limites,
        {
            metodo: None if limite is None else clasificar(resultado.puntajes, limite)
            for metodo, limite in limites.items()
        },
    )
