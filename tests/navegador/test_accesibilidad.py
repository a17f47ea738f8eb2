"""WCAG 2.1 AA con axe, en claro y en oscuro, en todas las páginas."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tablero import rutas

Servir = Callable[[Path], AbstractContextManager[str]]
NIVELES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]
PAGINAS = ["", *sorted(p.stem for p in (rutas.RAIZ / "pages").glob("*.py"))]
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


def revisar(pagina: Page, nombre: str) -> list[str]:
    """Las faltas que axe encuentra en la página, una línea por cada una."""
    respuesta = Axe().run(pagina, options={"runOnly": NIVELES}).response
    return [
        f"{nombre or 'inicio'}: {v['id']}: {v['nodes'][0]['html'][:120]}"
        for v in respuesta["violations"]
    ]


def esperar_y_revisar(pagina: Page, nombre: str) -> list[str]:
    pagina.wait_for_timeout(5000)
    return revisar(pagina, nombre)


@pytest.mark.parametrize("tema", ["light", "dark"])
def test_ninguna_pagina_falla(navegador: Browser, servidor: str, tema: str) -> None:
    assert faltas(navegador, servidor, tema, PAGINAS) == []


@pytest.mark.parametrize("tema", ["light", "dark"])
def test_ninguna_falla_con_libros(
    navegador: Browser, servir: Servir, base_con_libros: Path, tema: str
) -> None:
    with servir(base_con_libros) as direccion:
        assert faltas(navegador, direccion, tema, CON_LIBROS) == []


def faltas(navegador: Browser, direccion: str, tema: str, paginas: list[str]) -> list[str]:
    """Las faltas de esas páginas en ese tema."""
    contexto = navegador.new_context(
        color_scheme="dark" if tema == "dark" else "light",
        viewport={"width": 1366, "height": 768},
        locale="es-CO",
    )
    pagina = contexto.new_page()
    halladas = []
    for nombre in paginas:
        pagina.goto(f"{direccion}/{nombre}")
        pagina.wait_for_selector("h1")
        pagina.get_by_role("link", name="Descargas", exact=True).wait_for()  # el menú, entero
        pagina.wait_for_selector('[data-testid="stStatusWidget"]', state="detached")
        pagina.wait_for_timeout(1500)
        # Una página que todavía se acomoda puede fallar un instante; una falta de verdad sigue ahí.
        halladas += revisar(pagina, nombre) and esperar_y_revisar(pagina, nombre)
    contexto.close()
    return halladas
