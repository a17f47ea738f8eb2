"""Los hallazgos que se repiten, en un solo renglón: cuántas veces, y sus primeras celdas."""

import pandas as pd

from tablero import formato
from tablero.calculo.seguimiento.hallazgos.agrupar import Grupo, agrupar, de_filas
from tablero.filas import filas_de
from tablero.modelo.reglas import Regla

MINIMO = 6
"""Desde cuántos: menos caben en la pantalla uno por uno, cada uno con su enlace."""


def juntar(datos: pd.DataFrame) -> pd.DataFrame:
    """Una fila por grupo, en el orden del primero, con `veces` y, si se repite, sus celdas.

    `regla` es el nombre de la regla, como se muestra.
    De un grupo se muestra el mensaje del primero; el CSV los lleva todos.
    """
    filas = filas_de(datos)
    hallazgos = de_filas({**fila, "regla": Regla.de_nombre(fila["regla"])} for fila in filas)
    de_hallazgo = {id(h): fila for h, fila in zip(hallazgos, filas, strict=True)}
    return pd.DataFrame(
        [
            {**de_hallazgo[id(grupo.primero)], "veces": len(grupo.hallazgos), **_del_grupo(grupo)}
            for grupo in agrupar(hallazgos, MINIMO)
        ],
        columns=[*datos.columns, "veces"],
    )


def _del_grupo(grupo: Grupo) -> dict[str, str]:
    if not grupo.se_repite:
        return {}
    lugar = f"hoja «{grupo.primero.hoja}»"
    return {
        "mensaje": grupo.mensaje,
        "ubicacion": f"{lugar}, {grupo.celdas}" if grupo.celdas else lugar,
    }


def titulo(juntos: pd.DataFrame) -> str:
    """«173 hallazgos; lo que se repite, una vez»; vacío si nada se repite."""
    if not (juntos["veces"] > 1).any():
        return ""
    total = int(juntos["veces"].sum())
    return f"{formato.contar(total, 'hallazgo', 'hallazgos')}; lo que se repite, una sola vez"
