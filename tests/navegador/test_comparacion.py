"""«Comparar con» en Chromium: se elige con el teclado, la dirección la reproduce y nada se sale."""

import pytest
from gestos import ESPERA, descargar, faltas, leer_csv, quieta, teclear
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.navegador
TAMANOS = ((1920, 1080), (1366, 768), (390, 844))
SE_SALE = """() => document.querySelector('[data-testid=stMain]').scrollWidth >
    document.querySelector('[data-testid=stMain]').clientWidth + 1"""


def test_se_elige_con_el_teclado_y_el_enlace_lo_reproduce(pagina: Page, servidor: str) -> None:
    pagina.goto(f"{servidor}/ficha_territorial?municipio=54001")
    teclear(pagina, "Comparar con", "Ipiales")
    pagina.wait_for_url("**/ficha_territorial?municipio=54001&comparar=52356")
    # La lista sigue abierta, y mientras tanto esconde lo demás a quien pregunta por su papel.
    expect(pagina.locator(".tb-lado")).to_have_count(1, timeout=ESPERA)
    pagina.keyboard.type("Maicao")
    pagina.keyboard.press("Enter")
    pagina.wait_for_url("**&comparar=52356%2C44430")
    pagina.reload()
    lado = pagina.get_by_role("region", name="Lado a lado: San José de Cúcuta, Ipiales, Maicao")
    expect(lado.get_by_role("columnheader")).to_have_count(4)
    expect(lado.get_by_role("link", name="Maicao")).to_have_attribute(
        "href", "ficha_territorial?municipio=44430"
    )
    bajado = descargar(pagina, "comparacion_lugares")
    assert bajado.name == ("comparacion_lugares_san_jose_de_cucuta_ipiales_maicao_2025-11-30.csv")
    assert {f["comparado"] for f in leer_csv(bajado)} == {"San José de Cúcuta", "Ipiales", "Maicao"}
    for tema in ("light", "dark"):
        pagina.emulate_media(color_scheme=tema)
        quieta(pagina)
        assert faltas(pagina) == []
    for ancho, alto in TAMANOS:
        pagina.set_viewport_size({"width": ancho, "height": alto})
        quieta(pagina)
        assert not pagina.evaluate(SE_SALE), ancho
