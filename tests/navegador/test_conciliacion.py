"""La conciliación en Chromium: sus cifras, sus listas, el enlace, el menú y el CSV."""

import pytest
from gestos import descargar, elegir, leer_csv, quieta
from playwright.sync_api import Locator, Page, expect


def abrir(pagina: Page, servidor: str, consulta: str = "") -> None:
    pagina.goto(f"{servidor}/conciliacion{consulta}")
    expect(pagina.get_by_role("heading", name="Conciliación", exact=True)).to_be_visible()
    quieta(pagina)


def filas(pagina: Page) -> Locator:
    return pagina.get_by_role("region", name="Cifra por cifra").locator("tbody tr")


def test_carga_y_muestra_cuantas_difieren(pagina: Page, servidor: str) -> None:
    abrir(pagina, servidor)
    numeros = [int(t) for t in pagina.locator(".tb-cifra").all_text_contents()]
    assert len(numeros) == 3
    expect(pagina.get_by_text(f"De {sum(numeros)} cifras revisadas").first).to_be_visible()
    rotulos = pagina.locator("svg.marks text").all_text_contents()
    assert sum("▲" in r and r != "▲ Difiere" for r in rotulos) >= 1
    assert not [r for r in rotulos if "undefined" in r or "NaN" in r]


def test_filtra_con_las_listas_y_queda_en_la_url(pagina: Page, servidor: str) -> None:
    abrir(pagina, servidor, "?ver=cifras")
    elegir(pagina, "Documento", "Plan CNIM")
    elegir(pagina, "Estado", "▲ Difiere")
    expect(pagina.get_by_role("heading", name="Cifra por cifra: 1 a 3 de 3")).to_be_visible()
    assert "documento=cnim" in pagina.url
    assert "estado=difiere" in pagina.url
    expect(filas(pagina).nth(1)).to_contain_text("$1.998.207.910")


def test_las_partes_se_recorren(pagina: Page, servidor: str) -> None:
    abrir(pagina, servidor, "?ver=cifras")
    opciones = pagina.get_by_role("combobox", name="Cifras a la vista")
    opciones.click()
    pagina.get_by_role("option").nth(1).click()
    expect(pagina.get_by_role("heading", name="Cifra por cifra: 41 a 80")).to_be_visible()
    assert "parte=2" in pagina.url
    elegir(pagina, "Documento", "Comité")
    expect(pagina.get_by_text("en «Comité»").first).to_be_visible()
    assert "parte" not in pagina.url


@pytest.mark.parametrize("dialecto", ["maquina", "excel"])
def test_el_csv_dice_lo_mismo_que_la_pantalla(pagina: Page, servidor: str, dialecto: str) -> None:
    abrir(pagina, servidor, "?documento=cnim&estado=difiere")
    expect(filas(pagina)).to_have_count(3)
    archivo = descargar(pagina, "conciliaciones", dialecto)
    assert archivo.name.startswith("conciliaciones_cnim_difiere_2025-11-30")
    leidas = leer_csv(archivo)
    assert [f["descripcion"] for f in leidas] == [
        fila.locator("td").first.evaluate("td => td.firstChild.textContent")
        for fila in filas(pagina).all()
    ]
    assert [f["valor_publicado"] for f in leidas] == ["15", "2000000000", "2000000000"]
    assert [f["valor_calculado"] for f in leidas] == ["14", "1998207910", "1588422540"]
    assert {f["fuente_codigo"] for f in leidas} == {"cnim_2025-11-30"}


def test_el_departamento_no_la_cambia_y_sigue_al_menu(pagina: Page, servidor: str) -> None:
    abrir(pagina, servidor, "?departamento=Arauca")
    expect(pagina.get_by_text("el filtro «Arauca» no la cambia")).to_be_visible()
    pagina.get_by_role("link", name="Centros Intégrate", exact=True).click()
    expect(pagina.get_by_role("combobox", name="Departamento")).to_have_value("Arauca")


def test_en_un_telefono_cada_fila_se_lee_entera(pagina: Page, servidor: str) -> None:
    pagina.set_viewport_size({"width": 390, "height": 844})
    abrir(pagina, servidor, "?documento=cnim&estado=difiere")
    caja = pagina.get_by_role("region", name="Cifra por cifra")
    assert caja.evaluate("c => c.scrollWidth <= c.clientWidth")
    expect(filas(pagina).first.get_by_text("Difiere")).to_be_visible()
