"""El servidor: puertos, mensajes, `/salud`, y una puesta en marcha de verdad."""

import asyncio
import errno
import gzip
import http.client
import json
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from starlette.requests import Request

from tablero import rutas
from tablero.errores import PuertoNoDisponible
from tablero.interfaz.servidor import arrancar, conectores
from tablero.interfaz.servidor import salud as modulo_salud
from tablero.interfaz.servidor.conectores import abrir_conectores, direccion_visible
from tablero.interfaz.servidor.salud import salud

LANZADOR = """
import signal, sys
from pathlib import Path
from tablero.errores import ErrorTablero
from tablero.interfaz.servidor.arrancar import servir

def calentar():
    print("calentando", flush=True)
    raise ErrorTablero("todavía no hay tablero")

signal.signal(signal.SIGINT, signal.default_int_handler)
servir(Path(sys.argv[1]), 0, "127.0.0.1", al_iniciar=calentar)
"""


@pytest.fixture(scope="module")
def proceso(tmp_path_factory: pytest.TempPathFactory) -> Iterator[subprocess.Popen[str]]:
    carpeta = tmp_path_factory.mktemp("demo")
    (carpeta / "app.py").write_text("import streamlit as st\nst.title('Inicio')\n")
    (carpeta / "pages").mkdir()
    (carpeta / "pages" / "otra.py").write_text("import streamlit as st\nst.title('Otra')\n")
    (carpeta / "publico").mkdir()
    geometria = {"type": "FeatureCollection", "features": [{"nombre": "Arauca"}] * 100}
    (carpeta / "publico" / "bordes.0123456789ab.json").write_text(json.dumps(geometria))
    with subprocess.Popen(
        [sys.executable, "-c", LANZADOR, str(carpeta / "app.py")],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1", "TABLERO_DATOS": str(carpeta)},
    ) as abierto:
        yield abierto
        abierto.kill()


@pytest.fixture(scope="module")
def direccion(proceso: subprocess.Popen[str]) -> str:
    assert proceso.stdout is not None
    lineas = [proceso.stdout.readline().strip() for _ in range(4)]
    assert lineas[:2] == ["Preparando el tablero…", "calentando"]
    assert lineas[2].startswith("Tablero de Control abierto en http://127.0.0.1:")
    assert lineas[3] == "Para cerrarlo: Ctrl+C."
    return urlsplit(lineas[2].split()[-1]).netloc


def pedir(
    direccion: str, ruta: str, metodo: str = "GET", **cabeceras: str
) -> tuple[int, dict[str, str], bytes]:
    conexion = http.client.HTTPConnection(direccion, timeout=10)
    try:
        pares = {n.replace("_", "-"): v for n, v in cabeceras.items()}
        conexion.request(metodo, ruta, headers=pares)
        respuesta = conexion.getresponse()
        cuerpo = b"" if respuesta.status == 101 else respuesta.read()
        return respuesta.status, {n.lower(): v for n, v in respuesta.getheaders()}, cuerpo
    finally:
        conexion.close()


@pytest.mark.parametrize("ruta", ["/", "/otra", "/otra?departamento=Arauca"])
def test_cada_pagina_llega_en_espanol_y_con_cabeceras(direccion: str, ruta: str) -> None:
    estado, cabeceras, cuerpo = pedir(direccion, ruta, accept_encoding="gzip", accept="text/html")
    assert estado == 200
    assert b'<html lang="es">' in cuerpo
    assert b"<title>Tablero de Control</title>" in cuerpo
    assert cabeceras["content-length"] == str(len(cuerpo))
    assert cabeceras["content-security-policy"].startswith("default-src 'self'; script-src 'self'")
    assert cabeceras["x-content-type-options"] == "nosniff"
    assert cabeceras["x-frame-options"] == "SAMEORIGIN"
    assert cabeceras["referrer-policy"] == "same-origin"
    assert cabeceras["permissions-policy"].startswith("camera=()")
    assert "server" not in cabeceras


