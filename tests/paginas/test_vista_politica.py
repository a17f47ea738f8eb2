"""Elegir la política y el corte: lo que la dirección conserva y lo que pierde."""

from pathlib import Path

import pytest
from dichos import advertidos
from fabrica_politica import POLITICA
from tipos import Abrir

from tablero import rutas


def test_otra_politica_no_hereda_lo_que_se_eligio_en_la_anterior(
    abrir: Abrir, base_de_dos: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Se va lo que solo dice algo de la anterior; queda cómo se mira y el territorio."""
    monkeypatch.setattr(rutas, "BASE", base_de_dos)
    prueba = abrir(
        "pages/suponer.py",
        politica=POLITICA,
        corte="2025-06-30",
        supone="1.1.2:40",
        departamento="Arauca",
    )
    prueba.selectbox(key="filtro_politica").select("otra").run()
    assert not prueba.exception
    assert dict(prueba.query_params) == {"politica": "otra", "departamento": "Arauca"}
    assert advertidos(prueba) == []


@pytest.mark.parametrize("pagina", ["app.py", "pages/logros.py"])
def test_una_pagina_sin_listas_dice_la_politica_y_el_corte_que_no_hay(
    abrir: Abrir, pagina: str
) -> None:
    assert advertidos(abrir(pagina, politica="otra", corte="2030-01-01")) == [
        "El enlace pide «Política: otra», que no existe: se muestra la que hay.",
        "El enlace pide «Corte: 2030-01-01», que no existe: se muestra el del 31 de diciembre de "
        "2024.",
    ]
    assert advertidos(abrir(pagina, politica=POLITICA, corte="2024-12-31")) == []
