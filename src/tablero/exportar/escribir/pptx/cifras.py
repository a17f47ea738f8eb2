"""Las cifras grandes de una diapositiva: la primera manda, y todas caben en su sitio."""

from collections.abc import Sequence

from pptx.shapes.base import BaseShape
from pptx.text.text import TextFrame, _Paragraph
from pptx.util import Pt

from tablero.exportar.escribir.oficina.medir import PULGADA, RENGLON, alto, ancho_de
from tablero.exportar.escribir.pptx.texto import marco
from tablero.respuestas.cosas.cosa import Cifra

ESCALAS = (
    *((66, 40, 18, 15), (60, 36, 16, 14), (54, 32, 16, 14)),
    *((48, 30, 14, 12), (40, 26, 13, 12), (32, 24, 12, 12)),
)
"""La letra de la primera cifra, de las demás, de lo que miden y de su nota."""
AIRE = 14
"""Puntos entre una cifra y la siguiente."""


def escala(cifras: Sequence[Cifra], sitio: BaseShape) -> int:
    """El lugar en `ESCALAS` de la mayor con que caben; el último, si con ninguna."""
    ancho, cabe = sitio.width.inches, sitio.height.inches
    for lugar in range(len(ESCALAS)):
        de_ancho, de_alto = _medir(cifras, ancho, lugar)
        if de_ancho <= ancho and de_alto <= cabe:
            return lugar
    return len(ESCALAS) - 1


def escribir(sitio: BaseShape, cifras: Sequence[Cifra], cual: int) -> float:
    """Cada cifra con lo que mide y su nota, en párrafos de tres niveles; da su alto, en pulgadas.

    `cual` es el lugar en `ESCALAS`.
    """
    textos = marco(sitio)
    primera, demas, rotulo, nota = ESCALAS[cual]
    for lugar, cifra in enumerate(cifras):
        parrafo = textos.add_paragraph() if lugar else textos.paragraphs[0]
        parrafo.space_before = Pt(AIRE if lugar else 0)
        _poner(parrafo, cifra.texto, 0, demas if lugar else primera)
        _agregar(textos, cifra.rotulo, 1, rotulo)
        if cifra.nota:
            _agregar(textos, cifra.nota, 2, nota)
    return _medir(cifras, sitio.width.inches, cual)[1]


def _medir(cifras: Sequence[Cifra], ancho: float, cual: int) -> tuple[float, float]:
    """El ancho de la cifra más larga, que va en un renglón, y el alto de todo, en pulgadas."""
    primera, demas, rotulo, nota = ESCALAS[cual]
    mas_larga, lleva = 0.0, max(len(cifras) - 1, 0) * AIRE / PULGADA
    for lugar, cifra in enumerate(cifras):
        letra = demas if lugar else primera
        mas_larga = max(mas_larga, ancho_de(cifra.texto, letra, negrilla=True))
        lleva += letra * RENGLON / PULGADA + alto(cifra.rotulo, ancho, rotulo)
        lleva += alto(cifra.nota, ancho, nota) if cifra.nota else 0.0
    return mas_larga, lleva


def _agregar(textos: TextFrame, texto: str, nivel: int, letra: int) -> None:
    _poner(textos.add_paragraph(), texto, nivel, letra)


def _poner(parrafo: _Paragraph, texto: str, nivel: int, letra: int) -> None:
    parrafo.level = nivel
    trozo = parrafo.add_run()
    trozo.text, trozo.font.size = texto, Pt(letra)
