"""Comité: la sesión, el plan de trabajo, las UTA y el producto esperado."""

import streamlit as st

from tablero.consultas import comite, listas
from tablero.graficos import comite as graficos
from tablero.interfaz.marco import menu, pagina
from tablero.interfaz.marco.conexion import preguntar
from tablero.interfaz.paginas.comite import agenda as sesion
from tablero.interfaz.paginas.comite import utas
from tablero.interfaz.piezas import bloques, tarjeta

pagina.abrir(
    menu.COMITE,
    "¿Cómo va el plan de trabajo del Comité de la política de población migrante de Bogotá?",
    documentos=("comite",),
)
tarjeta.bloque(
    preguntar(comite.plan), "El plan de trabajo, en cifras", "comite_plan", bloques.franja
)
tarjeta.grafico(
    preguntar(comite.utas),
    graficos.reporte_de_utas,
    "comite_utas",
    columnas=(
        "uta_nombre",
        "actividades",
        "actividades_entidades",
        "actividades_intersectoriales",
        "actividades_reportadas",
        "reporte_pct",
        "reporte_calculado_pct",
    ),
)
st.markdown(utas.QUE_ES)
utas.fichas()
tarjeta.tabla(
    preguntar(comite.delegados),
    "Delegados de la población migrante en los comités de derechos humanos",
    "comite_delegados",
)
tarjeta.bloque(
    preguntar(listas.enunciados, listas=("comite_localidades",)),
    "Localidades de los comités locales con delegados",
    "comite_localidades",
    sesion.localidades,
)
izquierda, derecha = st.columns([2, 3])
with izquierda:
    agenda = preguntar(listas.enunciados, listas=("comite_agenda",))
    tarjeta.bloque(agenda, "La agenda de la sesión", "comite_agenda", sesion.agenda)
    tablero = preguntar(listas.enunciados, listas=("comite_tablero",))
    tarjeta.bloque(tablero, "El Tablero de Control", "comite_tablero", bloques.lista)
    pasos = preguntar(listas.enunciados, listas=("comite_pasos",))
    tarjeta.bloque(pasos, "Los pasos del Tablero", "comite_pasos", sesion.pasos)
with derecha:
    tarjeta.tabla(
        preguntar(comite.entidades),
        "Las entidades del Comité",
        "comite_entidades",
        columnas=("orden", "entidad_nombre", "asistencia", "utas_con_reporte"),
    )
    st.markdown(sesion.ASISTENCIA)
