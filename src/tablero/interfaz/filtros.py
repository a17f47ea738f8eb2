"""Los filtros viven en la URL: un enlace reproduce la vista.

Este es el único lugar que lee y escribe `st.query_params`. Antes de dibujar un control se le pone
el valor de la URL, y cuando alguien lo cambia, se escribe en ella.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from tablero.consultas import territorio
from tablero.interfaz.conexion import preguntar

TODOS = "Todos"
DEPARTAMENTO = "departamento"
MUNICIPIO = "municipio"


@dataclass(frozen=True)
class Filtros:
    """El territorio elegido; `None` es todo el país."""

    departamento: str | None = None
    municipio: str | None = None
    municipio_nombre: str | None = None

    @property
    def url(self) -> dict[str, str]:
        """Los parámetros que llevan el filtro a otra página."""
        pares = ((DEPARTAMENTO, self.departamento), (MUNICIPIO, self.municipio))
        return {nombre: valor for nombre, valor in pares if valor}

    @property
    def palabras(self) -> tuple[str, ...]:
        """El filtro en palabras, para el nombre de un archivo."""
        return tuple(v for v in (self.departamento, self.municipio_nombre) if v)

    @property
    def lugar(self) -> str:
        """Cómo se llama lo que se ve: «Cúcuta, Norte de Santander», «Arauca», «todo el país»."""
        if self.municipio_nombre:
            return f"{self.municipio_nombre}, {self.departamento}"
        return self.departamento or "todo el país"

    @property
    def consulta(self) -> dict[str, str | None]:
        """Los parámetros de una consulta de territorio."""
        return {DEPARTAMENTO: self.departamento, MUNICIPIO: self.municipio}


def leer() -> Filtros:
    """El filtro de la URL. Un municipio trae su departamento; lo que no existe se ignora."""
    codigo = st.query_params.get(MUNICIPIO)
    if codigo:
        hallado = preguntar(territorio.municipio, codigo=codigo)
        if not hallado.esta_vacio:
            fila = hallado.fila
            return Filtros(fila["departamento_nombre"], codigo, fila["municipio_nombre"])
    departamento = st.query_params.get(DEPARTAMENTO)
    return Filtros(departamento if departamento in _departamentos() else None)


def desconocidos() -> list[str]:
    """Los valores de la URL que no existen, para decirlo en la página."""
    filtros = leer()
    pares = ((DEPARTAMENTO, filtros.departamento), (MUNICIPIO, filtros.municipio))
    return [
        f"{nombre} «{st.query_params[nombre]}»"
        for nombre, valor in pares
        if nombre in st.query_params and not valor
    ]


def elegir_territorio() -> Filtros:
    """Dibuja los dos controles de territorio y devuelve lo elegido."""
    filtros = leer()
    st.session_state["filtro_departamento"] = filtros.departamento or TODOS
    st.session_state["filtro_municipio"] = filtros.municipio or TODOS
    nombres = _municipios(filtros)
    izquierda, derecha = st.columns(2)
    izquierda.selectbox(
        "Departamento",
        [TODOS, *_departamentos()],
        key="filtro_departamento",
        on_change=_guardar_departamento,
    )
    derecha.selectbox(
        "Municipio",
        [TODOS, *nombres],
        key="filtro_municipio",
        format_func=lambda codigo: nombres.get(codigo, codigo),
        on_change=_guardar_municipio,
    )
    return filtros


def boton_de_municipio(codigo: str, etiqueta: str) -> None:
    """Un botón que pone ese municipio en el filtro, y por tanto en la URL."""
    if st.button(etiqueta, key=f"ver_{codigo}"):
        st.query_params[MUNICIPIO] = codigo
        st.rerun()


def elegir(
    nombre: str,
    etiqueta: str,
    opciones: Sequence[str],
    todos: str = TODOS,
    *,
    rotulos: Mapping[str, str] | None = None,
    borra: Sequence[str] = (),
) -> str | None:
    """Dibuja una lista de opciones unida al parámetro `nombre` de la URL; `None` es «todos».

    `rotulos` dice cómo se lee cada opción en pantalla, si no es como va en la URL; `borra`, qué
    otros parámetros dejan de tener sentido cuando se elige otra cosa.
    """
    clave = f"filtro_{nombre}"
    actual = st.query_params.get(nombre)
    leidos = rotulos or {}
    st.session_state[clave] = actual if actual in opciones else todos
    st.selectbox(
        etiqueta,
        [todos, *opciones],
        key=clave,
        format_func=lambda opcion: leidos.get(opcion, opcion),
        on_change=_guardador(nombre, clave, todos, borra),
    )
    if actual is not None and actual not in (todos, *opciones):
        st.warning(f"El enlace pide {nombre} «{actual}», que no existe: se muestra todo.")
    valor = str(st.session_state[clave])
    return None if valor == todos else valor


def _guardador(nombre: str, clave: str, todos: str, borra: Sequence[str]) -> Callable[[], None]:
    def guardar() -> None:
        _escribir(nombre, st.session_state[clave], todos)
        for otro in borra:
            st.query_params.pop(otro, None)

    return guardar


def _guardar_departamento() -> None:
    _escribir(DEPARTAMENTO, st.session_state["filtro_departamento"], TODOS)
    _escribir(MUNICIPIO, TODOS, TODOS)


def _guardar_municipio() -> None:
    _escribir(MUNICIPIO, st.session_state["filtro_municipio"], TODOS)


def _escribir(nombre: str, valor: str, todos: str) -> None:
    if valor == todos:
        st.query_params.pop(nombre, None)
    else:
        st.query_params[nombre] = valor


def _departamentos() -> list[str]:
    return list(preguntar(territorio.departamentos).datos["departamento_nombre"])


def _municipios(filtros: Filtros) -> dict[str, str]:
    """Código → nombre; sin departamento elegido, el nombre lleva el suyo."""
    datos = preguntar(territorio.municipios, departamento=filtros.departamento).datos
    pares = zip(
        datos["municipio_codigo"],
        datos["municipio_nombre"],
        datos["departamento_nombre"],
        strict=True,
    )
    return {
        codigo: nombre if filtros.departamento else f"{nombre} ({departamento})"
        for codigo, nombre, departamento in pares
    }
