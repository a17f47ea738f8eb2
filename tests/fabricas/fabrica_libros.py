"""Libros buenos y formas de estropearlos, para las pruebas de lectura."""

import re
import zipfile
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.workbook.workbook import Workbook

from tablero.derivados.plantilla_excel import escribir_libro
from tablero.modelo.cifras import Cifra
from tablero.modelo.cnim import Transferencia

TABLAS = (Transferencia, Cifra)
NOMBRE = "cnim/2025-11-30/cnim.xlsx"
HOJA = "xl/worksheets/sheet1.xml"
TEXTOS = "xl/sharedStrings.xml"
CORTE = date(2025, 11, 30)

TRANSFERENCIAS = tuple(
    {
        "resolucion": "001 de 2025",
        "corte_fecha": CORTE,
        "departamento_publicado": departamento,
        "municipio_publicado": municipio,
        "valor_cop": valor,
        "estado": estado,
        "ubicacion": "p. 5",
        "cita": None,
    }
    for departamento, municipio, valor, estado in (
        ("Arauca", "Arauca", 100_000_000, "girado"),
        ("Nariño", "Ipiales", 250_500_000, "desistido"),
        (None, "Cúcuta", 0, "girado"),
    )
)
CIFRAS = (
    {
        "cifra_codigo": "avance",
        "corte_fecha": CORTE,
        "tema": "Plan",
        "descripcion": "Avance del plan",
        "valor": 63.8,
        "unidad": "%",
        "precision": 0.1,
        "departamento_nombre": None,
        "ubicacion": "p. 1",
        "cita": "un avance del 63,8 %",
    },
)
FILAS: dict[str, Any] = {Transferencia.tabla: TRANSFERENCIAS, Cifra.tabla: CIFRAS}


def libro_bueno(ruta: Path) -> Path:
    """Las dos tablas, sin ningún error: `Transferencias` (A1:H4) y `Cifras` (A1:J2)."""
    escribir_libro(ruta, TABLAS, FILAS)
    return ruta


def con_openpyxl(cambiar: Callable[[Workbook], object]) -> Callable[[Path], None]:
    """Un libro bueno, cambiado después con openpyxl."""

    def fabricar(ruta: Path) -> None:
        libro = openpyxl.load_workbook(libro_bueno(ruta))
        cambiar(libro)
        libro.save(ruta)

    return fabricar


def con_celdas(celdas: Mapping[str, Any], hoja: str = "Transferencias") -> Callable[[Path], None]:
    """Un libro bueno, con otros valores en esas celdas."""

    def cambiar(libro: Workbook) -> None:
        for celda, valor in celdas.items():
            libro[hoja][celda] = valor

    return con_openpyxl(cambiar)


def con_xml(antes: str, despues: str, miembro: str = HOJA) -> Callable[[Path], None]:
    """Un libro bueno, con la primera coincidencia de `antes` (regex) cambiada en un miembro."""

    def fabricar(ruta: Path) -> None:
        with zipfile.ZipFile(libro_bueno(ruta)) as paquete:
            partes = {n: paquete.read(n) for n in paquete.namelist()}
        texto, cambios = re.subn(antes, lambda _: despues, partes[miembro].decode(), count=1)
        assert cambios == 1, f"{miembro} no contiene {antes}"
        partes[miembro] = texto.encode()
        empaquetar(ruta, partes)

    return fabricar


def empaquetar(ruta: Path, partes: Mapping[str, bytes | str]) -> None:
    """Un zip con esas partes."""
    with zipfile.ZipFile(ruta, "w", zipfile.ZIP_DEFLATED) as paquete:
        for nombre, contenido in partes.items():
            paquete.writestr(nombre, contenido)


TIPO_ODS = "application/vnd.oasis.opendocument.spreadsheet"
ESPACIOS_ODS = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
)


def ods(hojas: Mapping[str, str]) -> Callable[[Path], None]:
    """Un .ods mínimo: nombre de hoja → XML de sus filas."""
    cuerpo = "".join(
        f'<table:table table:name="{hoja}">{filas}</table:table>' for hoja, filas in hojas.items()
    )

    def fabricar(ruta: Path) -> None:
        contenido = (
            f"<office:document-content {ESPACIOS_ODS}><office:body><office:spreadsheet>"
            f"{cuerpo}</office:spreadsheet></office:body></office:document-content>"
        )
        partes = {"mimetype": TIPO_ODS, "META-INF/manifest.xml": "<m/>", "content.xml": contenido}
        empaquetar(ruta, partes)

    return fabricar


def fila_ods(*celdas: str, atributos: str = "") -> str:
    """Una fila de un .ods con esas celdas (XML)."""
    return f"<table:table-row {atributos}>{''.join(celdas)}</table:table-row>"


def celda_ods(valor: Any, atributos: str = "") -> str:
    """Una celda de un .ods con ese valor."""
    if valor is None:
        return f"<table:table-cell {atributos}/>"
    if isinstance(valor, date):
        tipo = f'office:value-type="date" office:date-value="{valor.isoformat()}"'
    elif isinstance(valor, int | float):
        tipo = f'office:value-type="float" office:value="{valor}"'
    else:
        tipo = 'office:value-type="string"'
    return f"<table:table-cell {tipo} {atributos}><text:p>{valor}</text:p></table:table-cell>"
