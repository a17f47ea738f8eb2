"""Un solo libro de Excel con todas las tablas y una primera hoja que dice qué hay en él.

Los códigos van como texto, las fechas como fechas y los porcentajes como números (50 es 50 %). Un
texto se escribe siempre como texto: Excel nunca lo ejecuta como fórmula ni lo vuelve un enlace.
"""

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from tablero.consultas.base import MARCA, Base
from tablero.consultas.fuentes import fuentes
from tablero.exportar.leeme import formulas
from tablero.exportar.marca import AVISO, EXPLICACION
from tablero.filas import Fila
from tablero.formato import corte, numero
from tablero.modelo import TABLAS, Columna, Fuente, Tabla

ACERCA_DE = "Acerca de"
ANCHO_MINIMO, ANCHO_MAXIMO = 10, 60
MAX_FILAS = 1_048_575
"""Las que caben en una hoja de Excel, sin la del encabezado; las demás se callarían."""
MAX_LETRAS = 32_767
"""Las que caben en una celda."""
SIGUE = "… (sigue en el CSV)"
TITULO = "Tablero de Control de la población migrante internacional"
NOTAS = (
    ("Idioma", "Español (Colombia)."),
    ("Formato", "Libro de Excel (.xlsx), una hoja por tabla."),
    ("Filtros", "Ninguno: cada tabla va completa."),
    ("Versión de las fórmulas", "{formulas} (docs/metodologia.md)."),
    ("Vacío", "La fuente no lo publica."),
    ("Porcentajes", "Van como números: 50 significa 50 %, y pueden pasar de 100."),
    ("Códigos", "DIVIPOLA y productos van como texto, con sus ceros."),
    ("Actualización", "Con cada corte nuevo de las fuentes."),
)
FUENTES = {
    "fuente_codigo": "Código",
    "titulo": "Título",
    "entidad": "Entidad",
    "corte_texto": "Corte",
    "licencia": "Licencia",
    "archivo": "Archivo de origen",
}
TABLAS_DEL_LIBRO = ("Hoja", "Tabla", "Qué contiene", "Filas")


@dataclass(frozen=True)
class Formatos:
    """Cómo se ven las celdas."""

    titulo: Format
    encabezado: Format
    texto: Format
    fecha: Format
    entero: Format
    cantidad: Format


def libro_excel(base: Base) -> bytes:
    """El libro completo, armado en memoria."""
    salida = io.BytesIO()
    opciones = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(salida, opciones) as libro:
        libro.set_properties({"title": _titulo(base), "language": "es-CO"})
        formatos = _formatos(libro)
        portada = libro.add_worksheet(ACERCA_DE)
        filas = {t: _escribir_tabla(libro, base, t, formatos) for t in TABLAS}
        _escribir_portada(portada, base, filas, formatos)
    return salida.getvalue()


def _titulo(base: Base) -> str:
    return f"{AVISO}. {TITULO}" if base.es_simulado else TITULO


def _columnas(tabla: type[Tabla], base: Base) -> list[Columna]:
    """Las del modelo y, con datos simulados, al final la que lo dice."""
    propias = [c for c in tabla.columnas() if c.nombre != MARCA]
    marca = [c for c in Fuente.columnas() if c.nombre == MARCA]
    return [*propias, *(marca if base.es_simulado else [])]


def _formatos(libro: xlsxwriter.Workbook) -> Formatos:
    return Formatos(
        titulo=libro.add_format({"bold": True, "font_size": 14}),
        encabezado=libro.add_format({"bold": True, "text_wrap": True, "bottom": 1}),
        texto=libro.add_format({"num_format": "@"}),
        fecha=libro.add_format({"num_format": "yyyy-mm-dd", "align": "left"}),
        entero=libro.add_format({"num_format": "0"}),
        cantidad=libro.add_format({"num_format": "#,##0"}),
    )


def _escribir_tabla(
    libro: xlsxwriter.Workbook, base: Base, tabla: type[Tabla], formatos: Formatos
) -> int:
    """Escribe la hoja de una tabla y devuelve cuántas filas tiene."""
    todos = base.tabla(tabla.tabla)
    datos = todos.head(MAX_FILAS)
    columnas = _columnas(tabla, base)
    hoja = libro.add_worksheet(tabla.hoja)
    for indice, columna in enumerate(columnas):
        valores = datos[columna.nombre].tolist()
        hoja.write_string(0, indice, columna.titulo, formatos.encabezado)
        hoja.write_comment(0, indice, _nota(columna))
        hoja.set_column(indice, indice, _ancho([columna.titulo, *valores]))
        for fila, valor in enumerate(valores, start=1):
            if not pd.isna(valor):  # lo que no se publica queda vacío
                _escribir(hoja, (fila, indice), valor, columna, formatos)
    hoja.freeze_panes(1, 0)
    hoja.autofilter(0, 0, len(datos), len(columnas) - 1)
    return len(todos)