@pytest.mark.parametrize(
    ("ruta", "destino"),
    [
        ("/otra.", "/otra"),
        ("/Otra/", "/otra"),
        ("//OTRA)", "/otra"),
        ("/otra%C2%BB?departamento=Bogot%C3%A1,%20D.C.", "/otra?departamento=Bogot%C3%A1,%20D.C."),
        ("/otra%3Fa=1", "/otra?a=1"),
        ("/otra?a=1&amp;b=2", "/otra?a=1&b=2"),
        ("/index.html", "/"),
        ("/%E2%80%8B", "/"),
    ],
)
def test_una_pagina_mal_escrita_se_corrige(direccion: str, ruta: str, destino: str) -> None:
    estado, cabeceras, _ = pedir(direccion, ruta, accept="text/html")
    assert (estado, cabeceras["location"]) == (302, destino)


@pytest.mark.parametrize(
    ("ruta", "estado"),
    [
        ("/otras", 404),
        ("/otra/static/js/nada.js", 404),
        ("/static/js/nada.js", 404),
        ("/_stcore/nada", 404),
        ("/media/nada.csv", 404),
        ("/app/static/nada.json", 404),
        ("/..%2fotra", 400),
        ("/%2e%2e/%2e%2e/etc/passwd", 400),
        ("/otra%5C..", 400),
    ],
)
def test_lo_que_no_existe_se_dice_en_espanol(direccion: str, ruta: str, estado: int) -> None:
    recibido, cabeceras, cuerpo = pedir(direccion, ruta, accept="text/html")
    texto = cuerpo.decode()
    assert recibido == estado
    assert cabeceras["content-type"] == "text/html; charset=utf-8"
    assert cabeceras["content-security-policy"].startswith("default-src 'self'; script-src 'self'")
    assert '<html lang="es">' in texto
    assert "<h1>Esta página no existe</h1>" in texto
    assert '<a href="/otra">otra</a>' in texto
    assert 'id="root"' not in texto


def test_quien_pide_una_pieza_que_no_existe_recibe_su_404(direccion: str) -> None:
    estado, cabeceras, _ = pedir(direccion, "/media/nada.csv", accept="text/csv")
    assert (estado, cabeceras["content-type"]) == (404, "text/plain; charset=utf-8")


def test_las_piezas_de_streamlit_siguen_llegando(direccion: str) -> None:
    pagina = pedir(direccion, "/otra")[2].decode()
    guiones = re.findall(r'src="\./(static/js/[^"]+)"', pagina)
    assert len(guiones) == 1
    for ruta in ("/_stcore/health", "/favicon.png", f"/{guiones[0]}"):
        estado, cabeceras, _ = pedir(direccion, ruta)
        assert (estado, "html" in cabeceras["content-type"]) == (200, False)


def test_head_responde_sin_cuerpo(direccion: str) -> None:
    estado, _, cuerpo = pedir(direccion, "/otra", "HEAD")
    assert (estado, cuerpo) == (200, b"")


def test_salud_dice_que_aun_no_hay_tablero(direccion: str) -> None:
    estado, cabeceras, cuerpo = pedir(direccion, "/salud")
    dicho = json.loads(cuerpo)
    assert date.fromisoformat(dicho.pop("dia")) >= date(2026, 11, 29)
    assert (estado, dicho) == (200, {"estado": "ok", "tablero": False, "fuentes": []})
    assert cabeceras["content-type"] == "application/json"


def test_la_geometria_llega_comprimida_y_para_siempre(direccion: str) -> None:
    ruta = "/app/static/bordes.0123456789ab.json"
    estado, cabeceras, cuerpo = pedir(direccion, ruta, accept_encoding="gzip")
    assert estado == 200
    assert cabeceras["content-type"] == "application/json"
    assert cabeceras["content-encoding"] == "gzip"
    assert cabeceras["cache-control"] == "public, max-age=31536000, immutable"
    assert json.loads(gzip.decompress(cuerpo))["features"][99] == {"nombre": "Arauca"}
    assert pedir(direccion, ruta)[2] == gzip.decompress(cuerpo)
    assert pedir(direccion, ruta.replace("ab.json", "cd.json"))[0] == 404


@pytest.mark.parametrize(("origen", "esperado"), [(None, 101), ("http://otro.example", 403)])
def test_solo_se_conecta_la_propia_pagina(
    direccion: str, origen: str | None, esperado: int
) -> None:
    estado, _, _ = pedir(
        direccion,
        "/_stcore/stream",
        connection="Upgrade",
        upgrade="websocket",
        sec_websocket_version="13",
        sec_websocket_key="dGhlIHNhbXBsZSBub25jZQ==",
        sec_websocket_protocol="streamlit",
        origin=origen or f"http://{direccion}",
    )
    assert estado == esperado


