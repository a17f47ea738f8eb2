"""Sin ratón: llegar, moverse, elegir, abrir y descargar, viendo siempre dónde se está."""

from pathlib import Path

from gestos import quieta
from playwright.sync_api import Page, expect
from teclado import SALTO, bajar, foco, seguir

CONTENIDO = "stMain"
ENVIOS = """() => {
  const enviar = WebSocket.prototype.send;
  window.envios = 0;
  WebSocket.prototype.send = function () { window.envios++; return enviar.apply(this, arguments); };
}"""


def test_las_teclas_mueven_la_pagina_despues_de_cada_cambio(pagina: Page, servidor: str) -> None:
    pagina.goto(f"{servidor}/semaforo?ver=productos")
    quieta(pagina)
    for tecla in ("PageDown", "Space", "ArrowDown", "End"):
        assert bajar(pagina, tecla), tecla
    pagina.keyboard.press("Home")
    pagina.get_by_role("link", name="Comité", exact=True).click()
    expect(pagina.get_by_role("heading", level=1, name="Comité")).to_be_visible()
    quieta(pagina)
    # El foco está en el contenido, que se llama como la página: es lo que oye un lector.
    expect(pagina.get_by_role("main", name="Comité")).to_be_focused()
    assert bajar(pagina)
    pagina.go_back()
    expect(pagina.get_by_role("heading", level=1, name="Semáforo")).to_be_visible()
    quieta(pagina)
    assert bajar(pagina)


def test_tab_empieza_por_saltar_al_contenido_y_salta(pagina: Page, servidor: str) -> None:
    pagina.goto(f"{servidor}/semaforo")
    quieta(pagina)
    (salto,) = seguir(pagina, lambda _: True)
    assert (salto["id"], salto["nombre"]) == (SALTO, "Saltar al contenido")
    pagina.keyboard.press("Enter")
    assert foco(pagina)["id"] == CONTENIDO
    (dentro,) = seguir(pagina, lambda _: True)
    assert dentro["adentro"]


def test_una_letra_suelta_no_hace_nada_y_las_nuestras_se_apagan(
    pagina: Page, servidor: str
) -> None:
    """«R» y «C» de Streamlit no se pueden apagar (WCAG 2.1.4): no se le dejan llegar."""
    pagina.goto(f"{servidor}/descargas")
    quieta(pagina)
    pagina.evaluate(ENVIOS)
    pagina.keyboard.press("r")
    pagina.keyboard.press("c")
    assert pagina.evaluate("() => window.envios") == 0
    ayuda = pagina.get_by_role("dialog", name="Teclas del tablero")
    pagina.keyboard.press("?")
    expect(ayuda).to_contain_text("Ver estas teclas")
    pagina.keyboard.press("Escape")
    expect(ayuda).to_have_count(0)
    pagina.get_by_role("button", name="Opciones", exact=True).click()
    pagina.get_by_label("Usar / para buscar y ? para ver las teclas").uncheck()
    pagina.keyboard.press("Escape")
    pagina.keyboard.press("?")
    pagina.reload()
    quieta(pagina)
    pagina.keyboard.press("?")
    assert pagina.evaluate("() => document.querySelector('dialog[open]')") is None
    expect(ayuda).to_have_count(0)
    assert pagina.evaluate("() => localStorage.getItem('tb-teclas')") == "no"


def test_el_tema_que_se_elige_vale_en_todas_las_paginas(pagina: Page, servidor: str) -> None:
    raiz = pagina.locator("html")
    pagina.goto(f"{servidor}/semaforo")
    quieta(pagina)
    opciones = pagina.get_by_role("button", name="Opciones", exact=True)
    seguir(pagina, lambda f: f["id"] == "tb-abrir-opciones")
    pagina.keyboard.press("Enter")
    expect(opciones).to_have_attribute("aria-expanded", "true")
    seguir(pagina, lambda f: f["marca"] == "INPUT", 2)
    pagina.keyboard.press("ArrowDown")
    pagina.keyboard.press("ArrowDown")
    expect(raiz).to_have_attribute("data-tema", "oscuro")
    pagina.keyboard.press("Escape")
    expect(opciones).to_be_focused()
    pagina.goto(f"{servidor}/brechas")
    quieta(pagina)
    expect(raiz).to_have_attribute("data-tema", "oscuro")


def test_todo_un_recorrido_sin_raton(pagina: Page, servidor: str) -> None:
    """Del inicio al Semáforo, a otra de sus pestañas y al 3.1.7, solo con el teclado."""
    pagina.goto(servidor)
    quieta(pagina)
    camino = seguir(pagina, lambda f: f["nombre"] == "Semáforo")
    assert camino[0]["id"] == SALTO
    assert not any(paso["adentro"] for paso in camino)  # el menú va antes que el contenido
    pagina.keyboard.press("Enter")
    expect(pagina.get_by_role("main", name="Semáforo")).to_be_focused()
    quieta(pagina)
    pagina.keyboard.press("Tab")
    pagina.keyboard.press("Enter")  # saltar al contenido
    seguir(pagina, lambda f: f["nombre"].startswith("¿Cómo va?"))
    for _ in range(4):
        pagina.keyboard.press("ArrowRight")
    pagina.keyboard.press("Enter")
    pagina.wait_for_url("**ver=productos**")
    quieta(pagina)
    seguir(pagina, lambda f: f["nombre"].startswith("3.1.7"), 200)
    pagina.keyboard.press("Enter")
    expect(pagina.get_by_role("heading", name="3.1.7. Instituciones Educativas")).to_be_visible()


def test_un_csv_se_descarga_sin_raton(pagina: Page, servidor: str) -> None:
    pagina.goto(f"{servidor}/semaforo")
    quieta(pagina)
    pagina.keyboard.press("Tab")
    pagina.keyboard.press("Enter")
    seguir(pagina, lambda f: "Llevar o añadir" in f["nombre"])
    pagina.keyboard.press("Enter")
    expect(pagina.get_by_role("link", name="CSV para programas")).to_be_visible()
    with pagina.expect_download() as bajada:
        seguir(pagina, lambda f: "CSV para programas" in f["nombre"], 4)
        pagina.keyboard.press("Enter")
    assert Path(bajada.value.path()).stat().st_size > 0


def test_un_departamento_se_elige_sin_raton(pagina: Page, servidor: str) -> None:
    pagina.goto(f"{servidor}/centros_integrate")
    quieta(pagina)
    pagina.keyboard.press("Tab")
    pagina.keyboard.press("Enter")
    seguir(pagina, lambda f: f["marca"] == "INPUT", 10)
    expect(pagina.get_by_role("combobox", name="Departamento")).to_be_focused()
    pagina.keyboard.type("Nari")
    pagina.keyboard.press("Enter")
    expect(pagina).to_have_url(f"{servidor}/centros_integrate?departamento=Nari%C3%B1o")
