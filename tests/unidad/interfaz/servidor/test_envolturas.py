"""Las piezas ASGI: página en español, cabeceras y origen, con valores exactos."""

import base64
import gzip
import hashlib
import re
from pathlib import Path

import pytest
import streamlit
from fabrica_asgi import Falsa, pedir
from streamlit.web.server import server_util

from tablero.interfaz.servidor import envolturas
from tablero.interfaz.servidor.cabeceras import (
    CABECERAS,
    CabecerasSeguras,
    texto_de_politica,
)
from tablero.interfaz.servidor.envolturas import EnEspanol, SoloMismoOrigen, traducir

PAGINA = (Path(streamlit.__file__).parent / "static" / "index.html").read_bytes()


def recibidas(app: Falsa) -> dict[str, str]:
    assert app.scope is not None
    return {n.decode(): v.decode() for n, v in app.scope["headers"]}


def test_la_pagina_de_streamlit_queda_en_espanol() -> None:
    texto = traducir(PAGINA)[0].decode()
    assert '<html lang="es">' in texto
    assert 'lang="en"' not in texto
    assert "<title>Tablero de Control</title>" in texto
    assert texto.count("<noscript>") == 1
    assert "El tablero necesita JavaScript" in texto
    assert "enable JavaScript" not in texto
    assert 'BACKEND_BASE_URL: window.location.origin + "/" }' in texto


def test_mientras_llega_dice_que_se_esta_abriendo() -> None:
    texto = traducir(PAGINA)[0].decode()
    raiz = texto.split('<div id="root">')[1]
    assert raiz.startswith('<div class="tb-arranque"><div><strong>Tablero de Control</strong>')
    assert "Abriendo el tablero…" in raiz
    # Sin JavaScript nunca se quitaría: no se ve.
    sin_guiones = texto.split("<noscript>")[1].split("</noscript>")[0]
    assert sin_guiones.startswith("<style>.tb-arranque { display: none; }</style>")


def test_la_carpeta_de_publicacion_llega_a_la_pagina() -> None:
    texto = traducir(PAGINA, "/tablero")[0].decode()
    assert 'BACKEND_BASE_URL: window.location.origin + "/tablero" }' in texto


def test_la_politica_permite_los_guiones_en_linea_de_la_pagina_y_ninguno_mas() -> None:
    pagina, politica = traducir(PAGINA)
    guiones = re.findall(rb"<script>(.*?)</script>", pagina, flags=re.DOTALL)
    huellas = [base64.b64encode(hashlib.sha256(g).digest()).decode() for g in guiones]
    permitidos = " ".join(f"'sha256-{h}'" for h in huellas)
    assert len(huellas) == 2
    assert f"script-src 'self' 'wasm-unsafe-eval' {permitidos};" in politica


def test_la_politica_no_nombra_a_nadie_de_fuera() -> None:
    politica = texto_de_politica()
    assert politica.startswith("default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; ")
    assert "img-src 'self' data:; " in politica
    assert "connect-src 'self'; worker-src 'self'; " in politica
    assert politica.endswith("frame-ancestors 'self'")
    for ajeno in ("http", "*", "'unsafe-eval'", "ws:"):
        assert ajeno not in politica


@pytest.mark.parametrize("comprimida", [False, True])
def test_traduce_la_respuesta_y_corrige_sus_cabeceras(comprimida: bool) -> None:
    cuerpo = gzip.compress(PAGINA) if comprimida else PAGINA
    cabeceras = {
        "content-type": "text/html; charset=utf-8",
        "content-length": str(len(cuerpo)),
        "etag": '"de-streamlit"',
        "last-modified": "Sat, 21 Nov 2026 00:00:00 GMT",
        "cache-control": "no-cache",
    }
    if comprimida:
        cabeceras["content-encoding"] = "gzip"
    mensajes, respuesta, recibido = pedir(EnEspanol(Falsa(cabeceras, cuerpo[:900], cuerpo[900:])))
    esperada, politica = traducir(PAGINA)
    assert recibido == esperada
    assert len(mensajes) == 2
    assert respuesta == {
        "content-type": "text/html; charset=utf-8",
        "cache-control": "no-cache",
        "content-length": str(len(esperada)),
        "content-security-policy": politica,
    }


def test_una_respuesta_sin_cuerpo_no_promete_un_tamano() -> None:
    _, respuesta, recibido = pedir(
        EnEspanol(Falsa({"content-type": "text/html", "content-length": "7021"}))
    )
    assert recibido == b""
    assert respuesta == {"content-type": "text/html"}


@pytest.mark.parametrize(("tipo", "estado"), [("application/json", 200), ("text/html", 404)])
def test_lo_demas_pasa_igual(tipo: str, estado: int) -> None:
    cabeceras = {"content-type": tipo, "etag": '"x"', "content-length": "4"}
    _, respuesta, recibido = pedir(EnEspanol(Falsa(cabeceras, b"a", b"bcd", estado=estado)))
    assert (respuesta, recibido) == (cabeceras, b"abcd")


def test_una_pagina_guardada_en_ingles_se_vuelve_a_pedir() -> None:
    app = Falsa({"content-type": "application/json"})
    pedir(EnEspanol(app), accept="text/html,*/*", if_none_match='"x"', cookie="a=1")
    assert recibidas(app) == {"accept": "text/html,*/*", "cookie": "a=1"}
    pedir(EnEspanol(app), accept="*/*", if_none_match='"x"')
    assert recibidas(app) == {"accept": "*/*", "if-none-match": '"x"'}


def test_pone_todas_las_cabeceras_sin_pisar_la_politica_de_la_pagina() -> None:
    _, respuesta, _ = pedir(CabecerasSeguras(Falsa({})))
    assert respuesta == {"content-security-policy": texto_de_politica(), **CABECERAS}
    _, respuesta, _ = pedir(CabecerasSeguras(Falsa({"content-security-policy": "la suya"})))
    assert respuesta["content-security-policy"] == "la suya"


def test_el_mismo_origen_pasa() -> None:
    app = Falsa({})
    propio = {"origin": "http://localhost:8501", "host": "localhost:8501"}
    pedir(SoloMismoOrigen(app), tipo="websocket", **propio)
    assert recibidas(app) == propio
    pedir(SoloMismoOrigen(app), tipo="websocket", host="localhost:8501")
    assert recibidas(app) == {"host": "localhost:8501"}


def test_un_origen_ajeno_no_llega_a_streamlit() -> None:
    app = Falsa({})
    mensajes, _, _ = pedir(
        SoloMismoOrigen(app), tipo="websocket", origin="http://otro.example", host="localhost:8501"
    )
    assert mensajes == [{"type": "websocket.close", "code": 1008}]
    assert app.scope is None


def test_un_origen_declarado_pasa_sin_que_streamlit_lo_consulte(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(server_util, "allowlisted_origins", lambda: {"https://tablero.example"})
    app = Falsa({})
    pedir(SoloMismoOrigen(app), tipo="websocket", origin="https://tablero.example", host="interno")
    assert recibidas(app) == {"host": "interno"}


def test_el_origen_solo_se_mira_en_las_conexiones() -> None:
    app = Falsa({})
    pedir(SoloMismoOrigen(app), origin="http://otro.example", host="localhost")
    assert recibidas(app)["origin"] == "http://otro.example"
    assert envolturas.TITULO == "Tablero de Control"
