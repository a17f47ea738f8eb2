"""Los nombres y códigos oficiales, leídos de su libro sin construir el tablero."""

from pathlib import Path

from tablero.errores import ErroresDeDatos
from tablero.ingesta.fuentes.documentos import descubrir
from tablero.libro.leer import leer_libro
from tablero.modelo.celda import Valores

DIVIPOLA = "divipola"


def leer_nomenclatura(fuentes: Path) -> dict[str, list[Valores]]:
    """Las filas de cada tabla del libro divipola más reciente; `ErroresDeDatos` si está mal."""
    documento = [d for d in descubrir(fuentes) if d.nombre == DIVIPOLA][-1]
    leido = leer_libro(documento.libro, documento.tablas, documento.ruta_corta)
    if leido.errores:
        raise ErroresDeDatos(leido.errores)
    return {tabla: [fila.valores for fila in filas] for tabla, filas in leido.filas.items()}
