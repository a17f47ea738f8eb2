"""Los rangos con que el semáforo da su color."""

import pandas as pd

from tablero.calculo.semaforo import Rangos, rangos_de
from tablero.consultas import politica
from tablero.consultas.base import Preguntas
from tablero.filas import filas_de


def vigentes(preguntar: Preguntas) -> Rangos:
    """Los rangos de la tabla de configuración; si no está, los publicados."""
    return de_la_tabla(preguntar(politica.rangos).datos)


def de_la_tabla(datos: pd.DataFrame) -> Rangos:
    """Los rangos de las filas de `politica.rangos`, que vienen del más bajo al más alto."""
    return rangos_de({**fila, "orden": lugar} for lugar, fila in enumerate(filas_de(datos)))
