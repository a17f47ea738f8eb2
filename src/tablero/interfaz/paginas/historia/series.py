"""La serie de todos los cortes: de la política, de un objetivo o de un producto."""

from textwrap import shorten

import streamlit as st

from tablero.consultas import historia
from tablero.consultas.base import Resultado
from tablero.graficos.historia import series
from tablero.interfaz import filtros
from tablero.interfaz.marco.conexion import preguntar
from tablero.interfaz.marco.fallas import decir_fallas
from tablero.interfaz.piezas import enlaces, tarjeta
from tablero.respuestas.vista import PoliticaMirada

SERIE = "serie"
POLITICA = "politica"
ANCHO_DE_NOMBRE = 80
QUIEN = {POLITICA: "La política", "objetivo": "El objetivo", "producto": "El producto"}
UNIDAD = {
    POLITICA: "de toda la política",
    "objetivo": "de lo que pesa el objetivo",
    "producto": "de su meta final (PAA)",
}
COLUMNAS = ("corte_fecha", "nivel", "avance_pct", "trayectoria_pct", "brecha_pp")
COLUMNAS_DE_PRODUCTO = (*COLUMNAS, "estado")
FUERA = ("productos_sin_dato", "peso_sin_dato_pct")


@st.fragment
@decir_fallas
def con_selector(vista: PoliticaMirada) -> None:
    """La lista de qué mirar y su serie; cambiarla vuelve a dibujar solo esta parte."""
    elegida = filtros.elegir_una(SERIE, "Serie de", _rotulos(vista))
    clase, _, codigo = elegida.partition(":")
    es_producto = clase == "producto"
    tarjeta.grafico(
        _responder(vista, clase, codigo),
        series.serie,
        "serie_de_cortes",
        columnas=COLUMNAS_DE_PRODUCTO if es_producto else (*COLUMNAS, *FUERA),
        otros_filtros=[vista.politica.replace("_", " "), clase, codigo],
        quien=f"{QUIEN[clase]} {codigo}".strip(),
        unidad=UNIDAD[clase],
        publica_trayectoria=not es_producto,
    )
    if es_producto:
        enlace = enlaces.producto(codigo, tuple(vista.url.items()))
        st.html(f'<p class="tb-nota">Ver la hoja del producto {enlace} →</p>')


def _rotulos(vista: PoliticaMirada) -> dict[str, str]:
    """`politica`, `objetivo:2`, `producto:1.1.4` → cómo se lee."""
    datos = preguntar(historia.opciones, politica=vista.politica).datos
    rotulos = {POLITICA: "Toda la política"}
    for clase, codigo, nombre in zip(datos["clase"], datos["codigo"], datos["nombre"], strict=True):
        dicho = f": {nombre}" if isinstance(nombre, str) else ""
        rotulos[f"{clase}:{codigo}"] = shorten(
            f"{clase.capitalize()} {codigo}{dicho}", ANCHO_DE_NOMBRE, placeholder=" …"
        )
    return rotulos


def _responder(vista: PoliticaMirada, clase: str, codigo: str) -> Resultado:
    if clase == "objetivo":
        return preguntar(historia.del_objetivo, politica=vista.politica, objetivo=codigo)
    if clase == "producto":
        return preguntar(historia.del_producto, politica=vista.politica, producto=codigo)
    return preguntar(historia.de_la_politica, politica=vista.politica)
