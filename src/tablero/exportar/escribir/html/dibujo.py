"""El dibujo de una pantalla: SVG que se estira con ella y sigue su tema."""

import re
from collections.abc import Mapping
from html import escape

from tablero.exportar.imagen import a_svg
from tablero.graficos.piezas.base import Grafico
from tablero.graficos.piezas.sala import para_la_sala
from tablero.un_json import Json

RAIZ = re.compile(r'^<svg[^>]*viewBox="(?P<caja>[\d. ]+)"[^>]*>')
RECORTE = re.compile(r'(?<= id=")(?=clip)|(?<=url\(#)(?=clip)')


def svg(grafico: Grafico, clave: str) -> str:
    """El SVG de la pared, para escribirlo dentro de una página, con su texto alternativo."""
    return en_linea(para_la_sala(grafico), grafico.alternativa, clave)


def en_linea(spec: Mapping[str, Json], alternativa: str, clave: str) -> str:
    """La especificación de Vega-Lite, con sus datos, como SVG dentro de una página.

    `clave` distingue sus recortes de los de otro dibujo de la misma página.
    """
    dibujo = RECORTE.sub(f"{clave}-", a_svg(spec, vivo=True))
    cabeza = f'<svg role="img" aria-label="{escape(alternativa)}" viewBox="{{}}">'
    return RAIZ.sub(lambda raiz: cabeza.format(raiz["caja"]), dibujo, count=1)
