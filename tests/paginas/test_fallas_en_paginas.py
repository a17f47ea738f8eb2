"""Una falla del programa en una parte de la página no se lleva las demás."""

import pytest
from dichos import fallados
from tipos import Abrir, Texto

from tablero.interfaz.marco import fallas
from tablero.interfaz.paginas.clusteres import fichas


@pytest.fixture
def dichas(monkeypatch: pytest.MonkeyPatch, sin_esconder: None) -> None:
    """Como en el tablero abierto."""
    monkeypatch.setattr(fallas, "DEL_PROGRAMA", (Exception,))


def romper(*_: object) -> None:
    raise ZeroDivisionError("division by zero")


@pytest.mark.usefixtures("dichas")
def test_lo_demas_de_la_pagina_sigue(
    abrir: Abrir, texto: Texto, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fichas, "fichas", romper)
    vista = abrir("pages/clusteres.py", ver="fichas")
    assert fallados(vista) == [fallas.DE_UNA_PARTE]
    assert "¿Cómo se agrupan los municipios priorizados" in texto(vista)
    assert [p.label for p in vista.tabs][1:3] == ["¿Qué hay en cada uno?", "¿Qué se ha hecho?"]
    assert "division" not in texto(vista)
