"""Lo que todo libro de Excel de aquí hace igual, escriba lo que escriba.

Un texto va siempre como texto: Excel nunca lo ejecuta como fórmula ni lo vuelve un enlace. Lo que
no cabe en una celda lo dice. El mismo contenido da siempre el mismo archivo.
"""

import textwrap
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import BinaryIO

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from tablero import tema
from tablero.un_json import Objeto

FECHA_FIJA = datetime(2026, 1, 1)
"""La que el archivo dice que tiene, para que no cambie cada vez."""
A4 = 9
"""El papel, como lo numera Excel."""
FECHA = "yyyy-mm-dd"
ANCHO_MINIMO, ANCHO_MAXIMO = 10, 60
ALTO = 16
"""De un renglón, en puntos."""
ALTO_MAXIMO = 409
"""El que Excel admite."""
MAX_FILAS = 1_048_575
"""Las que caben en una hoja, sin la del encabezado; las demás se callarían."""
MAX_LETRAS = 32_767
"""Las que caben en una celda."""
SIGUE = "… (sigue en el CSV)"
OPCIONES = {
    "in_memory": True,
    "default_date_format": FECHA,
    "strings_to_formulas": False,
    "strings_to_urls": False,
}
TITULO: Objeto = {"bold": True, "font_size": 14}
TEXTO: Objeto = {"num_format": "@"}
ENCABEZADO: Objeto = {
    "bold": True,
    "bg_color": tema.FONDO_ENCABEZADO_LIBRO,
    "bottom": 1,
    "text_wrap": True,
    "valign": "top",
}


def abrir(donde: Path | BinaryIO, titulo: str = "") -> xlsxwriter.Workbook:
    """Un libro vacío que se escribe ahí al cerrarlo (`with`)."""
    libro = xlsxwriter.Workbook(str(donde) if isinstance(donde, Path) else donde, OPCIONES)
    dichas = {"title": titulo, "language": "es-CO"} if titulo else {}
    libro.set_properties({**dichas, "created": FECHA_FIJA})
    return libro


def escribir(
    hoja: Worksheet,
    celda: tuple[int, int],
    valor: str | float | bool | date | None,
    formato: Format | None = None,
) -> None:
    """Una celda (fila y columna, desde cero) según lo que lleva; `None` la deja vacía."""
    if valor is None:
        return
    if isinstance(valor, bool):
        hoja.write_string(*celda, "sí" if valor else "no", formato)
    elif isinstance(valor, date):
        hoja.write_datetime(*celda, valor, formato)
    elif isinstance(valor, int | float):
        hoja.write_number(*celda, valor, formato)
    else:
        hoja.write_string(*celda, que_cabe(valor), formato)


def que_cabe(texto: str) -> str:
    """El texto, o su comienzo si no cabe en una celda de Excel, que lo dice."""
    return texto if len(texto) <= MAX_LETRAS else texto[: MAX_LETRAS - len(SIGUE)] + SIGUE


def alto(dichos: Sequence[str], anchos: Sequence[int]) -> int:
    """El de una fila en que se lee entero lo que dice: no todo programa lo mide al abrir."""
    renglones = (
        len(textwrap.wrap(dicho, ancho)) for dicho, ancho in zip(dichos, anchos, strict=True)
    )
    return min(ALTO * max(1, *renglones), ALTO_MAXIMO)


def ancho(valores: Iterable[object]) -> int:
    """El de una columna que lleva esos valores, en letras."""
    largo = max((len(str(valor)) for valor in valores if valor is not None), default=0)
    return min(max(largo + 2, ANCHO_MINIMO), ANCHO_MAXIMO)
