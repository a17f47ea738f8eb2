"""La proyección de Mercator, la de los mapas de la web, y cómo se ajusta a un lienzo."""

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Rectangulo = tuple[float, float, float, float]
"""Oeste, sur, este y norte, en grados."""
Numeros = npt.NDArray[np.float64]

MARGEN = 0.06
"""Parte del ancho y del alto que se deja libre alrededor."""


def norte(latitud: Numeros) -> Numeros:
    """Lo que sube una latitud, en los mismos grados en que se mide la longitud."""
    return np.degrees(np.arctanh(np.sin(np.radians(latitud))))


def latitud(norte: Numeros) -> Numeros:
    """La latitud que sube eso."""
    return np.degrees(np.arcsin(np.tanh(np.radians(norte))))


@dataclass(frozen=True)
class Ajuste:
    """Una proyección Mercator ajustada a un rectángulo y un lienzo."""

    escala: float
    traslado: tuple[float, float]

    def pixel(self, longitud: float, latitud: float) -> tuple[float, float]:
        """Dónde cae un punto, en píxeles desde la esquina de arriba a la izquierda."""
        x, y = _mercator(longitud, latitud)
        return self.traslado[0] + self.escala * x, self.traslado[1] - self.escala * y

    def grados(self, x: float, y: float) -> tuple[float, float]:
        """La longitud y la latitud de un píxel."""
        longitud = math.degrees((x - self.traslado[0]) / self.escala)
        subida = math.degrees((self.traslado[1] - y) / self.escala)
        return longitud, float(latitud(np.array(subida)))


def ajustar(rectangulo: Rectangulo, ancho: int, alto: int) -> Ajuste:
    """La proyección con que ese rectángulo cabe centrado en el lienzo, con su margen."""
    oeste, sur, este, norte = rectangulo
    (x0, y0), (x1, y1) = _mercator(oeste, sur), _mercator(este, norte)
    util = 1 - 2 * MARGEN
    escala = util * min(ancho / (x1 - x0), alto / (y1 - y0))
    medio = (x0 + x1) / 2, (y0 + y1) / 2
    return Ajuste(escala, (ancho / 2 - escala * medio[0], alto / 2 + escala * medio[1]))


def _mercator(longitud: float, latitud: float) -> tuple[float, float]:
    """En radianes, que es como Vega mide la escala."""
    return math.radians(longitud), math.radians(float(norte(np.array(latitud))))