def _nota(columna: Columna) -> str:
    unidad = f" Unidad: {columna.unidad}." if columna.unidad else ""
    return f"{columna.nombre}. {columna.descripcion}{unidad}"


def _escribir(
    hoja: Worksheet,
    celda: tuple[int, int],
    valor: Any,  # de la clase que dice su columna, o como la guarda pandas
    columna: Columna,
    formatos: Formatos,
) -> None:
    """Una celda con el tipo de su columna."""
    if columna.tipo is date:
        hoja.write_datetime(*celda, valor, formatos.fecha)
    elif columna.tipo is bool:
        hoja.write_string(*celda, "sí" if valor else "no", formatos.texto)
    elif columna.tipo is int:
        es_cantidad = bool(columna.unidad)
        hoja.write_number(*celda, int(valor), formatos.cantidad if es_cantidad else formatos.entero)
    elif columna.tipo is float:
        hoja.write_number(*celda, float(valor))
    else:
        hoja.write_string(*celda, _que_cabe(str(valor)), formatos.texto)


def _que_cabe(texto: str) -> str:
    """El texto, o su comienzo si no cabe en una celda de Excel, que lo dice."""
    return texto if len(texto) <= MAX_LETRAS else texto[: MAX_LETRAS - len(SIGUE)] + SIGUE


def _ancho(valores: Iterable[object]) -> int:
    largo = max((len(str(v)) for v in valores), default=0)
    return min(max(largo + 2, ANCHO_MINIMO), ANCHO_MAXIMO)


def _escribir_portada(
    hoja: Worksheet, base: Base, filas: dict[type[Tabla], int], formatos: Formatos
) -> None:
    """Qué es el libro, de qué fuentes sale y qué hay en cada hoja."""
    hoja.hide_gridlines(2)
    for indice, ancho in enumerate((26, 30, 60, 24, 16, 30)):
        hoja.set_column(indice, indice, ancho)
    hoja.write_string(0, 0, _titulo(base), formatos.titulo)
    if base.es_simulado:
        hoja.write_string(1, 0, EXPLICACION)
    siguiente = 2
    for nombre, texto in NOTAS:
        hoja.write_string(siguiente, 0, nombre, formatos.encabezado)
        hoja.write_string(siguiente, 1, texto.format(formulas=formulas(base)))
        siguiente += 1
    siguiente = _encabezar(hoja, siguiente + 1, "Fuentes", tuple(FUENTES.values()), formatos)
    for fuente in fuentes(base).filas:
        for indice, campo in enumerate(FUENTES):
            hoja.write_string(siguiente, indice, _de_la_fuente(fuente, campo))
        siguiente += 1
    siguiente = _encabezar(hoja, siguiente + 1, "Hojas", TABLAS_DEL_LIBRO, formatos)
    for tabla, cuantas in filas.items():
        hoja.write_url(siguiente, 0, f"internal:'{tabla.hoja}'!A1", string=tabla.hoja)
        hoja.write_string(siguiente, 1, tabla.tabla)
        sobran = cuantas - MAX_FILAS
        aviso = f" No caben {numero(sobran)} filas: están en el CSV." if sobran > 0 else ""
        hoja.write_string(siguiente, 2, tabla.resumen() + aviso)
        hoja.write_number(siguiente, 3, cuantas, formatos.cantidad)
        siguiente += 1


def _de_la_fuente(fuente: Fila, campo: str) -> str:
    """Un dato de una fuente; el corte, con sus palabras."""
    if campo == "corte_texto":
        return corte(fuente[campo], fuente["corte_fecha"])
    return str(fuente[campo])


def _encabezar(
    hoja: Worksheet, fila: int, titulo: str, columnas: Sequence[str], formatos: Formatos
) -> int:
    """Escribe un título y su fila de encabezados; devuelve la fila que sigue."""
    hoja.write_string(fila, 0, titulo, formatos.titulo)
    for indice, columna in enumerate(columnas):
        hoja.write_string(fila + 1, indice, columna, formatos.encabezado)
    return fila + 2
