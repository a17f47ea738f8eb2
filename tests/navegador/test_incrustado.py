"""Una tarjeta dentro de la página de otro: se ve donde se permite, y en ninguna otra parte."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from gestos import revisar
from playwright.sync_api import BrowserContext, expect
from tipos import Servir

TARJETA = "semaforo?tarjeta=politica_avance&incrustar=si"
MENSAJE = "La política lleva 52,05\u00a0%: 0,15 puntos menos de lo que debía"
BLOQUEADO = "chrome-error://"
TARJETAS = (
    TARJETA,
    "semaforo?ver=productos&incrustar=si",
    "mapas_ipt?incrustar=si",
    "nada?incrustar=si",
)


class _Callado(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """No escribe cada pedido."""


@contextmanager
def _portal(carpeta: Path) -> Iterator[str]:
    """La página de otra entidad, en su propio origen."""
    servidor = ThreadingHTTPServer(("localhost", 0), partial(_Callado, directory=carpeta))
    Thread(target=servidor.serve_forever, daemon=True).start()
    try:
        yield f"http://localhost:{servidor.server_address[1]}"
    finally:
        servidor.shutdown()
        servidor.server_close()


@pytest.fixture
def portales(tmp_path: Path) -> Iterator[tuple[str, str, Path]]:
    """Dos sitios ajenos y la carpeta que ambos publican."""
    carpeta = tmp_path / "portal"
    carpeta.mkdir()
    with _portal(carpeta) as amigo, _portal(carpeta) as otro:
        yield amigo, otro, carpeta


def test_se_ve_en_el_sitio_permitido_y_en_ningun_otro(
    contexto_quieto: BrowserContext,
    base_construida: Path,
    servir: Servir,
    portales: tuple[str, str, Path],
    tmp_path: Path,
) -> None:
    amigo, otro, carpeta = portales
    datos = tmp_path / "datos"
    datos.mkdir()
    (datos / "publicacion.yml").write_text(f"incrustan: [{amigo}]\n", encoding="utf-8")
    pagina = contexto_quieto.new_page()
    with servir(base_construida, datos=datos) as tablero:
        (carpeta / "tarjeta.html").write_text(
            f'<iframe src="{tablero}/{TARJETA}"></iframe>', encoding="utf-8"
        )
        (carpeta / "pagina.html").write_text(
            f'<iframe src="{tablero}/semaforo"></iframe>', encoding="utf-8"
        )
        pagina.goto(f"{amigo}/tarjeta.html")
        marco = pagina.frame_locator("iframe")
        expect(marco.get_by_role("heading", name=MENSAJE)).to_be_visible()
        expect(marco.get_by_role("link", name="Ver en el tablero")).to_have_attribute(
            "target", "_blank"
        )
        for sitio, cual in ((otro, "tarjeta"), (amigo, "pagina")):
            pagina.goto(f"{sitio}/{cual}.html")
            adentro = pagina.frames[1]
            assert adentro.url.startswith(BLOQUEADO), (sitio, cual, adentro.url)


@pytest.mark.parametrize("ruta", TARJETAS)
def test_es_accesible_cabe_y_no_pide_nada_afuera(
    contexto_quieto: BrowserContext, servidor: str, ruta: str
) -> None:
    pagina = contexto_quieto.new_page()
    ajenas: list[str] = []
    pagina.on(
        "request", lambda p: None if p.url.startswith((servidor, "data:")) else ajenas.append(p.url)
    )
    for ancho, tema in ((280, "dark"), (800, "light")):
        pagina.set_viewport_size({"width": ancho, "height": 600})
        pagina.emulate_media(color_scheme="dark" if tema == "dark" else "light")
        pagina.goto(f"{servidor}/{ruta}")
        assert revisar(pagina) == []
        assert pagina.evaluate("() => document.documentElement.scrollWidth") == ancho
    assert ajenas == []
