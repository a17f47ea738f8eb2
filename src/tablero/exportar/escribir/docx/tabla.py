"""Una tabla del acta: su encabezado se repite en cada página y ninguna fila se parte."""

from collections.abc import Collection, Sequence

from docx.document import Document as Documento
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu
from docx.table import _Cell, _Row

from tablero.exportar.escribir.docx import estilos
from tablero.exportar.escribir.oficina.medir import columnas as columnas_de

LETRA, PULGADA = 10, 914400
LADOS, MAYOR_ENTERA = 0.14, 1.7
"""Pulgadas que una celda deja libres, y hasta cuántas una columna va sin partir."""


def agregar(
    documento: Documento,
    titulo: str,
    columnas: Sequence[str],
    filas: Sequence[Sequence[str]],
    *,
    numericas: Collection[str] = (),
    iguales: bool = False,
) -> None:
    """La agrega al final; `titulo` es lo que dice sin verla; `iguales`, si lo son sus columnas."""
    nativa = documento.add_table(rows=0, cols=len(columnas))
    nativa.style = documento.styles[estilos.TABLA]
    nativa.alignment, nativa.autofit = WD_TABLE_ALIGNMENT.LEFT, False
    anchos = _anchos(documento, [[" "] * len(columnas)] if iguales else (columnas, *filas))
    for columna, ancho in zip(nativa.columns, anchos, strict=True):
        columna.width = ancho
    for numero, textos in enumerate((columnas, *filas)):
        fila = nativa.add_row()
        for lugar, texto in enumerate(textos):
            celda = fila.cells[lugar]
            celda.width = anchos[lugar]
            estilo = estilos.CELDA if numero else estilos.ENCABEZADO
            _escribir(celda, texto, estilo, a_la_derecha=columnas[lugar] in numericas)
        _sin_partir(fila, es_encabezado=numero == 0)
    _describir(nativa._tbl.tblPr, titulo)  # python-docx no da el texto alternativo
    documento.add_paragraph(style=estilos.FUENTE)


def _escribir(celda: _Cell, texto: str, estilo: str, *, a_la_derecha: bool) -> None:
    parrafo = celda.paragraphs[0]
    parrafo.style = estilo
    parrafo.add_run(texto)
    if a_la_derecha:
        parrafo.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _sin_partir(fila: _Row, *, es_encabezado: bool) -> None:
    propias = fila._tr.get_or_add_trPr()
    propias.append(OxmlElement("w:cantSplit"))
    if es_encabezado:
        propias.append(OxmlElement("w:tblHeader"))


def _describir(propias: object, titulo: str) -> None:
    for nombre in ("w:tblCaption", "w:tblDescription"):
        dicho = OxmlElement(nombre)
        dicho.set(qn("w:val"), titulo)
        propias.append(dicho)  # type: ignore[attr-defined]


def _anchos(documento: Documento, filas: Sequence[Sequence[str]]) -> list[Emu]:
    seccion = documento.sections[-1]
    util = int(seccion.page_width or 0) - int(seccion.left_margin or 0)
    util -= int(seccion.right_margin or 0)
    medidos = columnas_de(filas, util / PULGADA, LETRA, lados=LADOS, entera=MAYOR_ENTERA)
    return [Emu(int(ancho * PULGADA)) for ancho in medidos]
