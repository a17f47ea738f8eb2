"""Centros Intégrate: la red, las personas atendidas y los días abiertos."""

import streamlit as st

from tablero.consultas import centros
from tablero.graficos import centros as graficos
from tablero.interfaz.marco import menu, pagina
from tablero.interfaz.marco.conexion import preguntar
from tablero.interfaz.paginas.centros import textos
from tablero.interfaz.piezas import tarjeta

filtros = pagina.abrir(
    menu.CENTROS,
    "¿A cuántas personas atendieron los Centros Intégrate, dónde, y en qué estado está cada uno?",
    documentos=("cnim", "integra"),
)
red = preguntar(centros.red, **filtros.consulta)
textos.tarjetas(red, filtros)
if red.fila["centros"]:
    tarjeta.grafico(
        preguntar(centros.centros, **filtros.consulta),
        graficos.atencion,
        "centros_personas",
        columnas=("centro_nombre", "etapa", "personas"),
    )
    tarjeta.grafico(
        preguntar(centros.ciudades, **filtros.consulta),
        graficos.ciudades,
        "centros_ciudades",
        columnas=("municipio_nombre", "centros_texto", "personas", "personas_parte_pct"),
    )
    tarjeta.grafico(
        preguntar(centros.por_dia, **filtros.consulta),
        graficos.por_dia,
        "centros_personas_por_dia",
        columnas=("centro_nombre", "personas", "dias_abiertos", "personas_por_dia", "supuesto"),
    )
    st.markdown(textos.DIAS)
    tarjeta.tabla(
        preguntar(centros.centros, **filtros.consulta),
        textos.titulo_de_la_red(red.fila, filtros),
        "centros_integrate",
        columnas=(
            *("centro_nombre", "municipio_nombre", "departamento_nombre"),
            *("etapa", "es_piloto", "apertura_fecha", "personas"),
        ),
    )
else:
    textos.decir_que_no_hay(red.fila, filtros)
st.subheader("La misma red, según otra fuente", anchor=False)
textos.integra()
textos.nombres(filtros)
st.subheader("Cómo leer estas cifras", anchor=False)
st.markdown(textos.LECTURA)
