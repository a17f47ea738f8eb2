"""La API en un servidor de verdad: lo que dice `docs/api.md`, con el programa de cada quien."""

import csv
import gzip
import http.client
import io
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import duckdb
import pytest

from tablero import rutas

GUIA = (rutas.RAIZ / "docs" / "api.md").read_text("utf-8")
PUBLICA = "https://tablero.ejemplo.gov.co"
BLOQUES = re.findall(r"^```(\w+)\n(.*?)^```", GUIA, re.DOTALL | re.MULTILINE)
SERIE = "/api/v1/series/politica/poblacion_migrante_internacional/avance_pct.csv"
ESPERA = 90.0
MASHUP = "Microsoft.Data.Mashup (https://go.microsoft.com/fwlink/?LinkID=304225)"
SHEETS = "Mozilla/5.0 (compatible; GoogleDocs; apps-spreadsheets; +http://docs.google.com)"
COMO_PIDE = {
    "Excel y Power BI": {
        "User-Agent": MASHUP,
        "Accept": "*/*",
        "Accept-Encoding": "gzip, deflate",
    },
    "Google Sheets": {"User-Agent": SHEETS, "Accept": "*/*", "Accept-Encoding": "gzip"},
    "R (read.csv)": {"User-Agent": "R (4.5.1 x86_64-pc-linux-gnu)", "Accept": "*/*"},
    "R (httr)": {
        "User-Agent": "libcurl/8.5.0 r-curl/6.2.2 httr/1.4.7",
        "Accept": "application/json, text/xml, application/xml, */*",
        "Accept-Encoding": "deflate, gzip",
    },
}
"""Las cabeceras que manda cada programa que aquí no está."""


@pytest.fixture(scope="module")
def servidor(base_construida: Path) -> Iterator[str]:
    with socket.socket() as libre:
        libre.bind(("localhost", 0))
        puerto = libre.getsockname()[1]
    orden = [sys.executable, "-m", "tablero.cli", "abrir", "--puerto", str(puerto)]
    with subprocess.Popen(
        [*orden, "--sin-navegador"],
        cwd=rutas.RAIZ,
        env={**os.environ, "PYTHONUTF8": "1", "TABLERO_BASE": str(base_construida)},
        stdout=subprocess.DEVNULL,
    ) as proceso:
        direccion = f"http://localhost:{puerto}"
        try:
            _esperar(direccion, proceso)
            yield direccion
        finally:
            proceso.terminate()
            proceso.wait(timeout=30)


def _esperar(direccion: str, proceso: "subprocess.Popen[bytes]") -> None:
    limite = time.monotonic() + ESPERA
    while time.monotonic() < limite:
        assert proceso.poll() is None, "el servidor terminó antes de atender"
        try:
            with urllib.request.urlopen(f"{direccion}/api/v1/", timeout=5):
                return
        except OSError:
            time.sleep(0.2)
    pytest.fail(f"{direccion} no respondió en {ESPERA} s")


def pedir(
    servidor: str, ruta: str, metodo: str = "GET", **cabeceras: str
) -> tuple[int, dict[str, str], bytes]:
    conexion = http.client.HTTPConnection(urlsplit(servidor).netloc, timeout=30)
    try:
        conexion.request(metodo, ruta, headers=cabeceras)
        respuesta = conexion.getresponse()
        dichas = {n.lower(): v for n, v in respuesta.getheaders()}
        return respuesta.status, dichas, respuesta.read()
    finally:
        conexion.close()


def leer(cuerpo: bytes) -> list[tuple[str, str]]:
    """El nivel y el valor de cada renglón de una serie."""
    return [(f["nivel"], f["valor"]) for f in csv.DictReader(io.StringIO(cuerpo.decode()))]


LA_SERIE = [("calculado", "52.036"), ("publicado", "52.05")]


@pytest.mark.parametrize("quien", COMO_PIDE)
def test_quien_no_esta_aqui_recibe_lo_que_espera(servidor: str, quien: str) -> None:
    estado, dichas, cuerpo = pedir(servidor, SERIE, **COMO_PIDE[quien])
    assert (estado, dichas["content-type"].partition(";")[0]) == (200, "text/csv")
    assert dichas["access-control-allow-origin"] == "*"
    if dichas.get("content-encoding") == "gzip":
        cuerpo = gzip.decompress(cuerpo)
    assert leer(cuerpo) == LA_SERIE


def test_lo_que_dice_la_guia_en_python_funciona(servidor: str) -> None:
    bloques = [texto for lengua, texto in BLOQUES if lengua == "python"]
    assert len(bloques) == 2
    for texto in bloques:
        dicho: dict[str, Any] = {}
        exec(texto.replace(PUBLICA, servidor), dicho)  # noqa: S102 - es nuestra guía
        serie, municipios = dicho["serie"], dicho["municipios"]
        assert [float(valor) for valor in serie["valor"]] == [52.036, 52.05]
        assert {str(dia)[:10] for dia in serie["corte_fecha"]} == {"2024-12-31"}
        assert min(municipios["municipio_codigo"]) == "05001"
        assert len(municipios) in (125, 1122)


