"""Una tarjeta sola en la página de otro: lo que dice, quién puede mostrarla y lo que no existe."""

import re
from collections.abc import Iterator
from html import escape
from pathlib import Path

import pytest
from fabrica_asgi import Falsa, pedir
from pestanas import CON_ALGO_ELEGIDO, PESTANAS, SIN_PESTANAS
from streamlit import config

from tablero import rutas
from tablero.interfaz.marco import conexion
from tablero.interfaz.marco.fallas import QUE_HACER
from tablero.interfaz.marco.tableros import TABLEROS
from tablero.interfaz.pared.grabar import PaginaGrabada, grabar
from tablero.interfaz.servidor import incrustar, tarjeta_sola
from tablero.interfaz.servidor.cabeceras import CabecerasSeguras
from tablero.interfaz.servidor.direcciones import secciones
from tablero.interfaz.servidor.propias import propias
from tablero.interfaz.servidor.puerta import Puerta
from tablero.publicacion import Publicacion
from tablero.respuestas.cosas.cosa import Cosa

TODAS = [
    *(f"{pagina}?ver={ver}" for pagina, suyas in PESTANAS.items() for ver in suyas),
    *(f"{pagina}&ver={ver}" for pagina, suyas in CON_ALGO_ELEGIDO.items() for ver in suyas),
    *SIN_PESTANAS,
]
DETRAS = Falsa({"content-type": "text/html"}, b"streamlit")
PUERTA = CabecerasSeguras(Puerta(DETRAS, secciones(rutas.RAIZ / "app.py"), propias()))
PORTAL = "https://portal.ejemplo.gov.co"
PIDE = re.compile(r"""(?:src=|href=|url\()["']?([^"'\s>)]+)""")
"""Lo que un documento hace pedir, o a donde lleva."""


@pytest.fixture(autouse=True)
def _tablero(base_construida: Path) -> Iterator[None]:
    """El de las fuentes reales."""
    with conexion.un_solo_tablero():
        yield


def html(ruta: str, estado: int = 200) -> str:
    mensajes, cabeceras, cuerpo = pedir(PUERTA, ruta)
    assert (mensajes[0]["status"], cabeceras["content-type"]) == (
        estado,
        "text/html; charset=utf-8",
    )
    return cuerpo.decode()


def con_incrustar(direccion: str) -> str:
    une = "&" if "?" in direccion else "?"
    return f"/{direccion.removeprefix('./')}{une}incrustar=si"


@pytest.mark.parametrize("escrita", TODAS)
def test_toda_tarjeta_se_puede_incrustar(escrita: str) -> None:
    grabada = grabar(escrita)
    if grabada is None:
        assert escape(tarjeta_sola.SIN_NADA) in html(con_incrustar(escrita), 404)
        return
    for cosa in grabada.pantallas:
        _revisar(cosa, html(con_incrustar(cosa.de)))


def _revisar(cosa: Cosa, escrito: str) -> None:
    """Dice lo suyo, con su fuente, y no pide nada afuera ni lleva guion."""
    assert f"<h1>{escape(cosa.titulo)}</h1>" in escrito
    assert escape(cosa.fuente_entera or cosa.fuente) in escrito
    for cifra in cosa.cifras:
        assert f'<p class="numero">{escape(cifra.texto)}</p>' in escrito
    assert escrito.count('<svg role="img"') == (2 if _se_dibuja(cosa) else 0)
    assert escrito.count("<img ") == (0 if cosa.imagen is None else 1)
    assert escrito.count("<table>") == (0 if cosa.tabla is None else 1)
    assert "por definir (propuesta: CC BY 4.0)" in escrito
    vuelve = f"/{cosa.de}{'&' if '?' in cosa.de else '?'}edicion=1"
    assert f'<a href="{escape(vuelve)}" target="_blank" rel="noopener">' in escrito
    assert "<script" not in escrito
    assert "xlink" not in escrito
    pedidos = [p for p in PIDE.findall(escrito) if not p.startswith(("data:", "#"))]
    assert pedidos
    assert all(re.match(r"/(?!/)", p) for p in pedidos), pedidos


def _se_dibuja(cosa: Cosa) -> bool:
    return cosa.imagen is None and (cosa.grafico is not None or cosa.dibujo is not None)


def test_el_dibujo_recortado_de_la_pared_va_entero() -> None:
    """En la pared caben ocho de los diecinueve centros; aquí, todos."""
    grabada = grabar("centros_integrate")
    assert grabada is not None
    assert "Van 8 de 19: quedan fuera 11." in grabada.junta.notas
    escrito = html("/centros_integrate?incrustar=si")
    assert "Van 8 de 19" not in escrito
    assert escrito.count(">Ipiales</text>") == 2


