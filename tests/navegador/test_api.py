"""La página que explica la API: se lee entera en toda pantalla, sin guiones y en los dos temas."""

from gestos import revisar
from idioma import en_ingles
from playwright.sync_api import Page, expect
from textos import TAMANOS, sin_leer


def test_la_pagina_de_la_api_se_lee_en_todas_partes(pagina: Page, servidor: str) -> None:
    pagina.goto(f"{servidor}/api/v1/docs")
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Los datos, para programas")
    cifras = pagina.locator("#tablas_cifras")
    cifras.locator("summary").click()
    expect(cifras.get_by_text("Qué mide, en una frase.")).to_be_visible()
    pagina.locator("#series_cifra_codigo summary").click()
    fallas = {nombre: sin_leer(pagina, *tamano) for nombre, tamano in TAMANOS.items()}
    assert {nombre: dichas for nombre, dichas in fallas.items() if dichas} == {}
    assert en_ingles(pagina) == []
    assert revisar(pagina) == []
    pagina.emulate_media(color_scheme="dark")
    assert revisar(pagina) == []
    pagina.emulate_media(color_scheme="light")
    with pagina.expect_navigation():
        cifras.get_by_role("link", name="JSON: Cifras").click()
    assert '"corte_texto":"noviembre de 2025"' in pagina.content()


def test_el_tipo_de_un_error_lleva_a_su_explicacion(pagina: Page, servidor: str) -> None:
    pagina.goto(f"{servidor}/api/v1/docs#pedido-grande")
    expect(pagina.locator("#pedido-grande")).to_be_in_viewport()
