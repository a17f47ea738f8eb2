"""Lo que se dice de una edición que ya no conserva su archivo, y el botón que lo hace otra vez."""

import streamlit as st

from tablero import formato
from tablero.interfaz.marco import decir
from tablero.interfaz.marco.rehacer import PEDIRLA, REHACER
from tablero.interfaz.marco.sin_marcas import llano
from tablero.interfaz.servidor import este_equipo
from tablero.registro.ediciones import Edicion

DICHO = "edicion_rehecha"
"""En la memoria de quien mira: lo que se dirá al dibujar otra vez."""


def decir_lo_hecho() -> None:
    """Qué dice la que se acaba de hacer otra vez."""
    if dicho := st.session_state.pop(DICHO, ""):
        decir.informar(dicho)


def ofrecer(edicion: Edicion) -> None:
    """Que falta su archivo, y un botón para hacerlo; si no se puede aquí, a quién se pide."""
    numero = formato.numero(edicion.numero)
    falta = f"La edición {numero} ya no conserva su archivo."
    if este_equipo.motivo() or not REHACER.se_puede:
        decir.advertir(f"{falta} {PEDIRLA}")
        return
    decir.advertir(f"{falta} Se puede hacer otra vez con sus libros: tarda unos segundos.")
    if st.button(llano(f"Hacer otra vez la edición {numero}"), key=f"rehacer_{numero}"):
        hecha = f"La edición {numero} dice lo mismo que cuando se publicó."
        st.session_state[DICHO] = REHACER.edicion(edicion) or hecha
        st.rerun()
