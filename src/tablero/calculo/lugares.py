"""Los lugares del documento que sustentan lo que se calcula con varias filas."""

from collections.abc import Iterable, Mapping
from typing import Any

VARIOS = " | "
"""Lo que va entre los lugares de una misma celda."""


def juntar(filas: Iterable[Mapping[str, Any]]) -> str:
    """Los lugares de las filas, cada uno una vez: «Anexo 1 | Sección 4»."""
    return VARIOS.join(sorted({lugar for f in filas for lugar in f["ubicacion"].split(VARIOS)}))
