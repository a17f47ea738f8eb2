"""Transferencias psicosociales en Chromium."""

import csv
import io

from gestos import teclear
from playwright.sync_api import Page, expect


def test_carga_y_muestra_sus_cifras(pagina: Page, servidor: str) -> None:
    pagina.goto(f"{servidor}/transferencias")
    expect(pagina).to_have_title("Transferencias psicosociales · Tablero de Control")
    for cifra in ("$2.000 millones", "$1.998.207.910", "$1.588.422.540"):
        expect(pagina.locator(".tb-cifra", has_text=cifra)).to_be_visible()
    grafico = pagina.locator('[data-testid="stVegaLiteChart"]').first
    expect(grafico.locator("svg")).to_contain_text("$225,8 millones · desistió")
    textos = grafico.locator("svg text").all_text_contents()
    assert len({t for t in textos if t.endswith("· desistió")}) == 2
    expect(grafico.locator('svg .mark-rect > [stroke-dasharray="7,5"]')).to_have_count(2)
    pagina.get_by_role("tab", name="¿Dónde están?").click()
    expect(pagina.locator('[data-testid="stDeckGlJsonChart"] canvas').first).to_be_visible()


def test_filtrar_y_seguir_por_el_menu(pagina: Page, servidor: str) -> None:
    pagina.goto(f"{servidor}/transferencias")
    teclear(pagina, "Departamento", "La Guajira")
    expect(pagina.locator(".tb-cifra", has_text="$409.785.370")).to_be_visible()
    pagina.get_by_role("link", name="Centros Intégrate", exact=True).click()
    expect(pagina).to_have_url(f"{servidor}/centros_integrate?departamento=La+Guajira")
    expect(pagina.locator(".tb-cifra", has_text="15.890")).to_be_visible()


def test_un_enlace_reproduce_la_vista(pagina: Page, servidor: str) -> None:
    pagina.goto(f"{servidor}/transferencias?municipio=54001")
    titulo = "El 28 % de lo girado en el país fue para San José de Cúcuta"
    expect(pagina.get_by_role("heading", name=titulo)).to_be_visible()


def test_los_dos_csv_dicen_lo_mismo_que_la_pantalla(pagina: Page, servidor: str) -> None:
    pagina.goto(f"{servidor}/transferencias?ver=lista&departamento=Norte+de+Santander")
    pagina.locator(".st-key-csv_transferencias button").click()
    with pagina.expect_download() as programas:
        pagina.get_by_role("button", name="CSV para programas").click()
    with pagina.expect_download() as excel:
        pagina.get_by_role("button", name="CSV para Excel").click()
    nombre = "transferencias_norte_de_santander_2025-11-30"
    assert programas.value.suggested_filename == f"{nombre}.csv"
    assert excel.value.suggested_filename == f"{nombre}_excel.csv"
    maquina = list(csv.DictReader(io.StringIO(programas.value.path().read_text("utf-8"))))
    assert {f["municipio_codigo"]: f["valor_cop"] for f in maquina} == {
        "54001": "441640400",
        "54874": "102473210",
        "54810": "60431400",
    }
    hoja = io.StringIO(excel.value.path().read_bytes().decode("utf-8-sig"))
    primera = next(iter(csv.DictReader(hoja, delimiter=";")))
    assert primera["Parte de lo girado en el país (%)"] == "27,8"
    assert primera["Parte de lo girado en el país (%), sin redondear"].startswith("27,803")
    expect(pagina.get_by_role("cell", name="27,80 %")).to_be_visible()


def test_lo_que_el_filtro_no_toca_no_lo_lleva_en_el_nombre(pagina: Page, servidor: str) -> None:
    pagina.goto(f"{servidor}/transferencias?ver=resoluciones&departamento=Arauca")
    pagina.locator(".st-key-csv_transferencias_resoluciones button").click()
    with pagina.expect_download() as bajada:
        pagina.get_by_role("button", name="CSV para programas").click()
    assert bajada.value.suggested_filename == "transferencias_resoluciones_2025-11-30.csv"
