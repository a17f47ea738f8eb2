"""Lo que no se lee entero en una página, en la pantalla: lo mide `textos.js` sobre las letras."""

from pathlib import Path

from playwright.sync_api import Page

MEDIR = f"{(Path(__file__).parent / 'textos.js').read_text(encoding='utf-8')}()"
TAMANOS = {
    "proyector": (1024, 768),
    "portátil al 125 %": (1093, 614),
    "portátil al 150 %": (911, 512),
    "sala": (1920, 1080),
    "teléfono": (390, 844),
    "portátil": (1366, 768),
}
"""Píxeles de CSS: con Windows al 125 o al 150 %, una pantalla de 1366 × 768 tiene menos. En el
último se queda la página, ya acomodada, para imprimirla."""
PAUSA, INTENTOS, IGUALES = 200, 75, 8
"""Milisegundos entre dos medidas, cuántas se hacen y cuántas iguales convencen."""

SIN_ACOMODAR = "un gráfico mide"
"""Sin tarjeta gráfica, un mapa recién encogido detiene la página varios segundos, y con ella los
gráficos: si no se acomodan, al final se dice."""
SIN_LIENZOS = """
const hoja = new CSSStyleSheet();
hoja.replaceSync('[data-testid="stDeckGlJsonChart"] canvas { display: none !important }');
document.adoptedStyleSheets = [...document.adoptedStyleSheets, hoja];
"""


def sin_mapas(pagina: Page) -> None:
    """De lo que se abra ahí, quita los lienzos de los mapas: no traen texto y, sin tarjeta gráfica,
    dibujarlos detiene la página. Lo que los rodea se queda en su sitio.
    """
    pagina.add_init_script(SIN_LIENZOS)


def sin_leer(pagina: Page, ancho: int, alto: int) -> list[str]:
    """Lo que falla en ese tamaño, cuando la página se acomoda; basta verla bien dos veces."""
    pagina.set_viewport_size({"width": ancho, "height": alto})
    vistas: list[list[str]] = []
    for _ in range(INTENTOS):
        pagina.wait_for_timeout(PAUSA)
        vistas.append(pagina.evaluate(MEDIR))
        hasta = 2 if not vistas[-1] else IGUALES
        if SIN_ACOMODAR in " ".join(vistas[-1]):
            continue
        if len(vistas) >= hasta and all(v == vistas[-1] for v in vistas[-hasta:]):
            break
    return vistas[-1]
