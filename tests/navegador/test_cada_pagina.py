"""Cada página, abierta una sola vez: accesible en los dos temas, entera en seis tamaños, impresa
sin que nada se pise y sin una palabra en inglés.

Abrirla es lo que más tarda: todo lo que se mira sin tocar nada se mira aquí.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from gestos import faltas
from idioma import en_ingles
from papel import con_poppler, sin_imprimir
from playwright.sync_api import Browser, Page
from textos import TAMANOS, sin_leer, sin_mapas

from tablero import rutas

PAGINAS = ["", *sorted(p.stem for p in (rutas.RAIZ / "pages").glob("*.py"))]
CON_ALGO_ELEGIDO = [
    "ficha_territorial?municipio=54001",
    "producto?codigo=1.1.2",
    "suponer?supone=2.2.6:20",
    "mapas_ipt?departamento=Norte de Santander",
]
CON_LIBROS = [
    "semaforo?por=entidad",
    "producto?codigo=1.1.2",
    "entidad?nombre=Secretaría Distrital de Salud",
    "historia",
    "suponer?supone=1.1.2:20",
    "hallazgos",
    "hallazgos?ver=contrastes",
]
"""Lo que solo se ve cuando hay libros de seguimiento."""

PORTATIL = "portátil"
FONDO = "() => getComputedStyle(document.querySelector('.stApp')).backgroundColor"


@pytest.fixture
def pestana(navegador: Browser) -> Iterator[Page]:
    """Una pestaña del tamaño de un portátil, en claro."""
    ancho, alto = TAMANOS[PORTATIL]
    contexto = navegador.new_context(
        color_scheme="light", viewport={"width": ancho, "height": alto}, locale="es-CO"
    )
    yield contexto.new_page()
    contexto.close()


def mirada(pagina: Page, direccion: str, carpeta: Path) -> dict[str, list[str]]:
    """Lo que falla en una página, por lo que se mira."""
    pagina.goto(direccion)
    pagina.wait_for_selector("h1")
    vistas = {"en claro": faltas(pagina)}
    fondo = pagina.evaluate(FONDO)
    pagina.emulate_media(color_scheme="dark")
    pagina.wait_for_function(f"claro => ({FONDO})() !== claro", arg=fondo)
    vistas["en oscuro"] = faltas(pagina)
    pagina.emulate_media(color_scheme="light")
    vistas["en inglés"] = en_ingles(pagina)
    sin_mapas(pagina)
    vistas |= {nombre: sin_leer(pagina, *tamano) for nombre, tamano in TAMANOS.items()}
    pagina.set_viewport_size(dict(zip(("width", "height"), TAMANOS[PORTATIL], strict=True)))
    vistas |= {hoja: sin_imprimir(pagina, hoja, carpeta) for hoja in ("Letter", "A4")}
    return {nombre: dichas for nombre, dichas in vistas.items() if dichas}


@pytest.mark.parametrize("ruta", [*PAGINAS, *CON_ALGO_ELEGIDO])
def test_nada_falla(pestana: Page, servidor: str, ruta: str, tmp_path: Path) -> None:
    assert mirada(pestana, f"{servidor}/{ruta}", tmp_path) == {}


@pytest.mark.parametrize("ruta", CON_LIBROS)
def test_nada_falla_con_libros(
    pestana: Page, servidor_con_libros: str, ruta: str, tmp_path: Path
) -> None:
    assert mirada(pestana, f"{servidor_con_libros}/{ruta}", tmp_path) == {}


def test_lo_impreso_se_mide() -> None:
    con_poppler()
