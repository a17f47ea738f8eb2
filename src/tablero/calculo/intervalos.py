"""Aritmética de intervalos: lo que una cifra redondeada puede valer en realidad."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product


@dataclass(frozen=True)
class Intervalo:
    """Un valor y el rango donde puede estar el verdadero, por el redondeo con que se escribió."""

    valor: float
    minimo: float
    maximo: float

    @classmethod
    def exacto(cls, valor: float) -> Intervalo:
        """Un conteo: no tiene redondeo."""
        return cls(valor, valor, valor)

    @classmethod
    def escrito(cls, valor: float, precision: float | None) -> Intervalo:
        """`valor` ± media unidad de su último dígito; sin `precision`, un conteo exacto."""
        medio = (precision or 0.0) / 2
        return cls(valor, valor - medio, valor + medio)

    def __add__(self, otro: Intervalo) -> Intervalo:
        return Intervalo(
            self.valor + otro.valor, self.minimo + otro.minimo, self.maximo + otro.maximo
        )

    def __sub__(self, otro: Intervalo) -> Intervalo:
        return Intervalo(
            self.valor - otro.valor, self.minimo - otro.maximo, self.maximo - otro.minimo
        )

    def __mul__(self, otro: Intervalo) -> Intervalo:
        extremos = [
            a * b for a, b in product((self.minimo, self.maximo), (otro.minimo, otro.maximo))
        ]
        return Intervalo(self.valor * otro.valor, min(extremos), max(extremos))

    def __truediv__(self, otro: Intervalo) -> Intervalo:
        """Cociente; `ZeroDivisionError` si el divisor puede ser cero."""
        if otro.minimo <= 0 <= otro.maximo:
            raise ZeroDivisionError("el divisor puede ser cero")
        return self * Intervalo(1 / otro.valor, 1 / otro.maximo, 1 / otro.minimo)

    def acotado(self, minimo: float, maximo: float) -> Intervalo:
        """El intervalo recortado a [minimo, maximo]."""
        return Intervalo(
            *(min(max(v, minimo), maximo) for v in (self.valor, self.minimo, self.maximo))
        )

    def toca(self, otro: Intervalo) -> bool:
        """Verdadero si los dos rangos tienen algún valor en común."""
        margen = 1e-9 * max(1.0, abs(self.valor), abs(otro.valor))
        return self.minimo <= otro.maximo + margen and otro.minimo <= self.maximo + margen


CIEN = Intervalo.exacto(100)


def sumar(partes: Iterable[Intervalo]) -> Intervalo:
    """La suma de todas las partes."""
    return sum(partes, start=Intervalo.exacto(0))


def por_ciento(parte: Intervalo, total: Intervalo) -> Intervalo:
    """Cien veces la parte entre el total."""
    return parte * CIEN / total
