"""Listas, pestañas y búsquedas cuyo valor vive en la URL."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

import streamlit as st
from streamlit.elements.lib.mutable_tab_container import TabContainer

from tablero.interfaz.filtros.direccion import entender, pedido
from tablero.interfaz.marco.fallas import decir_que_no_existe
from tablero.interfaz.marco.sin_marcas import llano

TODOS = "Todos"
MUNICIPIO = "municipio"
DE_LAS_TABLAS = ("orden", "filtro")
"""Los que el navegador pone al ordenar o filtrar una tabla (`guion/tablas.js`): aquí no dicen nada,
y ningún otro parámetro puede llamarse así."""
Opcion = TypeVar("Opcion", bound=str)


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
    lugar = (v for n, v in st.query_params.items() if n not in DE_LAS_TABLAS)
    clave = "_".join(["buscador", *lugar])

    def ir() -> None:
        codigos = hallar(st.session_state[clave])
        if len(codigos) == 1:
            st.query_params.from_dict({MUNICIPIO: codigos[0]})

    return st.text_input(llano(etiqueta), key=clave, placeholder=ayuda, on_change=ir)


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
    actual = entender(nombre, [*opciones, todos], leidos)
    st.session_state[clave] = todos if actual is None else actual
    st.selectbox(
        llano(etiqueta),
        [todos, *opciones],
        key=clave,
        format_func=lambda opcion: leidos.get(opcion, opcion),
        on_change=_guardador(nombre, clave, todos, borra),
    )
    if actual is None and (dicho := pedido(nombre)):
        decir_que_no_existe(etiqueta, dicho, "todo")
    valor = str(st.session_state[clave])
    return None if valor == todos else valor


def elegir_una(
    nombre: str,
    etiqueta: str,
    rotulos: Mapping[Opcion, str],
    *,
    borra: Sequence[str] = (),
) -> Opcion:
    """Como `elegir`, sin «todos»: una opción siempre está elegida, y la primera no va en la URL.

    `rotulos` dice, por opción, cómo se lee; `borra`, lo mismo que en `elegir`.
    """
    clave, primera = f"filtro_{nombre}", next(iter(rotulos))
    entendida = entender(nombre, rotulos, rotulos)
    elegida = next((opcion for opcion in rotulos if opcion == entendida), primera)
    st.session_state[clave] = elegida
    st.selectbox(
        llano(etiqueta),
        list(rotulos),
        key=clave,
        format_func=lambda opcion: rotulos[opcion],
        on_change=_guardador(nombre, clave, primera, borra),
    )
    if entendida is None and (dicho := pedido(nombre)):
        decir_que_no_existe(etiqueta, dicho, "la primera")
    return elegida


def la_unica(nombre: str, etiqueta: str, opcion: Opcion) -> Opcion:
    """La única opción que hay: no pide lista, y si el enlace trae otra se dice."""
    if entender(nombre, [opcion]) is None and (dicho := pedido(nombre)):
        decir_que_no_existe(etiqueta, dicho, "lo que hay")
    return opcion


def de_la_url(*nombres: str) -> dict[str, str]:
    """Los parámetros de esos nombres que la URL trae, limpios, para llevarlos a otra página."""
    pedidos = {nombre: pedido(nombre) for nombre in nombres}
    return {nombre: valor for nombre, valor in pedidos.items() if valor}


def pestanas(
    nombre: str, titulos: Mapping[str, str], suyos: Mapping[str, Sequence[str]] | None = None
) -> dict[str, TabContainer]:
    """Dibuja una pestaña por código y las devuelve; solo la abierta tiene `.open` verdadero.

    La primera no va en la URL. Quien llama llena solo la abierta: así las demás no viajan. `suyos`
    dice, por código, los parámetros que solo dicen algo en esa pestaña: una dirección que trae
    alguno y no pide pestaña abre la de él, y queda pidiéndola.
    """
    clave = f"filtro_{nombre}"
    primera = next(iter(titulos))
    if pedido(nombre) is None and (propia := _la_de_un_parametro(titulos, suyos or {})):
        st.query_params[nombre] = propia
    entendida = entender(nombre, titulos, titulos)
    rotulos = {codigo: llano(titulo) for codigo, titulo in titulos.items()}
    st.session_state[clave] = rotulos[primera if entendida is None else entendida]
    if entendida is None and (dicho := pedido(nombre)):
        decir_que_no_existe("Pestaña", dicho, "la primera")

    def guardar() -> None:
        codigo = next(c for c, rotulo in rotulos.items() if rotulo == st.session_state[clave])
        # La primera solo se calla si la dirección no trae un parámetro que abriría otra.
        callada = _la_de_un_parametro(titulos, suyos or {}) or primera
        escribir(nombre, codigo, primera if callada == primera else "")

    abiertas = st.tabs([llano(titulo) for titulo in titulos.values()], key=clave, on_change=guardar)
    return dict(zip(titulos, abiertas, strict=True))


def _la_de_un_parametro(titulos: Mapping[str, str], suyos: Mapping[str, Sequence[str]]) -> str:
    """La primera de `suyos` que está y de la que la dirección trae algo; vacía si ninguna."""
    traen = (c for c, propios in suyos.items() if c in titulos and any(map(pedido, propios)))
    return next(traen, "")


def boton_de_borrar(nombre: str, etiqueta: str) -> None:
    """Un botón que quita ese parámetro de la URL."""
    st.button(
        llano(etiqueta), key=f"borrar_{nombre}", on_click=escribir, args=(nombre, TODOS, TODOS)
    )


def _guardador(nombre: str, clave: str, todos: str, borra: Sequence[str]) -> Callable[[], None]:
    def guardar() -> None:
        escribir(nombre, st.session_state[clave], todos)
        for otro in borra:
            st.query_params.pop(otro, None)

    return guardar


def escribir(nombre: str, valor: str, todos: str) -> None:
    """Pone el valor en la URL; el de «todos» lo quita."""
    if valor == todos:
        st.query_params.pop(nombre, None)
    else:
        st.query_params[nombre] = valor
