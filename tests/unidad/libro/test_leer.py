"""Lo que se escribe en un libro es lo que se lee, en cualquiera de sus tres formatos."""

import csv
import io
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P

from tablero.derivados.plantilla_excel import escribir_libro
from tablero.errores import ErrorDeCelda
from tablero.libro.convertir import ERROR_DE_FORMULA
from tablero.libro.fila import letras
from tablero.libro.leer import leer_libro
from tablero.modelo import TABLAS as TODAS
from tablero.modelo import Columna, Tabla
from tablero.modelo.centros import CentroAtencion, CentroIntegrate
from tablero.modelo.cifras import Cifra
from tablero.modelo.cnim import Transferencia
from tablero.modelo.territorio import Municipio
from tablero.texto import codigo, limpiar

TABLAS = (Transferencia, Cifra, CentroAtencion, CentroIntegrate)
Filas = Mapping[str, Sequence[Mapping[str, Any]]]

TEXTO = (
    st.text(
        st.characters(
            max_codepoint=0x17F,
            exclude_categories=("Cs", "Cc", "Cn"),
            include_characters="–—“”’…•€✓\n\t",
        )
    )
    .map(limpiar)
    .filter(lambda texto: texto and not ERROR_DE_FORMULA.fullmatch(texto))
)


def _valores(columna: Columna) -> st.SearchStrategy[Any]:
    """Valores que la columna admite."""
    valores: st.SearchStrategy[Any]
    if columna.opciones:
        valores = st.sampled_from(columna.opciones)
    elif columna.patron:
        palabra = st.text("abc123_ñ", min_size=1, max_size=8)
        valores = (
            st.lists(palabra, min_size=1, max_size=15).map(" ".join)
            if "{0,14}" in columna.patron
            else st.from_regex(columna.patron, fullmatch=True, alphabet="abz019_.")
        )
    elif columna.tipo is str:
        valores = TEXTO.map(codigo).filter(bool) if columna.es_codigo else TEXTO
    elif columna.tipo is int:
        valores = st.integers(int(columna.minimo or 0), int(min(columna.escala, 10**15 - 1)))
    elif columna.tipo is float:
        minimo = 1 if columna.mayor_que is not None else -(10**9)
        valores = st.integers(minimo, 10**9).map(lambda n: n / 1000)
    else:
        dias = st.dates(date(1990, 1, 1), date(2100, 12, 31))
        valores = st.booleans() if columna.tipo is bool else dias
    return valores if columna.obligatoria else st.none() | valores


def _filas(tabla: type[Tabla]) -> st.SearchStrategy[list[dict[str, Any]]]:
    columnas = {c.nombre: _valores(c) for c in tabla.columnas_libro()}
    return st.lists(st.fixed_dictionaries(columnas), max_size=4)


LIBROS = st.fixed_dictionaries({t.tabla: _filas(t) for t in TABLAS})
SIN_PRISA = settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def _leidas(ruta: Path) -> dict[str, list[dict[str, Any]]]:
    leido = leer_libro(ruta, TABLAS, "libro")
    assert [str(error) for error in leido.errores] == []
    return {nombre: [f.valores for f in filas] for nombre, filas in leido.filas.items()}


@SIN_PRISA
@given(LIBROS)
def test_lo_escrito_en_xlsx_es_lo_leido(tmp_path: Path, filas: Filas) -> None:
    ruta = tmp_path / "libro.xlsx"
    escribir_libro(ruta, TABLAS, filas)
    assert _leidas(ruta) == filas


@SIN_PRISA
@given(LIBROS, st.randoms(use_true_random=False), st.booleans())
def test_el_orden_de_las_columnas_no_importa(
    tmp_path: Path, filas: Filas, azar: Any, con_nombres: bool
) -> None:
    libro = openpyxl.Workbook()
    libro.remove(libro.worksheets[0])
    for tabla in TABLAS:
        columnas = list(tabla.columnas_libro())
        azar.shuffle(columnas)
        hoja = libro.create_sheet(tabla.hoja)
        hoja.append([f" {c.nombre if con_nombres else c.titulo} " for c in columnas])
        for numero, fila in enumerate(filas[tabla.tabla], start=2):
            for indice, columna in enumerate(columnas, start=1):
                celda = hoja.cell(numero, indice, fila[columna.nombre])
                if isinstance(celda.value, str):
                    celda.data_type = "s"  # un texto que empieza por «=» no es una fórmula
    ruta = tmp_path / "libro.xlsx"
    libro.save(ruta)
    leidas = _leidas(ruta)
    assert leidas == filas
    for tabla in TABLAS:
        for fila in leidas[tabla.tabla]:
            assert list(fila) == [c.nombre for c in tabla.columnas_libro()]


