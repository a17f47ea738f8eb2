"""La puerta con el tablero publicado en una carpeta, y lo que enseña de un pedido ajeno."""

from pathlib import Path

import pytest
from fabrica_asgi import Falsa, pedir
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route, Router

from tablero.interfaz.servidor import puerta
from tablero.interfaz.servidor.direcciones import Enlace, secciones
from tablero.interfaz.servidor.no_encontrada import no_encontrada
from tablero.interfaz.servidor.puerta import Puerta
from tablero.rutas import RAIZ

TODAS = {"Panorama": (Enlace("", "Inicio"),), "Otras": (Enlace("semaforo", "Semáforo"),)}


async def propia(_peticion: Request) -> PlainTextResponse:
    return PlainTextResponse("propia")


@pytest.fixture
def en_una_carpeta(monkeypatch: pytest.MonkeyPatch) -> Puerta:
    monkeypatch.setattr(puerta, "carpeta", lambda: "/tablero")
    detras = Falsa({"content-type": "text/plain"}, b"streamlit")
    return Puerta(detras, TODAS, Router([Route("/salud", propia)]))


@pytest.mark.parametrize("ruta", ["/tablero", "/tablero/", "/tablero/semaforo"])
def test_las_paginas_de_la_carpeta_pasan(en_una_carpeta: Puerta, ruta: str) -> None:
    assert pedir(en_una_carpeta, ruta)[2] == b"streamlit"


@pytest.mark.parametrize(
    ("ruta", "destino"),
    [
        ("/tablero/Semaforo.", "/tablero/semaforo"),
        ("/semaforo", "/tablero/semaforo"),
        ("/", "/tablero/"),
    ],
)
def test_se_corrige_hacia_la_carpeta(en_una_carpeta: Puerta, ruta: str, destino: str) -> None:
    mensajes, cabeceras, _ = pedir(en_una_carpeta, ruta)
    assert (mensajes[0]["status"], cabeceras["location"]) == (302, destino)


def test_lo_propio_atiende_en_la_carpeta_y_en_la_raiz(en_una_carpeta: Puerta) -> None:
    for ruta in ("/tablero/salud", "/salud"):
        assert pedir(en_una_carpeta, ruta)[2] == b"propia"


def test_el_404_enlaza_dentro_de_la_carpeta(en_una_carpeta: Puerta) -> None:
    mensajes, _, cuerpo = pedir(en_una_carpeta, "/tablero/semaforos")
    assert mensajes[0]["status"] == 404
    assert '¿Buscaba <a href="/tablero/semaforo">Semáforo</a>?' in cuerpo.decode()


def test_una_conexion_no_se_toca() -> None:
    detras = Falsa({})
    pedir(Puerta(detras, TODAS, Router([])), "/cualquiera", "websocket")
    assert detras.scope is not None


def test_el_pedido_se_muestra_escapado_corto_y_con_lo_invisible() -> None:
    texto = no_encontrada("/<img src=x>\u200b" + "a" * 500, TODAS, "")
    assert "«/&lt;img src=x&gt;⟨espacio de ancho cero⟩aaa" in texto
    assert "aaa…»" in texto
    assert "a" * 201 not in texto


def test_el_404_lleva_a_todas_las_paginas() -> None:
    texto = no_encontrada("/nada", secciones(RAIZ / "app.py"), "")
    for archivo in Path(RAIZ / "pages").glob("*.py"):
        assert f'<a href="/{archivo.stem}">' in texto
