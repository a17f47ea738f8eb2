"""La DIVIPOLA de una simulación: los nombres y códigos verdaderos, que son nomenclatura."""

from datetime import date

from tablero.simulacion.mundo import Filas, Mundo
from tablero.simulacion.piezas import lugar

CORTE = date(2025, 12, 31)
TITULO = "nombres y códigos de la DIVIPOLA, para los datos simulados"


def filas(mundo: Mundo) -> Filas:
    """Las filas recibidas, con una ubicación que dice que son de una simulación."""
    return {
        tabla: [{**fila, "ubicacion": lugar("nomenclatura de la DIVIPOLA")} for fila in propias]
        for tabla, propias in mundo.divipola.items()
    }
