"""Cómo va la estrategia: sus fases y actividades, sus talleres, sus propósitos y sus aliados."""

import streamlit as st

from tablero import formato
from tablero.consultas import eat, listas
from tablero.interfaz.filtros import Filtros
from tablero.interfaz.marco.conexion import preguntar
from tablero.interfaz.marco.fallas import decir_fallas
from tablero.interfaz.piezas import tarjeta

PUBLICADAS = (
    ("eat_fase3_clusteres", "Clústeres con talleres en la tercera fase (2024)"),
    ("eat_talleres", "Talleres en la segunda fase (2023)"),
    ("eat_fases_completadas_2023", "Fases completadas en 2023"),
)
DOCUMENTO = (
    ("eat_contexto", "El contexto", "Asunto"),
    ("eat_conclusiones", "Las conclusiones", "Conclusión"),
    ("eat_siglas", "Las siglas", "Sigla"),
)


@decir_fallas
def lo_hecho(_filtros: Filtros) -> None:
    """Lo hecho en todo el país, en cifras, y las fases con sus actividades."""
    st.header("Qué se ha hecho, en todo el país", anchor=False)
    for columna, (codigo, etiqueta) in zip(st.columns(len(PUBLICADAS)), PUBLICADAS, strict=True):
        with columna:
            tarjeta.cifra(
                preguntar(listas.cifras, codigos=(codigo,)),
                etiqueta,
                "valor",
                formato.numero,
                nota=lambda fila: f"La fuente: «{fila['cita']}».",
            )
    tarjeta.tabla(
        preguntar(eat.fases),
        "Las fases de la estrategia",
        "eat_fases",
        columnas=("fase_numero", "fase_nombre", "periodo_texto", "estado_texto"),
    )
    _actividades()


@decir_fallas
def talleres(filtros: Filtros) -> None:
    """Los talleres que la fuente sitúa en un lugar."""
    tarjeta.tabla(
        preguntar(eat.talleres, **filtros.consulta),
        "Los talleres de la segunda fase, por lugar",
        "eat_talleres",
        columnas=("lugar", "departamento_nombre", "cluster_numero", "nota"),
    )


@decir_fallas
def la_estrategia(_filtros: Filtros) -> None:
    """Para qué es, con quién se hace y qué más dice su documento."""
    tarjeta.tabla(
        preguntar(listas.enunciados, listas=("eat_objetivos",)),
        "Para qué es la estrategia",
        "eat_objetivos",
        columnas=("titulo", "detalle"),
        encabezados=(("titulo", "Objetivo"), ("detalle", "Qué busca")),
    )
    tarjeta.tabla(
        preguntar(listas.enunciados, listas=("eat_aliados", "eat_financiadores")),
        "Con quién se hace",
        "eat_apoyos",
        columnas=("titulo", "detalle"),
        encabezados=(("titulo", "Organización"), ("detalle", "Qué hace")),
    )
    _documento()


@st.fragment
def _documento() -> None:
    """Lo demás que el documento dice, para quien quiera leerlo: solo viaja al abrirlo."""
    plegable = st.expander(
        "Qué más dice el documento: contexto, conclusiones y siglas",
        key="documento",
        on_change="rerun",
    )
    if not plegable.open:
        return
    with plegable:
        for lista, titulo, que_es in DOCUMENTO:
            tarjeta.tabla(
                preguntar(listas.enunciados, listas=(lista,)),
                titulo,
                lista,
                columnas=("titulo", "detalle"),
                encabezados=(("titulo", que_es), ("detalle", "Qué dice el documento")),
            )


@st.fragment
def _actividades() -> None:
    """Las actividades: es la tabla más larga de la página, y solo viaja cuando alguien la abre."""
    plegable = st.expander("Ver las actividades de cada fase", key="actividades", on_change="rerun")
    if not plegable.open:
        return
    with plegable:
        st.caption("La fuente dice el estado de cada fase, no el de cada actividad.")
        tarjeta.tabla(
            preguntar(eat.actividades),
            "Las actividades",
            "eat_actividades",
            columnas=("fase_numero", "actividad_numero", "actividad", "detalle"),
        )