@SIN_PRISA
@given(LIBROS, st.booleans())
def test_lo_escrito_en_csv_es_lo_leido(tmp_path: Path, filas: Filas, con_bom: bool) -> None:
    for tabla in TABLAS:
        salida = io.StringIO(newline="")
        nombres = [c.nombre for c in tabla.columnas_libro()]
        escritor = csv.DictWriter(salida, nombres)
        escritor.writeheader()
        for fila in filas[tabla.tabla]:
            escritor.writerow(
                {n: str(v).lower() if isinstance(v, bool) else v for n, v in fila.items()}
            )
        codificacion = "utf-8-sig" if con_bom else "utf-8"
        (tmp_path / f"{tabla.tabla}.csv").write_bytes(salida.getvalue().encode(codificacion))
    assert _leidas(tmp_path) == filas


def _celda_ods(valor: Any) -> TableCell:
    if valor is None:
        return TableCell()
    if isinstance(valor, bool):
        celda = TableCell(valuetype="boolean", booleanvalue=str(valor).lower())
    elif isinstance(valor, date):
        celda = TableCell(valuetype="date", datevalue=valor.isoformat())
    elif isinstance(valor, int | float):
        celda = TableCell(valuetype="float", value=repr(valor))
    else:
        celda = TableCell(valuetype="string")
    for parrafo in str(valor).split("\n"):
        celda.addElement(P(text=parrafo))
    return celda


@SIN_PRISA
@given(LIBROS)
def test_lo_escrito_en_ods_es_lo_leido(tmp_path: Path, filas: Filas) -> None:
    libro = OpenDocumentSpreadsheet()
    for tabla in TABLAS:
        hoja = Table(name=tabla.hoja)
        columnas = tabla.columnas_libro()
        contenido = [[c.titulo for c in columnas]]
        contenido += [[fila[c.nombre] for c in columnas] for fila in filas[tabla.tabla]]
        for valores in contenido:
            renglon = TableRow()
            for valor in valores:
                renglon.addElement(_celda_ods(valor))
            hoja.addElement(renglon)
        libro.spreadsheet.addElement(hoja)
    ruta = tmp_path / "libro.ods"
    libro.save(str(ruta))
    assert _leidas(ruta) == filas


def test_la_plantilla_vacia_no_tiene_errores(tmp_path: Path) -> None:
    ruta = tmp_path / "libro.xlsx"
    tablas = [t for t in TODAS if t.columnas_libro()]
    escribir_libro(ruta, tablas)
    leido = leer_libro(ruta, tablas, "libro")
    assert leido.errores == ()
    assert leido.filas == {t.tabla: () for t in tablas}


MUNICIPIO = {
    "municipio_codigo": "05001",
    "municipio_nombre": "Medellín",
    "departamento_codigo": "05",
    "departamento_nombre": "Antioquia",
    "tipo": "municipio",
    "area_metropolitana": None,
    "longitud": -75.57,
    "latitud": 6.25,
    "ubicacion": "DIVIPOLA",
}


def test_cada_fila_sabe_donde_esta(tmp_path: Path) -> None:
    ruta = tmp_path / "divipola.xlsx"
    escribir_libro(ruta, [Municipio], {"municipios": [MUNICIPIO, MUNICIPIO]})
    fila = leer_libro(ruta, [Municipio], "divipola.xlsx").filas["municipios"][1]
    nombre = next(c for c in Municipio.columnas_libro() if c.nombre == "municipio_nombre")
    assert (fila.archivo, fila.hoja, fila.numero) == ("divipola.xlsx", "Municipios", 3)
    assert fila.celdas["municipio_nombre"] == "B3"
    assert fila.error("no existe.", nombre) == ErrorDeCelda(
        "divipola.xlsx", "Municipios", "B3", "Municipio", "no existe."
    )
    assert str(fila.error("está repetida.")) == (
        "divipola.xlsx · hoja «Municipios»: fila 3: está repetida."
    )


@pytest.mark.parametrize(
    ("indice", "esperadas"), [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (703, "AAA")]
)
def test_letras_de_una_columna(indice: int, esperadas: str) -> None:
    assert letras(indice) == esperadas
