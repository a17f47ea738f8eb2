"""Las tarjetas de la portada: lo que un Comité pregunta primero."""

import streamlit as st

from tablero import formato
from tablero.consultas import inicio, politica
from tablero.interfaz.filtros import Filtros
from tablero.interfaz.filtros import politica_y_corte as vista_politica
from tablero.interfaz.marco import menu
from tablero.interfaz.marco.conexion import preguntar
from tablero.interfaz.marco.fallas import decir_fallas
from tablero.interfaz.piezas import tarjeta
from tablero.respuestas import frases

DEL_TERRITORIO = (
    (
        "Personas atendidas",
        inicio.personas,
        "personas",
        formato.numero,
        frases.personas,
        "Ningún centro de la lista que esté en este territorio informa personas atendidas.",
        menu.CENTROS,
    ),
    (
        "Transferencias psicosociales giradas",
        inicio.dinero,
        "girado_cop",
        formato.pesos,
        frases.dinero,
        "La lista de transferencias no nombra a ningún municipio de este territorio.",
        menu.TRANSFERENCIAS,
    ),
    (
        "Municipios priorizados",
        inicio.priorizados,
        "municipios",
        formato.numero,
        frases.priorizados,
        tarjeta.NINGUNA,
        menu.MAPAS_IPT,
    ),
)
"""Qué se mide, con qué pregunta y columna, cómo se escribe, su nota, qué se dice si falta y la
página que la explica."""


@decir_fallas
def planes(filtros: Filtros) -> None:
    """El avance de la política de Bogotá y el del plan nacional: el filtro no los cambia."""
    izquierda, derecha = st.columns(2)
    with izquierda:
        tarjeta.cifra(
            preguntar(politica.corte, **vista_politica.de_la_url().consulta),
            "Avance de la política de Bogotá",
            "avance_mostrado_pct",
            formato.porcentaje,
            nota=frases.avance,
            destino=menu.SEMAFORO,
            filtros=filtros,
        )
    with derecha:
        tarjeta.cifra(
            preguntar(inicio.plan_cnim),
            "Avance del plan nacional (CNIM)",
            "avance_pct",
            frases.un_decimal,
            nota=frases.plan_cnim,
            destino=menu.PLAN_CNIM,
            filtros=filtros,
        )


@decir_fallas
def territorio(filtros: Filtros) -> None:
    """Personas, dinero y municipios priorizados del territorio elegido.

    De un solo municipio no se cuentan los priorizados: se dice su lugar.
    """
    columnas = st.columns(len(DEL_TERRITORIO))
    contadas = DEL_TERRITORIO[:-1] if filtros.municipio else DEL_TERRITORIO
    for columna, (etiqueta, consulta, campo, escribir, nota, si_falta, destino) in zip(
        columnas, contadas, strict=False
    ):
        with columna:
            tarjeta.cifra(
                preguntar(consulta, **filtros.consulta),
                f"{etiqueta} en {filtros.lugar}",
                campo,
                escribir,
                nota=nota,
                si_falta=si_falta,
                destino=destino,
                filtros=filtros,
            )
    if filtros.municipio:
        with columnas[-1]:
            tarjeta.cifra(
                preguntar(inicio.lugar, municipio=filtros.municipio),
                f"Lugar de {filtros.lugar}, en el orden del IPT",
                None,
                frases.lugar_en_el_orden,
                nota=frases.priorizado,
                destino=menu.MAPAS_IPT,
                filtros=filtros,
            )
