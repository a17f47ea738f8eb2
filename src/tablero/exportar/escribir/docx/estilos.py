"""Los estilos que la plantilla del borrador debe tener, por su nombre.

Los títulos son los de Word (en su versión en español se ven como «Título 1»): de ellos salen el
índice y el panel de navegación. Los demás son propios.
"""

from pathlib import Path
from zipfile import BadZipFile

from docx import Document
from docx.document import Document as Documento
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.exceptions import PackageNotFoundError

from tablero.errores import ErrorTablero

TITULO, CAPITULO, PUNTO, PANTALLA = "Title", "Heading 1", "Heading 2", "Heading 3"
EN_WORD = {TITULO: "Título", CAPITULO: "Título 1", PUNTO: "Título 2", PANTALLA: "Título 3"}
TEXTO, CIFRA, FUENTE = "Texto del acta", "Cifra del acta", "Fuente del acta"
BORRADOR, AVISO, CELDA = "Aviso de borrador", "Aviso de datos simulados", "Celda del acta"
ENCABEZADO = "Encabezado de tabla"
TABLA = "Tabla del acta"
DE_PARRAFO = (
    *(TITULO, CAPITULO, PUNTO, PANTALLA),
    *(TEXTO, CIFRA, FUENTE, BORRADOR, AVISO, CELDA, ENCABEZADO),
)


def abrir(plantilla: Path) -> Documento:
    """El documento de esa plantilla, con su membrete y sin su texto.

    `ErrorTablero` si no se puede leer o si le falta algún estilo: los dice todos.
    """
    try:
        documento = Document(str(plantilla))
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError) as error:
        raise ErrorTablero(f"{plantilla.name} no es un documento de Word (.docx).") from error
    if faltan := _lo_que_falta(documento):
        raise ErrorTablero(f"A la plantilla {plantilla.name} le falta:\n  " + "\n  ".join(faltan))
    _vaciar(documento)
    return documento


def _lo_que_falta(documento: Documento) -> list[str]:
    tipos = {estilo.name: estilo.type for estilo in documento.styles}
    faltan = [
        f"el estilo de párrafo «{EN_WORD.get(nombre, nombre)}»"
        for nombre in DE_PARRAFO
        if tipos.get(nombre) != WD_STYLE_TYPE.PARAGRAPH
    ]
    if tipos.get(TABLA) != WD_STYLE_TYPE.TABLE:
        faltan.append(f"el estilo de tabla «{TABLA}»")
    return faltan


def _vaciar(documento: Documento) -> None:
    """Deja los márgenes, el encabezado y el pie de la última sección."""
    cuerpo = documento.element.body
    for elemento in list(cuerpo)[:-1]:
        cuerpo.remove(elemento)
