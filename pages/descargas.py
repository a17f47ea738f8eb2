"""Descargas: todos los datos del tablero, y de dónde salen."""

import streamlit as st

from tablero.consultas import fuentes
from tablero.interfaz import archivos, geometria, menu, pagina, tarjeta
from tablero.interfaz.conexion import preguntar

pagina.abrir(
    menu.DESCARGAS,
    "¿Qué datos tiene el tablero, de dónde salen y cómo llevárselos?",
    documentos=("sdp", "cnim", "eat", "comite", "integra"),
)
st.subheader("Todo en un archivo", anchor=False)
archivos.paquetes()
st.subheader("Tabla por tabla", anchor=False)
st.markdown(archivos.DIALECTOS)
archivos.tablas()
tarjeta.tabla(
    preguntar(fuentes.fuentes),
    "De dónde salen los datos",
    "fuentes",
    columnas=("titulo", "entidad", "corte_texto", "licencia", "archivo", "nota"),
)
geometria.limites()
