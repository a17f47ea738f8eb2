"""Un solo tablero por vuelta, y las respuestas que ya se dieron.

Una vuelta es una ejecución de una página para una persona, o una petición entera de las que no son
de Streamlit. El tablero se elige cuando empieza, y de él salen todas sus preguntas, sus dibujos y
los archivos que ofrece, aunque mientras tanto se construya otro.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any, ParamSpec, TypeVar

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from tablero.consultas.base import Base, Resultado
from tablero.errores import ErrorTablero
from tablero.interfaz.marco.memoria import MEMORIA
from tablero.interfaz.marco.tableros import TABLEROS, Identidad, Tablero

__all__ = ["Consulta", "Identidad", "base", "con_este_tablero", "identidad", "preguntar"]

P = ParamSpec("P")
R = TypeVar("R")
Consulta = Callable[..., Resultado]
DE_LA_PAGINA = "tablero_de_la_pagina"
"""En la sesión: la identidad del tablero con que se dibujó la página que se ve."""
YA_ES_OTRO = (
    "El tablero cambió desde que abrió esta página: vuelva a cargarla y pida el archivo otra vez."
)

_fijado: ContextVar[Tablero | None] = ContextVar("tablero_fijado", default=None)
_de_la_vuelta: ContextVar[tuple[object, Tablero] | None] = ContextVar("de_la_vuelta", default=None)


def tablero() -> Tablero:
    """El de esta vuelta; `ErrorTablero` si no hay ninguno que servir."""
    if (fijado := _fijado.get()) is not None:
        return fijado
    contexto = get_script_run_ctx(suppress_warning=True)
    if contexto is None:
        return TABLEROS.vigente()
    # Streamlit hace uno nuevo en cada vuelta: es lo que la distingue de la anterior.
    vuelta = contexto.parallel_coordinator
    elegido = _de_la_vuelta.get()
    if elegido is None or elegido[0] is not vuelta:
        elegido = vuelta, _elegir(es_de_una_parte=bool(contexto.fragment_ids_this_run))
        _de_la_vuelta.set(elegido)
    return elegido[1]


def identidad() -> Identidad:
    """Lo que distingue al tablero de esta vuelta de cualquier otro."""
    return tablero().identidad


def base() -> Base:
    """El archivo construido, abierto de solo lectura."""
    return tablero().base


@contextmanager
def un_solo_tablero(cual: Tablero | None = None) -> Iterator[Tablero]:
    """Lo que se haga dentro sale de ese tablero; sin decir cuál, del que se sirve ahora."""
    elegido = cual or tablero()
    antes = _fijado.set(elegido)
    try:
        yield elegido
    finally:
        _fijado.reset(antes)


def con_este_tablero(hacer: Callable[P, R]) -> Callable[P, R]:
    """Lo mismo que `hacer`, que se llamará más tarde, con el tablero de la vuelta de ahora.

    `ErrorTablero` al llamarla si ese tablero ya no está abierto: nunca sale de otro.
    """
    propio = identidad()

    @wraps(hacer)
    def despues(*valores: P.args, **opciones: P.kwargs) -> R:
        suyo = TABLEROS.abierto(propio)
        if suyo is None:
            raise ErrorTablero(YA_ES_OTRO)
        with un_solo_tablero(suyo):
            return hacer(*valores, **opciones)

    return despues


def preguntar(consulta: Consulta, **parametros: Any) -> Resultado:
    """La respuesta de una consulta del dominio, guardada mientras se sirva el mismo tablero.

    La vacía no se guarda: puede ser la de un código que no existe, y esos no se acaban.
    """
    nombre = f"{consulta.__module__}.{consulta.__qualname__}"
    este = tablero()
    return MEMORIA.dar(
        (nombre, este.identidad, tuple(sorted(parametros.items()))),
        lambda: consulta(este.base, **parametros),
        lambda respuesta: not respuesta.esta_vacio,
    )


def _elegir(*, es_de_una_parte: bool) -> Tablero:
    """El que se sirve; si solo se repite una parte de la página, el de la página.

    Si el de la página ya no está, se repite la página entera: la parte nunca es de otro.
    """
    vigente = TABLEROS.vigente()
    de_la_pagina = st.session_state.get(DE_LA_PAGINA)
    if es_de_una_parte and de_la_pagina not in (None, vigente.identidad):
        if (suyo := TABLEROS.abierto(de_la_pagina)) is not None:
            return suyo
        st.rerun()
    st.session_state[DE_LA_PAGINA] = vigente.identidad
    return vigente
