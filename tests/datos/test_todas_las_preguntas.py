"""Toda pregunta se puede hacer, incluso sin elegir nada, y siempre dice de qué fuente sale."""

from pathlib import Path

import pytest

from tablero import rutas
from tablero.consultas.base import Base, leer_pregunta

SQL = rutas.RAIZ / "src" / "tablero" / "consultas" / "sql"
PREGUNTAS = sorted(p.relative_to(SQL).with_suffix("").as_posix() for p in SQL.rglob("*.sql"))
SIN_ELEGIR = {"codigos": ("no_existe",), "listas": ("no_existe",)}


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


def test_hay_preguntas() -> None:
    assert Path(SQL, "politica", "corte.sql").exists()
    assert len(PREGUNTAS) > 30
