"""Lo que se hace al arrancar para que la primera visita no espere."""

import altair as alt

from tablero.consultas import fuentes, territorio
from tablero.exportar import imagen
from tablero.interfaz.mapa.geometria import lienzo
from tablero.interfaz.marco.conexion import base


def calentar() -> None:
    """Abre el archivo DuckDB, publica la geometría, hace las preguntas de toda página y carga el
    validador de Vega.

    `SinTablero` si todavía no se ha construido.
    """
    imagen.calentar()  # sin tablero también: la letra queda escrita mientras hay espacio
    abierta = base()
    lienzo()
    territorio.departamentos(abierta)
    territorio.municipios(abierta, departamento=None)
    fuentes.fuentes(abierta)
    alt.Chart().mark_bar().to_dict()
