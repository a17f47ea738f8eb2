"""Mapas IPT: los 34 municipios que la estrategia territorial prioriza, y por qué."""

import streamlit as st

from tablero.consultas import eat
from tablero.graficos import eat as graficos
from tablero.interfaz import ficha_municipio, hallazgos_ipt, menu, pagina, tarjeta
from tablero.interfaz.conexion import preguntar

filtros = pagina.abrir(
    menu.MAPAS_IPT,
    "¿Qué municipios necesitan primero apoyo para gestionar la migración, según el Índice de "
    "Priorización Territorial (IPT)?",
    documentos=("eat",),
)
ficha_municipio.mapa_con_ficha(filtros)

tarjeta.grafico(
    preguntar(eat.por_departamento),
    graficos.barras_departamentos,
    "priorizados_por_departamento",
    columnas=("departamento_nombre", "municipios", "municipios_texto"),
    departamento=filtros.departamento,
)

st.header("Qué encontró el índice en todo el país", anchor=False)
hallazgos_ipt.dibujar()

st.header("Cómo se arma el índice", anchor=False)
st.markdown(
    "El IPT junta nueve indicadores en siete componentes. Cuánto pesa cada uno lo decide un "
    "**análisis de componentes principales**: un cálculo que mira qué indicadores se mueven "
    "juntos y da más peso a los que más distinguen a un municipio de otro. La fuente publica el "
    "orden de los municipios; **ni los pesos, ni los valores, ni el puntaje se publican: sin "
    "dato**."
)
izquierda, derecha = st.columns([3, 2], gap="medium")
with izquierda:
    tarjeta.tabla(
        preguntar(eat.indicadores),
        "7 componentes y 9 indicadores",
        "ipt_indicadores",
        columnas=("componente", "indicador"),
    )
    st.caption(
        "NNA: niñas, niños y adolescentes. IE: institución educativa. IES: institución de "
        "educación superior. PAE: Programa de Alimentación Escolar. Sisbén: registro de hogares "
        "para acceder a programas sociales."
    )
with derecha:
    tarjeta.tabla(
        preguntar(eat.enunciados, lista="ipt_rasgos"),
        "Los 5 rasgos que pesan más",
        "ipt_rasgos",
        columnas=("titulo",),
    )
tarjeta.tabla(
    preguntar(eat.contexto),
    "El contexto: población migrante de Venezuela, en todo el país",
    "eat_contexto",
    columnas=("tema", "descripcion", "valor", "unidad", "corte_fecha"),
)
