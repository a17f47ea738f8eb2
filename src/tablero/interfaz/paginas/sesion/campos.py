"""Los campos con que se escribe una sesión."""

import streamlit as st

from tablero.interfaz.marco.sin_marcas import llano
from tablero.registro.sesiones import validar

DOS_RENGLONES = 68
"""Alto de un campo, en píxeles: lo que ya dice se lee entero en casi todos."""


def parrafo(
    etiqueta: str,
    dice: str,
    clave: str,
    *,
    letras: int = validar.LETRAS_DE_UN_TEXTO,
    alto: int | None = DOS_RENGLONES,
) -> str:
    """Un texto de a lo sumo esas letras; `alto` en píxeles, el de Streamlit si no se dice."""
    return st.text_area(llano(etiqueta), dice, max_chars=letras, height=alto, key=clave)
