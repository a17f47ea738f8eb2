"""Proyecto Integra: qué es, dónde trabaja y qué resultados informa."""

import streamlit as st

from tablero.consultas import integra, listas
from tablero.interfaz.marco import menu, pagina
from tablero.interfaz.marco.conexion import preguntar
from tablero.interfaz.paginas import integra as ficha_integra
from tablero.interfaz.piezas import bloques, tarjeta

pagina.abrir(menu.INTEGRA, documentos=("integra",))
tarjeta.bloque(
    preguntar(listas.cifras, codigos=ficha_integra.RESULTADOS),
    "Los resultados que informa, en cifras",
    "integra_cifras",
    bloques.franja,
)
izquierda, derecha = st.columns(2)
with izquierda:
    proyecto = preguntar(listas.enunciados, listas=("integra_proyecto",))
    tarjeta.bloque(proyecto, "El proyecto", "integra_proyecto", bloques.lista)
    resultados = preguntar(listas.enunciados, listas=("integra_resultados",))
    tarjeta.bloque(resultados, "Los resultados", "integra_resultados", bloques.lista)
with derecha:
    metas = preguntar(listas.enunciados, listas=("integra_metas",))
    tarjeta.bloque(metas, "Las metas", "integra_metas", bloques.lista)
    tarjeta.tabla(
        preguntar(integra.ciudades),
        "Las ciudades que nombra, como ejemplos",
        "integra_ciudades",
        columnas=("municipio_publicado", "municipio_codigo", "departamento_nombre"),
    )
tarjeta.bloque(
    preguntar(listas.cifras, codigos=ficha_integra.CONTEXTO),
    "El contexto que describe",
    "integra_contexto",
    bloques.franja,
)
