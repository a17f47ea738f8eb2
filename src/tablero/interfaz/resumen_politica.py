"""Cómo va la política, en cuatro tarjetas: lo publicado en grande y lo calculado al lado."""

from functools import partial

import streamlit as st

from tablero import formato
from tablero.consultas import listas, politica
from tablero.interfaz import tarjeta
from tablero.interfaz.conexion import preguntar
from tablero.interfaz.frases import Fila

PROSA = ("sdp_trayectoria_prosa",)


def tarjetas() -> None:
    """Avance, trayectoria y brecha; y la trayectoria que el texto del informe da distinta."""
    corte = preguntar(politica.corte)
    avance, trayectoria, brecha, prosa = st.columns(4)
    with avance:
        tarjeta.cifra(corte, "Avance, publicado", "avance_pct", formato.porcentaje, nota=_calculado)
    with trayectoria:
        tarjeta.cifra(
            corte,
            "Trayectoria (lo que debía llevar), publicada",
            "trayectoria_pct",
            formato.porcentaje,
            nota=_calculada,
        )
    with brecha:
        tarjeta.cifra(corte, "Brecha, publicada", "brecha_pp", formato.puntos, nota=_brecha)
    with prosa:
        tarjeta.cifra(
            preguntar(listas.cifras, codigos=PROSA),
            "Otra trayectoria, en el texto del informe",
            "valor",
            formato.porcentaje,
            nota=partial(_prosa, corte=corte.fila),
        )


def _calculado(fila: Fila) -> str:
    calculado = formato.porcentaje(fila["avance_calculado_pct"])
    return f"Calculado con los productos del Anexo 1: {calculado}."


def _calculada(fila: Fila) -> str:
    return f"La del gráfico 1. Calculada: {formato.porcentaje(fila['trayectoria_calculada_pct'])}."


def _brecha(fila: Fila) -> str:
    sentido = "retraso" if fila["brecha_pp"] < 0 else "adelanto"
    return (
        f"Avance menos trayectoria: {sentido}. Calculada: "
        f"{formato.puntos(fila['brecha_calculada_pp'])}"
    )


def _prosa(fila: Fila, corte: Fila) -> str:
    """Con esa trayectoria la brecha sería otra que la que el mismo texto escribe."""
    brecha = formato.puntos(corte["avance_pct"] - fila["valor"])
    return (
        f"«{fila['cita']}». Con ella la brecha sería {brecha} y no la publicada, que es la del "
        "gráfico."
    )
