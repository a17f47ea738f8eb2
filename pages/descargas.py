"""Descargas: todos los datos del tablero, y de dónde salen."""

import streamlit as st

from tablero.interfaz import archivos, geometria, menu, pagina

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
archivos.fuentes()
geometria.limites()
