"""Toda pregunta se puede hacer, incluso sin elegir nada, y siempre dice de qué fuente sale."""

import csv
import io
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from fabrica_politica import JUNIO, POLITICA

from tablero import rutas
from tablero.consultas import transferencias
from tablero.consultas.base import Base, leer_pregunta
from tablero.exportar.csv_oficial import a_csv

SQL = rutas.RAIZ / "src" / "tablero" / "consultas" / "sql"
PREGUNTAS = sorted(p.relative_to(SQL).with_suffix("").as_posix() for p in SQL.rglob("*.sql"))
SIN_ELEGIR = {"codigos": ("no_existe",), "listas": ("no_existe",)}
DE_LA_POLITICA = [n for n in PREGUNTAS if {"politica", "corte"} <= leer_pregunta(n).parametros]
"""Las que se hacen de una política en un corte."""
ELEGIDO = {"politica": POLITICA, "por": "sector", "seccion": "logros", "codigo": "1.1.1"}


@pytest.fixture(scope="module")
def con_libros(base_con_libros: Path) -> Base:
    return Base(base_con_libros)


@pytest.mark.parametrize("nombre", PREGUNTAS)
def test_se_puede_hacer(base: Base, nombre: str) -> None:
    parametros = {p: SIN_ELEGIR.get(p) for p in leer_pregunta(nombre).parametros}
    resultado = base.consultar(nombre, **parametros)
    assert "fuente_codigo" in resultado.datos.columns
    assert resultado.esta_vacio or resultado.fuentes


@pytest.mark.parametrize("nombre", PREGUNTAS)
def test_sus_columnas_no_se_repiten(base: Base, nombre: str) -> None:
    parametros = {p: SIN_ELEGIR.get(p) for p in leer_pregunta(nombre).parametros}
    columnas = list(base.consultar(nombre, **parametros).datos.columns)
    assert len(columnas) == len(set(columnas))


@pytest.mark.parametrize("nombre", PREGUNTAS)
def test_donde_hay_un_municipio_va_su_departamento_y_la_edicion(base: Base, nombre: str) -> None:
    parametros = {p: SIN_ELEGIR.get(p) for p in leer_pregunta(nombre).parametros}
    respuesta = base.consultar(nombre, **parametros)
    if "municipio_codigo" not in respuesta.datos:
        return
    for fila in respuesta.filas:
        if (codigo := fila["municipio_codigo"]) is None:  # la fila es de un departamento o del país
            assert fila["divipola_fecha"] is None
            continue
        assert fila["departamento_codigo"] == codigo[:2]
        assert fila["divipola_fecha"] == date(2025, 12, 31)


def test_tambien_las_lleva_lo_que_alguien_descarga(base: Base) -> None:
    girado = transferencias.municipios(base, departamento=None, municipio=None)
    archivo = a_csv(girado.datos, "maquina").decode()
    filas = list(csv.DictReader(io.StringIO(archivo)))
    assert {f["divipola_fecha"] for f in filas} == {"2025-12-31"}
    assert ("05", "05490") in {(f["departamento_codigo"], f["municipio_codigo"]) for f in filas}


@pytest.mark.parametrize("corte", [date(2024, 12, 31), JUNIO])
@pytest.mark.parametrize("nombre", DE_LA_POLITICA)
def test_se_puede_hacer_de_un_informe_y_de_un_libro(
    con_libros: Base, nombre: str, corte: date
) -> None:
    elegido: dict[str, Any] = {**ELEGIDO, "corte": corte}
    parametros = {p: elegido.get(p) for p in leer_pregunta(nombre).parametros}
    resultado = con_libros.consultar(nombre, **parametros)
    assert resultado.esta_vacio or resultado.fuentes


def test_hay_preguntas() -> None:
    assert Path(SQL, "politica", "corte.sql").exists()
    assert len(PREGUNTAS) > 30
    assert "por_que/grupos" in DE_LA_POLITICA
