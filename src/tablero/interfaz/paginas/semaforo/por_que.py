"""Por qué la política va como va: su brecha, descompuesta como quien mira lo pida."""

import streamlit as st

from tablero.consultas import por_que
from tablero.consultas.base import Resultado
from tablero.graficos.politica import por_que as graficos
from tablero.graficos.politica.por_que import PARTES, Por
from tablero.interfaz import filtros
from tablero.interfaz.marco.conexion import preguntar
from tablero.interfaz.marco.fallas import decir_fallas
from tablero.interfaz.paginas.semaforo import columnas
from tablero.interfaz.piezas import dibujo, fuera, plegada
from tablero.respuestas.vista import PoliticaMirada

POR = "por"
ROTULOS: dict[Por, str] = {
    "producto": "Producto",
    "resultado": "Resultado",
    "objetivo": "Objetivo",
    "sector": "Sector",
    "entidad": "Entidad",
}


@st.fragment
@decir_fallas
def dibujar(vista: PoliticaMirada) -> None:
    """La lista, la cascada y su tabla; elegir otra descomposición dibuja solo esta parte."""
    por = filtros.elegir_una(POR, "¿Qué explica la brecha? Se mira por:", ROTULOS)
    respuesta, nombre = _preguntar(vista, por), f"por_que_{por}"
    if respuesta.datos["brecha_politica_pp"].isna().all():
        st.info("Ningún producto entra en la suma: no hay brecha que explicar.")
    else:
        dicho = fuera.frase(vista)
        dibujo.grafico(respuesta, graficos.brecha, nombre, con_boton=False, por=por, fuera=dicho)
    plegada.tabla(
        respuesta,
        f"Peso, avance, trayectoria y aporte de cada {ROTULOS[por].lower()}",
        nombre,
        columnas.POR_QUE[por],
        vista,
        es_dibujo=True,
    )


def _preguntar(vista: PoliticaMirada, por: Por) -> Resultado:
    """Los aportes; el nombre de cada grupo, en la columna que dice qué es."""
    if por == "producto":
        return preguntar(por_que.productos, **vista.consulta)
    if por == "resultado":
        return preguntar(por_que.resultados, **vista.consulta)
    propia = preguntar(por_que.grupos, **vista.consulta, por=por)
    return propia.con(propia.datos.rename(columns={"grupo": PARTES[por].columna}))
