"""Números que mueve quien mira y que viven en la URL."""

from collections.abc import Callable, Sequence

import streamlit as st

from tablero.interfaz.filtros.direccion import pedido
from tablero.interfaz.marco import decir
from tablero.interfaz.marco.decir import citado
from tablero.interfaz.marco.sin_marcas import llano
from tablero.texto import codigo

ANCHO_DE_DESLIZADOR = 250


def leer_numeros(nombre: str, cuantos: int, tope: int) -> tuple[int, ...] | None:
    """Los enteros de `?nombre=10,20,…` (de 0 a `tope`); `None` si no están.

    Si están mal escritos, no son `cuantos` o son todos cero, lo dice y tampoco los da.
    """
    escrito = pedido(nombre)
    if escrito is None:
        return None
    partes = [parte.strip() for parte in codigo(escrito).split(",")]
    numeros = tuple(int(p) for p in partes if p.isdecimal() and len(p) <= len(str(tope)))
    if len(numeros) != cuantos or len(partes) != cuantos or max(numeros) > tope or not any(numeros):
        decir.advertir(
            f"El enlace pide {nombre} «{citado(escrito)}»; deben ser {cuantos} números de 0 a "
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
                llano(rotulo),
                0,
                tope,
                key=clave,
                on_change=_guardador_de_numeros(nombre, claves),
                width=ANCHO_DE_DESLIZADOR,
            )


def _guardador_de_numeros(nombre: str, claves: Sequence[str]) -> Callable[[], None]:
    def guardar() -> None:
        st.query_params[nombre] = ",".join(str(st.session_state[clave]) for clave in claves)

    return guardar
