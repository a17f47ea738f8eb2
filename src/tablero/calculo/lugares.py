"""Los lugares del documento que sustentan lo que se calcula con varias filas."""

from collections.abc import Iterable
from typing import Protocol

VARIOS = " | "
"""Lo que va entre los lugares de una misma celda."""


class ConLugar(Protocol):
    """Una fila que dice de qué lugar de su documento sale."""

    @property
    def ubicacion(self) -> str:
        """Uno o varios lugares."""


def juntar(filas: Iterable[ConLugar]) -> str:
    """Los lugares de las filas, cada uno una vez: «Anexo 1 | Sección 4»."""
    return VARIOS.join(sorted({lugar for f in filas for lugar in f.ubicacion.split(VARIOS)}))
