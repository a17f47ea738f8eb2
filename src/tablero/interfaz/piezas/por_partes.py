"""Una lista larga, por partes: la pantalla muestra una y el CSV las lleva todas."""

import pandas as pd

from tablero.interfaz import filtros

FILAS = 40


def elegir_parte(nombre: str, total: int, etiqueta: str) -> int:
    """Dibuja la lista de partes, si hay más de una, y da la elegida (la primera es la 1).

    `nombre` es su parámetro en la URL.
    """
    if len(todas := partes(total)) > 1:
        return int(filtros.elegir_una(nombre, etiqueta, todas))
    return int(filtros.la_unica(nombre, etiqueta, "1"))


def partes(total: int) -> dict[str, str]:
    """Número → qué filas son: «1» → «1 a 40 de 65»."""
    return {
        str(numero): f"{desde + 1} a {min(desde + FILAS, total)} de {total}"
        for numero, desde in enumerate(range(0, total, FILAS), start=1)
    }


def tramo(datos: pd.DataFrame, parte: int) -> pd.DataFrame:
    """Las filas de esa parte."""
    return datos.iloc[(parte - 1) * FILAS : parte * FILAS]
