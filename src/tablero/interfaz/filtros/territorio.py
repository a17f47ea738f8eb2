"""El territorio elegido: el departamento y el municipio que lleva la URL."""

from dataclasses import dataclass

import streamlit as st

from tablero.consultas import territorio
from tablero.interfaz.conexion import preguntar
from tablero.interfaz.filtros.opciones import MUNICIPIO, TODOS, escribir
from tablero.interfaz.llano import llano

DEPARTAMENTO = "departamento"
CLUSTER = "cluster"


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
        f"{nombre} «{llano(st.query_params[nombre])}»"
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


def leer_cluster() -> str | None:
    """El clúster que pide la URL, exista o no; solo vale donde no se elige otro territorio."""
    return st.query_params.get(CLUSTER)


def _guardar_departamento() -> None:
    st.query_params.pop(CLUSTER, None)
    escribir(DEPARTAMENTO, st.session_state["filtro_departamento"], TODOS)
    escribir(MUNICIPIO, TODOS, TODOS)


def _guardar_municipio() -> None:
    st.query_params.pop(CLUSTER, None)
    escribir(MUNICIPIO, st.session_state["filtro_municipio"], TODOS)


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
