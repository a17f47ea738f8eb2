"""Escoger una cosa de una lista, y subirla, bajarla o quitarla sin más que el teclado."""

from typing import TypeVar

import streamlit as st

from tablero.interfaz.marco.sin_marcas import llano
from tablero.interfaz.paginas.sesion import escritura
from tablero.registro.sesiones.escribir import Escritor
from tablero.registro.sesiones.estado import Pantalla, Punto, Sesion

C = TypeVar("C", Punto, Pantalla)
LETRAS = 20
"""Las que caben de un título en la lista más angosta."""


def escoger(etiqueta: str, lista: tuple[C, ...]) -> C:
    """La que se va a cambiar; al dibujar otra vez sigue siendo la misma, esté donde esté."""
    numeros = {cosa.codigo: n for n, cosa in enumerate(lista, start=1)}
    titulos = {cosa.codigo: cosa.titulo for cosa in lista}
    codigo = st.selectbox(
        llano(etiqueta),
        list(numeros),
        format_func=lambda c: f"{numeros[c]}. {en_corto(titulos[c])}",
        key=f"sesion_escoger_{etiqueta}",
    )
    return next(cosa for cosa in lista if cosa.codigo == codigo)


def en_corto(texto: str) -> str:
    """Lo que cabe en una lista."""
    return texto if len(texto) <= LETRAS else f"{texto[:LETRAS].rstrip()}…"


def botones(sesion: Sesion, cosa: C, lista: tuple[C, ...]) -> None:
    """Los de mover y quitar."""
    lugar, ultimo = lista.index(cosa), len(lista) - 1
    with st.container(horizontal=True):
        if st.button("Subir", key=f"subir_{cosa.codigo}", disabled=lugar == 0):
            _mover(sesion, cosa, lista, -1)
        if st.button("Bajar", key=f"bajar_{cosa.codigo}", disabled=lugar == ultimo):
            _mover(sesion, cosa, lista, 1)
        if st.button("Quitar", key=f"quitar_{cosa.codigo}"):
            escritura.hacer(
                lambda escritor: escritor.quitar(sesion.codigo, cosa),
                f"Se quitó «{cosa.titulo}»; en el registro sigue.",
            )


def _mover(sesion: Sesion, cosa: C, lista: tuple[C, ...], pasos: int) -> None:
    def accion(escritor: Escritor) -> None:
        escritor.mover(sesion.codigo, lista, cosa.codigo, pasos)

    queda = lista.index(cosa) + 1 + pasos
    escritura.hacer(accion, f"«{cosa.titulo}» quedó en el lugar {queda}.")
