"""La sesión en un libro que alguien se lleva, y el libro en blanco con que se prepara otra."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from tablero.exportar.libro_de_sesion import libro_de_sesion
from tablero.exportar.nombres import nombre_de_archivo
from tablero.interfaz.marco.conexion import base, con_este_tablero, preguntar
from tablero.interfaz.marco.sin_marcas import llano
from tablero.interfaz.piezas.descarga import nombrar
from tablero.registro.sesiones.estado import Actas, Sesion
from tablero.respuestas.libro_de_la_sesion.contenido import de_la_sesion
from tablero.respuestas.quorum import entidades

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def la_sesion(sesion: Sesion, actas: Actas) -> None:
    """El botón que da su libro."""
    _boton(
        "La sesión en un libro de Excel",
        partial(_escribir, sesion, actas),
        nombre_de_archivo("sesion", (), sesion.fecha.isoformat(), "maquina", "xlsx"),
    )


def en_blanco() -> None:
    """El botón que da el libro por llenar."""
    _boton("Un libro en blanco", _en_blanco, "sesion_en_blanco.xlsx")


def _boton(etiqueta: str, hacer: Callable[[], bytes], archivo: str) -> None:
    st.download_button(
        llano(etiqueta),
        data=con_este_tablero(hacer),
        file_name=nombrar(archivo),
        mime=XLSX,
        key=f"libro_{archivo}",
        icon=":material/download:",
        on_click="ignore",
    )


def _escribir(sesion: Sesion, actas: Actas) -> bytes:
    suyo = de_la_sesion(sesion, actas.compromisos)
    return libro_de_sesion(
        suyo, entidades(preguntar), sesion=sesion, es_simulado=base().es_simulado
    )


def _en_blanco() -> bytes:
    return libro_de_sesion(None, entidades(preguntar), es_simulado=base().es_simulado)
