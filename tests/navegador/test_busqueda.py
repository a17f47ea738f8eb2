"""El cuadro que busca en todo el tablero, con el teclado, en los dos temas."""

from gestos import quieta, revisar
from idioma import en_ingles
from playwright.sync_api import Locator, Page, expect


def cuadro(pagina: Page) -> Locator:
    return pagina.get_by_role("dialog", name="Buscar en el tablero")


def test_se_abre_se_recorre_y_se_abre_lo_hallado_con_el_teclado(
    pagina: Page, servidor: str
) -> None:
    pagina.goto(f"{servidor}/conciliacion?municipio=54001")
    quieta(pagina)
    pagina.keyboard.press("/")
    campo = pagina.get_by_role("combobox", name="Buscar en el tablero")
    expect(campo).to_be_focused()
    pagina.keyboard.type("salud mental")
    opciones = cuadro(pagina).get_by_role("option")
    expect(opciones.first).to_contain_text("PAHV")
    expect(opciones.first).to_contain_text("SDP: 31 de diciembre de 2024")
    expect(cuadro(pagina).get_by_role("status")).to_contain_text("«mental» no está en el tablero.")
    pagina.keyboard.press("ArrowDown")
    pagina.keyboard.press("ArrowDown")
    pagina.keyboard.press("ArrowUp")
    expect(opciones.nth(1)).to_have_attribute("aria-selected", "true")
    elegida = opciones.nth(1).get_attribute("id")
    expect(campo).to_have_attribute("aria-activedescendant", str(elegida))
    for tema in ("light", "dark"):
        pagina.emulate_media(color_scheme=tema)  # type: ignore[arg-type]
        pagina.wait_for_function(
            "t => document.documentElement.dataset.tema === t",
            arg="oscuro" if tema == "dark" else "claro",
        )
        assert revisar(pagina) == []
    assert en_ingles(pagina) == []
    for _ in range(3):  # el foco da la vuelta dentro del cuadro
        pagina.keyboard.press("Tab")
    expect(campo).to_be_focused()
    pagina.keyboard.press("Enter")
    pagina.wait_for_url("**/producto?codigo=2.2.8&**municipio=54001")


def test_escape_devuelve_el_foco_y_la_barra_no_estorba_al_escribir(
    pagina: Page, servidor: str
) -> None:
    pagina.goto(f"{servidor}/buscar")
    quieta(pagina)
    boton = pagina.locator("[data-tb-buscar]").first
    boton.click()
    expect(cuadro(pagina)).to_be_visible()
    pagina.keyboard.press("Escape")
    expect(cuadro(pagina)).to_have_count(0)
    expect(boton).to_be_focused()
    campo = pagina.get_by_label("Qué busca")
    campo.click()
    pagina.keyboard.type("3/4")
    expect(campo).to_have_value("3/4")
    expect(cuadro(pagina)).to_have_count(0)
    pagina.keyboard.press("Control+k")
    expect(cuadro(pagina)).to_be_visible()
    pagina.keyboard.type("usme")
    expect(cuadro(pagina).get_by_role("option")).to_have_count(1)
    expect(cuadro(pagina).get_by_role("option")).to_contain_text("Ninguna fuente del tablero")
    cuadro(pagina).get_by_role("link", name="Ver todos los resultados").click()
    pagina.wait_for_url("**/buscar?q=usme")


def test_las_teclas_de_una_letra_se_apagan(pagina: Page, servidor: str) -> None:
    pagina.goto(f"{servidor}/buscar")
    quieta(pagina)
    pagina.evaluate("() => localStorage.setItem('tb-teclas', 'no')")
    pagina.locator("h1").click()
    pagina.keyboard.press("/")
    expect(cuadro(pagina)).to_have_count(0)
    pagina.keyboard.press("Control+k")
    expect(cuadro(pagina)).to_be_visible()


def test_entrar_de_prisa_abre_lo_escrito_y_no_lo_que_se_veia(pagina: Page, servidor: str) -> None:
    pagina.goto(servidor)
    quieta(pagina)
    pagina.keyboard.press("Control+k")
    pagina.keyboard.type("3.1.7")
    expect(cuadro(pagina).get_by_role("option").first).to_contain_text("3.1.7")
    pagina.keyboard.press("Backspace")
    pagina.keyboard.type("9")
    pagina.keyboard.press("Enter")  # antes de que llegue lo del 3.1.9
    pagina.wait_for_url("**/producto?codigo=3.1.9**")
