"""Lo que una entidad quedó de hacer en las sesiones del Comité, en su hoja."""

import streamlit as st

from tablero import reloj
from tablero.interfaz.marco.fallas import decir_fallas
from tablero.interfaz.marco.sin_marcas import llano
from tablero.interfaz.piezas import compromisos
from tablero.interfaz.servidor.sala_viva.leidas import leidas
from tablero.respuestas.compromisos import de_entidad


@decir_fallas
def dibujar(entidad: str) -> None:
    """Los suyos, si tiene."""
    todas = leidas().actas
    suyos = de_entidad(todas, entidad)
    if suyos:
        st.subheader(
            llano(f"Ante el Comité: {compromisos.titulo(suyos, reloj.hoy())}"), anchor=False
        )
        compromisos.tabla(suyos, todas, reloj.hoy(), entidad)
