"""De cualquier página a la pared, y de cualquier tarjeta a la sesión."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from fabrica_historia import copiar_con_su_historia
from gestos import quieta, revisar
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect
from tipos import Servir

from tablero.registro.lugares import Lugares
from tablero.registro.sesiones.escribir import Escritor
from tablero.registro.sesiones.estado import actas

DE_ALTO = 1080
SALA: ViewportSize = {"width": 1920, "height": DE_ALTO}
PROYECTORES = ((1920, DE_ALTO), (1280, 720), (1024, 768))
CUERPO, CIFRA, ROTULO_DE_GRAFICO, PIE = 28, 120, 24, 20
"""Los píxeles que debe medir la letra en la sala, como mínimo."""
CLASES = {
    "cifras": "plan_cnim",
    "tabla": "semaforo?ver=productos&objetivo=3",
    "mapa": "mapas_ipt",
    "comparacion": "producto?comparar=3.1.7,2.2.6",
    "cifra y grafico": "transferencias",
    "titulo largo": "semaforo?ver=objetivos",
    "ficha": "ficha_territorial?municipio=54001",
    "bloque de cifras": "plan_cnim?ver=cifras",
    "textos": "logros?ver=mejorar",
}
MEDIR = f"{(Path(__file__).parent / 'sala.js').read_text(encoding='utf-8')}()"
DOS_CUADROS = "() => new Promise((r) => requestAnimationFrame(() => requestAnimationFrame(r)))"
LUGAR = "Sala Barulé"


@pytest.fixture
def pared(navegador: Browser) -> Iterator[Page]:
    """Un proyector; al terminar exige que la página no dijo ningún error."""
    errores: list[str] = []
    contexto = navegador.new_context(viewport=SALA, locale="es-CO", reduced_motion="reduce")
    pagina = contexto.new_page()
    pagina.on("console", lambda m: errores.append(m.text) if m.type == "error" else None)
    yield pagina
    contexto.close()
    assert errores == []


def _medir(pared: Page, que: str) -> None:
    """Lo que se ve, en cada proyector, con letra que se lee desde el fondo y sin nada que sobre."""
    for ancho, alto in PROYECTORES:
        pared.set_viewport_size({"width": ancho, "height": alto})
        pared.evaluate(DOS_CUADROS)
        parte = alto / DE_ALTO
        medida: dict[str, Any] = pared.evaluate(MEDIR)
        dicho = f"{que} a {ancho}: {medida}"
        assert medida["cuerpo"] is None or medida["cuerpo"] >= CUERPO * parte, dicho
        assert medida["cifra"] is None or medida["cifra"] >= CIFRA * parte, dicho
        assert medida["dibujo"] is None or medida["dibujo"] >= ROTULO_DE_GRAFICO * parte, dicho
        assert medida["pie"] >= PIE * parte, dicho
        assert medida["sobra"] <= 1, dicho
        assert (medida["fuera"], medida["pisadas"]) == ([], []), dicho
        assert medida["filas"] <= 10, dicho
    pared.set_viewport_size(SALA)


def _nitido(pared: Page) -> None:
    mapa = pared.locator("main > section:not([hidden]) .mapa img")
    expect(mapa).to_be_visible()
    for ancho, alto in PROYECTORES:
        pared.set_viewport_size({"width": ancho, "height": alto})
        pared.evaluate(DOS_CUADROS)
        natural, visto, de_alto = mapa.evaluate(
            "i => [i.naturalWidth, i.getBoundingClientRect().width, "
            "i.getBoundingClientRect().height]"
        )
        assert natural >= visto, ancho
        assert de_alto > 0.5 * alto, ancho


@pytest.mark.parametrize("escrita", CLASES.values(), ids=CLASES.keys())
def test_la_pagina_proyectada_se_lee_desde_el_fondo(
    pared: Page, servidor: str, escrita: str
) -> None:
    pared.goto(f"{servidor}/sala?de={quote(escrita, safe='')}")
    cuantas = pared.locator("main > section").count()
    assert cuantas
    for numero in range(1, cuantas + 1):
        expect(pared.locator("#lugar")).to_have_text(f"Pantalla {numero} de {cuantas}")
        _medir(pared, f"{escrita}, {numero}")
        assert revisar(pared) == []  # no cambia con el tamaño
        if (escrita, numero) == (CLASES["mapa"], 1):
            _nitido(pared)
        pared.keyboard.press("ArrowRight")


def test_proyectar_lleva_lo_que_se_ve(pagina: Page, servidor: str) -> None:
    pagina.goto(f"{servidor}/semaforo?ver=productos&objetivo=3")
    quieta(pagina)
    # Lo que una parte de la página cambia está en la dirección, y no en el enlace ya escrito.
    pagina.evaluate("() => history.replaceState(null, '', '?ver=productos&objetivo=2')")
    pagina.get_by_role("link", name="Proyectar", exact=True).click()
    expect(pagina.locator("h1").first).to_contain_text("objetivo 2")
    assert "objetivo%3D2" in pagina.url
    en_el_tablero = pagina.get_by_role("link", name="En el tablero")
    expect(en_el_tablero).to_have_attribute(
        "href", "/semaforo?ver=productos&objetivo=2&tarjeta=productos"
    )


@pytest.fixture
def con_sesiones(
    base_construida: Path, tmp_path: Path, servir: Servir
) -> Iterator[tuple[str, Path]]:
    """Un servidor con su propio registro: su dirección y la carpeta del registro."""
    archivo = copiar_con_su_historia(base_construida, tmp_path)
    with servir(archivo) as direccion:
        yield direccion, Lugares.de(archivo).registro


def _pantallas(registro: Path, codigo: str) -> list[tuple[str, str]]:
    (sesion,) = (s for s in actas(registro).sesiones if s.codigo == codigo)
    return [(p.direccion, p.titulo) for p in sesion.pantallas]


def test_una_tarjeta_y_una_cifra_se_anaden_a_la_sesion(
    con_sesiones: tuple[str, Path], contexto_quieto: BrowserContext
) -> None:
    servidor, registro = con_sesiones
    pagina = contexto_quieto.new_page()
    hoy = date.today()
    escritor = Escritor(registro, "prueba")
    pagina.goto(f"{servidor}/transferencias?departamento=Antioquia")
    quieta(pagina)
    _anadir_la_primera(pagina)
    expect(pagina.get_by_text("No hay ninguna sesión por hacer.")).to_be_visible()
    expect(pagina.get_by_role("link", name="Preparar una sesión →")).to_be_visible()

    primera = escritor.crear(hoy + timedelta(days=15), LUGAR, hoy=hoy, edicion=None)
    pagina.reload()
    quieta(pagina)
    _anadir_la_primera(pagina)
    expect(pagina.get_by_text("es su pantalla 1.")).to_be_visible()
    direccion = "transferencias?departamento=Antioquia&tarjeta=transferencias_municipios"
    titulo = "El 8 % de lo girado en el país fue para Necoclí y Turbo"
    assert _pantallas(registro, primera) == [(direccion, titulo)]

    pagina.keyboard.press("Escape")
    cifra = pagina.locator('[class*="st-key-de_cifra_girado"]')
    cifra.get_by_role("button", name="Añadir a la sesión").click()
    expect(pagina.get_by_text("es su pantalla 2.")).to_be_visible()
    assert _pantallas(registro, primera)[1] == (
        "transferencias?departamento=Antioquia&tarjeta=girado_en_antioquia",
        "Girado en Antioquia: $120.862.800",
    )

    segunda = escritor.crear(hoy + timedelta(days=30), LUGAR, hoy=hoy, edicion=None)
    pagina.goto(f"{servidor}/semaforo?ver=sobre")
    quieta(pagina)
    _anadir_la_primera(pagina)
    pagina.get_by_role("combobox", name="A qué sesión").click()
    pagina.get_by_role("option").nth(1).click()
    pagina.get_by_role("button", name="Añadirla").click()
    expect(pagina.get_by_text("es su pantalla 1.")).to_be_visible()
    assert len(_pantallas(registro, primera)) == 2
    assert [d for d, _ in _pantallas(registro, segunda)] == [
        "semaforo?ver=sobre&tarjeta=sobre_ejecucion"
    ]

    pagina.goto(f"{servidor}/sala?sesion={primera}")
    expect(pagina.locator("#lugar")).to_have_text("Pantalla 1 de 3")
    pagina.keyboard.press("End")
    expect(pagina.locator("main > section:not([hidden]) .numero")).to_have_text("$120.862.800")


def _anadir_la_primera(pagina: Page) -> None:
    """Abre la lista de la primera tarjeta con archivos y la añade."""
    pagina.get_by_role("button", name="Llevar o añadir").first.click()
    lista = pagina.locator('[data-testid="stPopoverBody"]')
    lista.get_by_role("button", name="Añadir a la sesión").click()
