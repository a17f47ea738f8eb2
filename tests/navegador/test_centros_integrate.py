"""Centros Intégrate en Chromium."""

import csv
import io

from gestos import teclear
from playwright.sync_api import Page, expect


def test_carga_y_muestra_sus_cifras(pagina: Page, servidor: str) -> None:
    pagina.goto(f"{servidor}/centros_integrate")
    expect(pagina).to_have_title("Centros Intégrate · Tablero de Control")
    expect(pagina.locator(".tb-cifra", has_text="113.142")).to_have_count(2)
    grafico = pagina.locator('[data-testid="stVegaLiteChart"]').first
    expect(grafico.locator("svg")).to_contain_text("15.890")
    expect(grafico.locator("svg")).to_contain_text("sin dato (proyectado)")
    nombres = grafico.locator("svg .role-axis-label text").all_text_contents()
    assert nombres[:3] == ["Riohacha", "Cúcuta", "Santa Marta"]
    assert nombres[-1] == "Ipiales"


def test_filtrar_y_seguir_por_el_menu(pagina: Page, servidor: str) -> None:
    pagina.goto(f"{servidor}/centros_integrate")
    teclear(pagina, "Departamento", "Nariño")
    expect(pagina.get_by_text("1 proyectado. Sin abrir todavía: Ipiales.")).to_be_visible()
    pagina.get_by_role("link", name="Transferencias psicosociales", exact=True).click()
    expect(pagina).to_have_url(f"{servidor}/transferencias?departamento=Nari%C3%B1o")
    expect(pagina.get_by_text("Girado en Nariño")).to_be_visible()


def test_un_enlace_reproduce_la_vista(pagina: Page, servidor: str) -> None:
    pagina.goto(f"{servidor}/centros_integrate?ver=dias&municipio=25754")
    expect(
        pagina.get_by_text("El centro de Soacha atendió a 15,0 personas por día abierto")
    ).to_be_visible()


def test_los_dos_csv_dicen_lo_mismo_que_la_pantalla(pagina: Page, servidor: str) -> None:
    pagina.goto(f"{servidor}/centros_integrate?ver=dias&departamento=La+Guajira")
    pagina.locator(".st-key-csv_centros_personas_por_dia button").click()
    with pagina.expect_download() as programas:
        pagina.get_by_role("button", name="CSV para programas").click()
    with pagina.expect_download() as excel:
        pagina.get_by_role("button", name="CSV para Excel").click()
    nombre = "centros_personas_por_dia_la_guajira_2025-11-30"
    assert programas.value.suggested_filename == f"{nombre}.csv"
    assert excel.value.suggested_filename == f"{nombre}_excel.csv"
    maquina = programas.value.path().read_text("utf-8")
    hoja = excel.value.path().read_bytes()
    filas = {f["centro_codigo"]: f for f in csv.DictReader(io.StringIO(maquina))}
    assert filas["riohacha"]["personas_por_dia"].startswith("58.205")
    assert (filas["maicao"]["personas"], filas["maicao"]["dias_abiertos"]) == ("", "")
    assert hoja.startswith(b"\xef\xbb\xbf")
    columnas = csv.DictReader(io.StringIO(hoja.decode("utf-8-sig")), delimiter=";")
    primera = next(iter(columnas))
    assert primera["Personas por día abierto"] == "58,21"
    assert primera["Personas por día abierto, sin redondear"].startswith("58,205")
    expect(
        pagina.get_by_text("El centro de Riohacha atendió a 58,2 personas por día abierto")
    ).to_be_visible()


def test_en_un_telefono_las_barras_se_ven(pagina: Page, servidor: str) -> None:
    pagina.set_viewport_size({"width": 390, "height": 844})
    pagina.goto(f"{servidor}/centros_integrate")
    for grafico in pagina.locator('[data-testid="stVegaLiteChart"]').all():
        barras = grafico.locator("g.mark-rect path")
        expect(barras.first).to_be_visible()
        cajas = [b.bounding_box() for b in barras.all()]
        assert max(c["width"] for c in cajas if c) > 60
        caja = grafico.bounding_box()
        assert caja is not None
        assert caja["x"] + caja["width"] <= 390
