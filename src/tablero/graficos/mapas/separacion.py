"""Separa los símbolos de un mapa que se taparían unos a otros.

Cúcuta, Villa del Rosario y Los Patios están a pocos kilómetros: en un mapa del país caen en el
mismo lugar. Aquí cada símbolo se corre lo menos posible hasta que ninguno tape a otro; el mapa une
después cada símbolo con su sitio verdadero.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Pares = npt.NDArray[np.float64]

HOLGURA = 2.0
"""Píxeles libres entre dos símbolos."""
VUELTAS = 600
RESORTE = 0.03
"""Qué parte del camino a su sitio recupera un símbolo en cada vuelta."""
VUELTAS_CON_RESORTE = 400
ANGULO_AUREO = np.pi * (3 - np.sqrt(5))
"""Direcciones distintas y siempre iguales para los que están exactamente en el mismo lugar."""


def separar(sitios: Pares, radios: Sequence[float]) -> Pares:
    """Las posiciones, en las unidades de `sitios` (n × 2), en que ningún círculo tapa a otro.

    El mismo pedido da siempre la misma respuesta. Los que no estorban no se mueven.
    """
    cuantos = len(sitios)
    if cuantos < 2:  # noqa: PLR2004 - uno solo no estorba a nadie
        return sitios.copy()
    radio = np.asarray(radios, dtype=float)
    minimas = radio[:, None] + radio[None, :] + HOLGURA
    turnos = np.arange(cuantos) * ANGULO_AUREO
    posiciones = sitios + 0.01 * np.column_stack([np.cos(turnos), np.sin(turnos)])
    for vuelta in range(VUELTAS):
        deltas, distancias = _entre(posiciones)
        encimados = np.clip(minimas - distancias, 0, None)
        if vuelta >= VUELTAS_CON_RESORTE and encimados.max() < HOLGURA / 2:
            break
        empuje = deltas / distancias[..., None] * encimados[..., None] / 2
        posiciones = posiciones + empuje.sum(axis=1)
        if vuelta < VUELTAS_CON_RESORTE:
            posiciones += RESORTE * (sitios - posiciones)
    return _devueltos(posiciones, sitios, minimas)


def _devueltos(posiciones: Pares, sitios: Pares, minimas: Pares) -> Pares:
    """Los que casi no se movieron, otra vez en su sitio, si allí no tapan a otro."""
    quietos = np.hypot(*(posiciones - sitios).T) < HOLGURA / 2
    while True:
        juntas: Pares = np.where(quietos[:, None], sitios, posiciones)
        estorban = quietos & (_entre(juntas)[1] < minimas - HOLGURA / 2).any(axis=1)
        if not estorban.any():
            return juntas
        quietos &= ~estorban


def _entre(posiciones: Pares) -> tuple[Pares, Pares]:
    """De cada uno a cada otro: cuánto hay en cada eje y la distancia, infinita consigo mismo."""
    deltas: Pares = posiciones[:, None, :] - posiciones[None, :, :]
    distancias: Pares = np.hypot(deltas[..., 0], deltas[..., 1])
    np.fill_diagonal(distancias, np.inf)
    return deltas, distancias
