"""El código con que otra página muestra una cosa del tablero dentro de ella."""

from html import escape
from urllib.parse import urlencode

from tablero.exportar.llevar.llevada import Llevada

INCRUSTAR, SI = "incrustar", "si"
"""El parámetro que pide una cosa sola, sin el tablero alrededor."""
ALTO = 520
"""Píxeles del marco: lo de adentro se corre si no cabe."""


def direccion(llevada: Llevada) -> str:
    """La de la cosa sola, con sus filtros y su edición."""
    enlace = llevada.enlace
    une = "&" if "?" in enlace else "?"
    return f"{enlace}{une}{urlencode({INCRUSTAR: SI})}"


def codigo(llevada: Llevada) -> str:
    """El `<iframe>` que se pega en otra página.

    Solo se ve en los sitios que diga `publicacion.yml`, y si el tablero tiene dirección pública.
    """
    return (
        f'<iframe src="{escape(direccion(llevada))}" title="{escape(llevada.cosa.titulo)}" '
        f'width="100%" height="{ALTO}" loading="lazy" style="border:0"></iframe>'
    )
