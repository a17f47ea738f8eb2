"""Tablas largas: van plegadas, se llenan al abrirlas, y el CSV lo lleva todo."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

import streamlit as st

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
    resultado: Resultado, titulo: str, nombre: str, columnas: Sequence[str], vista: ConPalabras
) -> None:
    """Las primeras filas, con esas columnas, y a su lado el CSV con todo."""
    visibles = resultado.datos.head(FILAS_EN_PANTALLA)
    total = len(resultado.datos)
    rotulo = titulo
    if len(visibles) < total:
        primeras = f"{len(visibles)} de {formato.numero(total)} filas"
        rotulo = f"{titulo} (las primeras {primeras}; el CSV las lleva todas)"
    escribir = partial(tabla_de_datos.escribir, visibles, columnas, titulo, de=total)
    _con_csv(resultado, rotulo, nombre, escribir, vista, titulo=titulo)


@st.fragment
def propia(
    resultado: Resultado, rotulo: str, nombre: str, escribir: Callable[[], str], vista: ConPalabras
) -> None:
    """Lo que `escribir` escriba, y a su lado el CSV."""
    _con_csv(resultado, rotulo, nombre, escribir, vista)


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


def _con_csv(
    resultado: Resultado,
    rotulo: str,
    nombre: str,
    escribir: Callable[[], str],
    vista: ConPalabras,
    *,
    titulo: str = "",
) -> None:
    with st.container(horizontal=True, key=f"plegada_{nombre}"):
        pliegue(rotulo, nombre, escribir, resultado, titulo)
        descarga.botones(resultado, nombre, vista.palabras)
