"""Los hallazgos en Chromium, sobre un tablero con libros."""

from gestos import descargar, elegir, leer_csv
from playwright.sync_api import BrowserContext, expect


def test_se_filtra_se_descarga_y_lleva_al_producto(
    contexto_quieto: BrowserContext, servidor_con_libros: str
) -> None:
    pagina = contexto_quieto.new_page()
    pagina.goto(f"{servidor_con_libros}/hallazgos?corte=2025-06-30")
    expect(pagina.locator("svg.marks")).to_be_visible()
    assert "▲ 3" in pagina.locator("svg.marks text").all_text_contents()
    pagina.get_by_role("tab", name="Uno por uno").click()
    elegir(pagina, "Qué se encontró", "Meta sin reporte (3)")
    expect(pagina.get_by_role("heading", name="3 hallazgos: Meta sin reporte")).to_be_visible()
    pagina.wait_for_url("**regla=meta_sin_reporte**")
    archivo = descargar(pagina, "hallazgos")
    assert "meta_sin_reporte" in archivo.name and archivo.name.count("2025-06-30") == 1
    filas = leer_csv(archivo)
    assert [f["celda"] for f in filas] == ["AO12", "AP12", "AQ12"]
    assert {f["regla"] for f in filas} == {"Meta sin reporte"}
    tabla = pagina.get_by_role("region", name="Hallazgos, uno por uno")
    tabla.get_by_role("link", name="2.2.1", exact=True).first.click()
    pagina.wait_for_url("**/producto?codigo=2.2.1**corte=2025-06-30**")


def test_las_pestanas_quedan_en_el_enlace(
    contexto_quieto: BrowserContext, servidor_con_libros: str
) -> None:
    pagina = contexto_quieto.new_page()
    pagina.goto(f"{servidor_con_libros}/hallazgos?corte=2025-06-30")
    pagina.get_by_role("tab", name="Reportado y recalculado").click()
    expect(pagina.get_by_role("heading", name="14 porcentajes, uno por uno")).to_be_visible()
    pagina.wait_for_url("**ver=contrastes**")
    fila = pagina.get_by_role("region", name="Reportado y recalculado").locator("tbody tr").first
    assert fila.locator("td").nth(2).inner_text() == "85,71\u00a0%"
    assert fila.locator("td").nth(3).inner_text() == "80\u00a0%"
