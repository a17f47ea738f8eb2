"""Páginas con AppTest: se ejecutan en este proceso, sin navegador."""

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tablero import rutas

Abrir = Callable[..., AppTest]


@pytest.fixture
def abrir(base_construida: object) -> Abrir:
    """Ejecuta una página (`app.py`, `pages/semaforo.py`) con parámetros de la URL."""

    def abrir_pagina(archivo: str, **parametros: str) -> AppTest:
        prueba = AppTest.from_file(str(rutas.RAIZ / "app.py"), default_timeout=60)
        prueba.query_params.update(parametros)
        if archivo != "app.py":
            prueba.switch_page(str(rutas.RAIZ / archivo))
        prueba.run()
        assert not prueba.exception, [e.value for e in prueba.exception]
        return prueba

    return abrir_pagina


@pytest.fixture
def con_libros(base_con_libros: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Las páginas de esta prueba miran el tablero que tiene dos libros de seguimiento."""
    monkeypatch.setattr(rutas, "BASE", base_con_libros)


@pytest.fixture
def texto() -> Callable[[AppTest], str]:
    """Todo lo que una página escribe, en un solo texto."""

    def reunir(prueba: AppTest) -> str:
        clases = ("title", "header", "subheader", "markdown", "caption", "info", "warning")
        partes = [str(e.value) for clase in clases for e in prueba.get(clase)]
        partes += [e.proto.body for e in prueba.get("html")]
        return "\n".join(partes)

    return reunir
