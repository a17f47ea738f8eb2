"""Un gráfico en la página: su mensaje, su dibujo, su nota y su fuente."""

from collections.abc import Callable, Hashable, Sequence
from html import escape

import streamlit as st

from tablero.consultas.base import Resultado
from tablero.graficos.piezas.base import Grafico
from tablero.interfaz.marco.sin_marcas import llano
from tablero.interfaz.pared.grabadora import puesta
from tablero.interfaz.piezas import descarga, procedencia
from tablero.interfaz.piezas.guardado import guardado

Constructor = Callable[..., Grafico]


def grafico(
    resultado: Resultado,
    constructor: Constructor,
    nombre: str,
    *,
    con_boton: bool = True,
    otros_filtros: Sequence[str] = (),
    **opciones: Hashable,
) -> Grafico:
    """Dibuja el gráfico, con su texto alternativo, y lo devuelve; su tabla va aparte.

    `con_boton`, si lo que se lleva no se ofrece con su tabla; `otros_filtros` van en el nombre de
    sus archivos. `constructor` viene de `tablero.graficos`; se construye una sola vez por archivo,
    pregunta y opciones.
    """
    dibujo = guardado(resultado, constructor, **opciones)
    if (grabadora := puesta()) is not None:
        grabadora.grafico(resultado, dibujo, nombre, constructor, opciones)
    st.subheader(llano(dibujo.titulo), anchor=False)
    st.vega_lite_chart(dibujo.datos, dict(dibujo.spec), alt=dibujo.alternativa, key=f"g_{nombre}")
    if dibujo.nota:
        st.html(f'<p class="tb-nota">{escape(dibujo.nota)}</p>')
    procedencia.dibujar(resultado)
    if con_boton:
        descarga.botones(resultado, nombre, otros_filtros, es_dibujo=True)
    return dibujo
