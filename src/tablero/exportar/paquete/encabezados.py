"""`encabezados.csv`: cada columna con su nombre para programas y su encabezado para Excel."""

from collections.abc import Iterator, Sequence

import pandas as pd

from tablero.derivados.diccionario import NOMBRES_DE_TIPO
from tablero.exportar.paquete.conjunto import Conjunto

COLUMNAS = (
    *("tabla", "orden", "encabezado_maquina", "encabezado_excel", "titulo"),
    *("unidad", "tipo", "descripcion"),
)


def encabezados(conjuntos: Sequence[Conjunto]) -> pd.DataFrame:
    """Una fila por columna de cada tabla, en su orden; las que solo trae el de Excel, al final.

    Los dos archivos llevan las mismas columnas en el mismo orden; el de Excel puede traer más.
    """
    return pd.DataFrame(_filas(conjuntos), columns=list(COLUMNAS))


def _filas(conjuntos: Sequence[Conjunto]) -> Iterator[tuple[object, ...]]:
    for conjunto in conjuntos:
        for orden, columna in enumerate(conjunto.columnas, start=1):
            yield (
                *(conjunto.nombre, orden, columna.nombre, conjunto.encabezados[orden - 1]),
                *(columna.titulo, columna.unidad, NOMBRES_DE_TIPO[columna.tipo]),
                columna.descripcion,
            )
        de_mas = conjunto.encabezados[len(conjunto.columnas) :]
        for orden, titulo in enumerate(de_mas, start=len(conjunto.columnas) + 1):
            yield (conjunto.nombre, orden, "", titulo, titulo, "", "", "")
