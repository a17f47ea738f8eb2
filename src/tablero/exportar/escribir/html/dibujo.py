"""El dibujo de una pantalla: SVG que se estira con ella y sigue su tema."""

import re
from html import escape

from tablero.exportar.imagen import a_svg
from tablero.graficos.piezas.base import Grafico
from tablero.graficos.piezas.sala import para_la_sala

RAIZ = re.compile(r'^<svg[^>]*viewBox="(?P<caja>[\d. ]+)"[^>]*>')
RECORTE = re.compile(r'(?<= id=")(?=clip)|(?<=url\(#)(?=clip)')


def svg(grafico: Grafico, clave: str) -> str:
    """El SVG, para escribirlo dentro de una página, con su texto alternativo.

    `clave` distingue sus recortes de los de otro dibujo de la misma página.
    """
    dibujo = RECORTE.sub(f"{clave}-", a_svg(para_la_sala(grafico), vivo=True))
    cabeza = f'<svg role="img" aria-label="{escape(grafico.alternativa)}" viewBox="{{}}">'
    return RAIZ.sub(lambda raiz: cabeza.format(raiz["caja"]), dibujo, count=1)
