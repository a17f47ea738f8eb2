"""Párrafos en un sitio de texto, con la letra mayor con que caben."""

from collections.abc import Sequence

from pptx.shapes.base import BaseShape
from pptx.text.text import TextFrame
from pptx.util import Pt

from tablero.exportar.escribir.pptx.cabe import mayor


def escribir(
    sitio: BaseShape, parrafos: Sequence[str], escala: Sequence[int], *, negrilla: bool = False
) -> None:
    """Uno debajo de otro, todos del mismo tamaño."""
    textos = marco(sitio)
    caja = sitio.width.inches, sitio.height.inches
    letra = mayor("\n".join(parrafos), *caja, escala, negrilla=negrilla)
    for lugar, texto in enumerate(parrafos):
        parrafo = textos.add_paragraph() if lugar else textos.paragraphs[0]
        trozo = parrafo.add_run()
        trozo.text, trozo.font.size = texto, Pt(letra)


def marco(sitio: BaseShape) -> TextFrame:
    """El de letras de un sitio; `TypeError` si no es de texto."""
    textos = getattr(sitio, "text_frame", None)
    if not isinstance(textos, TextFrame):
        raise TypeError(sitio.name)
    return textos
