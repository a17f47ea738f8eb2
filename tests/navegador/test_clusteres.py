"""Clústeres en Chromium."""

import csv
import io

from gestos import teclear
from playwright.sync_api import Page, expect
from textos import sin_mapas


def test_carga_y_muestra_las_14_fichas(pagina: Page, servidor: str) -> None:
    pagina.goto(f"{servidor}/clusteres")
    expect(pagina).to_have_title("Clústeres · Tablero de Control")
    titulo = "14 clústeres reúnen los 34 municipios priorizados; el mayor es el 7"
    expect(pagina.get_by_role("heading", name=titulo)).to_be_visible()
    expect(pagina.locator('[data-testid="stDeckGlJsonChart"] canvas').first).to_be_visible()
    pagina.get_by_role("tab", name="¿Qué hay en cada uno?").click()
    expect(pagina).to_have_url(f"{servidor}/clusteres?ver=fichas")
    fichas = pagina.locator(".tb-fichas > article")
    expect(fichas).to_have_count(14)
    expect(fichas.nth(8)).to_contain_text("Urabá Antioqueño · subregión")
    columnas = {fichas.nth(n).evaluate("e => e.getBoundingClientRect().left") for n in range(14)}
    assert len(columnas) == 4, "cuatro columnas de fichas en un proyector"


def test_en_un_telefono_va_una_ficha_por_renglon(pagina: Page, servidor: str) -> None:
    pagina.set_viewport_size({"width": 390, "height": 844})
    pagina.goto(f"{servidor}/clusteres?ver=fichas")
    fichas = pagina.locator(".tb-fichas > article")
    expect(fichas).to_have_count(14)
    izquierdas = {fichas.nth(n).evaluate("e => e.getBoundingClientRect().left") for n in range(3)}
    assert len(izquierdas) == 1
    assert pagina.evaluate("document.documentElement.scrollWidth") <= 390


def test_filtrar_y_seguir_por_el_menu(pagina: Page, servidor: str) -> None:
    sin_mapas(pagina)
    pagina.goto(f"{servidor}/clusteres")
    teclear(pagina, "Departamento", "Risaralda")
    titulo = "Risaralda: su clúster es el 3, que reúne 4 municipios"
    expect(pagina.get_by_role("heading", name=titulo)).to_be_visible()
    pagina.get_by_role("link", name="Mapas IPT", exact=True).first.click()
    expect(pagina).to_have_url(f"{servidor}/mapas_ipt?departamento=Risaralda")
    mapa = "1 de los 34 está en Risaralda: Dosquebradas (18.º)"
    expect(pagina.get_by_role("heading", name=mapa)).to_be_visible()


def test_un_enlace_reproduce_la_vista(pagina: Page, servidor: str) -> None:
    pagina.goto(f"{servidor}/clusteres?ver=fichas&municipio=05490")
    ficha = pagina.locator(".tb-fichas > article")
    expect(ficha).to_have_count(1)
    expect(ficha).to_contain_text("Necoclí · nuevo, piloto · 10\u00a0personas atendidas")


def test_los_csv_dicen_lo_mismo_que_la_pantalla(pagina: Page, servidor: str) -> None:
    sin_mapas(pagina)
    pagina.goto(f"{servidor}/clusteres?departamento=Antioquia")
    pagina.locator(".st-key-llevar_clusteres button").click()
    with pagina.expect_download() as programas:
        pagina.get_by_role("link", name="CSV para programas").click()
    with pagina.expect_download() as excel:
        pagina.get_by_role("link", name="CSV para Excel").click()
    assert programas.value.suggested_filename == "clusteres_antioquia_2025-11-30.csv"
    filas = list(csv.DictReader(io.StringIO(programas.value.path().read_text("utf-8"))))
    assert [(f["cluster_numero"], f["girado_cop"]) for f in filas] == [
        ("9", "120862800"),
        ("10", ""),
    ]
    hoja = io.StringIO(excel.value.path().read_bytes().decode("utf-8-sig"))
    assert len(list(csv.DictReader(hoja, delimiter=";"))) == 2
    tabla = pagina.get_by_role("region", name="Los clústeres, uno por fila")
    for fila in filas:
        expect(tabla.get_by_role("cell", name=fila["municipios_texto"])).to_be_visible()
    pagina.keyboard.press("Escape")
    pagina.locator(".st-key-llevar_clusteres_municipios button").click()
    with pagina.expect_download() as municipios:
        pagina.get_by_role("link", name="CSV para programas").click()
    texto = municipios.value.path().read_text("utf-8")
    codigos = {f["municipio_codigo"] for f in csv.DictReader(io.StringIO(texto))}
    assert codigos == {"05001", "05088", "05266", "05490", "05837"}
