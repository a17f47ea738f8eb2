"""Lo que se mira en una página: accesible en los dos temas, entera en seis tamaños, impresa sin que
nada se pise, sin una palabra en inglés y atenta a las teclas.

Abrirla es lo que más tarda: se abre una sola vez, y sus otras pestañas se tocan.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cabe import sin_caber
from gestos import DE_COLOR, faltas, quieta
from idioma import en_ingles
from papel import sin_imprimir
from playwright.sync_api import Page
from teclado import sin_teclado
from textos import TAMANOS, sin_leer

MENU = "[data-testid=stSidebar]"
"""El mismo en todas las pestañas de una página: se mira al abrirla."""
FONDO = "() => getComputedStyle(document.querySelector('.stApp')).backgroundColor"


def mirada(pagina: Page, direccion: str, carpeta: Path) -> dict[str, list[str]]:
    """Lo que falla en una página al abrirla, por lo que se mira."""
    pagina.goto(direccion)
    pagina.wait_for_selector("h1")
    quieta(pagina)
    vistas = {"con el teclado": sin_teclado(pagina), **en_los_dos_temas(pagina)}
    vistas |= {nombre: sin_leer(pagina, *tamano) for nombre, tamano in TAMANOS.items()}
    # La más corta y la más ancha; en A4 también se imprime, en `test_papel.py`.
    vistas["Letter"] = sin_imprimir(pagina, "Letter", carpeta)
    return {nombre: dichas for nombre, dichas in vistas.items() if dichas}


def por_pestanas(pagina: Page, vers: tuple[str, ...]) -> dict[str, list[str]]:
    """Lo que falla en la página que ya está abierta, que cabe, y en cada una de sus pestañas."""
    vistas = {"cabe": sin_caber(pagina)}
    for lugar, ver in enumerate(vers[1:], start=1):
        pagina.get_by_role("tab").nth(lugar).click()
        pagina.wait_for_url(f"**ver={ver}**")
        vistas[f"{ver}, cabe"] = sin_caber(pagina)
        vistas |= {
            f"{ver}, {que}": fallas for que, fallas in en_los_dos_temas(pagina, MENU).items()
        }
    return {nombre: dichas for nombre, dichas in vistas.items() if dichas}


def en_los_dos_temas(pagina: Page, menos: str = "") -> dict[str, list[str]]:
    """Lo que axe encuentra en cada tema, y lo que está en inglés.

    Con el tema cambian los colores y nada más: en el oscuro no se repite lo que no es de color.
    `menos` es la parte que ya se miró.
    """
    vistas = {"en claro": faltas(pagina, menos=menos), "en inglés": en_ingles(pagina)}
    with a_oscuras(pagina):
        vistas["en oscuro"] = faltas(pagina, DE_COLOR, menos)
    return vistas


@contextmanager
def a_oscuras(pagina: Page) -> Iterator[None]:
    """La página en el tema oscuro, y otra vez en el claro."""
    fondo = pagina.evaluate(FONDO)
    pagina.emulate_media(color_scheme="dark")
    pagina.wait_for_function(f"claro => ({FONDO})() !== claro", arg=fondo)
    yield
    pagina.emulate_media(color_scheme="light")
