"""La hoja de una entidad, y su PDF para enviarle: se arman una vez por tablero."""

from datetime import date
from functools import partial

import streamlit as st

from tablero import letra
from tablero.exportar.impresas import entidad as pdf
from tablero.interfaz.marco.conexion import base, con_este_tablero, por_archivo, preguntar
from tablero.interfaz.marco.sin_marcas import llano
from tablero.interfaz.servidor.sala_viva.leidas import leidas
from tablero.registro.sesiones.estado import Compromiso
from tablero.respuestas.compromisos import de_entidad
from tablero.respuestas.entidad import hoja as hojas
from tablero.respuestas.entidad.hoja import HojaDeEntidad


@st.fragment
def dibujar(hoja: HojaDeEntidad, entidad: str) -> None:
    """El PDF para enviarle a la entidad; se hace cuando alguien lo pide."""
    archivo = pdf.nombre(hoja, "pdf", es_simulado=base().es_simulado)
    suyos = de_entidad(leidas().actas, entidad)
    st.download_button(
        "Descargar el PDF para enviarle",
        data=con_este_tablero(
            partial(_pdf, hoja.politica_codigo, hoja.politica, hoja.corte, entidad, suyos)
        ),
        file_name=archivo,
        mime="application/pdf",
        key="pdf_entidad",
        help=llano(archivo),
        on_click="ignore",
        icon=":material/picture_as_pdf:",
    )
    if cambiados := letra.frase(pdf.cambios(hoja, suyos)):
        st.caption(llano(cambiados))


@por_archivo
def hoja_de(politica: str, nombre: str, corte: date, entidad: str) -> HojaDeEntidad:
    """La hoja de una entidad en una política y un corte; `nombre` es el de la política."""
    return hojas.hoja(preguntar, entidad=entidad, politica=politica, nombre=nombre, corte=corte)


@por_archivo
def _pdf(
    politica: str, nombre: str, corte: date, entidad: str, compromisos: tuple[Compromiso, ...]
) -> bytes:
    hoja = hoja_de(politica, nombre, corte, entidad)
    return pdf.compilar(hoja, es_simulado=base().es_simulado, compromisos=compromisos)
