"""WCAG 2.1 AA con axe, en claro y en oscuro, en todas las páginas."""

from collections.abc import Iterator
from typing import Literal

import pytest
from gestos import faltas
from playwright.sync_api import Browser, Page

from tablero import rutas

PAGINAS = ["", *sorted(p.stem for p in (rutas.RAIZ / "pages").glob("*.py"))]
FICHAS = ["ficha_territorial?municipio=54001"]
CON_LIBROS = [
    "semaforo?por=entidad",
    "producto?codigo=1.1.2",
    "entidad?nombre=Secretaría Distrital de Salud",
    "historia",
    "suponer?supone=1.1.2:20",
    "hallazgos",
    "hallazgos?ver=contrastes",
]
"""Lo que solo se ve cuando hay libros de seguimiento."""


@pytest.fixture(params=["light", "dark"])
def en_portatil(navegador: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """Una pestaña del tamaño de un portátil, en claro y en oscuro."""
    tema: Literal["light", "dark"] = request.param
    contexto = navegador.new_context(
        color_scheme=tema, viewport={"width": 1366, "height": 768}, locale="es-CO"
    )
    yield contexto.new_page()
    contexto.close()


@pytest.mark.parametrize("ruta", [*PAGINAS, *FICHAS])
def test_ninguna_pagina_falla(en_portatil: Page, servidor: str, ruta: str) -> None:
    en_portatil.goto(f"{servidor}/{ruta}")
    en_portatil.wait_for_selector("h1")
    assert faltas(en_portatil) == []


@pytest.mark.parametrize("ruta", CON_LIBROS)
def test_ninguna_falla_con_libros(en_portatil: Page, servidor_con_libros: str, ruta: str) -> None:
    en_portatil.goto(f"{servidor_con_libros}/{ruta}")
    en_portatil.wait_for_selector("h1")
    assert faltas(en_portatil) == []
