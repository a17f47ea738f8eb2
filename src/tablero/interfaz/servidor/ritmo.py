"""El ritmo de alguien: una reserva que se gasta de a uno y se repone con el tiempo."""

import time
from collections.abc import Callable

MINUTO = 60.0
DE_UNA_VEZ = 4
"""Qué parte de lo de un minuto cabe de una vez."""
DIRECCIONES = 5000
"""De cuántas se lleva cuenta; si todas deben, se empieza otra vez."""
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


class Ritmos:
    """Una reserva por cada dirección de red; se olvida la que ya no debe nada."""

    def __init__(self, por_minuto: float, reloj: Callable[[], float] = time.monotonic) -> None:
        self.por_minuto = por_minuto
        self._reloj = reloj
        self._reservas: dict[str, Reserva] = {}

    def gastar(self, direccion: str) -> float:
        """Cuántos segundos faltan para que quepa otro pedido; cero si cabe, y entonces se cuenta.

        El que no cabe no se cobra: quien insiste no se castiga más que quien espera.
        """
        if direccion not in self._reservas and len(self._reservas) >= DIRECCIONES:
            deben = {d: r for d, r in self._reservas.items() if not r.esta_llena}
            self._reservas = deben if len(deben) < DIRECCIONES else {}
        reserva = self._reservas.setdefault(
            direccion,
            Reserva(self.por_minuto / DE_UNA_VEZ, self.por_minuto / MINUTO, self._reloj),
        )
        espera = reserva.gastar()
        if espera:
            reserva.gastar(-1.0)
        return espera
