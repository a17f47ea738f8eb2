"""Una fila de verdad de cada tabla, para que el documento muestre cómo son."""

import json

from tablero.api.formas import a_json
from tablero.consultas.base import MARCA, Preguntas
from tablero.filas import filas_de
from tablero.modelo import TABLAS
from tablero.un_json import Objeto


def ejemplos(preguntar: Preguntas) -> Objeto:
    """Tabla → su primera fila, como la da la API; la que no tiene filas no está."""
    base = preguntar.base
    dichos: Objeto = {}
    for tabla in (t.tabla for t in TABLAS if base.tiene(t.tabla)):
        for fila in filas_de(base.tabla(tabla).head(1).drop(columns=MARCA, errors="ignore")):
            dichos[tabla] = json.loads(a_json(fila))
    return dichos
