"""La lista de los dos encabezados de cada columna: el de programas y el de personas."""

from collections.abc import Iterable, Mapping, Sequence

from tablero.exportar.csv_oficial import Dialecto, escribir
from tablero.exportar.cuadro import PALABRA, Columna

ARCHIVO = "encabezados.csv"
COLUMNAS: Mapping[str, str] = {
    "columna": "Nombre para programas",
    "encabezado": "Encabezado para personas",
    "unidad": "Unidad",
    "tipo": "Qué lleva",
    "descripcion": "Qué es",
}
"""Las de la lista, con su nombre en cada dialecto."""
DE: Mapping[str, str] = {"tabla": "Tabla"}

Renglon = tuple[str, str, str, str, str]


def renglones(columnas: Iterable[Columna]) -> list[Renglon]:
    """Un renglón por columna, con lo que dice `COLUMNAS`."""
    return [(c.nombre, c.encabezado, c.unidad, PALABRA[c.tipo], c.descripcion) for c in columnas]


def de_una(columnas: Iterable[Columna], dialecto: Dialecto = "excel") -> bytes:
    """La lista de un solo cuadro."""
    return escribir(_titulos(COLUMNAS, dialecto), renglones(columnas), dialecto)


def de_varias(
    cuadros: Iterable[tuple[str, Sequence[Columna]]], dialecto: Dialecto = "excel"
) -> bytes:
    """La lista de varios, cada uno con su nombre delante."""
    filas = [(nombre, *fila) for nombre, columnas in cuadros for fila in renglones(columnas)]
    return escribir(_titulos({**DE, **COLUMNAS}, dialecto), filas, dialecto)


def _titulos(columnas: Mapping[str, str], dialecto: Dialecto) -> Iterable[str]:
    return columnas if dialecto == "maquina" else columnas.values()
