"""Un texto ajeno (de la dirección, de un libro) donde Streamlit leería marcas de Markdown."""

import re

MARCAS = re.compile(r"[\\`*_\[\]<>~|]|\$(?!\d)|:(?=[\w/])")
"""Lo que abre énfasis, enlaces, imágenes, código, fórmulas, colores o figuras."""


def llano(texto: str) -> str:
    """El texto tal cual, sin que nada suyo se lea como una marca.

    Sin esto, un enlace con `?departamento=[…](http://…)` pondría una dirección ajena en la página.
    """
    return MARCAS.sub(r"\\\g<0>", texto)
