"""Las pestañas de la página de transferencias: cada una responde una pregunta."""

import streamlit as st

from tablero.consultas import transferencias
from tablero.graficos import transferencias as graficos
from tablero.interfaz.filtros import Filtros
from tablero.interfaz.mapa import puntos
from tablero.interfaz.marco.conexion import preguntar
from tablero.interfaz.marco.fallas import decir_fallas
from tablero.interfaz.paginas.transferencias import textos
from tablero.interfaz.piezas import tarjeta
from tablero.interfaz.piezas.si_hay import si_hay

_si_la_lista_lo_nombra = si_hay(transferencias.suma, "municipios", textos.decir_que_no_esta)


@decir_fallas
def municipios(filtros: Filtros) -> None:
    """Las cifras de arriba y lo de cada municipio."""
    textos.tarjetas(preguntar(transferencias.suma, **filtros.consulta), filtros)
    _por_municipio(filtros)


@_si_la_lista_lo_nombra
def _por_municipio(filtros: Filtros) -> None:
    tarjeta.grafico(
        preguntar(transferencias.municipios, **filtros.consulta),
        graficos.municipios,
        "transferencias_municipios",
        columnas=("municipio_nombre", "valor_cop", "estado", "participacion_pct"),
    )


@decir_fallas
@_si_la_lista_lo_nombra
def departamentos(filtros: Filtros) -> None:
    """Lo girado y lo desistido por departamento."""
    tarjeta.grafico(
        preguntar(transferencias.departamentos, departamento=filtros.departamento),
        graficos.departamentos,
        "transferencias_departamentos",
        columnas=("departamento_nombre", "girado_cop", "desistido_cop", "participacion_pct"),
    )


@decir_fallas
@_si_la_lista_lo_nombra
def mapa(filtros: Filtros) -> None:
    """El mapa y, al lado, lo que se toca en él y qué quiere decir cada palabra."""
    en_el_mapa, en_palabras = st.columns([3, 2], gap="large")
    with en_el_mapa:
        tocado = puntos.mapa(
            preguntar(transferencias.municipios, **filtros.consulta),
            graficos.mapa,
            "transferencias",
            filtros,
        )
    with en_palabras:
        textos.elegido(tocado)
        st.markdown(textos.PALABRAS)


@decir_fallas
@_si_la_lista_lo_nombra
def lista(filtros: Filtros) -> None:
    """Los municipios de la lista, uno por uno."""
    tarjeta.tabla(
        preguntar(transferencias.municipios, **filtros.consulta),
        "Municipio por municipio",
        "transferencias",
        columnas=(
            *("municipio_nombre", "departamento_nombre", "valor_cop"),
            *("estado", "participacion_pct", "resolucion"),
        ),
    )


@decir_fallas
def resoluciones(_filtros: Filtros) -> None:
    """Las resoluciones y para qué es el dinero."""
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
        textos.reporte,
    )
