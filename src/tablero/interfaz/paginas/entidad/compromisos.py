"""Lo que una entidad quedó de hacer en las sesiones del Comité, en su hoja."""

import streamlit as st

from tablero import reloj, rutas
from tablero.interfaz.marco.fallas import decir_fallas
from tablero.interfaz.marco.sin_marcas import llano
from tablero.interfaz.piezas import compromisos
from tablero.registro.lugares import Lugares
from tablero.registro.sesiones.estado import actas
from tablero.respuestas.compromisos import de_entidad


@decir_fallas
def dibujar(entidad: str) -> None:
    """Los suyos, si tiene."""
    leidas = actas(Lugares.de(rutas.BASE).registro)
    suyos = de_entidad(leidas, entidad)
    if suyos:
        st.subheader(
            llano(f"Ante el Comité: {compromisos.titulo(suyos, reloj.hoy())}"), anchor=False
        )
        compromisos.tabla(suyos, leidas, reloj.hoy())
        compromisos.descargar(suyos, leidas, entidad)
