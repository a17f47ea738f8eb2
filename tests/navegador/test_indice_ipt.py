"""Índice IPT en Chromium: sin valores, la plantilla; con ellos, los pesos que se mueven."""

import csv
import io
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import fabrica_ipt
import openpyxl
import pytest
from gestos import quieta
from playwright.sync_api import BrowserContext, Page, expect


@pytest.fixture(scope="module")
def servidor_con_valores(
    tmp_path_factory: pytest.TempPathFactory,
    servir: Callable[[Path], AbstractContextManager[str]],
) -> Iterator[str]:
    """Otro servidor, sobre un tablero con valores inventados."""
    archivo = fabrica_ipt.construir_con_valores(tmp_path_factory.mktemp("indice"))
    with servir(archivo) as direccion:
        yield direccion


def test_sin_valores_se_descarga_la_plantilla(pagina: Page, servidor: str) -> None:
    pagina.goto(f"{servidor}/indice_ipt")
    expect(pagina).to_have_title("Índice IPT · Tablero de Control")
    expect(pagina.get_by_text("El índice no se puede calcular")).to_be_visible()
    with pagina.expect_download() as descarga:
        pagina.get_by_role("button", name="Descargar la plantilla de Excel").click()
    assert descarga.value.suggested_filename == "ipt_valores.xlsx"
    libro = openpyxl.load_workbook(io.BytesIO(descarga.value.path().read_bytes()))
    assert libro.sheetnames == ["Valores IPT", "Direcciones IPT"]


def test_mover_un_peso_se_ve_se_comparte_y_se_deshace_y_las_pestanas_quedan_en_el_enlace(
    contexto_quieto: BrowserContext, servidor_con_valores: str
) -> None:
    pagina = contexto_quieto.new_page()
    pagina.goto(f"{servidor_con_valores}/indice_ipt")
    expect(pagina.get_by_role("heading", name="encabeza el orden calculado de los")).to_be_visible()
    quieta(pagina)
    deslizador = pagina.get_by_role("slider").first
    deslizador.focus()
    pagina.keyboard.press("Home")
    aviso = pagina.get_by_text("Suposición: pesos cambiados por quien mira.")
    expect(aviso).to_be_visible()
    pagina.wait_for_url("**/indice_ipt?pesos=0**")
    otra = contexto_quieto.new_page()
    otra.goto(pagina.url)
    expect(otra.get_by_text("Suposición: pesos cambiados por quien mira.")).to_be_visible()
    pagina.get_by_role("button", name="Volver a los pesos calculados").click()
    expect(aviso).to_be_hidden()
    expect(pagina).to_have_url(f"{servidor_con_valores}/indice_ipt")
    pagina.get_by_role("tab", name="Contra lo publicado").click()
    expect(pagina.get_by_role("heading", name="rho de Spearman")).to_be_visible()
    pagina.wait_for_url("**/indice_ipt?ver=comparacion")
    pagina.get_by_text("La clasificación (las primeras 50").click()
    tabla = pagina.get_by_role("region", name="La clasificación")
    expect(tabla.get_by_role("row")).to_have_count(51)


def test_la_suposicion_va_en_el_archivo(
    contexto_quieto: BrowserContext, servidor_con_valores: str
) -> None:
    pagina = contexto_quieto.new_page()
    pagina.goto(f"{servidor_con_valores}/indice_ipt?pesos=0,0,0,0,0,0,0,0,100")
    quieta(pagina)
    pagina.locator(".st-key-llevar_ipt_clasificacion button").click()
    with pagina.expect_download() as descarga:
        pagina.get_by_role("link", name="CSV para programas").click()
    assert "pesos_cambiados_por_quien_mira" in descarga.value.suggested_filename
    filas = list(csv.DictReader(io.StringIO(descarga.value.path().read_text("utf-8"))))
    assert {f["suposicion"] for f in filas} == {
        "pesos cambiados por quien mira: 0,0,0,0,0,0,0,0,100"
    }
    con_puntaje = [f for f in filas if f["orden_calculado"]]
    assert con_puntaje[0]["puntaje"] == "100"
    assert len(filas) == len(con_puntaje) + 1
