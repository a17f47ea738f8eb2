"""Las brechas territoriales en el mapa: cuántas tiene cada municipio y qué dice cada lista."""

import pandas as pd

from tablero import tema
from tablero.filas import Fila, filas_de

CUANTAS = {3: "3 de 3", 2: "2 de 3", 1: "1 de 3", 0: "Ninguna de 3"}
DE_FUERA = "No priorizado, pero en alguna lista"
ASPECTOS = {
    "centro_estado": "centro",
    "transferencia_estado": "transferencia",
    "taller_estado": "taller",
}


def para_el_mapa(datos: pd.DataFrame) -> pd.DataFrame:
    """La matriz de las brechas con lo que pide un mapa de categorías.

    Agrega `valor` (1 son tres brechas, 4 es ninguna, 5 es quien no está priorizado), `texto` y
    `ayuda`: lo que dice cada lista.
    """
    brechas = [None if pd.isna(b) else int(b) for b in datos["brechas"]]
    return datos.assign(
        valor=[float(len(CUANTAS) + 1 if b is None else len(CUANTAS) - b) for b in brechas],
        texto=[DE_FUERA if b is None else CUANTAS[b] for b in brechas],
        ayuda=[
            f"{DE_FUERA if b is None else CUANTAS[b]} ({_de_cada_lista(fila)})"
            for b, fila in zip(brechas, filas_de(datos), strict=True)
        ],
    )


def para_llevar(datos: pd.DataFrame) -> pd.DataFrame:
    """Los datos de un mapa como se descargan: si son las brechas, en `valor` va cuántas tiene.

    En pantalla `valor` es el lugar de su clase en la leyenda, que leído como número diría lo
    contrario. Vacío en quien no está priorizado: no se le cuentan.
    """
    return datos.assign(valor=datos["brechas"]) if "brechas" in datos.columns else datos


def _de_cada_lista(fila: Fila) -> str:
    """«centro: sí; transferencia: desistió; taller: no aparece»."""
    return "; ".join(
        f"{aspecto}: {tema.BRECHAS[fila[columna]].en_frase}"
        for columna, aspecto in ASPECTOS.items()
    )
