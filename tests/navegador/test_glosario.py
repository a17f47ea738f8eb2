"""Los términos enlazados en una página: una vez cada uno, y sin estorbarle a React."""

from urllib.parse import parse_qs, urlsplit

from gestos import elegir, faltas, quieta
from playwright.sync_api import Locator, Page, expect

DE_LA_PAGINA = "a.tb-termino[data-termino]:not(.tb-que-veo *)"
DONDE_NO = ":is(h1, h2, h3, table, button, summary, label, .tb-fuente) a.tb-termino"
ENLAZADOS = f"() => [...document.querySelectorAll('{DE_LA_PAGINA}')].map(a => a.dataset.termino)"
COMO_REACT = """() => {
    const caja = document.createElement('div');
    caja.setAttribute('data-testid', 'stMarkdownContainer');
    caja.innerHTML = '<p id="p1"></p><p id="p2"></p><p id="p3"></p>';
    document.querySelector('.stMain').prepend(caja);
    for (const p of caja.children) p.append('Un período reescrito y ' + p.id);
}"""
CAMBIA = """() => {
    document.getElementById('p1').firstChild.data = 'Otro trimestre efectivo';
    const p2 = document.getElementById('p2');
    p2.removeChild(p2.firstChild);
    document.getElementById('p3').textContent = 'Un sello y dos períodos reescritos';
}"""


def enlazados(pagina: Page) -> list[str]:
    """Los términos señalados en la página, cuando el guion ya pasó."""
    quieta(pagina)
    expect(pagina.locator(DE_LA_PAGINA).first).to_be_attached()
    pagina.wait_for_timeout(400)
    hallados: list[str] = pagina.evaluate(ENLAZADOS)
    return hallados


def esta_a_la_vista(elemento: Locator) -> bool:
    caja = elemento.bounding_box()
    return caja is not None and caja["y"] >= 0 and caja["y"] + caja["height"] <= 1080


def test_cada_termino_una_vez_con_su_definicion(pagina: Page, servidor: str) -> None:
    pagina.goto(f"{servidor}/semaforo?departamento=Nariño")
    hallados = enlazados(pagina)
    assert len(hallados) == len(set(hallados))
    assert {"avance", "brecha", "trayectoria", "corte", "producto"} <= set(hallados)
    expect(pagina.locator(DONDE_NO)).to_have_count(0)

    brecha = pagina.locator(DE_LA_PAGINA).and_(pagina.locator("[data-termino=brecha]"))
    definicion = pagina.get_by_role("tooltip").filter(has_text="brecha: el avance menos")
    brecha.focus()
    expect(definicion).to_be_visible()
    assert faltas(pagina) == []
    pagina.keyboard.press("Escape")
    expect(definicion).to_be_hidden()
    expect(brecha).to_be_focused()
    pagina.locator("h1").click()
    brecha.hover()
    expect(definicion).to_be_visible()
    definicion.hover()
    pagina.wait_for_timeout(500)
    expect(definicion).to_be_visible()
    pagina.get_by_text("¿Qué estoy viendo?").click()
    expect(pagina.locator(".tb-que-veo [data-termino=brecha]")).to_be_visible()

    brecha.click()
    elegido = pagina.locator(".tb-glosario .tb-elegido")
    expect(elegido.locator("dt")).to_have_text("brecha")
    pagina.wait_for_timeout(400)
    assert esta_a_la_vista(elegido)
    assert parse_qs(urlsplit(pagina.url).query) == {
        "termino": ["brecha"],
        "departamento": ["Nariño"],
    }
    pagina.emulate_media(color_scheme="dark")
    assert faltas(pagina) == []
    pagina.emulate_media(color_scheme="light")


def test_al_filtrar_y_al_navegar_nada_se_rompe(pagina: Page, servidor: str) -> None:
    pagina.goto(f"{servidor}/semaforo?ver=por_que")
    enlazados(pagina)
    elegir(pagina, "¿Qué explica la brecha?", "Objetivo")
    for titulo in ("¿Y si…?", "Semáforo"):
        pagina.get_by_role("link", name=titulo, exact=True).first.click()
        expect(pagina.get_by_role("heading", level=1, name=titulo)).to_be_visible()
        hallados = enlazados(pagina)
        assert len(hallados) == len(set(hallados)), titulo
    expect(
        pagina.get_by_text("¿Cómo va cada producto de la política frente a lo que debía")
    ).to_have_text(
        "¿Cómo va cada producto de la política frente a lo que debía llevar, y qué la atrasa?"
    )


def test_lo_que_react_cambia_o_quita_no_deja_restos(pagina: Page, servidor: str) -> None:
    pagina.goto(f"{servidor}/conciliacion")
    quieta(pagina)
    pagina.evaluate(COMO_REACT)
    expect(pagina.locator("#p1 a.tb-termino")).to_have_text("período reescrito")
    expect(pagina.locator("#p2 a.tb-termino")).to_have_count(0)
    pagina.evaluate(CAMBIA)
    expect(pagina.locator("#p1 a.tb-termino")).to_have_text("trimestre efectivo")
    expect(pagina.locator("#p3 a.tb-termino")).to_have_text("períodos reescritos")
    assert pagina.locator("#p1").text_content() == "Otro trimestre efectivo"
    assert pagina.locator("#p2").text_content() == ""
    assert pagina.locator("#p3").text_content() == "Un sello y dos períodos reescritos"
