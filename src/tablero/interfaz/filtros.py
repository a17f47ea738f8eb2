"""Los filtros viven en la URL: un enlace reproduce la vista.

Este es el único lugar que lee y escribe `st.query_params`. Antes de dibujar un control se le pone
el valor de la URL, y cuando alguien lo cambia, se escribe en ella.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

import streamlit as st
from streamlit.elements.lib.mutable_tab_container import TabContainer

from tablero.consultas import territorio
from tablero.interfaz.conexion import preguntar
from tablero.interfaz.fallas import decir_que_no_existe
from tablero.interfaz.llano import llano

TODOS = "Todos"
DEPARTAMENTO = "departamento"
MUNICIPIO = "municipio"
CLUSTER = "cluster"
ANCHO_DE_DESLIZADOR = 250
Opcion = TypeVar("Opcion", bound=str)


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


def fijar_url() -> None:
    """Pone en la barra del navegador los parámetros de la vista.

    Un enlace a la misma página cambia la vista y no la dirección; si ya es la misma, nada cambia.
    """
    st.query_params.from_dict(st.query_params.to_dict())


def buscador(etiqueta: str, ayuda: str, hallar: Callable[[str], Sequence[str]]) -> str:
    """Dibuja un campo de búsqueda y devuelve lo escrito; un solo hallazgo se pone en la URL.

    `hallar` da los códigos de los municipios que responden a un texto.
    """
    # Con otro lugar en la URL es otro campo: lo que se buscó ya no estorba.
    clave = "_".join(["buscador", *st.query_params.values()])

    def ir() -> None:
        codigos = hallar(st.session_state[clave])
        if len(codigos) == 1:
            st.query_params.from_dict({MUNICIPIO: codigos[0]})

    return st.text_input(etiqueta, key=clave, placeholder=ayuda, on_change=ir)


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
    clave, leidos = f"filtro_{nombre}", rotulos or {}
    actual = st.query_params.get(nombre)
    st.session_state[clave] = actual if actual in opciones else todos
    st.selectbox(
        etiqueta,
        [todos, *opciones],
        key=clave,
        format_func=lambda opcion: leidos.get(opcion, opcion),
        on_change=_guardador(nombre, clave, todos, borra),
    )
    if actual is not None and actual not in (todos, *opciones):
        decir_que_no_existe(nombre, actual, "todo")
    valor = str(st.session_state[clave])
    return None if valor == todos else valor


def elegir_una(nombre: str, etiqueta: str, rotulos: Mapping[Opcion, str]) -> Opcion:
    """Como `elegir`, sin «todos»: una opción siempre está elegida, y la primera no va en la URL.

    `rotulos` dice, por opción, cómo se lee.
    """
    clave, primera = f"filtro_{nombre}", next(iter(rotulos))
    pedida = st.query_params.get(nombre, primera)
    elegida = next((opcion for opcion in rotulos if opcion == pedida), primera)
    st.session_state[clave] = elegida
    st.selectbox(
        etiqueta,
        list(rotulos),
        key=clave,
        format_func=lambda opcion: rotulos[opcion],
        on_change=_guardador(nombre, clave, primera, ()),
    )
    if pedida != elegida:
        decir_que_no_existe(nombre, pedida, "la primera")
    return elegida


def de_la_url(*nombres: str) -> dict[str, str]:
    """Los parámetros de esos nombres que la URL trae, para llevarlos a otra página."""
    return {nombre: st.query_params[nombre] for nombre in nombres if nombre in st.query_params}


def _guardador(nombre: str, clave: str, todos: str, borra: Sequence[str]) -> Callable[[], None]:
    def guardar() -> None:
        _escribir(nombre, st.session_state[clave], todos)
        for otro in borra:
            st.query_params.pop(otro, None)

    return guardar


def _guardar_departamento() -> None:
    st.query_params.pop(CLUSTER, None)
    _escribir(DEPARTAMENTO, st.session_state["filtro_departamento"], TODOS)
    _escribir(MUNICIPIO, TODOS, TODOS)


def _guardar_municipio() -> None:
    st.query_params.pop(CLUSTER, None)
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


def leer_numeros(nombre: str, cuantos: int, tope: int) -> tuple[int, ...] | None:
    """Los enteros de `?nombre=10,20,…` (de 0 a `tope`); `None` si no están.

    Si están mal escritos, no son `cuantos` o son todos cero, lo dice y tampoco los da.
    """
    pedido = st.query_params.get(nombre)
    if pedido is None:
        return None
    partes = pedido.split(",")
    numeros = tuple(int(p) for p in partes if p.isdecimal() and len(p) <= len(str(tope)))
    if len(numeros) != cuantos or len(partes) != cuantos or max(numeros) > tope or not any(numeros):
        st.warning(
            f"El enlace pide {nombre} «{llano(pedido)}»; deben ser {cuantos} números de 0 a "
            f"{tope}, con comas, y no todos cero: se usan los calculados."
        )
        return None
    return numeros


def deslizadores(nombre: str, rotulos: Sequence[str], valores: Sequence[int], tope: int) -> None:
    """Dibuja un deslizador por rótulo, de 0 a `tope`; al mover uno, todos van a la URL."""
    claves = [f"filtro_{nombre}_{numero}" for numero in range(len(rotulos))]
    with st.container(horizontal=True):
        for clave, rotulo, valor in zip(claves, rotulos, valores, strict=True):
            st.session_state[clave] = valor
            st.slider(
                rotulo,
                0,
                tope,
                key=clave,
                on_change=_guardador_de_numeros(nombre, claves),
                width=ANCHO_DE_DESLIZADOR,
            )


def boton_de_borrar(nombre: str, etiqueta: str) -> None:
    """Un botón que quita ese parámetro de la URL."""
    st.button(etiqueta, key=f"borrar_{nombre}", on_click=_escribir, args=(nombre, TODOS, TODOS))


def pestanas(nombre: str, titulos: Mapping[str, str]) -> dict[str, TabContainer]:
    """Dibuja una pestaña por código y las devuelve; solo la abierta tiene `.open` verdadero.

    La primera no va en la URL. Quien llama llena solo la abierta: así las demás no viajan.
    """
    clave = f"filtro_{nombre}"
    primera = next(iter(titulos))
    pedida = st.query_params.get(nombre, primera)
    st.session_state[clave] = titulos.get(pedida, titulos[primera])
    if pedida not in titulos:
        decir_que_no_existe(nombre, pedida, "la primera")

    def guardar() -> None:
        codigo = next(c for c, titulo in titulos.items() if titulo == st.session_state[clave])
        _escribir(nombre, codigo, primera)

    abiertas = st.tabs(list(titulos.values()), key=clave, on_change=guardar)
    return dict(zip(titulos, abiertas, strict=True))


def _guardador_de_numeros(nombre: str, claves: Sequence[str]) -> Callable[[], None]:
    def guardar() -> None:
        st.query_params[nombre] = ",".join(str(st.session_state[clave]) for clave in claves)

    return guardar
