"""Descargas: todos los datos del tablero, y de dónde salen."""

import streamlit as st

from tablero.interfaz.mapa import geometria
from tablero.interfaz.marco import menu, pagina
from tablero.interfaz.paginas import descargas

pagina.abrir(
    menu.DESCARGAS,
    "¿Qué datos tiene el tablero, de dónde salen y cómo llevárselos?",
    documentos=("sdp", "cnim", "eat", "comite", "integra"),
)
st.subheader("Todo en un archivo", anchor=False)
descargas.paquetes()
st.subheader("Tabla por tabla", anchor=False)
st.markdown(descargas.DIALECTOS)
descargas.tablas()
descargas.fuentes()
geometria.limites()