@pytest.mark.skipif(os.name != "posix", reason="en Windows Ctrl+C no se puede enviar a uno solo")
@pytest.mark.parametrize(
    ("metodo", "ruta", "largo", "estado"),
    [
        ("POST", "/sala/anotar", "2", 403),  # llega a quien decide, y sin `Origin` no escribe
        ("POST", "/sala/anotar", "16385", 413),
        ("POST", "/sala/preguntar", "2", 413),
        ("POST", "/", "2", 413),
        ("PUT", "/sala/anotar", "2", 413),
        ("GET", "/sala/anotar", "2", 413),
    ],
)
def test_solo_recibe_lo_que_la_sala_anota(
    direccion: str, metodo: str, ruta: str, largo: str, estado: int
) -> None:
    conexion = http.client.HTTPConnection(direccion, timeout=10)
    cabeceras = {"content-type": "application/json", "content-length": largo}
    conexion.request(metodo, ruta, b"{}", cabeceras)
    assert conexion.getresponse().status == estado
    conexion.close()


def test_ctrl_c_cierra_en_silencio(direccion: str, proceso: subprocess.Popen[str]) -> None:
    assert pedir(direccion, "/salud")[0] == 200
    proceso.send_signal(signal.SIGINT)
    salida, errores = proceso.communicate(timeout=15)
    assert salida == "\nTablero cerrado.\n"
    assert errores == "Aviso: todavía no hay tablero\n"
    assert proceso.returncode == 0


def salud_de_hoy() -> dict[str, Any]:
    respuesta = asyncio.run(salud(Request({"type": "http"})))
    dicho: dict[str, Any] = json.loads(bytes(respuesta.body))
    return dicho


def test_salud_dice_si_cada_fuente_esta_al_dia(
    base_construida: Path, en_el_dia: Callable[[date], None]
) -> None:
    dicho = salud_de_hoy()
    assert (dicho["estado"], dicho["tablero"], dicho["dia"]) == ("ok", True, "2026-11-30")
    de = {fuente.pop("codigo"): fuente for fuente in dicho["fuentes"]}
    assert de["sdp_2024-12-31"] == {
        "corte": "2024-12-31",
        "dias": 699,
        "esperado": "2025-06-30",
        "faltan": ["2025-06-30", "2025-12-31", "2026-06-30"],
        "estado": "vencida",
    }
    assert de["comite_2024-05-31"] == {
        "corte": "2024-05-31",
        "dias": 913,
        "esperado": None,
        "faltan": [],
        "estado": "sin periodicidad",
    }
    en_el_dia(date(2025, 6, 1))
    estados = {f["codigo"]: f["estado"] for f in salud_de_hoy()["fuentes"]}
    assert estados["sdp_2024-12-31"] == "por vencer"
    assert estados["cnim_2025-11-30"] == "al día"


def test_salud_de_un_tablero_con_dos_cortes_dice_el_ultimo(
    base_con_libros: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rutas, "BASE", base_con_libros)
    codigos = [f["codigo"] for f in salud_de_hoy()["fuentes"]]
    libros = [codigo for codigo in codigos if codigo.startswith("seguimiento_")]
    assert libros == ["seguimiento_poblacion_migrante_internacional_2025-12-31"]


