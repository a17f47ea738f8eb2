"""«Añadir a la sesión»: la tarjeta que se mira, con sus filtros, pasa a ser una pantalla.

Solo donde se puede escribir (`este_equipo`): en otra parte no aparece. Nada se lee ni se escribe
hasta que alguien lo toca, y entonces se vuelve a dibujar solo el botón.
"""

from collections import Counter
from contextvars import ContextVar
from textwrap import shorten

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from tablero import formato, reloj, rutas
from tablero.errores import ErrorTablero
from tablero.interfaz.filtros import Filtros
from tablero.interfaz.marco import decir, menu
from tablero.interfaz.marco.fallas import sin_rutas
from tablero.interfaz.marco.menu import enlace
from tablero.interfaz.pared import direccion
from tablero.interfaz.pared.grabar import otra_forma
from tablero.interfaz.servidor import este_equipo
from tablero.registro.lugares import Lugares
from tablero.registro.sesiones import validar
from tablero.registro.sesiones.escribir import Escritor, siguiente
from tablero.registro.sesiones.estado import Sesion, actas
from tablero.texto import a_codigo

ROTULO = "Añadir a la sesión"
ICONO = ":material/add_to_queue:"
DESDE = "tarjeta de una página"
SIN_SESION = "No hay ninguna sesión por hacer."
NO_SE_MUESTRA = "Con estos filtros no hay qué mostrar en la pared: no se añadió nada."

_dibujadas: ContextVar[tuple[object, Counter[str]] | None] = ContextVar("dibujadas", default=None)
"""Cuántas cifras con cada nombre lleva esta vuelta."""


def se_puede() -> bool:
    """Si quien mira la página puede escribir."""
    return not este_equipo.motivo()


def de_una_cifra(rotulo: str) -> None:
    """El botón de una cifra suelta, que no tiene archivos: un icono en su esquina."""
    if se_puede():
        _de_una_cifra(_nombre_de_cifra(rotulo))


@st.fragment
def _de_una_cifra(nombre: str) -> None:
    with st.container(key=f"anadir_cifra_{nombre}"):
        pedida = _boton(nombre, discreto=True)
    _seguir(nombre, pedida=pedida)


def en_su_lista(nombre: str) -> None:
    """El botón, entre lo que se puede llevar de una tarjeta."""
    _seguir(nombre, pedida=_boton(nombre, discreto=False))


def _boton(nombre: str, *, discreto: bool) -> bool:
    return st.button(
        ROTULO,
        icon=ICONO,
        key=f"anadir_{nombre}",
        type="tertiary" if discreto else "secondary",
        help=ROTULO if discreto else None,
    )


def _seguir(nombre: str, *, pedida: bool) -> None:
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
        _anadir(nombre, sesiones[0])
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
        _anadir(nombre, next(s for s in sesiones if s.codigo == codigo))
        st.session_state[eligiendo] = False


def por_hacer() -> list[Sesion]:
    """Las sesiones que no se han hecho ni cancelado, la más cercana primero."""
    hoy = reloj.hoy()
    leidas = actas(Lugares.de(rutas.BASE).registro).sesiones
    return sorted((s for s in leidas if s.fecha >= hoy and not s.cancelada), key=lambda s: s.fecha)


def _anadir(nombre: str, sesion: Sesion) -> None:
    """Escribe la pantalla y lo dice."""
    suya = direccion.unir(*direccion.de_esta_vuelta(), nombre)
    cosa = otra_forma(suya)
    if cosa is None:
        decir.advertir(NO_SE_MUESTRA)
        return
    titulo = shorten(cosa.titulo, validar.LETRAS_DE_UN_NOMBRE, placeholder="…")
    try:
        _escribir(sesion, titulo, suya)
    except ErrorTablero as error:
        decir.fallar(sin_rutas(str(error)))
        return
    numero = len(sesion.pantallas) + 1
    decir.informar(
        f"Se añadió «{titulo}» a la sesión del {formato.fecha(sesion.fecha)}: es su pantalla "
        f"{numero}."
    )


def _escribir(sesion: Sesion, titulo: str, suya: str) -> None:
    if motivo := este_equipo.motivo():
        raise ErrorTablero(f"No se escribió nada. {motivo} {este_equipo.PARA_ESCRIBIR}")
    escritor = Escritor(Lugares.de(rutas.BASE).registro, DESDE)
    escritor.pantalla(sesion.codigo, titulo, suya, orden=siguiente(sesion.pantallas))


def _nombre_de_cifra(rotulo: str) -> str:
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
