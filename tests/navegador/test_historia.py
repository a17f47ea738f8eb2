"""La historia de cortes en Chromium, con los dos libros de `fabrica_politica`."""

from collections.abc import Iterator
from math import fsum

import pytest
from fabrica_politica import DICIEMBRE, JUNIO, POLITICA
from gestos import descargar, elegir, leer_csv, quieta
from playwright.sync_api import BrowserContext, Page, expect

TITULO = "Qué cambió del 30 de junio de 2025 al 31 de diciembre de 2025"
PP = "\u00a0p.\u00a0p."


@pytest.fixture(scope="module")
def historia(servidor_con_libros: str) -> str:
    """La dirección de la página, sobre un tablero con libros de dos cortes."""
    return f"{servidor_con_libros}/historia"


@pytest.fixture
def abierta(contexto_quieto: BrowserContext, historia: str) -> Iterator[Page]:
    """La página ya dibujada; al terminar exige que no hubo errores de consola."""
    errores: list[str] = []
    nueva = contexto_quieto.new_page()
    nueva.on("console", lambda m: errores.append(m.text) if m.type == "error" else None)
    nueva.on("pageerror", lambda e: errores.append(str(e)))
    nueva.goto(f"{historia}?ver=efectos")
    dibujada(nueva)
    yield nueva
    assert errores == [], errores


def dibujada(pagina: Page) -> None:
    expect(pagina.locator("svg.marks")).to_have_count(1, timeout=20_000)
    quieta(pagina)


def ver(pagina: Page, pestana: str) -> None:
    pagina.get_by_role("tab", name=pestana).click()
    pagina.wait_for_url("**/historia*")
    dibujada(pagina)


def textos(pagina: Page) -> list[str]:
    """Lo escrito en el gráfico; el halo de una letra, que repite su texto, no cuenta."""
    escrito = pagina.locator("svg.marks text:not([stroke-width])").all_text_contents()
    assert not [t for t in escrito if "undefined" in t or "NaN" in t]
    return escrito


def test_los_tres_graficos_dicen_las_cifras_del_motor(abierta: Page) -> None:
    """La serie, la cascada y el flujo: 52,04, 32,88 y 46,52; +3,33 + 0,35 − 0,13 + 10,09."""
    expect(abierta.get_by_role("heading", name=TITULO)).to_be_visible()
    assert [t for t in textos(abierta) if t.endswith(PP)] == [
        f"0,00{PP}",
        f"+3,33{PP}",
        f"+0,35{PP}",
        f"−0,13{PP}",
        f"0,00{PP}",
        f"+10,09{PP}",
    ]
    ver(abierta, "¿Qué cambió de color?")
    expect(abierta.locator("svg.marks text", has_text="✕ No vigente: 2").first).to_be_visible()
    flujo = textos(abierta)
    for nombre in ("▼ Bajo: 1", "● Alto: 2", "+ No estaba: 1", "● Alto: 4", "✕ No vigente: 2"):
        assert nombre in flujo
    ver(abierta, "¿Cómo ha avanzado?")
    expect(abierta.locator("svg.marks text", has_text="32,88").first).to_be_visible()
    dicho = " ".join(textos(abierta))  # la última lleva el nombre de su línea
    for cifra in ("52,04\u00a0%", "32,88\u00a0%", "46,52\u00a0%"):
        assert cifra in dicho


def test_se_elige_con_que_corte_comparar_y_queda_en_la_url(abierta: Page) -> None:
    elegir(abierta, "Comparar con el corte", "31 de diciembre de 2024")
    titulo = "Qué cambió del 31 de diciembre de 2024 al 31 de diciembre de 2025"
    expect(abierta.get_by_role("heading", name=titulo)).to_be_visible()
    expect(abierta.get_by_text("no son de la misma clase")).to_be_visible()
    assert "antes=2024-12-31" in abierta.url
    abierta.reload()
    dibujada(abierta)
    expect(abierta.get_by_role("heading", name=titulo)).to_be_visible()


def test_la_serie_de_un_producto_lleva_a_su_hoja(abierta: Page) -> None:
    ver(abierta, "¿Cómo ha avanzado?")
    elegir(abierta, "Serie de", "Producto 1.1.1: Producto 1.1.1")
    expect(abierta.get_by_role("heading", name="El producto 1.1.1 lleva 62,00")).to_be_visible()
    assert "serie=producto" in abierta.url
    abierta.get_by_role("link", name="1.1.1", exact=True).first.click()
    expect(abierta).to_have_title("Hoja de producto · Tablero de Control")
    assert f"codigo=1.1.1&politica={POLITICA}&corte={DICIEMBRE.isoformat()}" in abierta.url


def test_el_csv_de_los_efectos_suma_lo_que_cambio_el_avance(abierta: Page) -> None:
    """46,5183 − 32,875 = 13,6433."""
    archivo = descargar(abierta, "efectos")
    assert "contra_el_corte_2025_06_30" in archivo.name
    filas = leer_csv(archivo)
    assert fsum(float(f["efecto_pp"]) for f in filas) == pytest.approx(13.643333)
    assert {f["causa"] for f in filas if f["producto_codigo"] == "1.1.2"} == {
        "ponderación",
        "períodos reescritos",
        "reportes nuevos",
    }
    assert {(f["antes_fecha"], f["corte_fecha"]) for f in filas} == {
        (JUNIO.isoformat(), DICIEMBRE.isoformat())
    }
