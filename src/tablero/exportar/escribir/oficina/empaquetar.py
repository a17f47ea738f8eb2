"""Los mismos bytes para lo mismo: un archivo de Office sin la hora en que se escribió.

Un .docx y un .pptx son un ZIP, y los libros de Excel de sus gráficos, otro adentro. Quien los
escribe pone en cada parte la hora del momento; aquí se le pone siempre la misma.
"""

import re
from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.document import Document as Documento
from pptx.presentation import Presentation as Presentacion

SIN_HORA = (1980, 1, 1, 0, 0, 0)
"""La primera que un ZIP sabe decir."""
LIBRO = ".xlsx"
CARPETA_DE_GRAFICOS = "ppt/charts/"
HOJA, HOJA_EN_INGLES = "Datos", "Sheet1"
"""El nombre de la hoja de cada gráfico: el que le pone python-pptx está en inglés."""
CUANDO = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")
FIJO = rb"\g<1>1980-01-01T00:00:00Z"
QUIEN_LO_HIZO = "docProps/app.xml"
SIN_NOMBRES = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns='
    b'"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    b"<Application>Tablero de Control</Application></Properties>"
)
"""En vez de lo que las bibliotecas dicen de sí mismas, en inglés y de otro documento."""

Cambiar = Callable[[str, bytes], bytes]
"""Lo que queda de una parte, por su nombre y lo que dice."""


def guardar(documento: Documento | Presentacion) -> bytes:
    """El archivo, con la misma hora en todas sus partes y en las de sus libros."""
    salida = BytesIO()
    documento.save(salida)
    return _rehacer(salida.getvalue(), _parte_del_documento)


def _rehacer(archivo: bytes, cambiar: Cambiar) -> bytes:
    salida = BytesIO()
    with ZipFile(BytesIO(archivo)) as leido, ZipFile(salida, "w", ZIP_DEFLATED) as nuevo:
        for nombre in leido.namelist():
            parte = ZipInfo(nombre, SIN_HORA)
            parte.compress_type = ZIP_DEFLATED
            parte.create_system = 0  # el mismo en Windows que en Linux
            nuevo.writestr(parte, cambiar(nombre, leido.read(nombre)))
    return salida.getvalue()


def _parte_del_documento(nombre: str, contenido: bytes) -> bytes:
    if nombre == QUIEN_LO_HIZO:
        return SIN_NOMBRES
    if nombre.endswith(LIBRO):
        return _rehacer(contenido, _parte_del_libro)
    if nombre.startswith(CARPETA_DE_GRAFICOS):
        return contenido.replace(f"{HOJA_EN_INGLES}!".encode(), f"{HOJA}!".encode())
    return contenido


def _parte_del_libro(nombre: str, contenido: bytes) -> bytes:
    if nombre == QUIEN_LO_HIZO:
        return SIN_NOMBRES
    if nombre == "xl/workbook.xml":
        return contenido.replace(HOJA_EN_INGLES.encode(), HOJA.encode())
    return CUANDO.sub(FIJO, contenido) if nombre == "docProps/core.xml" else contenido
