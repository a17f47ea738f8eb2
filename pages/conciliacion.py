"""Conciliación: lo que cada documento publica contra lo que dan sus propias partes."""

import streamlit as st

from tablero.consultas import conciliacion
from tablero.graficos import conciliacion as graficos
from tablero.interfaz.marco import menu, pagina
from tablero.interfaz.marco.conexion import preguntar
from tablero.interfaz.paginas import conciliacion as contrastes
from tablero.interfaz.piezas import tarjeta

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
