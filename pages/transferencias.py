"""Transferencias psicosociales: a quién se giró, cuánto y quién desistió."""

import streamlit as st

from tablero.consultas import transferencias
from tablero.graficos import transferencias as graficos
from tablero.interfaz.mapa import puntos
from tablero.interfaz.marco import menu, pagina
from tablero.interfaz.marco.conexion import preguntar
from tablero.interfaz.paginas import transferencias as ficha_transferencias
from tablero.interfaz.piezas import tarjeta

filtros = pagina.abrir(
    menu.TRANSFERENCIAS,
    "¿Cuánto dinero se giró para acompañamiento psicosocial, a quién, y quién desistió?",
    documentos=("cnim",),
)
suma = preguntar(transferencias.suma, **filtros.consulta)
ficha_transferencias.tarjetas(suma, filtros)
if suma.fila["municipios"]:
    municipios = preguntar(transferencias.municipios, **filtros.consulta)
    tarjeta.grafico(
        municipios,
        graficos.municipios,
        "transferencias_municipios",
        columnas=("municipio_nombre", "valor_cop", "estado", "participacion_pct"),
    )
    tarjeta.grafico(
        preguntar(transferencias.departamentos, departamento=filtros.departamento),
        graficos.departamentos,
        "transferencias_departamentos",
        columnas=("departamento_nombre", "girado_cop", "desistido_cop", "participacion_pct"),
    )
    en_el_mapa, en_palabras = st.columns([3, 2], gap="large")
    with en_el_mapa:
        tocado = puntos.mapa(municipios, graficos.mapa, "transferencias", filtros)
    with en_palabras:
        ficha_transferencias.elegido(tocado)
        st.markdown(ficha_transferencias.PALABRAS)
    tarjeta.tabla(
        municipios,
        "Municipio por municipio",
        "transferencias",
        columnas=(
            *("municipio_nombre", "departamento_nombre", "valor_cop"),
            *("estado", "participacion_pct", "resolucion"),
        ),
    )
else:
    ficha_transferencias.decir_que_no_esta(suma.fila, filtros)
tarjeta.tabla(
    preguntar(transferencias.resoluciones),
    "Con qué resoluciones",
    "transferencias_resoluciones",
    columnas=("resolucion", "resolucion_fecha", "objeto"),
)
tarjeta.bloque(
    preguntar(transferencias.reporte),
    "Para qué es el dinero: lo que dice el informe, en nuestras palabras",
    "transferencias_reporte",
    ficha_transferencias.reporte,
)
