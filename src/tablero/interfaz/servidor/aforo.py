"""Cuántos caben: en total y desde una misma dirección de red."""

from collections import Counter


class Aforo:
    """Cuenta a los que están."""

    def __init__(self, en_total: int, por_direccion: int) -> None:
        self.en_total = en_total
        self.por_direccion = por_direccion
        self._hay: Counter[str] = Counter()

    def entrar(self, direccion: str) -> bool:
        """Si cabe, y entonces queda contado."""
        lleno = self._hay.total() >= self.en_total
        if lleno or self._hay[direccion] >= self.por_direccion:
            return False
        self._hay[direccion] += 1
        return True

    def salir(self, direccion: str) -> None:
        """Se fue uno de los que entraron."""
        self._hay[direccion] -= 1
        if not self._hay[direccion]:
            del self._hay[direccion]
