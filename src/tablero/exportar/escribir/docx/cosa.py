"""Una cosa en un documento de Word: su mensaje, sus cifras, sus notas y su fuente.

El dibujo y la tabla van en el anexo: un acta se lee seguida.
"""

from docx.document import Document as Documento

from tablero.exportar.escribir.docx import estilos
from tablero.respuestas.cosas.cosa import Cosa


def agregar(documento: Documento, cosa: Cosa) -> None:
    """La agrega al final."""
    documento.add_paragraph(cosa.titulo, style=estilos.PANTALLA)
    for cifra in cosa.cifras:
        parrafo = documento.add_paragraph(style=estilos.CIFRA)
        parrafo.add_run(cifra.texto).bold = True
        parrafo.add_run(f" {cifra.rotulo}" + (f" ({cifra.nota})" if cifra.nota else ""))
    for nota in cosa.notas:
        documento.add_paragraph(nota, style=estilos.TEXTO)
    documento.add_paragraph(cosa.fuente, style=estilos.FUENTE)
