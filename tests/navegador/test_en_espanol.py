"""Lo que Streamlit solo escribe cuando alguien lo abre o lo señala: también en español."""

from gestos import quieta
from idioma import en_ingles
from playwright.sync_api import Page, expect

MARCO = '[data-testid="stFullScreenFrame"]:has([data-testid="stVegaLiteChart"])'


def test_los_botones_de_un_grafico_el_menu_y_las_listas(pagina: Page, servidor: str) -> None:
    pagina.goto(f"{servidor}/semaforo?ver=por_que")
    quieta(pagina)
    marco = pagina.locator(MARCO).first
    marco.hover()
    botones = marco.locator('[data-testid="stElementToolbarButton"]:visible')
    expect(botones).to_have_count(1)  # ni los nombres internos ni una imagen sin su fuente
    botones.hover()
    expect(pagina.get_by_role("tooltip").first).to_have_text("Pantalla completa")
    assert en_ingles(pagina) == []
    assert pagina.get_by_test_id("stMainMenuButton").is_hidden()  # el nuestro está en su lugar
    lista = pagina.get_by_role("combobox", name="¿Qué explica la brecha?")
    lista.click()
    assert en_ingles(pagina) == []
    pagina.keyboard.type("zzzz")
    expect(pagina.get_by_text("Ninguna opción coincide")).to_be_visible()
    assert en_ingles(pagina) == []
