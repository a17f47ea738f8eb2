"""Conciliación: lo que cada documento publica contra lo que dan sus propias partes."""

import streamlit as st

from tablero.consultas import conciliacion
from tablero.graficos import conciliacion as graficos
from tablero.interfaz import contrastes, menu, pagina, tarjeta
from tablero.interfaz.conexion import preguntar

pagina.abrir(
    menu.CONCILIACION,
    "¿Las cifras que publican los documentos salen de sus propias partes?",
    documentos=("sdp", "cnim", "eat", "comite", "integra"),
)
st.markdown(contrastes.REGLA)
documento, estado = contrastes.elegir()
contrastes.resumen(documento)
contrastes.cifra_por_cifra(documento, estado)
tarjeta.grafico(
    preguntar(conciliacion.por_documento),
    graficos.por_documento,
    "conciliaciones_por_documento",
    columnas=("documento", "estado", "contrastes"),
)
