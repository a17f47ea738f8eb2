"""El semáforo y los logros en Chromium."""

import csv
import io
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

TITULO = "Los 52 productos, uno por uno"


def abrir(pagina: Page, servidor: str, ruta: str, titulo: str) -> None:
    pagina.goto(f"{servidor}/{ruta}")
    expect(pagina.get_by_role("heading", name=titulo)).to_be_visible()
    # Hasta que los gráficos no están, la página crece y los botones se mueven de lugar.
    if ruta.startswith("semaforo"):
        expect(pagina.locator("svg.marks")).to_have_count(6, timeout=20_000)
    expect(pagina.get_by_test_id("stStatusWidget")).to_have_count(0)


def elegir(pagina: Page, lista: str, opcion: str) -> None:
    caja = pagina.get_by_role("combobox", name=lista)
    caja.evaluate("c => c.scrollIntoView({block: 'center'})")
    caja.click()
    pagina.get_by_role("option", name=opcion, exact=True).click()


def descargar(pagina: Page, clave: str, dialecto: str) -> Path:
    """El CSV de un botón, en un dialecto."""
    boton = pagina.locator(f".st-key-csv_{clave}").get_by_role("button").first
    boton.evaluate("b => b.scrollIntoView({block: 'center'})")
    boton.click()
    boton = pagina.locator(f".st-key-csv_{clave}_{dialecto}").get_by_role("button")
    with pagina.expect_download() as espera:
        boton.click()
    pagina.keyboard.press("Escape")
    return Path(espera.value.path()).rename(
        Path(espera.value.path()).with_name(espera.value.suggested_filename)
    )


def en_pantalla(pagina: Page) -> list[tuple[str, str]]:
    """Código y PAHV de cada fila de la tabla de productos."""
    filas = pagina.get_by_role("region", name="Productos de la política").locator("tbody tr")
    return [
        (fila.locator("td").nth(0).inner_text(), fila.locator("td").nth(5).inner_text())
        for fila in filas.all()
    ]


def test_carga_y_muestra_su_cifra_principal(pagina: Page, servidor: str) -> None:
    abrir(pagina, servidor, "semaforo", TITULO)
    expect(pagina.locator(".tb-cifra").first).to_have_text("52,05\u00a0%")
    barra = pagina.locator("svg.marks").nth(1)
    expect(barra).to_be_visible()
    textos = barra.locator("text").all_text_contents()
    assert textos[:5] == ["▼ 4", "2", "● 30", "▲ 14", "2"]
    assert "▲ Sobre-ejecución: 14" in textos


def test_ningun_grafico_dice_undefined(pagina: Page, servidor: str) -> None:
    abrir(pagina, servidor, "semaforo", TITULO)
    expect(pagina.locator("svg.marks")).to_have_count(6)
    for texto in pagina.locator("svg.marks text").all_text_contents():
        assert "undefined" not in texto
        assert "NaN" not in texto


def test_filtra_con_las_listas_y_queda_en_la_url(pagina: Page, servidor: str) -> None:
    abrir(pagina, servidor, "semaforo", TITULO)
    elegir(pagina, "Objetivo", "3")
    elegir(pagina, "Estado", "▲ Sobre-ejecución")
    expect(
        pagina.get_by_role("heading", name="2 de 52 productos: objetivo 3, sobre-ejecución")
    ).to_be_visible()
    assert en_pantalla(pagina) == [("3.1.1", "140\u00a0%"), ("3.1.8", "600\u00a0%")]
    assert "objetivo=3" in pagina.url
    assert "estado=sobre-ejecuci" in pagina.url


@pytest.mark.parametrize("dialecto", ["maquina", "excel"])
def test_el_csv_dice_lo_mismo_que_la_pantalla(pagina: Page, servidor: str, dialecto: str) -> None:
    abrir(pagina, servidor, "semaforo?sector=Salud", "6 de 52 productos: sector Salud")
    archivo = descargar(pagina, "productos", dialecto)
    assert re.match(r"productos_.*salud.*2024-12-31", archivo.name)
    separador, coma = (",", ".") if dialecto == "maquina" else (";", ",")
    filas = list(
        csv.DictReader(io.StringIO(archivo.read_text(encoding="utf-8-sig")), delimiter=separador)
    )
    pantalla = en_pantalla(pagina)
    assert [f["producto_codigo"] for f in filas] == [codigo for codigo, _ in pantalla]
    for fila, (_, pahv) in zip(filas, pantalla, strict=True):
        escrito = pahv.replace(".", "").replace("\u00a0%", "").replace(",", ".")
        assert float(fila["pahv_pct"].replace(coma, ".")) == float(escrito)
        assert (fila["corte_fecha"], fila["fuente_codigo"]) == ("2024-12-31", "sdp_2024-12-31")


def test_el_departamento_no_la_cambia_y_sigue_al_menu(pagina: Page, servidor: str) -> None:
    abrir(pagina, servidor, "semaforo?departamento=Arauca", TITULO)
    expect(pagina.get_by_text("el filtro «Arauca» no la cambia")).to_be_visible()
    pagina.get_by_role("link", name="Logros y enfoques", exact=True).click()
    expect(pagina.get_by_role("heading", name="Logros y enfoques")).to_be_visible()
    assert "departamento=Arauca" in pagina.url
    pagina.get_by_role("link", name="Centros Intégrate", exact=True).click()
    expect(pagina.get_by_role("combobox", name="Departamento")).to_have_value("Arauca")


def test_los_logros_se_abren_y_dicen_sus_cifras(pagina: Page, servidor: str) -> None:
    abrir(pagina, servidor, "logros", "Lo que la política aporta a la ciudad")
    pagina.get_by_text("Estrategia Casa de Todas", exact=True).click()
    expect(pagina.get_by_text("1.151 jurídicas, 371 psicosociales")).to_be_visible()
    archivo = descargar(pagina, "acciones_mejora", "maquina")
    filas = list(csv.DictReader(io.StringIO(archivo.read_text(encoding="utf-8"))))
    assert len(filas) == 17
    assert {f["producto_codigo"]: f["pahv_pct"] for f in filas}["2.2.7"] == "3399.8"


def test_en_un_telefono_nada_se_sale_del_ancho(pagina: Page, servidor: str) -> None:
    pagina.set_viewport_size({"width": 390, "height": 844})
    abrir(pagina, servidor, "semaforo", TITULO)
    ancho = pagina.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth")
    assert ancho <= 390
    for dibujo in pagina.locator("svg.marks").all():
        caja = dibujo.bounding_box()
        assert caja is not None
        assert caja["x"] + caja["width"] <= 390
