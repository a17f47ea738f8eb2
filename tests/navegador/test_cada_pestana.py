"""Cada pestaña cabe, es accesible en los dos temas y no dice una palabra en inglés.

Caber es dos pantallas en una pared y cuatro en un portátil. De una tabla se cuentan veinte filas:
las demás se corren con la página.
"""

import pytest
from gestos import faltas, quieta
from idioma import en_ingles
from mirada import a_oscuras
from pestanas import CON_ALGO_ELEGIDO, PESTANAS, SIN_PESTANAS
from playwright.sync_api import Page, ViewportSize

FILAS = 20
LIMITES: tuple[tuple[ViewportSize, float], ...] = (
    ({"width": 1920, "height": 1080}, 2),
    ({"width": 1366, "height": 768}, 4),
)
MAS = {"conciliacion": {"cifras": 3.7}}
"""La que no cabe: cada fila lleva la explicación de su diferencia, que no se pliega."""
MEDIR = """filas => {
    const pagina = document.querySelector('[data-testid=stMain]');
    const sobran = [...document.querySelectorAll('.stMain table')].flatMap(
        tabla => [...tabla.querySelectorAll('tbody tr')].slice(filas));
    const cajas = [...document.querySelectorAll('.stMain .tb-caja')];
    sobran.forEach(fila => fila.style.display = 'none');
    cajas.forEach(caja => caja.style.maxHeight = 'none');
    const alto = pagina.scrollHeight / pagina.clientHeight;
    sobran.forEach(fila => fila.style.display = '');
    cajas.forEach(caja => caja.style.maxHeight = '');
    return alto;
}"""
UN_RENGLON = """() => new Set([...document.querySelectorAll('[data-testid=stTab]')].map(
    pestana => Math.round(pestana.getBoundingClientRect().top))).size <= 1"""


@pytest.mark.parametrize("pagina", [*SIN_PESTANAS, *PESTANAS, *CON_ALGO_ELEGIDO])
def test_nada_falla_y_cabe(pestana: Page, servidor: str, pagina: str) -> None:
    """Cada pestaña, con una sola carga: las demás se tocan."""
    vers = {**PESTANAS, **CON_ALGO_ELEGIDO}.get(pagina, ())
    pestana.goto(f"{servidor}/{pagina}")
    quieta(pestana)
    altos, vistas = {}, {}
    for lugar, ver in enumerate(vers or ("",)):
        if lugar:
            pestana.get_by_role("tab").nth(lugar).click()
            pestana.wait_for_url(f"**ver={ver}**")
        for tamano, _ in LIMITES:
            pestana.set_viewport_size(tamano)
            quieta(pestana)
            altos[ver, tamano["width"]] = round(pestana.evaluate(MEDIR, FILAS), 2)
            assert pestana.evaluate(UN_RENGLON)
        vistas |= {(ver, "en claro"): faltas(pestana), (ver, "en inglés"): en_ingles(pestana)}
        with a_oscuras(pestana):
            vistas[ver, "en oscuro"] = faltas(pestana)
    assert {lugar: dichas for lugar, dichas in vistas.items() if dichas} == {}
    limite = {tamano["width"]: pantallas for tamano, pantallas in LIMITES}
    permitido = MAS.get(pagina, {})
    assert {
        (ver, ancho): alto
        for (ver, ancho), alto in altos.items()
        if alto > permitido.get(ver, limite[ancho])
    } == {}
