"""El idioma de cada letra: sin él, el corrector la subraya y un lector la pronuncia en otro."""

from pptx.oxml.ns import qn
from pptx.oxml.xmlchemy import BaseOxmlElement

from tablero.exportar.escribir.oficina.propiedades import IDIOMA

CON_LETRA = (qn("a:r"), qn("a:fld"))
CON_IDIOMA = (qn("a:rPr"), qn("a:endParaRPr"), qn("a:defRPr"))


def en_espanol(raiz: BaseOxmlElement) -> None:
    """Pone el idioma en todo lo escrito dentro de una parte de la presentación."""
    for trozo in raiz.iter(*CON_LETRA):
        if trozo.find(qn("a:rPr")) is None:
            trozo.insert(0, trozo.makeelement(qn("a:rPr"), {}))
    for letra in raiz.iter(*CON_IDIOMA):
        letra.set("lang", IDIOMA)
