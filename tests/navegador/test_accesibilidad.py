"""WCAG 2.1 AA con axe, en claro y en oscuro, en todas las páginas."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tablero import rutas

NIVELES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]
PAGINAS = ["", *sorted(p.stem for p in (rutas.RAIZ / "pages").glob("*.py"))]


@pytest.mark.parametrize("tema", ["light", "dark"])
def test_ninguna_pagina_falla(navegador: Browser, servidor: str, tema: str) -> None:
    contexto = navegador.new_context(
        color_scheme="dark" if tema == "dark" else "light",
        viewport={"width": 1366, "height": 768},
        locale="es-CO",
    )
    pagina = contexto.new_page()
    faltas = []
    for nombre in PAGINAS:
        pagina.goto(f"{servidor}/{nombre}")
        pagina.wait_for_selector("h1")
        pagina.wait_for_selector('[data-testid="stStatusWidget"]', state="detached")
        pagina.wait_for_timeout(1500)
        respuesta = Axe().run(pagina, options={"runOnly": NIVELES}).response
        faltas += [
            f"{nombre or 'inicio'}: {v['id']}: {v['nodes'][0]['html'][:120]}"
            for v in respuesta["violations"]
        ]
    contexto.close()
    assert faltas == []
