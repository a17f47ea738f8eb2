"""Dónde se dibuja cada símbolo de un mapa para que ninguno tape a otro, y a qué sitio se une."""

import numpy as np
import pandas as pd

from tablero.graficos.mapas.capas import BORDE
from tablero.graficos.mapas.proyeccion import latitud, norte
from tablero.graficos.mapas.separacion import Pares, separar

LETRA_MINIMA, LETRA_MAXIMA = 13, 20


def sitios_propios(puntos: pd.DataFrame) -> pd.DataFrame:
    """Un sitio por símbolo, el suyo: `longitud`, `latitud` y `punto` (su fila en `puntos`)."""
    return puntos[["longitud", "latitud"]].assign(punto=range(len(puntos)))


def colocar(
    puntos: pd.DataFrame, acercamiento: float, anclas: pd.DataFrame | None = None
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Los símbolos en su lugar (`lon`, `lat`) y los sitios que una línea une con el suyo.

    `puntos` trae `longitud`, `latitud` y `radio` (píxeles); `anclas`, lo de `sitios_propios`.
    """
    corridos = _separados(puntos, acercamiento)
    sitios = sitios_propios(puntos) if anclas is None else anclas
    return corridos, _a_la_vista(corridos, sitios, acercamiento)


def _separados(puntos: pd.DataFrame, acercamiento: float) -> pd.DataFrame:
    """Los puntos, con el lugar donde se dibuja el símbolo (`lon`, `lat`) en esa vista."""
    pixeles_por_grado = 512 * 2**acercamiento / 360
    grados = puntos[["longitud", "latitud"]].to_numpy(dtype=float)
    sitios = _a_pixeles(grados, pixeles_por_grado)
    posiciones = _a_grados(separar(sitios, list(puntos["radio"] + BORDE)), pixeles_por_grado)
    return puntos.assign(
        lon=posiciones[:, 0].round(4),
        lat=posiciones[:, 1].round(4),
        radio=(puntos["radio"].astype(float) * 2).round() / 2,
        letra=(puntos["radio"] * 1.05).clip(LETRA_MINIMA, LETRA_MAXIMA).round(1),
    )


def _a_pixeles(grados: Pares, escala: float) -> Pares:
    """En la proyección de la vista del mapa."""
    return np.column_stack([grados[:, 0], norte(grados[:, 1])]) * escala


def _a_grados(pixeles: Pares, escala: float) -> Pares:
    return np.column_stack([pixeles[:, 0] / escala, latitud(pixeles[:, 1] / escala)])


def _a_la_vista(puntos: pd.DataFrame, anclas: pd.DataFrame, acercamiento: float) -> pd.DataFrame:
    """Los sitios que su propio símbolo no tapa, con el lugar (`lon`, `lat`) de ese símbolo."""
    suyos = puntos.iloc[anclas["punto"]].reset_index(drop=True)
    unidas = anclas.reset_index(drop=True).assign(lon=suyos["lon"], lat=suyos["lat"])
    pixeles = 512 * 2**acercamiento / 360
    lejos = np.hypot(unidas["lon"] - unidas["longitud"], unidas["lat"] - unidas["latitud"])
    return unidas[lejos * pixeles > suyos["radio"]]