def test_cada_direccion_de_la_guia_contesta(servidor: str) -> None:
    direcciones = {d for _, texto in BLOQUES for d in re.findall(rf"{PUBLICA}[^\s\"')]*", texto)}
    enlistadas = set(re.findall(r"`(/api/v1/[^`]*)`", GUIA))
    rutas_dichas = {d.removeprefix(PUBLICA) for d in direcciones} | enlistadas
    assert len(rutas_dichas) > 14
    for ruta in rutas_dichas:
        assert pedir(servidor, ruta)[0] == 200, ruta


def test_duckdb_lee_el_archivo_bajado(servidor: str, tmp_path: Path) -> None:
    (sql,) = [texto for lengua, texto in BLOQUES if lengua == "sql"]
    (tmp_path / "serie.csv").write_bytes(pedir(servidor, SERIE)[2])
    propio = sql.replace(f"{PUBLICA}{SERIE}", str(tmp_path / "serie.csv"))
    dia = date(2024, 12, 31)
    esperado = [(dia, "calculado", 52.036), (dia, "publicado", 52.05)]
    assert duckdb.connect().execute(propio).fetchall() == esperado
    (tmp_path / "m.parquet").write_bytes(pedir(servidor, "/api/v1/tablas/municipios.parquet")[2])
    contados = duckdb.read_parquet(str(tmp_path / "m.parquet")).aggregate(
        "count(*), min(municipio_codigo)"
    )
    assert contados.fetchall() == [(1122, "05001")]


@pytest.mark.skipif(shutil.which("soffice") is None, reason="no hay LibreOffice en este equipo")
def test_libreoffice_abre_la_direccion(servidor: str, tmp_path: Path) -> None:
    """Con coma decimal, que es un número en Colombia."""
    filtro = "CSV:59,34,76,1,,9226,false,true"
    hecho = subprocess.run(
        [
            *("soffice", f"-env:UserInstallation=file://{tmp_path}/perfil", "--headless"),
            *(f"--infilter={filtro}", "--convert-to", "fods", "--outdir", str(tmp_path)),
            f"{servidor}{SERIE}?formato=excel",
        ],
        capture_output=True,
        timeout=120,
        check=False,
    )
    escritos = [*tmp_path.glob("*.fods*")]
    assert escritos, hecho.stderr.decode()
    hoja = escritos[0].read_text("utf-8")
    assert 'office:value-type="float" office:value="52.05"' in hoja
    assert 'office:date-value="2024-12-31"' in hoja


@pytest.mark.skipif(shutil.which("curl") is None, reason="no hay curl en este equipo")
def test_curl_no_baja_dos_veces_lo_mismo(servidor: str, tmp_path: Path) -> None:
    (bloque,) = [texto for lengua, texto in BLOQUES if lengua == "sh"]
    primera, segunda = bloque.replace(PUBLICA, servidor).splitlines()
    for orden in (primera, segunda):
        dicho = subprocess.run(
            [*orden.replace('"', "").split(), "-s", "-w", "%{http_code}"],
            cwd=tmp_path,
            capture_output=True,
            check=True,
        )
        esperado = b"200" if orden is primera else b"304"
        assert dicho.stdout == esperado
        assert leer((tmp_path / "serie.csv").read_bytes()) == LA_SERIE


@pytest.mark.parametrize(
    ("metodo", "ruta", "cabeceras", "estado"),
    [
        ("GET", "/api/v2/nada", {"Accept": "text/html"}, 404),
        ("GET", "/api/v1/tablas/cifras?cita=" + "x" * 8200, {}, 414),
        ("DELETE", "/api/v1/tablas/cifras", {}, 405),
        ("POST", "/api/v1/tablas/cifras", {"Content-Length": "5"}, 413),
        ("GET", "/api/v1/", {"Host": "otro.ejemplo.com"}, 421),
        ("GET", SERIE, {"Range": "bytes=99999-"}, 416),
    ],
)
def test_lo_que_no_se_atiende_es_un_problema(
    servidor: str, metodo: str, ruta: str, cabeceras: dict[str, str], estado: int
) -> None:
    codigo, dichas, cuerpo = pedir(servidor, ruta, metodo, **cabeceras)
    problema = json.loads(cuerpo)
    assert codigo == problema["status"] == estado
    assert dichas["content-type"] == "application/problem+json"
    assert dichas["access-control-allow-origin"] == "*"
    assert problema["instance"] == ruta.partition("?")[0]


def test_otra_pagina_pregunta_antes_y_lee(servidor: str) -> None:
    origen = {"Origin": "https://portal.ejemplo.gov.co"}
    estado, dichas, _ = pedir(
        servidor, SERIE, "OPTIONS", **origen, **{"Access-Control-Request-Method": "GET"}
    )
    assert (estado, dichas["access-control-allow-origin"]) == (204, "*")
    estado, dichas, cuerpo = pedir(servidor, SERIE, **origen)
    assert (estado, dichas["access-control-allow-origin"]) == (200, "*")
    assert leer(cuerpo) == LA_SERIE
