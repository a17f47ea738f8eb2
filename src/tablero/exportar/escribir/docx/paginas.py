"""Lo que va en todas las páginas: de qué es el borrador y cuántas son."""

from docx.document import Document as Documento
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from tablero.exportar.escribir.docx import estilos


def encabezar(documento: Documento, arriba: str, abajo: str) -> None:
    """El encabezado y, al pie, de dónde sale y el número de la página; el membrete se conserva."""
    seccion = documento.sections[-1]
    encabezado = _ultimo(seccion.header.paragraphs, documento)
    encabezado.add_run(arriba)
    pie = _ultimo(seccion.footer.paragraphs, documento)
    pie.add_run(f"{abajo} · Página ")
    _campo(pie, "PAGE")
    pie.add_run(" de ")
    _campo(pie, "NUMPAGES")
    encabezado.alignment = pie.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _ultimo(parrafos: list[Paragraph], documento: Documento) -> Paragraph:
    """El párrafo del final, vacío: si trae un membrete, uno nuevo debajo de él."""
    ultimo = parrafos[-1]
    if ultimo.text or len(ultimo.runs):
        nuevo = OxmlElement("w:p")
        ultimo._p.addnext(nuevo)
        ultimo = Paragraph(nuevo, ultimo._parent)
    ultimo.style = documento.styles[estilos.FUENTE]
    return ultimo


def _campo(parrafo: Paragraph, nombre: str) -> None:
    """Un número que Word calcula."""
    for tipo in ("begin", "", "separate", "valor", "end"):
        trozo = parrafo.add_run()
        if tipo == "valor":
            trozo.text = "1"
        elif tipo:
            marca = OxmlElement("w:fldChar")
            marca.set(qn("w:fldCharType"), tipo)
            trozo._r.append(marca)
        else:
            orden = OxmlElement("w:instrText")
            orden.set(qn("xml:space"), "preserve")
            orden.text = f" {nombre} "
            trozo._r.append(orden)
