"""Una pestaña cabe en dos pantallas de una pared y en cuatro de un portátil.

De una tabla se cuentan veinte filas: las demás se corren con la página.
"""

from gestos import quieta
from playwright.sync_api import Page
from textos import TAMANOS

FILAS = 20
LIMITES = {"sala": 2.0, "portátil": 4.0}
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


def sin_caber(pagina: Page) -> list[str]:
    """Lo que no cabe de la pestaña que está abierta: la página, o la tira de sus pestañas.

    Empieza por el tamaño que la página ya tiene, que cambiarlo la dibuja otra vez, y la deja en el
    otro.
    """
    dichas = []
    actual = pagina.viewport_size
    for tamano, pantallas in sorted(
        LIMITES.items(),
        key=lambda limite: actual is None or TAMANOS[limite[0]][0] != actual["width"],
    ):
        ancho, alto = TAMANOS[tamano]
        pagina.set_viewport_size({"width": ancho, "height": alto})
        quieta(pagina)
        mide = pagina.evaluate(MEDIR, FILAS)
        if mide > pantallas:
            dichas.append(f"{tamano}: {mide:.2f} pantallas")
        if not pagina.evaluate(UN_RENGLON):
            dichas.append(f"{tamano}: las pestañas no caben en un renglón")
    return dichas
