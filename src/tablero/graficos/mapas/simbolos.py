"""Los símbolos que van encima de las áreas: números de orden o de clúster, y círculos de tamaño."""

from collections.abc import Mapping
from math import sqrt

import pandas as pd

from tablero import tema
from tablero.graficos.mapas.variables import Variable

RADIO_PRIMERO, RADIO_ULTIMO = 17.0, 11.5
"""Píxeles del símbolo del municipio más prioritario y del menos."""
RADIO_DE_NUMERO = 12.5
RADIO_MAYOR, RADIO_MENOR = 30.0, 5.0
"""Píxeles del círculo del valor más alto y del más pequeño que se ve."""
OPACIDAD = 240


def simbolos(
    datos: pd.DataFrame,
    variable: Variable,
    lecturas: Mapping[str, str],
    sin_lectura: str,
    colores: Mapping[str, str],
) -> pd.DataFrame:
    """Un símbolo por municipio con valor, como los pide `coropleta`.

    `datos` es la respuesta de la variable de los símbolos; `lecturas` y `colores` dicen, por
    código, lo que se lee y el color de la variable que pinta las áreas, y `sin_lectura`, lo de
    quien no la tiene. Un número tapa a su municipio, y por eso lleva el color de su clase; un
    círculo de tamaño es oscuro.
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
    con_numero = bool(rotulos.iloc[0])
    fondos = [
        colores.get(codigo, tema.GRIS_CLARO) if con_numero else tema.CLARO["textColor"]
        for codigo in datos["municipio_codigo"]
    ]
    columnas = ["municipio_codigo", "municipio_nombre", "departamento_nombre"]
    return datos[[*columnas, "longitud", "latitud"]].assign(
        radio=radios,
        rotulo=rotulos,
        color=pd.Series([tema.rgb(fondo, OPACIDAD) for fondo in fondos], index=datos.index),
        tinta=pd.Series([tema.rgb(tema.letra_sobre(f)) for f in fondos], index=datos.index),
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
