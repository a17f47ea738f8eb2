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
    vista = abrir("pages/clusteres.py")
    assert fallados(vista) == [fallas.DE_UNA_PARTE]
    for titulo in ("Los clústeres, uno por fila", "Las fases de la estrategia"):
        assert titulo in texto(vista)
    assert "division" not in texto(vista)
