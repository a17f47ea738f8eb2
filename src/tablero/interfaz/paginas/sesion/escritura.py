"""El único lugar de la página que escribe: mira otra vez si se puede, y dice lo que hizo."""

from collections.abc import Callable

import streamlit as st

from tablero import rutas
from tablero.errores import ErrorTablero
from tablero.interfaz.marco import decir
from tablero.interfaz.marco.fallas import sin_rutas
from tablero.interfaz.servidor import este_equipo
from tablero.registro.lugares import Lugares
from tablero.registro.sesiones.escribir import Escritor

DESDE = "página Preparar sesión"
HECHO, FALLO, VUELTA = "sesion_hecho", "sesion_fallo", "sesion_vuelta"
"""En la memoria de quien mira: lo que se dirá al dibujar otra vez."""


def hacer(accion: Callable[[Escritor], object], dicho: str) -> None:
    """Escribe y vuelve a dibujar la página, que lo dirá; si no se puede, dice por qué."""
    if _intentar(accion, dicho):
        st.rerun()
    else:
        decir.fallar(st.session_state.pop(FALLO))


def al_tocar(accion: Callable[[Escritor], object], dicho: str) -> None:
    """Lo mismo, para lo que se hace antes de dibujar: una casilla que se marca."""
    _intentar(accion, dicho)


def decir_lo_hecho() -> None:
    """Lo que se hizo en la vuelta anterior, o por qué no se pudo."""
    if fallo := st.session_state.pop(FALLO, ""):
        decir.fallar(fallo)
    if hecho := st.session_state.pop(HECHO, ""):
        decir.informar(hecho)


def clave(nombre: str) -> str:
    """La de un campo que queda vacío después de cada escritura."""
    return f"sesion_{nombre}_{st.session_state.get(VUELTA, 0)}"


def _intentar(accion: Callable[[Escritor], object], dicho: str) -> bool:
    try:
        accion(_escritor())
    except ErrorTablero as error:
        st.session_state[FALLO] = sin_rutas(str(error))
        return False
    st.session_state[HECHO] = dicho
    st.session_state[VUELTA] = st.session_state.get(VUELTA, 0) + 1
    return True


def _escritor() -> Escritor:
    if motivo := este_equipo.motivo():
        raise ErrorTablero(f"No se escribió nada. {motivo} {este_equipo.PARA_ESCRIBIR}")
    return Escritor(Lugares.de(rutas.BASE).registro, DESDE)
