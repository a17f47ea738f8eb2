"""`tablero abrir --desarrollo`: lo que se cambia en el código se ve sin recargar ni reabrir."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

LANZADOR = """
import sys
from pathlib import Path
sys.path.insert(0, str(Path(sys.argv[1]).parent))
from tablero.interfaz.servidor.arrancar import servir
servir(Path(sys.argv[1]), 0, "127.0.0.1", desarrollo=sys.argv[2] == "sí")
"""
APP = "import streamlit as st\nimport modulo_de_ensayo\nst.write('página', modulo_de_ensayo.DICE)\n"


@pytest.fixture
def carpeta(tmp_path: Path) -> Path:
    (tmp_path / "app.py").write_text(APP, encoding="utf-8")
    (tmp_path / "modulo_de_ensayo.py").write_text("DICE = 'uno'\n", encoding="utf-8")
    return tmp_path


@pytest.fixture
def direccion(carpeta: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    with subprocess.Popen(
        [sys.executable, "-c", LANZADOR, str(carpeta / "app.py"), request.param],
        stdout=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1", "TABLERO_DATOS": str(carpeta)},
    ) as proceso:
        assert proceso.stdout is not None
        lineas = [proceso.stdout.readline() for _ in range(3)]
        yield lineas[1].split()[-1]
        proceso.terminate()


@pytest.mark.parametrize("direccion", ["sí"], indirect=True)
def test_una_pagina_o_un_modulo_que_cambia_se_vuelve_a_dibujar(
    contexto: BrowserContext, carpeta: Path, direccion: str
) -> None:
    pagina = contexto.new_page()
    pagina.goto(direccion)
    expect(pagina.get_by_text("página uno")).to_be_visible()
    (carpeta / "app.py").write_text(APP.replace("página", "otra"), encoding="utf-8")
    expect(pagina.get_by_text("otra uno")).to_be_visible()
    (carpeta / "modulo_de_ensayo.py").write_text("DICE = 'dos mil'\n", encoding="utf-8")
    expect(pagina.get_by_text("otra dos mil")).to_be_visible()


@pytest.mark.parametrize("direccion", ["no"], indirect=True)
def test_sin_desarrollo_nada_vigila_el_codigo(
    contexto: BrowserContext, carpeta: Path, direccion: str
) -> None:
    pagina = contexto.new_page()
    pagina.goto(direccion)
    expect(pagina.get_by_text("página uno")).to_be_visible()
    (carpeta / "app.py").write_text(APP.replace("página", "otra"), encoding="utf-8")
    pagina.wait_for_timeout(3_000)
    expect(pagina.get_by_text("página uno")).to_be_visible()
