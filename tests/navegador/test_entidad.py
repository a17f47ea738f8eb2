"""La página Por entidad en Chromium, con los dos libros de `fabrica_politica`."""

from collections.abc import Iterator

import pytest
from fabrica_politica import GOBIERNO, JUNIO, POLITICA, SALUD
from gestos import descargar, faltas, leer_csv, quieta
from playwright.sync_api import BrowserContext, Page, expect
from pypdf import PdfReader

CORTE = JUNIO.isoformat()


@pytest.fixture
def abierta(contexto_quieto: BrowserContext, servidor_con_libros: str) -> Iterator[Page]:
    """Todas las entidades al 30 de junio; al terminar exige que no hubo errores de consola."""
    errores: list[str] = []
    nueva = contexto_quieto.new_page()
    nueva.on("console", lambda m: errores.append(m.text) if m.type == "error" else None)
    nueva.on("pageerror", lambda e: errores.append(str(e)))
    nueva.goto(f"{servidor_con_libros}/entidad?corte={CORTE}")
    expect(nueva.locator("svg.marks")).to_have_count(1, timeout=20_000)
    yield nueva
    assert errores == [], errores


def test_el_grafico_cuenta_cada_situacion(abierta: Page) -> None:
    """Salud: 2.2.1 sin reporte, 1.2.2 atrasado y 1.2.1 a tiempo; Gobierno: los otros cinco."""
    titulo = "3 productos atrasados o sin reporte, de 2 de las 2 entidades"
    expect(abierta.get_by_role("heading", name=titulo)).to_be_visible()
    textos = abierta.locator("svg.marks text").all_text_contents()
    # La primera de cada situación lleva su palabra.
    de_a_uno = [t for t in textos if t.endswith(" 1")]
    assert [t[0] for t in de_a_uno] == [*"◇▼●", *"▼▲●○✕"]
    assert {f"{SALUD}: 3 productos", f"{GOBIERNO}: 5 productos", "◇ Sin reporte"} <= set(textos)


def test_un_clic_lleva_a_la_entidad_y_de_ahi_a_su_producto(abierta: Page) -> None:
    abierta.get_by_role("tab", name="¿Cuánto pesan en la brecha?").click()
    abierta.get_by_role("link", name=SALUD, exact=True).click()
    expect(abierta.get_by_role("heading", name=SALUD)).to_be_visible()
    assert f"corte={CORTE}" in abierta.url
    expect(abierta.locator(".tb-cifra")).to_have_text(
        ["3", "35\u00a0%", "−12,50\u00a0p.\u00a0p.", "4"]
    )
    abierta.get_by_role("tab", name="¿Qué debe hacer?").click()
    filas = abierta.get_by_role("region", name="Productos de la entidad").locator("tbody tr")
    expect(filas).to_have_count(6)  # tres situaciones y tres productos
    assert [f.replace("\u00a0", "").split("\t")[0] for f in filas.all_inner_texts()] == [
        *("◇ Sin reporte 1 producto", "2.2.1"),
        *("▼ Atrasado 1 producto", "1.2.2"),
        *("● A tiempo 1 producto", "1.2.1"),
    ]
    assert faltas(abierta) == []
    abierta.get_by_role("region", name="Productos de la entidad").get_by_role(
        "link", name="1.2.2", exact=True
    ).click()
    abierta.wait_for_url(f"**/producto?codigo=1.2.2&politica={POLITICA}&corte={CORTE}")
    expect(abierta.get_by_role("heading", name="Hoja de producto")).to_be_visible()


def test_la_lista_cambia_la_entidad_y_la_direccion(abierta: Page) -> None:
    abierta.get_by_role("combobox", name="Entidad", exact=True).click()
    abierta.get_by_role("option", name=GOBIERNO, exact=True).click()
    expect(abierta.get_by_role("heading", name=GOBIERNO)).to_be_visible()
    assert "nombre=Secretar%C3%ADa+Distrital+de+Gobierno" in abierta.url
    expect(abierta.locator(".tb-cifra").nth(2)).to_have_text("+0,38\u00a0p.\u00a0p.")


def test_el_pdf_y_el_csv_son_los_de_la_pantalla(abierta: Page, servidor_con_libros: str) -> None:
    abierta.goto(
        f"{servidor_con_libros}/entidad?nombre=secretaria+distrital+de+salud&corte={CORTE}"
    )
    expect(abierta.get_by_role("heading", name=SALUD)).to_be_visible()
    quieta(abierta)
    with abierta.expect_download() as espera:
        abierta.get_by_role("button", name="Descargar el PDF para enviarle").click()
    nombre = f"secretaria_distrital_de_salud_{POLITICA}"
    assert espera.value.suggested_filename == f"entidad_{nombre}_{CORTE}.pdf"
    [hoja] = PdfReader(espera.value.path()).pages
    resumen = abierta.locator("p.tb-nombre").inner_text()
    assert " ".join(resumen.split()) in " ".join(hoja.extract_text().split())

    abierta.get_by_role("tab", name="¿Qué debe hacer?").click()
    archivo = descargar(abierta, "entidad_productos")
    assert "secretaria_distrital_de_salud" in archivo.name
    assert archivo.name.endswith(f"_{CORTE}.csv")
    filas = leer_csv(archivo)
    assert [(f["producto_codigo"], f["situacion"]) for f in filas] == [
        ("2.2.1", "sin reporte"),
        ("1.2.2", "atrasado"),
        ("1.2.1", "a tiempo"),
    ]
    assert [float(f["brecha_aporte_pp"]) for f in filas] == pytest.approx([-5, -6, -1.5])
    assert filas[0]["pahv_pct"] == ""
    assert filas[0]["que_hacer"].startswith("Enviar el reporte del segundo trimestre de 2025")


@pytest.mark.parametrize("ancho", [1366, 390])
def test_nada_se_sale_de_la_pantalla(abierta: Page, ancho: int) -> None:
    abierta.set_viewport_size({"width": ancho, "height": 800})
    abierta.goto(f"{abierta.url}&nombre=Secretar%C3%ADa+Distrital+de+Salud")
    expect(abierta.get_by_role("heading", name=SALUD)).to_be_visible()
    for pestana in ("¿Qué debe hacer?", "¿Qué revisar?"):
        abierta.get_by_role("tab", name=pestana).click()
        quieta(abierta)
        caja = abierta.locator(".tb-caja")
        expect(caja).to_have_count(1)
        assert caja.evaluate("c => c.scrollWidth - c.clientWidth") <= 1
    assert abierta.evaluate("document.documentElement.scrollWidth") <= ancho
