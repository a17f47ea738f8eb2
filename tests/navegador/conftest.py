"""El tablero de verdad en Chromium: servidor propio, páginas abiertas y nada hacia afuera."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Page,
    Playwright,
    ViewportSize,
    expect,
    sync_playwright,
)
from textos import sin_mapas
from tipos import Servir

from tablero import rutas

BANDERAS = (
    "--headless",
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--use-gl=angle",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    # Sin tarjeta gráfica, componer la página con WebGL de mentira es trabajo perdido; los mapas no.
    "--disable-gpu-compositing",
)
NOMBRES = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")
ESPERA = 60.0
SALA: ViewportSize = {"width": 1920, "height": 1080}
PORTATIL: ViewportSize = {"width": 1366, "height": 768}

# Con dos navegadores dibujando mapas a la vez, cinco segundos no alcanzan.
expect.set_options(timeout=20_000)


@pytest.fixture(scope="session")
def chromium() -> str:
    """La ruta de Chromium; sin él, las pruebas se saltan (y en CI fallan)."""
    ruta = next((r for n in NOMBRES if (r := shutil.which(n))), None)
    if ruta is None:
        motivo = "No hay Chromium ni Chrome en este equipo: las pruebas de navegador no se hacen."
        if os.environ.get("CI"):
            pytest.fail(motivo)
        pytest.skip(motivo)
    return ruta


@pytest.fixture(scope="session")
def servir() -> Servir:
    """Abre el servidor propio sobre un archivo DuckDB, en un puerto libre; da su dirección.

    `datos` es su carpeta de datos, si no es la de las pruebas.
    """
    return _servir


@contextmanager
def _servir(archivo: Path, datos: Path | None = None) -> Iterator[str]:
    with socket.socket() as libre:
        libre.bind(("localhost", 0))
        puerto = libre.getsockname()[1]
    orden = [sys.executable, "-m", "tablero.cli", "abrir", "--puerto", str(puerto)]
    proceso = subprocess.Popen(
        [*orden, "--sin-navegador"],
        cwd=rutas.RAIZ,
        env={
            **os.environ,
            "PYTHONUTF8": "1",
            "TABLERO_BASE": str(archivo),
            **({} if datos is None else {"TABLERO_DATOS": str(datos)}),
        },
    )
    direccion = f"http://localhost:{puerto}"
    try:
        _esperar(f"{direccion}/salud", proceso)
        yield direccion
    finally:
        proceso.terminate()
        proceso.wait(timeout=20)


@pytest.fixture(scope="session")
def servidor(base_construida: Path, servir: Servir) -> Iterator[str]:
    """El servidor sobre el tablero de las fuentes reales; da su dirección."""
    with servir(base_construida) as direccion:
        yield direccion


@pytest.fixture(scope="session")
def servidor_con_libros(base_con_libros: Path, servir: Servir) -> Iterator[str]:
    """El servidor sobre el tablero que además tiene libros de seguimiento de dos cortes."""
    with servir(base_con_libros) as direccion:
        yield direccion


def _esperar(url: str, proceso: "subprocess.Popen[bytes]") -> None:
    limite = time.monotonic() + ESPERA
    while time.monotonic() < limite:
        assert proceso.poll() is None, "el servidor terminó antes de atender"
        try:
            with urllib.request.urlopen(url, timeout=2) as respuesta:
                if respuesta.status == 200:
                    return
        except OSError:
            time.sleep(0.2)
    pytest.fail(f"{url} no respondió en {ESPERA} s")


@pytest.fixture(scope="session")
def piloto() -> Iterator[Playwright]:
    """Lo que maneja los navegadores: uno para toda la corrida."""
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def navegador(piloto: Playwright, chromium: str) -> Iterator[Browser]:
    """Un Chromium para lo que necesita una sesión suya, sin nada guardado."""
    abierto = piloto.chromium.launch(executable_path=chromium, args=list(BANDERAS))
    yield abierto
    abierto.close()


@pytest.fixture
def contexto(navegador: Browser) -> Iterator[BrowserContext]:
    """Una sesión limpia, del tamaño de un proyector."""
    nuevo = navegador.new_context(viewport=SALA, locale="es-CO", accept_downloads=True)
    nuevo.set_default_timeout(30_000)
    yield nuevo
    nuevo.close()


@pytest.fixture(scope="session")
def contexto_comun(
    piloto: Playwright, chromium: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[BrowserContext]:
    """Una sesión como la anterior para toda la corrida, quieta y con su carpeta en el disco.

    Bajar y compilar otra vez el programa de Streamlit, y dibujar sin tarjeta gráfica cada cuadro
    de sus animaciones, es más de la mitad de lo que tarda una página: con carpeta, Chromium guarda
    ya compilado el programa, como en el equipo de cualquiera. Lo que una prueba deje guardado lo
    borra `olvidar`.
    """
    nuevo = piloto.chromium.launch_persistent_context(
        tmp_path_factory.mktemp("chromium"),
        executable_path=chromium,
        args=list(BANDERAS),
        viewport=SALA,
        locale="es-CO",
        accept_downloads=True,
        reduced_motion="reduce",
    )
    nuevo.set_default_timeout(30_000)
    yield nuevo
    nuevo.close()


@pytest.fixture
def contexto_quieto(contexto_comun: BrowserContext) -> Iterator[BrowserContext]:
    """La sesión de toda la corrida, prestada: al terminar no queda nada de lo que se abrió."""
    estaban = contexto_comun.pages
    yield contexto_comun
    for abierta in contexto_comun.pages:
        if abierta not in estaban:
            olvidar(abierta)


@pytest.fixture
def pestana(contexto_comun: BrowserContext) -> Iterator[Page]:
    """Una pestaña del tamaño de un portátil, en claro y sin los lienzos de los mapas."""
    nueva = contexto_comun.new_page()
    nueva.set_viewport_size(PORTATIL)
    sin_mapas(nueva)
    yield nueva
    olvidar(nueva)


def olvidar(pagina: Page) -> None:
    """Cierra la pestaña y borra lo que guardó en el navegador, para que la otra empiece igual."""
    if pagina.url.startswith("http"):
        pagina.evaluate("() => localStorage.clear()")
    pagina.context.clear_cookies()
    pagina.close()


@pytest.fixture
def pagina(contexto_comun: BrowserContext, servidor: str) -> Iterator[Page]:
    """Una pestaña; al terminar exige que no hubo errores de consola ni peticiones a otro lugar."""
    errores: list[str] = []
    ajenas: list[str] = []
    nueva = contexto_comun.new_page()
    nueva.on("console", lambda m: errores.append(m.text) if m.type == "error" else None)
    nueva.on("pageerror", lambda e: errores.append(str(e)))
    nueva.on(
        "request",
        lambda p: (
            None
            if p.url.startswith((servidor, servidor.replace("http", "ws"), "data:", "blob:"))
            else ajenas.append(p.url)
        ),
    )
    yield nueva
    olvidar(nueva)
    assert errores == [], errores
    assert ajenas == [], ajenas
