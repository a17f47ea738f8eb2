"""«Añadir a la sesión»: la tarjeta que se mira, con sus filtros, pasa a ser una pantalla.

Solo donde se puede escribir (`este_equipo`): en otra parte no aparece. Nada se lee ni se escribe
hasta que alguien lo toca, y entonces se vuelve a dibujar solo el botón.
"""

from collections import Counter
from contextvars import ContextVar

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from tablero import formato
from tablero.errores import ErrorTablero
from tablero.interfaz.filtros import Filtros
from tablero.interfaz.marco import decir, menu
from tablero.interfaz.marco.fallas import sin_rutas
from tablero.interfaz.marco.menu import enlace
from tablero.interfaz.pared.a_la_sesion import anadir, por_hacer
from tablero.interfaz.servidor import este_equipo
from tablero.registro.sesiones.estado import Sesion
from tablero.texto import a_codigo

ROTULO = "Añadir a la sesión"
ICONO = ":material/add_to_queue:"
SIN_SESION = "No hay ninguna sesión por hacer."

_dibujadas: ContextVar[tuple[object, Counter[str]] | None] = ContextVar("dibujadas", default=None)
"""Cuántas cifras con cada nombre lleva esta vuelta."""


def se_puede() -> bool:
    """Si quien mira la página puede escribir."""
    return not este_equipo.motivo()


def en_su_lista(nombre: str) -> None:
    """El botón, entre lo que se puede llevar de una tarjeta."""
    seguir(nombre, pedida=boton(nombre, discreto=False))


def boton(nombre: str, *, discreto: bool) -> bool:
    """El de añadir, y si alguien lo tocó; `discreto` es solo un icono, el de una cifra suelta."""
    return st.button(
        ROTULO,
        icon=ICONO,
        key=f"anadir_{nombre}",
        type="tertiary" if discreto else "secondary",
        help=ROTULO if discreto else None,
    )


def seguir(nombre: str, *, pedida: bool) -> None:
    """Añade a la única sesión que se prepara; si hay varias, pregunta a cuál."""
    eligiendo = f"anadir_elige_{nombre}"
    if not (pedida or st.session_state.get(eligiendo)):
        return
    sesiones = por_hacer()
    if not sesiones:
        decir.informar(SIN_SESION)
        enlace(menu.SESION, "Preparar una sesión →", Filtros())
        return
    if len(sesiones) == 1:
        _decir(nombre, sesiones[0])
        return
    st.session_state[eligiendo] = True
    rotulos = {s.codigo: f"{formato.fecha(s.fecha)} · {s.lugar or 'sin lugar'}" for s in sesiones}
    codigo = st.selectbox(
        "A qué sesión",
        list(rotulos),
        format_func=lambda c: rotulos[c],
        key=f"anadir_cual_{nombre}",
    )
    if st.button("Añadirla", key=f"anadir_ya_{nombre}"):
        _decir(nombre, next(s for s in sesiones if s.codigo == codigo))
        st.session_state[eligiendo] = False


def _decir(nombre: str, sesion: Sesion) -> None:
    """Añade la tarjeta y dice lo que se hizo, o por qué no se pudo."""
    try:
        decir.informar(anadir(nombre, sesion))
    except ErrorTablero as error:
        decir.fallar(sin_rutas(str(error)))


def nombre_de_cifra(rotulo: str) -> str:
    """El mismo con que la graba la pared: de dos con igual rótulo, la segunda lleva su número."""
    contexto = get_script_run_ctx()
    vuelta = contexto.parallel_coordinator if contexto else None
    anotadas = _dibujadas.get()
    if anotadas is None or anotadas[0] is not vuelta:
        anotadas = vuelta, Counter()
        _dibujadas.set(anotadas)
    base = a_codigo(rotulo)
    anotadas[1][base] += 1
    cuantas = anotadas[1][base]
    return base if cuantas == 1 else f"{base}_{cuantas}"
