"""Elegir la política y el corte: lo que la dirección conserva y lo que pierde."""

from collections.abc import Callable
from pathlib import Path

import pytest
from dichos import advertidos
from fabrica_politica import POLITICA
from streamlit.testing.v1 import AppTest

from tablero import rutas

Abrir = Callable[..., AppTest]


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
