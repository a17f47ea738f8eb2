"""Las pestañas del Plan CNIM: lo que cada una muestra, en el orden en que se lee."""

import streamlit as st

from tablero.consultas import cnim, listas
from tablero.interfaz.filtros import Filtros
from tablero.interfaz.marco import menu
from tablero.interfaz.marco.conexion import preguntar
from tablero.interfaz.paginas.cnim import acciones, resumen
from tablero.interfaz.piezas import bloques, tarjeta


def una_por_una(_filtros: Filtros) -> None:
    """Cada acción, con sus tareas y su reporte."""
    tarjeta.bloque(
        preguntar(cnim.acciones),
        "Las acciones, una por una: ábralas para leer sus tareas y su reporte",
        "cnim_acciones",
        acciones.acciones,
    )


def cifras(filtros: Filtros) -> None:
    """El dinero y las personas, los derechos humanos y la asistencia técnica."""
    tarjeta.bloque(
        preguntar(listas.cifras, codigos=resumen.DINERO_Y_PERSONAS),
        "Dinero y personas, según el informe",
        "cnim_dinero_y_personas",
        bloques.franja,
    )
    menu.enlace(menu.CENTROS, "Ver los Centros Intégrate, centro por centro →", filtros)
    menu.enlace(menu.TRANSFERENCIAS, "Ver las transferencias, municipio por municipio →", filtros)
    tarjeta.bloque(
        preguntar(listas.cifras, codigos=resumen.DERECHOS_HUMANOS),
        "Derechos humanos: socializaciones y sensibilización",
        "cnim_derechos_humanos",
        bloques.franja,
    )
    tarjeta.bloque(
        preguntar(listas.cifras, codigos=resumen.ASISTENCIA_TECNICA),
        "Asistencia técnica contra la trata de personas",
        "cnim_asistencia_tecnica",
        bloques.franja,
    )


def reuniones(_filtros: Filtros) -> None:
    """Las mesas técnicas, quién fue a ellas, y el taller de planeación."""
    tarjeta.tabla(
        preguntar(cnim.mesas),
        "Las mesas técnicas sobre atención humanitaria, por fecha",
        "cnim_mesas",
    )
    st.markdown(resumen.NNA)
    tarjeta.bloque(
        preguntar(listas.enunciados, listas=("cnim_mesas_entidades",)),
        "Las entidades que participaron en esas mesas",
        "cnim_mesas_entidades",
        bloques.columnas,
    )
    tarjeta.bloque(preguntar(cnim.taller), "El taller de planeación", "cnim_taller", bloques.franja)
    tarjeta.bloque(
        preguntar(listas.enunciados, listas=("cnim_taller_entidades",)),
        "Las entidades del taller que el informe nombra",
        "cnim_taller_entidades",
        bloques.columnas,
    )


def resoluciones(_filtros: Filtros) -> None:
    """Las resoluciones que el informe nombra."""
    tarjeta.tabla(preguntar(cnim.resoluciones), "Las resoluciones", "cnim_resoluciones")
