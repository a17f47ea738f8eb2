"""El ritmo de alguien: una reserva que se gasta de a uno y se repone con el tiempo."""

import time
from collections.abc import Callable

DEUDA = 4
"""Cuántas reservas se pueden deber: lo de hace mucho se perdona."""


class Reserva:
    """`cabe` de una vez y `por_segundo` después; lo que pase de eso espera."""

    def __init__(
        self, cabe: float, por_segundo: float, reloj: Callable[[], float] = time.monotonic
    ) -> None:
        self.cabe = cabe
        self.por_segundo = por_segundo
        self._reloj = reloj
        self._hay = cabe
        self._visto = reloj()

    def gastar(self, cuanto: float = 1.0) -> float:
        """Gasta y dice cuántos segundos hay que esperar por ello: cero si había reserva."""
        ahora = self._reloj()
        self._hay = min(self.cabe, self._hay + (ahora - self._visto) * self.por_segundo)
        self._visto = ahora
        self._hay = max(self._hay - cuanto, -DEUDA * self.cabe)
        return max(0.0, -self._hay / self.por_segundo)

    @property
    def esta_llena(self) -> bool:
        """Si ya no debe nada: quien la guarda puede olvidarla."""
        repuesta = self._hay + (self._reloj() - self._visto) * self.por_segundo
        return repuesta >= self.cabe
