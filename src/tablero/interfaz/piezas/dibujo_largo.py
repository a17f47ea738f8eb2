"""Gráficos con tablas largas: en pantalla van en parte, al abrirlas, y el CSV lo lleva todo."""

from collections.abc import Callable, Hashable, Sequence
from html import escape
from typing import Protocol

import streamlit as st

from tablero import formato
from tablero.consultas.base import Resultado
from tablero.graficos.piezas.base import Grafico
from tablero.interfaz.marco.sin_marcas import llano
from tablero.interfaz.piezas import descarga, procedencia, tabla_de_datos, tarjeta

FILAS_EN_PANTALLA = 50


class Vista(Protocol):
    """Lo que se mira: una edición del IPT o una política en un corte."""

    @property
    def palabras(self) -> tuple[str, ...]:
        """Lo que se agrega al nombre de un archivo."""
        ...


def grafico(
    resultado: Resultado, constructor: Callable[..., Grafico], nombre: str, **opciones: Hashable
) -> None:
    """El gráfico con su texto alternativo, su nota y su fuente; su tabla va aparte."""
    dibujo = tarjeta.construir(resultado, constructor, **opciones)
    st.subheader(llano(dibujo.titulo), anchor=False)
    st.vega_lite_chart(dibujo.datos, dict(dibujo.spec), alt=dibujo.alternativa, key=f"g_{nombre}")
    if dibujo.nota:
        st.html(f'<p class="tb-nota">{escape(dibujo.nota)}</p>')
    procedencia.dibujar(resultado)


@st.fragment
def tabla_plegada(
    resultado: Resultado, titulo: str, nombre: str, columnas: Sequence[str], vista: Vista
) -> None:
    """Un pliegue que se llena al abrirlo, con las primeras filas, y el CSV con todo."""
    visibles = resultado.datos.head(FILAS_EN_PANTALLA)
    total = len(resultado.datos)
    rotulo = titulo
    if len(visibles) < total:
        primeras = f"{len(visibles)} de {formato.numero(total)} filas"
        rotulo = f"{titulo} (las primeras {primeras}; el CSV las lleva todas)"
    with st.container(horizontal=True, key=f"plegada_{nombre}"):
        with st.expander(llano(rotulo), key=f"abrir_{nombre}", on_change="rerun") as pliegue:
            if pliegue.open:
                st.html(tabla_de_datos.escribir(visibles, columnas, titulo))
        descarga.botones(resultado, nombre, vista.palabras)
