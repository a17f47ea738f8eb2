"""Tablas largas: van plegadas, se llenan al abrirlas, y sus archivos lo llevan todo."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from tablero import formato
from tablero.consultas.base import Resultado
from tablero.interfaz.marco.sin_marcas import llano
from tablero.interfaz.pared.grabadora import puesta
from tablero.interfaz.piezas import copia, descarga, tabla_de_datos

FILAS_EN_PANTALLA = 50


class ConPalabras(Protocol):
    """Lo que se mira: una edición del IPT o una política en un corte."""

    @property
    def palabras(self) -> tuple[str, ...]:
        """Lo que se agrega al nombre de un archivo."""
        ...


@st.fragment
def tabla(
    resultado: Resultado,
    titulo: str,
    nombre: str,
    columnas: Sequence[str],
    vista: ConPalabras,
    *,
    es_dibujo: bool = False,
) -> None:
    """Las primeras filas, con esas columnas, y a su lado lo que se lleva, con todas.

    `es_dibujo`, si antes va su gráfico, que se llama igual y se lleva con ella.
    """
    visibles = resultado.datos.head(FILAS_EN_PANTALLA)
    total = len(resultado.datos)
    rotulo = titulo
    if len(visibles) < total:
        primeras = f"{len(visibles)} de {formato.numero(total)} filas"
        rotulo = f"{titulo} (las primeras {primeras}; los archivos las llevan todas)"
    escribir = partial(tabla_de_datos.escribir, visibles, columnas, titulo, de=total)
    with _fila(nombre):
        pliegue(rotulo, nombre, escribir, resultado, titulo)
        descarga.botones(resultado, nombre, vista.palabras, es_dibujo=es_dibujo)


@st.fragment
def propia(
    resultado: Resultado, rotulo: str, nombre: str, escribir: Callable[[], str], vista: ConPalabras
) -> None:
    """Lo que `escribir` escriba, y a su lado lo que se lleva."""
    with _fila(nombre):
        pliegue(rotulo, nombre, escribir, resultado)
        descarga.botones(resultado, nombre, vista.palabras)


def pliegue(
    rotulo: str,
    nombre: str,
    escribir: Callable[[], str],
    resultado: Resultado,
    titulo: str = "",
) -> None:
    """Un pliegue que se llena al abrirlo, con lo que se escribe de esa respuesta.

    `titulo`, si el rótulo dice además lo que el pliegue no lleva.
    """
    # Quien graba la página no tiene a quién esperar: lo plegado también va.
    if (grabadora := puesta()) is not None:
        grabadora.bloque(escribir(), titulo or rotulo, nombre, resultado)
        return
    with st.expander(llano(rotulo), key=f"abrir_{nombre}", on_change="rerun") as abierto:
        if abierto.open:
            st.html(copia.con_fuente(escribir(), nombre, rotulo, resultado))


def _fila(nombre: str) -> DeltaGenerator:
    return st.container(horizontal=True, key=f"plegada_{nombre}")
