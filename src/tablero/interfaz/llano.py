"""Un texto ajeno (de la dirección, de un libro) donde Streamlit leería marcas de Markdown."""

import re

from tablero.texto import visible

MARCAS = re.compile(r"[\\`*_\[\]<>~|]|\$(?!\d)|:(?=[\w/])")
"""Lo que abre énfasis, enlaces, imágenes, código, fórmulas, colores o figuras."""


LETRAS_DE_UN_PEDIDO = 200


def citado(texto: str) -> str:
    """Lo que pide un enlace, llano, con lo que no se ve por su nombre y sin pasarse de largo."""
    sobra = "…" if len(texto) > LETRAS_DE_UN_PEDIDO else ""
    return llano(visible(texto[:LETRAS_DE_UN_PEDIDO])) + sobra


def llano(texto: str) -> str:
    """El texto tal cual, sin que nada suyo se lea como una marca.

    Sin esto, un enlace con `?departamento=[…](http://…)` pondría una dirección ajena en la página.
    """
    return MARCAS.sub(r"\\\g<0>", texto)
