"""Las brechas en Chromium: cabe en cada pantalla, enlaza con la ficha y se descarga."""

import csv
import io

from gestos import quieta, teclear
from playwright.sync_api import Page, expect

MATRIZ = ".tb-matriz"
FUERA_DE_LISTA = {"25754", "25286", "27372", "54810", "27006", "76109"}


def test_carga_y_dice_lo_que_falta(pagina: Page, servidor: str) -> None:
    pagina.goto(f"{servidor}/brechas")
    expect(pagina).to_have_title("Brechas territoriales · Tablero de Control")
    titulo = (
        "16 de los 34 municipios priorizados no aparecen en las listas de centros, transferencias "
        "ni talleres"
    )
    expect(pagina.get_by_role("heading", name=titulo)).to_be_visible()
    pagina.get_by_role("tab", name="Municipio por municipio").click()
    expect(pagina.locator(f"{MATRIZ} tbody tr")).to_have_count(40)
    pagina.get_by_role("tab", name="¿Qué lista los nombra?").click()
    expect(pagina.locator('[data-testid="stVegaLiteChart"] svg')).to_contain_text("○ No aparece 21")


def test_cada_municipio_lleva_a_su_ficha(pagina: Page, servidor: str) -> None:
    pagina.goto(f"{servidor}/brechas?ver=municipios&departamento=Arauca")
    enlace = pagina.locator(MATRIZ).get_by_role("link", name="Tame")
    expect(enlace).to_have_attribute("href", "ficha_territorial?municipio=81794")
    assert enlace.evaluate("a => a.href") == f"{servidor}/ficha_territorial?municipio=81794"


def test_filtrar_y_seguir_por_el_menu(pagina: Page, servidor: str) -> None:
    pagina.goto(f"{servidor}/brechas?ver=municipios")
    teclear(pagina, "Departamento", "Nariño")
    expect(pagina.locator(f"{MATRIZ} tbody tr")).to_have_count(3)
    pagina.get_by_role("link", name="Clústeres", exact=True).click()
    expect(pagina).to_have_url(f"{servidor}/clusteres?departamento=Nari%C3%B1o")


def test_el_csv_dice_lo_mismo_que_la_matriz(pagina: Page, servidor: str) -> None:
    pagina.goto(f"{servidor}/brechas?ver=municipios")
    abrir = pagina.locator(".st-key-llevar_brechas button").first
    abrir.evaluate("b => b.scrollIntoView({block: 'center'})")
    abrir.click()
    with pagina.expect_download() as bajada:
        pagina.get_by_role("link", name="CSV para programas").click()
    assert bajada.value.suggested_filename == "brechas_2025-11-30.csv"
    filas = list(csv.DictReader(io.StringIO(bajada.value.path().read_text("utf-8"))))
    assert [f["orden"] for f in filas] == [*(str(n) for n in range(1, 35)), *[""] * 6]
    assert {f["municipio_codigo"] for f in filas if f["es_priorizado"] == "false"} == FUERA_DE_LISTA
    bello = next(f for f in filas if f["municipio_codigo"] == "05088")
    esperado = {
        "municipio_nombre": "Bello",
        "departamento_nombre": "Antioquia",
        "orden": "25",
        "cluster_numero": "10",
        "centro_estado": "no aparece",
        "centro_nombres": "",
        "personas": "",
        "transferencia_estado": "no aparece",
        "valor_cop": "",
        "taller_estado": "sí",
        "taller_lugar": "Bello",
        "brechas": "2",
        "es_priorizado": "true",
        "eat_fuente_codigo": "eat_2024-06-30",
        "eat_corte_fecha": "2024-06-30",
        "cnim_fuente_codigo": "cnim_2025-11-30",
        "cnim_corte_fecha": "2025-11-30",
    }
    assert {columna: bello[columna] for columna in esperado} == esperado
    en_pantalla = pagina.locator(f"{MATRIZ} tbody tr", has_text="Bello")
    expect(en_pantalla.first).to_contain_text("Antioquia")


def test_cabe_en_cada_pantalla(pagina: Page, servidor: str) -> None:
    pagina.goto(f"{servidor}/brechas?ver=municipios")
    matriz = pagina.locator(MATRIZ).first
    matriz.wait_for()
    for ancho, alto in ((1920, 1080), (1366, 768), (390, 844)):
        pagina.set_viewport_size({"width": ancho, "height": alto})
        quieta(pagina)
        caja = matriz.bounding_box()
        desborde = matriz.evaluate(
            "e => [e.scrollHeight - e.clientHeight, e.scrollWidth - e.clientWidth]"
        )
        encabezado = matriz.locator("thead th").first
        assert caja is not None
        assert desborde[0] == 0  # se corre con la página, y no en una caja dentro de ella
        matriz.locator("tbody tr").last.evaluate("f => f.scrollIntoView({block: 'end'})")
        expect(encabezado).to_be_in_viewport()
        if ancho == 1920:  # en un proyector, los 34 se ven de una vez
            assert caja["height"] <= alto
            assert desborde == [0, 0]
        elif ancho == 1366:
            assert desborde[1] == 0
