"""La portada en Chromium."""

import csv
import io

from gestos import teclear
from playwright.sync_api import Page, expect


def test_carga_y_muestra_sus_cifras(pagina: Page, servidor: str) -> None:
    pagina.goto(servidor)
    expect(pagina).to_have_title("Inicio · Tablero de Control")
    assert pagina.locator("html").get_attribute("lang") == "es"
    for cifra in ("52,05 %", "63,8 %", "113.142", "$1.588.422.540", "34"):
        expect(pagina.locator(".tb-cifra", has_text=cifra)).to_be_visible()


def test_cabe_en_la_pared(pagina: Page, servidor: str) -> None:
    """Las cinco cifras, el semáforo y el menú se ven en un proyector sin bajar."""
    pagina.goto(servidor)
    grafico = pagina.locator('[data-testid="stVegaLiteChart"]').first
    expect(grafico).to_be_visible()
    caja = grafico.bounding_box()
    assert caja is not None
    assert caja["y"] + caja["height"] <= 1080
    menu = pagina.get_by_test_id("stSidebarContent")
    expect(menu.get_by_role("link", name="Plan CNIM", exact=True)).to_be_visible()
    assert menu.evaluate("m => m.scrollHeight - m.clientHeight") == 0


def test_filtrar_cambia_las_cifras_y_el_menu_conserva_el_filtro(
    pagina: Page, servidor: str
) -> None:
    pagina.goto(servidor)
    teclear(pagina, "Departamento", "Arauca")
    expect(pagina.locator(".tb-cifra", has_text="$137.021.330")).to_be_visible()
    expect(pagina).to_have_url(f"{servidor}/?departamento=Arauca")
    pagina.get_by_role("link", name="Centros Intégrate", exact=True).click()
    expect(pagina).to_have_url(f"{servidor}/centros_integrate?departamento=Arauca")
    expect(pagina.get_by_role("heading", name="Centros Intégrate", level=1)).to_be_visible()
    pagina.get_by_role("link", name="Inicio", exact=True).click()
    expect(pagina.locator(".tb-cifra", has_text="$137.021.330")).to_be_visible()


def test_una_tarjeta_lleva_a_su_pagina(pagina: Page, servidor: str) -> None:
    pagina.goto(f"{servidor}/?municipio=54001")
    pagina.get_by_role("link", name="Ver Transferencias psicosociales").click()
    expect(pagina).to_have_url(
        f"{servidor}/transferencias?departamento=Norte+de+Santander&municipio=54001"
    )


def test_el_csv_dice_lo_mismo_que_la_pantalla(pagina: Page, servidor: str) -> None:
    pagina.goto(servidor)
    pagina.locator(".st-key-llevar_semaforo").get_by_role("button").click()
    with pagina.expect_download() as bajada:
        pagina.get_by_role("link", name="CSV para programas").click()
    assert bajada.value.suggested_filename == "semaforo_2024-12-31.csv"
    texto = bajada.value.path().read_text("utf-8")
    filas = {f["semaforo"]: f["productos"] for f in csv.DictReader(io.StringIO(texto))}
    assert filas == {
        "bajo": "4",
        "medio": "2",
        "alto": "30",
        "sobre-ejecución": "14",
        "sin dato": "2",
    }
    expect(pagina.get_by_text("de 52 productos hay 30 en alto")).to_be_visible()
