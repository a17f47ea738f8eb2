"""Que ningún libro de `data/fuentes` haya cambiado desde que se selló.

Uso: python -m comprobaciones.sellos

Es lo que `tablero construir` exige antes de construir, sin construir: para no guardar en Git un
libro que nadie revisó.
"""

import sys
from pathlib import Path

from comprobaciones.paquetes import RAIZ, decir
from tablero.errores import ErrorTablero
from tablero.ingesta.fuentes.documentos import descubrir
from tablero.ingesta.fuentes.sello import exigir_sellos
from tablero.ingesta.fuentes.simulados import Cualquiera
from tablero.ingesta.plan.carpetas import descubrir_planes
from tablero.ingesta.seguimiento.carpetas import descubrir_seguimiento

FUENTES = RAIZ / "data" / "fuentes"
"""Las del clon, aunque en este equipo se use otra carpeta de datos."""


def principal(fuentes: Path = FUENTES) -> int:
    """0 si todos están sellados; si no, el código de salida del error, dicho."""
    try:
        todos: list[Cualquiera] = [
            *descubrir(fuentes),
            *descubrir_seguimiento(fuentes),
            *descubrir_planes(fuentes),
        ]
        exigir_sellos(todos)
    except ErrorTablero as error:
        decir(str(error))
        return error.codigo_salida
    decir(f"{len(todos)} documentos, todos sellados.")
    return 0


if __name__ == "__main__":
    sys.exit(principal())
