"""WCAG 2.1 AA con axe, en claro y en oscuro, en todas las páginas."""

from collections.abc import Iterator

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


SIN_FALTAS: dict[str, list[str]] = {"claro": [], "oscuro": []}
FONDO = "() => getComputedStyle(document.querySelector('.stApp')).backgroundColor"


@pytest.fixture
def en_portatil(navegador: Browser) -> Iterator[Page]:
    """Una pestaña del tamaño de un portátil, en claro."""
    contexto = navegador.new_context(
        color_scheme="light", viewport={"width": 1366, "height": 768}, locale="es-CO"
    )
    yield contexto.new_page()
    contexto.close()


def faltas_en_los_dos_temas(pagina: Page, direccion: str) -> dict[str, list[str]]:
    """Lo que axe halla en claro y, con el equipo puesto en oscuro, en oscuro."""
    pagina.goto(direccion)
    pagina.wait_for_selector("h1")
    en_claro, fondo = faltas(pagina), pagina.evaluate(FONDO)
    pagina.emulate_media(color_scheme="dark")
    pagina.wait_for_function(f"claro => ({FONDO})() !== claro", arg=fondo)
    return {"claro": en_claro, "oscuro": faltas(pagina)}


@pytest.mark.parametrize("ruta", [*PAGINAS, *FICHAS])
def test_ninguna_pagina_falla(en_portatil: Page, servidor: str, ruta: str) -> None:
    assert faltas_en_los_dos_temas(en_portatil, f"{servidor}/{ruta}") == SIN_FALTAS


@pytest.mark.parametrize("ruta", CON_LIBROS)
def test_ninguna_falla_con_libros(en_portatil: Page, servidor_con_libros: str, ruta: str) -> None:
    assert faltas_en_los_dos_temas(en_portatil, f"{servidor_con_libros}/{ruta}") == SIN_FALTAS
