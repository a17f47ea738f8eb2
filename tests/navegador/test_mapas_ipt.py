"""Mapas IPT en Chromium."""

import csv
import io
import math

from playwright.sync_api import Page, expect

DIBUJO = '[data-testid="stDeckGlJsonChart"]'
PUERTO_CARRENO = (-67.487, 6.18686)
"""Está solo en su rincón: su símbolo no se corre."""
CENTRO, ACERCAMIENTO = (-73.05, 4.15), 4.81
INTENTOS = 12


def mercator(latitud: float) -> float:
    return math.degrees(math.asinh(math.tan(math.radians(latitud))))


def tocar(pagina: Page, lugar: tuple[float, float]) -> None:
    """Toca un lugar del mapa de todo el país, hasta que salga su ficha.

    Sin tarjeta gráfica cada cuadro tarda, y un clic que dura más de un cuarto de segundo no cuenta.
    """
    escala = 512 * 2**ACERCAMIENTO / 360
    caja = pagina.locator(DIBUJO).first.bounding_box()
    assert caja is not None
    x = caja["x"] + caja["width"] / 2 + (lugar[0] - CENTRO[0]) * escala
    y = caja["y"] + caja["height"] / 2 - (mercator(lugar[1]) - mercator(CENTRO[1])) * escala
    for _ in range(INTENTOS):
        pagina.mouse.move(x, y)
        pagina.wait_for_timeout(1_200)
        pagina.mouse.click(x, y)
        pagina.wait_for_timeout(1_200)
        if pagina.locator("dl.tb-ficha").count():
            return


def test_carga_y_tocar_un_municipio_muestra_su_ficha(pagina: Page, servidor: str) -> None:
    with pagina.expect_response(lambda r: "departamentos_natural_earth" in r.url) as contornos:
        pagina.goto(f"{servidor}/mapas_ipt")
    assert contornos.value.ok
    expect(pagina).to_have_title("Mapas IPT · Tablero de Control")
    titulo = "34 municipios priorizados: Puerto Santander, Puerto Carreño y Arauca"
    expect(pagina.get_by_role("heading", name=titulo)).to_be_visible()
    expect(pagina.locator(f"{DIBUJO} canvas").first).to_be_visible()
    tocar(pagina, PUERTO_CARRENO)
    ficha = pagina.locator("dl.tb-ficha")
    expect(ficha).to_contain_text("2\u00a0de 34")
    expect(ficha).to_contain_text("$76.358.920")
    pagina.get_by_role("button", name="Ver solo Puerto Carreño").click()
    expect(pagina).to_have_url(f"{servidor}/mapas_ipt?municipio=99001")
    solo = "1 de los 34 está en Vichada: Puerto Carreño (2.º)"
    expect(pagina.get_by_role("heading", name=solo)).to_be_visible()


def test_filtrar_y_seguir_por_el_menu(pagina: Page, servidor: str) -> None:
    pagina.goto(f"{servidor}/mapas_ipt")
    pagina.get_by_label("Departamento", exact=True).click()
    pagina.keyboard.type("Arauca")
    pagina.keyboard.press("Enter")
    titulo = "3 de los 34 están en Arauca: Arauca (3.º), Tame (4.º) y Saravena (6.º)"
    expect(pagina.get_by_role("heading", name=titulo)).to_be_visible()
    pagina.get_by_role("link", name="Clústeres", exact=True).click()
    expect(pagina).to_have_url(f"{servidor}/clusteres?departamento=Arauca")
    expect(pagina.get_by_role("heading", name="El clúster 12 llega a Arauca")).to_be_visible()


def test_un_enlace_reproduce_la_ficha(pagina: Page, servidor: str) -> None:
    pagina.goto(f"{servidor}/mapas_ipt?municipio=54001")
    ficha = pagina.locator("dl.tb-ficha")
    expect(ficha).to_contain_text("16\u00a0de 34")
    expect(ficha).to_contain_text("14.344\u00a0personas atendidas")
    expect(ficha).to_contain_text("$441.640.400")


def test_los_dos_csv_dicen_lo_mismo_que_la_pantalla(pagina: Page, servidor: str) -> None:
    pagina.goto(f"{servidor}/mapas_ipt?departamento=Arauca")
    pagina.locator(".st-key-csv_municipios_priorizados button").click()
    with pagina.expect_download() as programas:
        pagina.get_by_role("button", name="CSV para programas").click()
    with pagina.expect_download() as excel:
        pagina.get_by_role("button", name="CSV para Excel").click()
    nombre = "municipios_priorizados_arauca_2024-06-30"
    assert programas.value.suggested_filename == f"{nombre}.csv"
    assert excel.value.suggested_filename == f"{nombre}_excel.csv"
    filas = list(csv.DictReader(io.StringIO(programas.value.path().read_text("utf-8"))))
    assert [(f["orden"], f["municipio_codigo"], f["cluster_numero"]) for f in filas] == [
        ("3", "81001", "12"),
        ("4", "81794", "12"),
        ("6", "81736", "12"),
    ]
    hoja = io.StringIO(excel.value.path().read_bytes().decode("utf-8-sig"))
    assert next(iter(csv.DictReader(hoja, delimiter=";")))["longitud"] == "-70,74635"
    tabla = pagina.get_by_role("region", name="El orden publicado")
    for fila in filas:
        expect(tabla.get_by_role("cell", name=fila["municipio_nombre"]).first).to_be_visible()
