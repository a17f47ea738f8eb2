"""Puntos que sirven para teselar: dentro de su departamento, y ninguno encima de otro.

Solo se mueven para repartir el área; las coordenadas verdaderas no cambian en ninguna tabla.
"""

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from pyproj import Geod

Coordenadas = NDArray[np.float64]
"""Una fila por punto: longitud y latitud en grados."""

ADENTRO = 0.002
"""Cuánto se entra, en grados, un punto que cae fuera: en el borde, simplificar lo sacaría."""
CORRIMIENTO = 0.0005
"""Hasta dónde se corre un punto repetido, en grados (unos 55 m en cada eje)."""
DECIMALES_IGUALES = 5
"""Dos puntos iguales hasta aquí (cerca de 1 m) se tienen por repetidos."""
SEMILLA = 7


@dataclass(frozen=True)
class Movido:
    """Un punto que cae fuera del contorno de su departamento, y dónde quedó para teselar."""

    municipio_codigo: str
    longitud: float
    latitud: float
    longitud_movida: float
    latitud_movida: float
    distancia_km: float


def meter(puntos: Coordenadas, contorno: shapely.Geometry) -> tuple[Coordenadas, NDArray[np.bool_]]:
    """Los puntos, con los de afuera en el sitio interior más cercano, y cuáles se movieron.

    Si el contorno es tan angosto que nada queda a `ADENTRO` de su borde, se usa el borde.
    """
    geometrias = shapely.points(puntos)
    fuera = ~shapely.covers(contorno, geometrias)
    interior = shapely.buffer(contorno, -ADENTRO)
    destino = contorno if shapely.is_empty(interior) else interior
    hasta = shapely.get_point(shapely.shortest_line(destino, geometrias[fuera]), 0)
    acomodados = puntos.copy()
    acomodados[fuera] = shapely.get_coordinates(hasta)
    return acomodados, fuera


def separar(puntos: Coordenadas, semilla: int) -> Coordenadas:
    """Los puntos, con los repetidos corridos al azar; la misma semilla da lo mismo.

    El primero de cada grupo no se mueve. Si todos caen en una línea recta, se corren todos: los
    triángulos de que salen las celdas no tendrían área.
    """
    azar = np.random.default_rng([SEMILLA, semilla])
    separados = puntos.copy()
    if len(separados) > 2 and _en_linea(separados):  # noqa: PLR2004 - dos puntos siempre lo están
        separados += azar.uniform(-CORRIMIENTO, CORRIMIENTO, separados.shape)
    while len(repetidos := _repetidos(separados)):
        separados[repetidos] += azar.uniform(-CORRIMIENTO, CORRIMIENTO, (len(repetidos), 2))
    return separados


def describir(codigos: NDArray[np.str_], antes: Coordenadas, despues: Coordenadas) -> list[Movido]:
    """Los movidos, con los kilómetros que se corrieron sobre el elipsoide."""
    _, _, distancias = Geod(ellps="WGS84").inv(*antes.T, *despues.T)
    return [
        Movido(
            municipio_codigo=str(codigo),
            longitud=round(float(x), DECIMALES_IGUALES),
            latitud=round(float(y), DECIMALES_IGUALES),
            longitud_movida=round(float(x_movida), DECIMALES_IGUALES),
            latitud_movida=round(float(y_movida), DECIMALES_IGUALES),
            distancia_km=round(float(metros) / 1000, 2),
        )
        for codigo, (x, y), (x_movida, y_movida), metros in zip(
            codigos, antes, despues, distancias, strict=True
        )
    ]


def _repetidos(puntos: Coordenadas) -> NDArray[np.intp]:
    _, primeros = np.unique(puntos.round(DECIMALES_IGUALES), axis=0, return_index=True)
    return np.setdiff1d(np.arange(len(puntos)), primeros)


def _en_linea(puntos: Coordenadas) -> bool:
    return bool(np.linalg.matrix_rank(puntos - puntos[0], tol=CORRIMIENTO) < puntos.shape[1])
