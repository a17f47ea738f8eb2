"""La ficha territorial en Chromium: buscar, pasar de una a otra, descargar e imprimir."""

import io
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tablero.consultas.base import Base
from tablero.respuestas.ficha.pais import de_base

pytestmark = pytest.mark.navegador
A4 = (595, 842)


def titulo(pagina: Page, nombre: str) -> None:
    expect(pagina.locator(".tb-hoja h2")).to_have_text(nombre)


def test_buscar_cucuta_lleva_a_su_ficha(pagina: Page, servidor: str) -> None:
    pagina.goto(f"{servidor}/ficha_territorial")
    campo = pagina.get_by_label("Buscar un municipio")
    campo.fill("cucuta")
    campo.press("Enter")
    titulo(pagina, "San José de Cúcuta")
    expect(pagina).to_have_url(f"{servidor}/ficha_territorial?municipio=54001")
    # El mapa se dibujó: tiene su tamaño verdadero.
    mapa = pagina.get_by_alt_text("Mapa de Norte de Santander, con San José de Cúcuta en color.")
    expect(mapa).to_be_visible()
    assert mapa.evaluate("imagen => imagen.complete && imagen.naturalWidth > 100")


def test_los_enlaces_pasan_de_una_ficha_a_otra_y_se_puede_volver(
    pagina: Page, servidor: str
) -> None:
    ficha = f"{servidor}/ficha_territorial"
    pagina.goto(f"{ficha}?municipio=54001")
    titulo(pagina, "San José de Cúcuta")
    enlaces = pagina.locator(".st-key-ficha_enlaces")
    enlaces.get_by_role("link", name="Clúster 7").click()
    titulo(pagina, "Clúster 7")
    expect(pagina).to_have_url(f"{ficha}?cluster=7")
    enlaces.get_by_role("link", name="Norte de Santander").click()
    titulo(pagina, "Norte de Santander")
    expect(pagina).to_have_url(f"{ficha}?departamento=Norte+de+Santander")
    enlaces.get_by_role("link", name="Villa del Rosario").click()
    titulo(pagina, "Villa del Rosario")
    expect(pagina).to_have_url(f"{ficha}?municipio=54874")
    pagina.go_back()
    titulo(pagina, "Norte de Santander")


def test_el_filtro_de_territorio_tambien_lleva(pagina: Page, servidor: str) -> None:
    pagina.goto(f"{servidor}/ficha_territorial?cluster=9")
    titulo(pagina, "Clúster 9")
    pagina.get_by_role("combobox", name="Departamento").click()
    pagina.get_by_role("option", name="Arauca").click()
    titulo(pagina, "Arauca")
    expect(pagina).to_have_url(f"{servidor}/ficha_territorial?departamento=Arauca")


def test_descargar_el_pdf(pagina: Page, servidor: str, tmp_path: Path) -> None:
    pagina.goto(f"{servidor}/ficha_territorial?municipio=54001")
    titulo(pagina, "San José de Cúcuta")
    with pagina.expect_download() as descarga:
        pagina.get_by_role("button", name="Descargar el PDF").click()
    archivo = descarga.value
    assert archivo.suggested_filename == "ficha_54001_san_jose_de_cucuta_2025-11-30.pdf"
    archivo.save_as(tmp_path / "ficha.pdf")
    pdf = PdfReader(tmp_path / "ficha.pdf")
    assert len(pdf.pages) == 1
    assert "$441.640.400" in pdf.pages[0].extract_text()


def test_descargar_las_34(pagina: Page, servidor: str, tmp_path: Path, base: Base) -> None:
    """Cada una en una hoja, y la del municipio que dice el nombre de su archivo."""
    pagina.goto(f"{servidor}/ficha_territorial")
    with pagina.expect_download(timeout=120_000) as descarga:
        pagina.get_by_role("button", name="Las 34 fichas").click()
    descarga.value.save_as(tmp_path / "fichas.zip")
    with zipfile.ZipFile(tmp_path / "fichas.zip") as comprimido:
        assert comprimido.testzip() is None
        hojas = {n: PdfReader(io.BytesIO(comprimido.read(n))) for n in comprimido.namelist()}
    pais = de_base(base)
    codigos = [fila["municipio_codigo"] for fila in pais.filas(pais.priorizados)]
    assert len(codigos) == 34
    assert [nombre.split("_")[1] for nombre in hojas] == codigos
    for codigo, pdf in zip(codigos, hojas.values(), strict=True):
        assert len(pdf.pages) == 1, codigo
        assert pdf.metadata is not None
        # Las palabras clave salen de lo mismo que la hoja, y leerlas no es leerla entera.
        assert (pdf.metadata.keywords or "").endswith(f"DIVIPOLA, {codigo}"), codigo


@pytest.mark.parametrize("municipio", ["54001", "11001", "05002"])
def test_se_imprime_en_una_hoja_a4(pagina: Page, servidor: str, municipio: str) -> None:
    pagina.goto(f"{servidor}/ficha_territorial?municipio={municipio}")
    expect(pagina.locator(".tb-hoja")).to_be_visible()
    pagina.wait_for_load_state("networkidle")
    impreso = PdfReader(io.BytesIO(pagina.pdf(prefer_css_page_size=True)))
    assert len(impreso.pages) == 1
    hoja = impreso.pages[0].mediabox
    assert (round(hoja.width), round(hoja.height)) == A4
    escrito = " ".join(impreso.pages[0].extract_text().split())
    assert f"DIVIPOLA {municipio}" in escrito
    # Sin menú ni controles.
    for ajeno in ("Panorama", "Buscar un municipio", "Descargar el PDF", "Corte de los datos"):
        assert ajeno not in escrito


def test_en_un_telefono_no_se_sale_de_la_pantalla(pagina: Page, servidor: str) -> None:
    pagina.set_viewport_size({"width": 390, "height": 844})
    pagina.goto(f"{servidor}/ficha_territorial?municipio=11001")
    titulo(pagina, "Bogotá, D.C.")
    assert pagina.evaluate("document.querySelector('.stMain').scrollWidth") <= 390
    letras = pagina.locator(".tb-hoja .tb-menor").evaluate_all(
        "cifras => cifras.map(c => [parseFloat(getComputedStyle(c).fontSize), "
        "c.scrollWidth <= c.clientWidth])"
    )
    # Son las cifras grandes: no menos que el texto, y enteras.
    assert [(letra >= 16, cabe) for letra, cabe in letras] == [(True, True)] * 4
