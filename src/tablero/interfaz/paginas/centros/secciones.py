"""Las pestañas de la página de los Centros Intégrate: cada una responde una pregunta."""

import streamlit as st

from tablero.consultas import centros
from tablero.graficos import centros as graficos
from tablero.interfaz.filtros import Filtros
from tablero.interfaz.marco.conexion import preguntar
from tablero.interfaz.marco.fallas import decir_fallas
from tablero.interfaz.paginas.centros import textos
from tablero.interfaz.piezas import tarjeta
from tablero.interfaz.piezas.si_hay import si_hay

_si_hay_centros = si_hay(centros.red, "centros", textos.decir_que_no_hay)


@decir_fallas
def personas(filtros: Filtros) -> None:
    """Las cifras de arriba y las personas de cada centro."""
    textos.tarjetas(preguntar(centros.red, **filtros.consulta), filtros)
    _por_centro(filtros)


@_si_hay_centros
def _por_centro(filtros: Filtros) -> None:
    tarjeta.grafico(
        preguntar(centros.centros, **filtros.consulta),
        graficos.atencion,
        "centros_personas",
        columnas=("centro_nombre", "etapa", "personas"),
    )


@decir_fallas
@_si_hay_centros
def ciudades(filtros: Filtros) -> None:
    """Las personas de cada ciudad."""
    tarjeta.grafico(
        preguntar(centros.ciudades, **filtros.consulta),
        graficos.ciudades,
        "centros_ciudades",
        columnas=("municipio_nombre", "centros_texto", "personas", "personas_parte_pct"),
    )


@decir_fallas
@_si_hay_centros
def por_dia(filtros: Filtros) -> None:
    """Las personas por día abierto, y cómo se cuentan los días."""
    tarjeta.grafico(
        preguntar(centros.por_dia, **filtros.consulta),
        graficos.por_dia,
        "centros_personas_por_dia",
        columnas=("centro_nombre", "personas", "dias_abiertos", "personas_por_dia", "supuesto"),
    )
    st.markdown(textos.DIAS)


@decir_fallas
@_si_hay_centros
def red(filtros: Filtros) -> None:
    """Los centros, uno por uno."""
    tarjeta.tabla(
        preguntar(centros.centros, **filtros.consulta),
        textos.titulo_de_la_red(preguntar(centros.red, **filtros.consulta).fila, filtros),
        "centros_integrate",
        columnas=(
            *("centro_nombre", "municipio_nombre", "departamento_nombre"),
            *("etapa", "es_piloto", "apertura_fecha", "personas"),
        ),
    )


@decir_fallas
def otra_fuente(filtros: Filtros) -> None:
    """La misma red según la ficha de Integra, los nombres dobles y cómo se lee todo."""
    st.subheader("La misma red, según otra fuente", anchor=False)
    textos.integra()
    textos.nombres(filtros)
    st.subheader("Cómo leer estas cifras", anchor=False)
    st.markdown(textos.LECTURA)
