"""El otro corte de una comparación: `?antes=2024-12-31`."""

from collections.abc import Mapping, Sequence

import streamlit as st

from tablero.interfaz.filtros.direccion import pedido, reconocer
from tablero.interfaz.filtros.opciones import elegir_una

ANTES = "antes"


def elegir_otro_corte(
    etiqueta: str, rotulos: Mapping[str, str], actual: str, *, borra: Sequence[str] = ()
) -> str:
    """Dibuja la lista de los demás cortes y da el elegido (AAAA-MM-DD); el primero no va en la URL.

    Al cambiar el corte que se mira (`actual`), el que la URL traía para comparar puede ser el
    mismo: entonces se quita y queda el primero. `borra` son los parámetros que dejan de tener
    sentido al elegir otro.
    """
    if reconocer(pedido(ANTES) or "", [actual]):
        del st.query_params[ANTES]
    return elegir_una(ANTES, etiqueta, rotulos, borra=borra)
