"""«¿Y si…?» en Chromium: escribir un reporte, ver qué mueve, compartirlo y descargarlo."""

import pytest
from gestos import descargar, leer_csv
from playwright.sync_api import BrowserContext, Page, expect


def avance(pagina: Page) -> str:
    return pagina.locator(".tb-cifra").first.inner_text()


def test_se_supone_se_comparte_y_se_deshace(
    contexto_quieto: BrowserContext, servidor_con_libros: str
) -> None:
    pagina = contexto_quieto.new_page()
    pagina.goto(f"{servidor_con_libros}/suponer?corte=2025-06-30")
    expect(pagina.locator(".tb-cifra").first).to_have_text("32,88\u00a0%")
    pagina.get_by_role("combobox", name="Agregar un producto").click()
    pagina.get_by_role("option", name="1.1.2 Producto 1.1.2").click()
    numero = pagina.get_by_role("textbox", name="Tercer trimestre de 2025: lo hecho en el período")
    numero.fill("40")
    numero.press("Enter")
    expect(pagina.locator(".tb-cifra").first).to_have_text("32,88\u00a0% → 35,88\u00a0%")
    pagina.wait_for_url("**supone=1.1.2**40**")
    otra = contexto_quieto.new_page()
    otra.goto(pagina.url)
    expect(otra.get_by_text("Suposición: reportes supuestos por quien mira.")).to_be_visible()
    assert avance(otra) == "32,88\u00a0% → 35,88\u00a0%"
    expect(otra.locator("svg.marks")).to_have_count(1)
    assert "+3,00\u00a0p.\u00a0p." in otra.locator("svg.marks text").all_text_contents()
    pagina.get_by_role("button", name="Quitar todo lo supuesto").click()
    expect(pagina.locator(".tb-cifra").first).to_have_text("32,88\u00a0%")


def test_la_suposicion_va_en_el_archivo(pagina: Page, servidor: str) -> None:
    pagina.goto(f"{servidor}/suponer?ver=productos&supone=2.2.6:20")
    archivo = descargar(pagina, "productos_supuestos")
    assert "reportes_supuestos_por_quien_mira" in archivo.name
    (fila,) = leer_csv(archivo)
    assert fila["suposicion"] == "reportes supuestos por quien mira: 2.2.6:20"
    assert (fila["producto_codigo"], fila["semaforo_despues"]) == ("2.2.6", "alto")
    assert float(fila["avance_cambio_pp"]) == pytest.approx(0.6)


def test_se_escribe_con_coma_decimal(pagina: Page, servidor: str) -> None:
    """Un campo numérico de Chromium en inglés pierde la coma: 26,5 quedaría en 265."""
    pagina.goto(f"{servidor}/suponer?codigo=2.2.6")
    campo = pagina.get_by_role("textbox", name="PAA que reportaría, en %")
    campo.press_sequentially("26,5")
    campo.press("Enter")
    # 4 % × (26,5 − 5) = 0,86
    expect(pagina.locator(".tb-cifra").first).to_have_text("52,04\u00a0% → 52,90\u00a0%")
    expect(campo).to_have_value("26,5")
    assert "supone=2.2.6%3A26.5" in pagina.url
