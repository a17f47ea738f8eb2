"""El mapa del país cabe entero en cada pantalla, se pueda elegir en él o no."""

import pytest
from playwright.sync_api import Page
from textos import sin_mapas

from tablero.graficos.mapas.puntos import ALTO_SUPUESTO, ANCHO_SUPUESTO

TAMANOS = ((1366, 768), (1280, 720), (390, 844))


@pytest.mark.parametrize("ruta", ["mapas_ipt", "clusteres", "transferencias?ver=mapa"])
def test_el_pais_cabe_entero(pagina: Page, servidor: str, ruta: str) -> None:
    sin_mapas(pagina)  # se mide su lugar, y no lo que en él se dibuja
    pagina.goto(f"{servidor}/{ruta}")
    mapa = pagina.locator('[data-testid="stDeckGlJsonChart"]').first
    mapa.wait_for()
    for ancho, alto in TAMANOS:
        pagina.set_viewport_size({"width": ancho, "height": alto})
        pagina.wait_for_timeout(300)
        caja = mapa.bounding_box()
        assert caja is not None
        assert caja["width"] / caja["height"] >= ANCHO_SUPUESTO / ALTO_SUPUESTO, (ancho, alto)
