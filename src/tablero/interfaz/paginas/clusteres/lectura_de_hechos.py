"""Cómo se lee un hecho de las fuentes sobre un municipio o un clúster.

Un hecho es una fila con `nombre`, `estado`, `valor`, `unidad` y, según el caso, fechas y `nota`.
"""

from html import escape

import pandas as pd

from tablero import formato
from tablero.filas import Fila, filas_de
from tablero.formato import SIN_DATO


def lista(datos: pd.DataFrame) -> list[Fila]:
    """Los hechos de una respuesta, en su orden."""
    return filas_de(datos)


def cantidad(hecho: Fila) -> str:
    """«$137.021.330», «51 personas atendidas», «3 de 34»; vacío si el hecho no lleva cantidad."""
    valor, unidad = hecho["valor"], hecho["unidad"]
    if formato.texto(unidad) == SIN_DATO:
        return ""
    if unidad == "pesos":
        return formato.pesos(valor)
    if unidad == "clúster":
        return formato.numero(valor)
    numero = formato.numero(valor)
    return f"{SIN_DATO} de {unidad}" if numero == SIN_DATO else f"{numero}\u00a0{unidad}"


def renglon(principal: str, *detalles: str, falta: bool = False) -> str:
    """Un renglón de ficha: lo principal en negrita y sus detalles; lo que falta, en cursiva."""
    if falta:
        return f'<span class="vacio">{escape(principal)}</span>'
    resto = "".join(f" · {escape(detalle)}" for detalle in detalles if detalle)
    return f"<b>{escape(principal)}</b>{resto}"
