"""Los símbolos que van encima de las áreas: números de orden o de clúster, y círculos de tamaño."""

from math import sqrt

import pandas as pd

from tablero import tema
from tablero.graficos.variables import Variable

RADIO_PRIMERO, RADIO_ULTIMO = 17.0, 11.5
"""Píxeles del símbolo del municipio más prioritario y del menos."""
RADIO_DE_NUMERO = 12.5
RADIO_MAYOR, RADIO_MENOR = 30.0, 5.0
"""Píxeles del círculo del valor más alto y del más pequeño que se ve."""


def simbolos(
    datos: pd.DataFrame, variable: Variable, lecturas: dict[str, str], sin_lectura: str
) -> pd.DataFrame:
    """Un símbolo por municipio con valor, como los pide `coropleta`.

    `datos` es la respuesta de la variable de los símbolos; `lecturas` dice, por código, lo que se
    lee de la variable que pinta las áreas, y `sin_lectura`, lo de quien no la tiene.
    """
    valores = datos["valor"].astype(float)
    if variable.clase == "orden":
        paso = (RADIO_PRIMERO - RADIO_ULTIMO) / max(valores.max() - 1, 1)
        radios = RADIO_PRIMERO - paso * (valores - 1)
        rotulos = valores.astype(int).astype(str)
    elif variable.clase == "categoría":
        radios = pd.Series(RADIO_DE_NUMERO, index=datos.index)
        rotulos = valores.astype(int).astype(str)
    else:  # el área del círculo es proporcional al valor
        mayor = valores.max() or 1.0
        radios = valores.map(lambda v: max(RADIO_MAYOR * sqrt(v / mayor), RADIO_MENOR))
        rotulos = pd.Series("", index=datos.index)
    columnas = ["municipio_codigo", "municipio_nombre", "departamento_nombre"]
    return datos[[*columnas, "longitud", "latitud"]].assign(
        radio=radios,
        rotulo=rotulos,
        color=pd.Series([tema.rgb(tema.CLARO["textColor"], 235)] * len(datos), index=datos.index),
        lectura=[lecturas.get(codigo, sin_lectura) for codigo in datos["municipio_codigo"]],
    )


def lectura(datos: pd.DataFrame, variable: Variable) -> str:
    """Qué dicen los símbolos: «Números: …» o «Círculos: …; el mayor, …»."""
    nombre = f"{variable.titulo[0].lower()}{variable.titulo[1:]}"
    if variable.clase != "cantidad":
        return f"Los números son el {nombre}."
    mayor = datos.sort_values("valor", ascending=False).iloc[0]
    return (
        f"Los círculos son la variable «{variable.titulo}», de área proporcional; el mayor, "
        f"{mayor['municipio_nombre']} ({variable.escribir(mayor['valor'])})."
    )