def test_dice_la_edad_de_sus_fuentes() -> None:
    assert "Edad de los datos: SDP, hace 23 meses." in html("/semaforo?incrustar=si")


@pytest.mark.parametrize("ruta", ["/semaforo?incrustar=si", "/nada?incrustar=si"])
def test_cerrada_mientras_nadie_diga_que_sitios(ruta: str) -> None:
    _, cabeceras, _ = pedir(PUERTA, ruta)
    assert cabeceras["content-security-policy"].endswith("; frame-ancestors 'self'")
    assert cabeceras["x-frame-options"] == "SAMEORIGIN"


@pytest.fixture
def abierta(monkeypatch: pytest.MonkeyPatch) -> None:
    """Con un sitio que puede mostrarla."""
    suya = Publicacion(incrustan=(PORTAL,))
    monkeypatch.setattr(incrustar, "publicacion", lambda: suya)


@pytest.mark.parametrize("ruta", ["/semaforo?incrustar=si", "/nada?incrustar=si"])
def test_abierta_solo_a_los_sitios_que_se_dicen(abierta: None, ruta: str) -> None:
    _, cabeceras, _ = pedir(PUERTA, ruta)
    politica = cabeceras["content-security-policy"]
    assert politica.endswith(f"; frame-ancestors 'self' {PORTAL}")
    assert "script-src 'none';" in politica
    assert "x-frame-options" not in cabeceras
    assert cabeceras["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    "ruta", ["/semaforo", "/semaforo?incrustar=no", "/sala", "/ligera", "/nada", "/salud"]
)
def test_lo_demas_nunca_se_abre(abierta: None, ruta: str) -> None:
    _, cabeceras, _ = pedir(PUERTA, ruta)
    assert "frame-ancestors 'self'" in cabeceras["content-security-policy"]
    assert PORTAL not in cabeceras["content-security-policy"]
    assert cabeceras["x-frame-options"] == "SAMEORIGIN"


def test_lo_que_no_cambio_no_se_manda_otra_vez(abierta: None) -> None:
    """Y conserva su permiso: un 304 cambia las cabeceras de lo que el navegador guardó."""
    _, antes, cuerpo = pedir(PUERTA, "/semaforo?incrustar=si")
    assert cuerpo
    mensajes, ahora, nada = pedir(PUERTA, "/semaforo?incrustar=si", if_none_match=antes["etag"])
    assert (mensajes[0]["status"], nada) == (304, b"")
    assert ahora["content-security-policy"] == antes["content-security-policy"]
    assert ahora["etag"] == antes["etag"]
    assert "x-frame-options" not in ahora


@pytest.mark.parametrize(
    ("ruta", "dicho"),
    [
        ("/nada?incrustar=si", "Esa dirección no es de ninguna página de este tablero."),
        ("/semaforo?tarjeta=otra&incrustar=si", "no tiene una tarjeta «otra»"),
        ("/semaforo?tarjeta=otra&incrustar=si", "avance_publicado"),
        ("/semaforo?edicion=9999&incrustar=si", "No hay una edición 9999."),
        ("/ficha_territorial?incrustar=si", tarjeta_sola.SIN_NADA),
        ("/semaforo?tarjeta=<b>&incrustar=sí", "no tiene una tarjeta «&lt;b&gt;»"),
    ],
)
def test_lo_que_no_existe_lo_dice(ruta: str, dicho: str) -> None:
    escrito = html(ruta, 404)
    assert dicho in escrito
    assert '<a href="/" target="_blank" rel="noopener">' in escrito


def test_la_mal_escrita_se_corrige_con_lo_que_pide() -> None:
    mensajes, cabeceras, _ = pedir(PUERTA, "/Semaforo.?incrustar=si")
    assert (mensajes[0]["status"], cabeceras["location"]) == (302, "/semaforo?incrustar=si")


def test_en_una_carpeta_los_enlaces_la_llevan() -> None:
    antes = config.get_option("server.baseUrlPath")
    config.set_option("server.baseUrlPath", "tablero")
    try:
        escrito = html("/tablero/semaforo?incrustar=si")
    finally:
        config.set_option("server.baseUrlPath", antes)
    assert '<a href="/tablero/semaforo?edicion=1" target="_blank" rel="noopener">' in escrito


def test_sin_tablero_lo_dice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rutas, "BASE", tmp_path / "nada.duckdb")
    monkeypatch.setattr(conexion, "tablero", TABLEROS.vigente)
    assert "Todavía no se ha construido el tablero" in html("/semaforo?incrustar=si", 503)


def _fallar(_escrita: str) -> PaginaGrabada | None:
    raise ZeroDivisionError


def test_lo_que_falla_se_dice_en_palabras(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tarjeta_sola, "grabar", _fallar)
    assert escape(QUE_HACER) in html("/semaforo?incrustar=si", 500)
