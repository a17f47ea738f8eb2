"""Una falla se dice en su lugar."""

import pytest
import streamlit as st

from tablero.errores import ArchivoIlegible
from tablero.interfaz.marco import decir, fallas
from tablero.interfaz.marco.fallas import decir_fallas


@pytest.fixture
def dichas(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    textos: list[str] = []
    monkeypatch.setattr(st, "error", textos.append)
    monkeypatch.setattr(decir, "fallar", textos.append)
    return textos


def test_una_falla_que_se_puede_corregir_se_dice_y_la_pagina_sigue(dichas: list[str]) -> None:
    @decir_fallas
    def mapa(nombre: str) -> str:
        raise ArchivoIlegible(f"{nombre}: está dañado; cópielo otra vez.")

    assert mapa("mapa_a.json") is None
    assert dichas == ["mapa_a.json: está dañado; cópielo otra vez."]


def test_sin_falla_devuelve_lo_mismo_y_no_dice_nada(dichas: list[str]) -> None:
    @decir_fallas
    def sumar(a: int, *, b: int) -> int:
        return a + b

    assert sumar(2, b=3) == 5
    assert dichas == []


@decir_fallas
def romper() -> None:
    raise KeyError("x")


def test_una_falla_del_programa_se_dice_en_espanol_y_queda_en_la_bitacora(
    dichas: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    assert romper() is None
    assert dichas == [
        "Esta parte no se pudo mostrar, y lo demás de la página sí. Vuelva a cargar la página. Si "
        "sigue igual, avise a quien administra el tablero y dígale en qué página está y qué hizo "
        "antes."
    ]
    assert "No se pudo dibujar romper" in caplog.text
    assert "KeyError: 'x'" in caplog.text


def test_en_las_pruebas_una_falla_del_programa_no_se_esconde(
    dichas: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fallas, "DEL_PROGRAMA", ())
    with pytest.raises(KeyError):
        romper()
    assert dichas == []


def test_la_que_detiene_la_pagina_se_dice_y_lleva_al_inicio(dichas: list[str]) -> None:
    assert fallas.decir_la_de_la_pagina(KeyError("x"))
    assert fallas.decir_la_de_la_pagina(ArchivoIlegible("mapa_a.json: está dañado."))
    assert dichas[0].startswith("Lo que sigue de esta página no se pudo mostrar. Vuelva a cargar")
    assert dichas[0].endswith("[Ir al inicio del tablero](/)")
    assert dichas[1] == "mapa_a.json: está dañado."
