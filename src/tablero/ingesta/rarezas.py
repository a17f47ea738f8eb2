"""Lo que una hoja guarda y el lector de hojas no cuenta.

calamine entrega vacía una celda con `#REF!` y también una fórmula que nadie ha calculado, y no
dice si un número tiene formato de porcentaje. Nada de eso puede pasar por un «no publicado», así
que se busca en el XML del libro antes de leerlo.
"""

from dataclasses import dataclass, field

SIN_RESULTADO = (
    "tiene una fórmula sin resultado guardado; abra el libro, recalcule y guárdelo, "
    "o escriba el valor."
)
PORCENTAJE = (
    "tiene formato de porcentaje, que guarda 0,5 por 50 %; use formato de número y escriba 50."
)
HORA = "es una hora o una duración; ninguna columna las lleva."
SALTO = (
    "tiene un tabulador o un salto de línea forzado que se perdería al leer; "
    "bórrelo o sepárelo en párrafos."
)


def error_de_formula(nombre: str) -> str:
    """El mensaje de una celda con `#REF!`, `#N/A`…"""
    return f"tiene el error {nombre}; corrija la fórmula o escriba el valor."


@dataclass
class Rarezas:
    """Las de una hoja."""

    celdas: dict[tuple[int, int], str] = field(default_factory=dict)
    """(fila, columna), desde 1 → qué tiene la celda."""
    combinadas: list[str] = field(default_factory=list)
    """Rangos de celdas combinadas: `B3:B5`."""
    filas_ocultas: set[int] = field(default_factory=set)
    columnas_ocultas: set[int] = field(default_factory=set)
    """Desde 1."""
    desde_1904: bool = False
    """Si el libro cuenta los días desde 1904, como los de un Mac antiguo, y no desde 1900."""
