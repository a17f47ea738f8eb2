"""Menos vértices, con las fronteras compartidas intactas, y la revisión de lo que quedó."""

from collections.abc import Sequence

import numpy as np
import shapely
from numpy.typing import NDArray

from tablero.errores import ErrorTablero
from tablero.formato import enumerar, numero
from tablero.territorio.esquema.acomodar import Coordenadas
from tablero.territorio.esquema.celdas import Areas

TOLERANCIA = 0.003
"""En grados: desaparece el vértice cuyo triángulo mide menos que un cuadrado de este lado."""
MAXIMO_NOMBRADOS = 10


def simplificar(areas: Areas, tolerancia: float = TOLERANCIA) -> Areas:
    """Las áreas con menos vértices: solo se quitan, así que siguen en la grilla."""
    simples: Areas = shapely.coverage_simplify(areas, tolerancia)
    return simples


def revisar(codigos: Sequence[str], areas: Areas, cabeceras: Coordenadas) -> None:
    """`ErrorTablero` si un área no es válida, no encaja con sus vecinas o no tiene su cabecera.

    `cabeceras` van en el orden de `codigos`; las que caen fuera del contorno, ya movidas.
    """
    malas = shapely.is_empty(areas) | ~shapely.is_valid(areas)
    _exigir(codigos, ~malas, "quedaron vacías o no son polígonos válidos")
    sueltas = ~shapely.is_empty(shapely.coverage_invalid_edges(areas))
    _exigir(codigos, ~sueltas, "no comparten sus fronteras con sus vecinas")
    _exigir(
        codigos,
        shapely.covers(areas, shapely.points(cabeceras)),
        "no contienen su cabecera; agregue la cabecera a la lista de centros poblados",
    )


def _exigir(codigos: Sequence[str], bien: NDArray[np.bool_], que: str) -> None:
    malos = [codigo for codigo, esta_bien in zip(codigos, bien, strict=True) if not esta_bien]
    if malos:
        sobran = len(malos) - MAXIMO_NOMBRADOS
        cola = [f"{numero(sobran)} más"] if sobran > 0 else []
        raise ErrorTablero(
            f"Las áreas calculadas de {enumerar(malos[:MAXIMO_NOMBRADOS] + cola)} {que}."
        )
