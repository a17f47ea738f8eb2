"""La sala que se sirve: la página, el archivo y lo que dice cuando no hay tablero."""

from collections.abc import Callable
from html import escape
from pathlib import Path

import pytest
from fabrica_asgi import Falsa, pedir
from streamlit import config

from tablero import rutas
from tablero.consultas.base import Preguntas
from tablero.exportar.escribir.html.documento import huella
from tablero.interfaz.marco.fallas import QUE_HACER
from tablero.interfaz.servidor import sala
from tablero.interfaz.servidor.cabeceras import CabecerasSeguras
from tablero.interfaz.servidor.propias import propias
from tablero.interfaz.servidor.puerta import Puerta
from tablero.respuestas.cosas.cosa import Cosa

PUERTA = CabecerasSeguras(Puerta(Falsa({}), {}, propias()))


def test_la_pagina_deja_correr_su_guion_y_ningun_otro(base_construida: Path) -> None:
    mensajes, cabeceras, cuerpo = pedir(PUERTA, "/sala")
    assert (mensajes[0]["status"], cabeceras["content-type"]) == (200, "text/html; charset=utf-8")
    politica = cabeceras["content-security-policy"]
    assert f"script-src 'self' 'wasm-unsafe-eval' 'sha256-{huella()}';" in politica
    assert "content-disposition" not in cabeceras
    assert cuerpo.decode().count("<section ") == 12


def test_el_archivo_se_descarga_y_no_enlaza_al_servidor(base_construida: Path) -> None:
    _, cabeceras, cuerpo = pedir(PUERTA, "/sala/sesion.html")
    assert cabeceras["content-disposition"] == 'attachment; filename="sesion_2026-11-30.html"'
    html = cuerpo.decode()
    assert html.count("<section ") == 12
    assert "<a " not in html


def test_en_una_carpeta_los_enlaces_la_llevan(
    base_construida: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    antes = config.get_option("server.baseUrlPath")
    config.set_option("server.baseUrlPath", "tablero")
    try:
        html = pedir(PUERTA, "/tablero/sala")[2].decode()
    finally:
        config.set_option("server.baseUrlPath", antes)
    assert 'href="/tablero/sala/sesion.html"' in html
    assert 'data-base="/tablero/"' in html


@pytest.mark.parametrize("ruta", ["/sala", "/sala/sesion.html"])
def test_sin_tablero_lo_dice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ruta: str) -> None:
    monkeypatch.setattr(rutas, "BASE", tmp_path / "nada.duckdb")
    mensajes, cabeceras, cuerpo = pedir(PUERTA, ruta)
    assert mensajes[0]["status"] == 503
    assert "content-disposition" not in cabeceras
    assert "Todavía no se ha construido el tablero" in cuerpo.decode()


@pytest.mark.parametrize(
    ("todas", "estado", "dicho"),
    [(lambda _: 1 // 0, 500, QUE_HACER), (lambda _: (), 404, sala.SIN_NADA)],
    ids=["falla", "nada"],
)
def test_si_no_se_puede_escribir_lo_dice(
    base_construida: Path,
    monkeypatch: pytest.MonkeyPatch,
    todas: Callable[[Preguntas], tuple[Cosa, ...]],
    estado: int,
    dicho: str,
) -> None:
    monkeypatch.setattr(sala, "todas", todas)
    sala._html.olvidar()
    mensajes, _, cuerpo = pedir(PUERTA, "/sala")
    sala._html.olvidar()
    assert mensajes[0]["status"] == estado
    assert escape(dicho) in cuerpo.decode()
