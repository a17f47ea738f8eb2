"""El rectángulo que ocupa cada departamento, para acercarle el mapa."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from tablero.territorio.geometria import DEPARTAMENTOS

Rectangulo = tuple[float, float, float, float]
"""Oeste, sur, este y norte, en grados."""


@cache
def rectangulos(cartografia: Path) -> dict[str, Rectangulo]:
    """Nombre del departamento → su rectángulo, según los contornos que se dibujan."""
    contenido = json.loads((cartografia / DEPARTAMENTOS).read_text(encoding="utf-8"))
    return {
        rasgo["properties"]["departamento"]: _rectangulo(rasgo["geometry"]["coordinates"])
        for rasgo in contenido["features"]
    }


def _rectangulo(coordenadas: Any) -> Rectangulo:
    longitudes, latitudes = zip(*_vertices(coordenadas), strict=True)
    return min(longitudes), min(latitudes), max(longitudes), max(latitudes)


def _vertices(coordenadas: Any) -> Iterator[tuple[float, float]]:
    """Los vértices, por hondo que estén: polígonos y multipolígonos se anidan distinto."""
    if isinstance(coordenadas[0], int | float):
        yield coordenadas[0], coordenadas[1]
        return
    for parte in coordenadas:
        yield from _vertices(parte)
