"""Todo lo que un bloque dice, como datos: lo que se lleva de lo que no salió de una pregunta."""

from collections.abc import Sequence

import pandas as pd

from tablero.interfaz.pared.lectura import Leido
from tablero.respuestas.columnas import TITULOS
from tablero.texto import a_codigo

FUENTE = "fuente"
"""La columna que dice de dónde sale cada renglón."""


def en_datos(leido: Leido, fuente: str) -> pd.DataFrame:
    """Un renglón por fila de su tabla o, si no tiene, por cifra, elemento o párrafo.

    Todo va como se lee, sin recortar, y con la línea de su fuente.
    """
    if leido.tablas:
        primera = leido.tablas[0]
        return cuadro(primera.columnas, primera.filas, fuente)
    if leido.datos:
        cifras = [(dato.cifra, dato.rotulo, dato.nota) for dato in leido.datos]
        return cuadro(("Cifra", "Qué mide", "Nota"), cifras, fuente)
    if leido.elementos:
        return cuadro(("Qué", "Qué dice"), leido.elementos, fuente)
    return cuadro(("Qué dice",), [(parrafo,) for parrafo in leido.parrafos], fuente)


def cuadro(
    columnas: Sequence[str], filas: Sequence[Sequence[str]], fuente: str = ""
) -> pd.DataFrame:
    """Una tabla de textos con nombres de columna de programa y los títulos con que se lee.

    `fuente` va en la última columna.
    """
    nombres: list[str] = []
    for numero, titulo in enumerate(columnas, start=1):
        propio = a_codigo(titulo) or f"columna_{numero}"
        nombres.append(propio if propio not in nombres else f"{propio}_{numero}")
    datos = pd.DataFrame(list(filas), columns=nombres, dtype=object)
    datos.attrs[TITULOS] = dict(zip(nombres, columnas, strict=True)) | {FUENTE: "Fuente"}
    return datos.assign(**{FUENTE: fuente}) if fuente else datos