def test_salud_ve_el_tablero_construido(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    base = tmp_path / "tablero.duckdb"
    base.touch()
    monkeypatch.setattr(rutas, "BASE", base)
    assert salud_de_hoy() == {"estado": "ok", "tablero": True, "dia": "2026-11-30", "fuentes": []}


def test_salud_contesta_aunque_algo_falle(
    base_construida: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fallar(*_: object) -> None:
        raise RuntimeError("no se esperaba")

    monkeypatch.setattr(modulo_salud, "vigentes", fallar)
    assert salud_de_hoy()["fuentes"] == []
    assert "No se pudo decir si las fuentes están al día" in caplog.text


def test_todas_las_direcciones_atienden_en_el_mismo_puerto() -> None:
    conectores = abrir_conectores("localhost", 0)
    try:
        assert len({conector.getsockname()[1] for conector in conectores}) == 1
        for conector in conectores:
            socket.create_connection(conector.getsockname()[:2], timeout=2).close()
    finally:
        for conector in conectores:
            conector.close()


def test_un_puerto_ocupado_se_explica() -> None:
    conectores = abrir_conectores("127.0.0.1", 0)
    puerto = conectores[0].getsockname()[1]
    try:
        with pytest.raises(PuertoNoDisponible) as error:
            abrir_conectores("127.0.0.1", puerto)
    finally:
        conectores[0].close()
    assert error.value.codigo_salida == 7
    assert str(error.value) == (
        f"El puerto {puerto} ya está en uso: quizá el tablero ya esté abierto en "
        f"http://127.0.0.1:{puerto}. Si no, cierre el otro programa o elija otro puerto: "
        f"tablero abrir --puerto {puerto + 1}"
    )


def test_una_direccion_de_otro_equipo_se_explica() -> None:
    with pytest.raises(PuertoNoDisponible, match=r"^Este equipo no tiene la dirección «192\.0\.2"):
        abrir_conectores("192.0.2.1", 0)


def test_una_direccion_desconocida_se_explica(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_se_encuentra(*_args: object, **_kwargs: object) -> None:
        raise socket.gaierror

    monkeypatch.setattr(socket, "getaddrinfo", no_se_encuentra)
    with pytest.raises(PuertoNoDisponible, match=r"^No se encuentra la dirección «nube»\.$"):
        abrir_conectores("nube", 8501)


def test_un_puerto_prohibido_se_explica(monkeypatch: pytest.MonkeyPatch) -> None:
    def prohibido(*_args: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(conectores, "_conectar", prohibido)
    with pytest.raises(PuertoNoDisponible, match="elija uno mayor que 1024"):
        abrir_conectores("127.0.0.1", 80)


@pytest.mark.parametrize(
    ("host", "esperada"),
    [
        ("localhost", "http://localhost:8501"),
        ("0.0.0.0", "http://192.0.2.7:8501"),  # noqa: S104 - se compara, no se abre
        ("::", "http://localhost:8501"),
        ("::1", "http://[::1]:8501"),
        ("192.168.1.4", "http://192.168.1.4:8501"),
    ],
)
def test_direccion_que_se_escribe_en_el_navegador(
    host: str, esperada: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    en_red = {"0.0.0.0": ["192.0.2.7"], "::": []}  # noqa: S104 - se compara, no se abre
    monkeypatch.setattr(conectores, "de_la_red", en_red.__getitem__)
    assert direccion_visible(host, 8501) == esperada


@pytest.mark.parametrize(
    ("plataforma", "escritorio", "esperado"),
    [("linux", "", False), ("linux", ":0", True), ("win32", "", True), ("darwin", "", True)],
)
def test_sin_escritorio_no_se_abre_navegador(
    plataforma: str, escritorio: str, esperado: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", plataforma)
    monkeypatch.setenv("DISPLAY", escritorio)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert arrancar._hay_pantalla() is esperado


SENAL = """
import sys
from pathlib import Path
from tablero import rutas
from tablero.interfaz.marco.conexion import base
from tablero.interfaz.servidor.arrancar import servir

rutas.BASE = Path(sys.argv[2])
servir(Path(sys.argv[1]), 0, "127.0.0.1", al_iniciar=base)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows no tiene SIGTERM")
def test_sigterm_dice_que_cerro_y_no_deja_copias(base_construida: Path, tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text("")
    temporal = tmp_path / "temporal"
    temporal.mkdir()
    with subprocess.Popen(
        [sys.executable, "-c", SENAL, str(tmp_path / "app.py"), str(base_construida)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1", "TMPDIR": str(temporal)},
    ) as abierto:
        assert abierto.stdout is not None
        while "Ctrl+C" not in abierto.stdout.readline():
            pass
        assert len(list(temporal.rglob("*.duckdb"))) == 1
        abierto.send_signal(signal.SIGTERM)
        assert abierto.stdout.read().strip() == "Tablero cerrado."
        assert abierto.wait() == 0
    assert list(temporal.iterdir()) == []
