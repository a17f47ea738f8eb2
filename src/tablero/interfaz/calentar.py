"""Lo que se hace al arrancar para que la primera visita no espere."""

import altair as alt

from tablero.consultas import fuentes, territorio
from tablero.interfaz.conexion import base


def calentar() -> None:
    """Abre el archivo DuckDB, hace las preguntas de toda página y carga el validador de Vega.

    `SinTablero` si todavía no se ha construido.
    """
    abierta = base()
    territorio.departamentos(abierta)
    territorio.municipios(abierta, departamento=None)
    fuentes.fuentes(abierta)
    alt.Chart().mark_bar().to_dict()
