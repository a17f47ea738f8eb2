"""Las pestañas del Comité: lo que cada una muestra, en el orden en que se lee."""

import streamlit as st

from tablero.consultas import comite, listas
from tablero.graficos import comite as graficos
from tablero.interfaz.filtros import Filtros
from tablero.interfaz.marco.conexion import preguntar
from tablero.interfaz.paginas.comite import agenda, utas
from tablero.interfaz.piezas import bloques, tarjeta

DE_UTAS = (
    "uta_nombre",
    "actividades",
    "actividades_entidades",
    "actividades_intersectoriales",
    "actividades_reportadas",
    "reporte_pct",
    "reporte_calculado_pct",
)


def como_va(_filtros: Filtros) -> None:
    """El plan de trabajo, en cifras, y cuánto reportó cada UTA."""
    tarjeta.bloque(
        preguntar(comite.plan), "El plan de trabajo, en cifras", "comite_plan", bloques.franja
    )
    tarjeta.grafico(
        preguntar(comite.utas), graficos.reporte_de_utas, "comite_utas", columnas=DE_UTAS
    )
    st.markdown(utas.QUE_ES)


def de_las_utas(_filtros: Filtros) -> None:
    """Una ficha por UTA."""
    st.markdown(utas.QUE_ES)
    utas.fichas()


def quienes(_filtros: Filtros) -> None:
    """Las entidades, los delegados de la población y sus localidades."""
    izquierda, derecha = st.columns(2, gap="large")
    with izquierda:
        tarjeta.tabla(
            preguntar(comite.entidades),
            "Las entidades del Comité",
            "comite_entidades",
            columnas=("orden", "entidad_nombre", "asistencia", "utas_con_reporte"),
        )
        st.markdown(agenda.ASISTENCIA)
    with derecha:
        tarjeta.tabla(
            preguntar(comite.delegados),
            "Delegados de la población migrante en los comités de derechos humanos",
            "comite_delegados",
        )
        tarjeta.bloque(
            preguntar(listas.enunciados, listas=("comite_localidades",)),
            "Localidades de los comités locales con delegados",
            "comite_localidades",
            agenda.localidades,
        )


def sesion(_filtros: Filtros) -> None:
    """La agenda, y qué se espera del Tablero de Control."""
    izquierda, derecha = st.columns(2, gap="large")
    with izquierda:
        puntos = preguntar(listas.enunciados, listas=("comite_agenda",))
        tarjeta.bloque(puntos, "La agenda de la sesión", "comite_agenda", agenda.agenda)
    with derecha:
        tablero = preguntar(listas.enunciados, listas=("comite_tablero",))
        tarjeta.bloque(tablero, "El Tablero de Control", "comite_tablero", bloques.lista)
        pasos = preguntar(listas.enunciados, listas=("comite_pasos",))
        tarjeta.bloque(pasos, "Los pasos del Tablero", "comite_pasos", agenda.pasos)
