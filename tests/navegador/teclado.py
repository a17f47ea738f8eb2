"""Lo que hace quien no usa el ratón: seguir con Tab, ver dónde está y mover la página."""

from collections.abc import Callable
from typing import TypedDict

from playwright.sync_api import Page
from playwright.sync_api import TimeoutError as Tarde

DONDE = """() => {
  const foco = document.activeElement, estilo = getComputedStyle(foco);
  return {
    nombre: foco === document.body ? '' :
      (foco.getAttribute('aria-label') || foco.innerText || foco.value || '').trim(),
    id: foco.id || foco.dataset.testid || '',
    marca: foco.tagName,
    se_ve: foco === document.body || foco.id === 'stMain' ||
      (estilo.outlineStyle !== 'none' && parseFloat(estilo.outlineWidth) >= 2) ||
      !!foco.closest('[data-baseweb], [data-testid=stSelectbox], [data-testid=stMultiSelect]'),
    adentro: !!foco.closest('#stMain') && foco.id !== 'stMain',
  };
}"""
BAJADO = "() => document.getElementById('stMain').scrollTop"
CABE = """() => {
  const contenido = document.getElementById('stMain');
  return contenido.scrollHeight <= contenido.clientHeight + 1;
}"""
SALTO = "stSkipToContent"
PACIENCIA = 5_000


class Foco(TypedDict):
    """Dónde está el foco: cómo se llama, qué es, si se ve y si está en el contenido."""

    nombre: str
    id: str
    marca: str
    se_ve: bool
    adentro: bool


def foco(pagina: Page) -> Foco:
    """Lo que tiene el foco."""
    donde: Foco = pagina.evaluate(DONDE)
    return donde


def seguir(pagina: Page, hasta: Callable[[Foco], bool], pasos: int = 90) -> list[Foco]:
    """Pulsa Tab hasta llegar; da por dónde pasó. Falla si el foco no se ve o si no llega."""
    camino: list[Foco] = []
    for _ in range(pasos):
        pagina.keyboard.press("Tab")
        camino.append(foco(pagina))
        assert camino[-1]["se_ve"], f"no se ve el foco en {camino[-1]}"
        if hasta(camino[-1]):
            return camino
    raise AssertionError(f"no se llega en {pasos} pasos: {[f['nombre'] for f in camino[-8:]]}")


def bajar(pagina: Page, tecla: str = "PageDown") -> bool:
    """Si la tecla baja la página, o la página cabe entera."""
    if pagina.evaluate(CABE):
        return True
    antes = pagina.evaluate(BAJADO)
    pagina.keyboard.press(tecla)
    try:
        pagina.wait_for_function(f"antes => ({BAJADO})() > antes", arg=antes, timeout=PACIENCIA)
    except Tarde:
        return False
    return True


def sin_teclado(pagina: Page) -> list[str]:
    """Lo que falla al llegar: las teclas mueven la página sin un clic, y Tab empieza por saltar."""
    fallas = [] if bajar(pagina) else ["Av Pág no mueve la página"]
    pagina.keyboard.press("Home")
    pagina.keyboard.press("Tab")
    primero = foco(pagina)
    if primero["id"] != SALTO:
        fallas.append(f"Tab empieza en «{primero['nombre'][:40]}»")
    pagina.evaluate("() => document.activeElement.blur()")
    return fallas
