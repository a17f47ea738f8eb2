"""Una sesión nueva, con lo que proponen los datos o vacía; y los datos de una que ya está."""

from datetime import date

import streamlit as st

from tablero import reloj
from tablero.interfaz.filtros.opciones import escribir as a_la_direccion
from tablero.interfaz.marco.conexion import preguntar
from tablero.interfaz.marco.sin_marcas import llano
from tablero.interfaz.paginas.ediciones import comparar_dos
from tablero.interfaz.paginas.sesion import escritura
from tablero.interfaz.paginas.sesion.elegida import SESION, Mirada
from tablero.registro.sesiones import validar
from tablero.registro.sesiones.escribir import Escritor
from tablero.registro.sesiones.estado import Sesion
from tablero.respuestas import proponer

COMO_FECHA = "DD/MM/AAAA"
"""El calendario de Streamlit tiene palabras en inglés que nadie ve y un lector de pantalla dice."""
LETRAS_DE_FECHA = 10
AYUDA = (
    "Con la propuesta, la sesión trae la agenda de la última publicada, y una pantalla por lo que "
    "cambió desde la última, lo que va atrasado, lo que está vencido y lo que se debe."
)


def formulario(mirada: Mirada) -> None:
    """El de una sesión nueva."""
    with st.form(escritura.clave("nueva"), border=False):
        dia = fecha("Fecha", None, "nueva")
        lugar = st.text_input(
            "Lugar", max_chars=validar.LETRAS_DE_UN_NOMBRE, key=escritura.clave("lugar")
        )
        con_propuesta = st.checkbox(
            "Con lo que proponen los datos", True, key=escritura.clave("propuesta")
        )
        st.html(f'<p class="tb-nota">{AYUDA}</p>')
        if st.form_submit_button("Crear la sesión"):
            escritura.hacer(
                lambda escritor: _crear(mirada, escritor, dia, lugar, con_propuesta=con_propuesta),
                "Se creó la sesión. Diga ahora cuántos minutos lleva cada punto.",
            )


def cambiar(mirada: Mirada, sesion: Sesion) -> None:
    """La fecha y el lugar, y la edición que muestra."""
    with st.form(escritura.clave("datos"), border=False):
        dia = fecha("Fecha", sesion.fecha, sesion.codigo)
        lugar = st.text_input(
            "Lugar",
            sesion.lugar,
            max_chars=validar.LETRAS_DE_UN_NOMBRE,
            key=escritura.clave(f"lugar_{sesion.codigo}"),
        )
        if st.form_submit_button("Guardar la fecha y el lugar"):
            escritura.hacer(
                lambda escritor: escritor.cambiar(
                    sesion, validar.fecha(dia), lugar, hoy=reloj.hoy()
                ),
                "Se guardaron la fecha y el lugar.",
            )
    otra = mirada.edicion
    if otra not in (None, sesion.edicion) and st.button(
        llano(f"Mostrar en ella la edición {otra}"), key="sesion_congelar"
    ):
        escritura.hacer(
            lambda escritor: escritor.congelar(sesion.codigo, otra),
            f"La sesión muestra ahora la edición {otra}.",
        )


def fecha(etiqueta: str, dia: date | None, cual: str) -> str:
    """Un campo para escribir una fecha; lo escrito se entiende al guardar (`validar.fecha`)."""
    return st.text_input(
        llano(etiqueta),
        "" if dia is None else f"{dia:%d/%m/%Y}",
        placeholder=COMO_FECHA,
        max_chars=LETRAS_DE_FECHA,
        key=escritura.clave(f"fecha_{cual}"),
    )


def _crear(
    mirada: Mirada, escritor: Escritor, escrita: str, lugar: str, *, con_propuesta: bool
) -> None:
    hoy = reloj.hoy()
    codigo = proponer.crear(
        preguntar,
        escritor,
        mirada.actas,
        dia=validar.fecha_de_sesion(validar.fecha(escrita), hoy),
        lugar=lugar,
        hoy=hoy,
        edicion=mirada.edicion,
        comparar=comparar_dos,
        con_propuesta=con_propuesta,
    )
    a_la_direccion(SESION, codigo, "")
