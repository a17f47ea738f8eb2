"""Los lugares del documento que sustentan lo que se calcula con varias filas."""

import re
from collections.abc import Iterable
from typing import Protocol

from tablero.filas import VARIOS

NUMERO = re.compile(r"\d+")
CIFRAS = 6


class ConLugar(Protocol):
    """Una fila que dice de qué lugar de su documento sale."""

    @property
    def ubicacion(self) -> str:
        """Uno o varios lugares."""


def juntar(filas: Iterable[ConLugar]) -> str:
    """Los lugares de las filas, cada uno una vez y como se numeran: «Anexo 1 | Sección 4»."""
    distintos = {lugar for f in filas for lugar in f.ubicacion.split(VARIOS)}
    return VARIOS.join(sorted(distintos, key=_con_ceros))


def _con_ceros(lugar: str) -> str:
    """Para ordenar: «Acción 2» antes de «Acción 10»."""
    return NUMERO.sub(lambda hallado: hallado[0].zfill(CIFRAS), lugar)
