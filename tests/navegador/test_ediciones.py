"""Una edición de antes en Chromium: quien la mira sigue en ella, toque lo que toque."""

import re

from gestos import faltas, quieta
from playwright.sync_api import Page, expect

EN_LA_1 = re.compile(r"[?&]edicion=1\b")


def test_los_enlaces_del_menu_y_de_las_tablas_siguen_en_la_edicion(
    pagina: Page, servidor: str
) -> None:
    franja = pagina.get_by_text("Se ve la edición 1, publicada el ")
    pagina.goto(f"{servidor}/semaforo?ver=productos&edicion=1")
    expect(franja).to_be_visible()
    quieta(pagina)
    assert faltas(pagina) == []
    pagina.get_by_role("link", name="3.1.7", exact=True).first.click()
    expect(pagina).to_have_url(re.compile(r"/producto\?codigo=3\.1\.7&"))
    expect(pagina).to_have_url(EN_LA_1)
    expect(franja).to_be_visible()
    quieta(pagina)
    pagina.get_by_role("link", name="Plan CNIM", exact=True).first.click()
    expect(pagina).to_have_url(re.compile(r"/plan_cnim\?"))
    expect(pagina).to_have_url(EN_LA_1)
    expect(franja).to_be_visible()


def test_de_la_lista_se_abre_como_era(pagina: Page, servidor: str) -> None:
    pagina.goto(f"{servidor}/ediciones")
    quieta(pagina)
    pagina.get_by_role("link", name="Edición 1", exact=True).click()
    expect(pagina).to_have_url(re.compile(r"/\?edicion=1$"))
    expect(pagina.get_by_text("Se ve la edición 1, publicada el ")).to_be_visible()
