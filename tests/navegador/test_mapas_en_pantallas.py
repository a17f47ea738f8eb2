"""El mapa del país cabe entero en cada pantalla, se pueda elegir en él o no."""

import pytest
from playwright.sync_api import Browser

from tablero.graficos.mapas import ALTO_SUPUESTO, ANCHO_SUPUESTO


@pytest.mark.parametrize("ruta", ["mapas_ipt", "clusteres", "transferencias"])
@pytest.mark.parametrize(("ancho", "alto"), [(1366, 768), (390, 844)])
def test_el_pais_cabe_entero(
    navegador: Browser, servidor: str, ruta: str, ancho: int, alto: int
) -> None:
    contexto = navegador.new_context(viewport={"width": ancho, "height": alto}, locale="es-CO")
    pagina = contexto.new_page()
    pagina.goto(f"{servidor}/{ruta}")
    mapa = pagina.locator('[data-testid="stDeckGlJsonChart"]').first
    mapa.wait_for()
    caja = mapa.bounding_box()
    contexto.close()
    assert caja is not None
    assert caja["width"] / caja["height"] >= ANCHO_SUPUESTO / ALTO_SUPUESTO
