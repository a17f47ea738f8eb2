"""Un solo tablero por vuelta, y las respuestas que ya se dieron.

Una vuelta es una ejecución de una página para una persona, o una petición entera de las que no son
de Streamlit. El tablero se elige cuando empieza, y de él salen todas sus preguntas, sus dibujos y
los archivos que ofrece, aunque mientras tanto se construya otro.
"""

from collections.abc import Callable, Hashable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import update_wrapper, wraps
from typing import Concatenate, Generic, ParamSpec, TypeVar

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from tablero.consultas.base import Base, Preguntas, Resultado
from tablero.errores import ErrorTablero
from tablero.interfaz.marco import edicion_pedida
from tablero.interfaz.marco.memoria import MEMORIA, llamada, nombre_de
from tablero.interfaz.marco.tableros import TABLEROS, Identidad, Tablero

__all__ = [
    "Identidad",
    "base",
    "con_este_tablero",
    "identidad",
    "por_archivo",
    "preguntar",
    "responder",
]

P = ParamSpec("P")
R = TypeVar("R")
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


class DelTablero(Preguntas):
    """Le pregunta al tablero de esta vuelta y recuerda lo que contestó mientras se sirva."""

    def __init__(self) -> None:
        """Sin tablero: se elige en cada vuelta."""

    @property
    def base(self) -> Base:
        """El archivo construido, abierto de solo lectura."""
        return tablero().base

    def __call__(
        self,
        consulta: Callable[Concatenate[Base, P], Resultado],
        /,
        *valores: P.args,
        **parametros: P.kwargs,
    ) -> Resultado:
        """La respuesta de una consulta del dominio.

        La vacía no se guarda: puede ser la de un código que no existe, y esos no se acaban.
        """
        return MEMORIA.dar(
            _clave(consulta, (None, *valores), parametros),
            lambda: consulta(self.base, *valores, **parametros),
            lambda respuesta: not respuesta.esta_vacio,
        )

    def responder(
        self,
        respuesta: Callable[Concatenate[Preguntas, P], R],
        /,
        *valores: P.args,
        **parametros: P.kwargs,
    ) -> R:
        """Lo que contesta una función de `respuestas/`."""
        return MEMORIA.dar(
            _clave(respuesta, (None, *valores), parametros),
            lambda: respuesta(self, *valores, **parametros),
        )


class PorArchivo(Generic[P, R]):
    """Una función cuyo resultado se guarda por tablero y por argumentos.

    Los argumentos que empiezan por `_` no cuentan: acompañan a los que sí.
    """

    def __init__(self, funcion: Callable[P, R]) -> None:
        self._funcion = funcion
        update_wrapper(self, funcion)

    def __call__(self, *valores: P.args, **opciones: P.kwargs) -> R:
        """El resultado, hecho ahora o guardado."""
        return MEMORIA.dar(
            _clave(self._funcion, valores, opciones),
            lambda: self._funcion(*valores, **opciones),
        )

    def olvidar(self) -> None:
        """Olvida todos sus resultados."""
        MEMORIA.olvidar(lambda clave: clave[0] == nombre_de(self._funcion))


preguntar = DelTablero()
responder = preguntar.responder
por_archivo = PorArchivo


def _clave(
    funcion: Callable[..., object], valores: tuple[object, ...], opciones: Mapping[str, object]
) -> tuple[Hashable, ...]:
    """De qué función es, de qué tablero y con qué argumentos."""
    return nombre_de(funcion), identidad(), *llamada(funcion, valores, opciones)


def _elegir(*, es_de_una_parte: bool) -> Tablero:
    """El que se sirve, o el de la edición que pide la dirección; si solo se repite una parte de la
    página, el de la página.

    Si el de la página ya no está, se repite la página entera: la parte nunca es de otro.
    """
    if (numero := edicion_pedida.numero()) is not None:
        suya = edicion_pedida.tablero(numero)
        if suya is not None:
            st.session_state[DE_LA_PAGINA] = suya.identidad
            return suya
    vigente = TABLEROS.vigente()
    de_la_pagina = st.session_state.get(DE_LA_PAGINA)
    if es_de_una_parte and de_la_pagina not in (None, vigente.identidad):
        if (suyo := TABLEROS.abierto(de_la_pagina)) is not None:
            return suyo
        st.rerun()
    st.session_state[DE_LA_PAGINA] = vigente.identidad
    return vigente
