"""El camino del Comité a la pared."""

import streamlit as st

from tablero.interfaz.marco.fallas import decir_fallas
from tablero.interfaz.servidor.carpeta import carpeta


@decir_fallas
def dibujar() -> None:
    """El enlace a la sala: un mensaje por pantalla, para el proyector."""
    st.html(
        f'<p class="tb-frase"><a href="{carpeta()}/sala" target="_self">'
        "Proyectar lo que pregunta un Comité →</a></p>"
    )
