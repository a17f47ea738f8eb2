"""La marca en pantalla: con datos simulados, en toda página; con los verdaderos, nunca."""

import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from fabrica_simulada import fuentes_simuladas
from pliegues import desplegar
from streamlit.delta_generator import DeltaGenerator
from tipos import Abrir, Texto

from tablero import rutas, tema
from tablero.ingesta.construir import construir
from tablero.interfaz.marco import estilo
from tablero.modelo import TABLAS

PAGINAS = ["app.py", *sorted(f"pages/{p.name}" for p in (rutas.RAIZ / "pages").glob("*.py"))]
CONTRASTE_AAA = 7.0
QUE_ES = re.compile(r'<div id="termino-simulado">.*?</div>')
"""El glosario dice qué es «simulado» sin que nada lo sea."""


@pytest.fixture(scope="module")
def simulada(tmp_path_factory: pytest.TempPathFactory) -> Path:
    carpeta = tmp_path_factory.mktemp("simulado")
    construir(fuentes_simuladas(carpeta), carpeta / "tablero.duckdb")
    return carpeta / "tablero.duckdb"


@pytest.fixture
def con_simulados(simulada: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Sirve el tablero simulado en lugar del verdadero."""
    monkeypatch.setattr(rutas, "BASE", simulada)
    yield


@pytest.fixture
def nombres(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """El nombre de cada archivo que una página ofrece para descargar."""
    ofrecidos: list[str] = []
    de_streamlit = DeltaGenerator.download_button

    def espiar(donde: DeltaGenerator, *partes: Any, **opciones: Any) -> Any:
        ofrecidos.append(opciones["file_name"])
        return de_streamlit(donde, *partes, **opciones)

    monkeypatch.setattr(DeltaGenerator, "download_button", espiar)
    # `st.download_button` guarda el método del contenedor principal desde que se importa.
    monkeypatch.setattr(st, "download_button", partial(espiar, st._main))
    return ofrecidos


@pytest.mark.parametrize("archivo", PAGINAS)
@pytest.mark.usefixtures("con_simulados")
def test_toda_pagina_lo_dice_y_marca_sus_archivos(
    archivo: str, abrir: Abrir, texto: Texto, nombres: list[str]
) -> None:
    pantalla = texto(abrir(archivo))
    assert "<strong>DATOS SIMULADOS</strong>" in pantalla
    assert "Son inventados, para probar y enseñar: ninguna cifra es verdadera." in pantalla
    assert [n for n in nombres if not n.startswith("SIMULADO_")] == []


@pytest.mark.parametrize("archivo", PAGINAS)
def test_con_los_datos_verdaderos_ninguna_lo_dice(
    archivo: str, abrir: Abrir, texto: Texto, nombres: list[str]
) -> None:
    pantalla = re.sub(r"<style>.*?</style>", "", texto(abrir(archivo)), flags=re.DOTALL)
    assert "simulado" not in QUE_ES.sub("", pantalla).lower()
    assert [n for n in nombres if "SIMULADO" in n] == []


@pytest.mark.usefixtures("con_simulados")
def test_descargas_ofrece_todo_marcado(abrir: Abrir, nombres: list[str]) -> None:
    abrir("pages/descargas.py")
    desplegar(abrir("pages/descargas.py", ver="tablas"))
    marcados = {"SIMULADO_tablero_2025-12-31.xlsx", "SIMULADO_tablero_2025-12-31.duckdb"}
    assert marcados | {"SIMULADO_diccionario.md"} <= set(nombres)
    assert len([n for n in nombres if n.endswith("_excel.csv")]) >= len(TABLAS)


def test_la_franja_se_lee_de_lejos_y_se_imprime() -> None:
    assert contraste(tema.SIMULADO, tema.SIMULADO_TEXTO) > CONTRASTE_AAA
    assert contraste(tema.SIMULADO, tema.CLARO["backgroundColor"]) > CONTRASTE_AAA
    hoja = estilo.hoja()
    assert ".stElementContainer:has(.tb-simulado) { position: sticky;" in hoja
    assert ".tb-simulado::after { content: attr(data-marca); position: fixed;" in hoja


def contraste(uno: str, otro: str) -> float:
    """El contraste de dos colores según WCAG 2.1."""
    claro, oscuro = sorted((_luminancia(uno), _luminancia(otro)), reverse=True)
    return (claro + 0.05) / (oscuro + 0.05)


def _luminancia(color: str) -> float:
    canales = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    lineales = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in canales]
    return 0.2126 * lineales[0] + 0.7152 * lineales[1] + 0.0722 * lineales[2]
