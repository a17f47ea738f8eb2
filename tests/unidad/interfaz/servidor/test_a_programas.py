"""Lo que el servidor niega a un programa (`/api`): en su forma, y con medida."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from http import HTTPStatus

import pytest
from fabrica_asgi import DE_AQUI, Falsa, pedir

from tablero.interfaz.servidor import protocolo
from tablero.interfaz.servidor.peticiones import Peticiones
from tablero.interfaz.servidor.ritmo import DIRECCIONES, Ritmos
from tablero.interfaz.servidor.turnos import Turnos


@pytest.fixture(autouse=True)
def sin_anotar(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tablero.interfaz.servidor.rechazos.anotar", lambda *_, **__: None)


@pytest.mark.parametrize(
    ("metodo", "ruta", "cabeceras", "estado", "codigo"),
    [
        ("DELETE", "/api/v1/tablas", {}, 405, "metodo-no-admitido"),
        ("GET", "/api/" + "a" * 8200, {}, 414, "direccion-larga"),
        ("POST", "/api", {"content_length": "5"}, 413, "pedido-grande"),
    ],
)
def test_lo_que_se_niega_se_dice_como_problema(
    metodo: str, ruta: str, cabeceras: dict[str, str], estado: int, codigo: str
) -> None:
    app = Falsa({})
    mensajes, dichas, cuerpo = pedir(
        Peticiones(app, Turnos()), ruta, metodo=metodo, desde=DE_AQUI, **cabeceras
    )
    problema = json.loads(cuerpo)
    assert app.scope is None
    assert mensajes[0]["status"] == problema["status"] == estado
    assert dichas["content-type"] == "application/problem+json"
    assert dichas["access-control-allow-origin"] == "*"
    assert (problema["type"], problema["instance"]) == (f"/api/v1/docs#{codigo}", ruta)


def test_fuera_de_la_api_se_dice_como_siempre() -> None:
    mensajes, dichas, _ = pedir(Peticiones(Falsa({}), Turnos()), "/apio", metodo="OPTIONS")
    assert mensajes[0]["status"] == 405
    assert dichas["content-type"] == "text/plain; charset=utf-8"
    assert "access-control-allow-origin" not in dichas


def test_la_pregunta_de_otra_pagina_llega_a_la_api() -> None:
    app = Falsa({})
    pedir(Peticiones(app, Turnos()), "/api/v1/", metodo="OPTIONS", desde=DE_AQUI)
    assert app.scope is not None


def test_quien_pide_sin_parar_espera_y_los_demas_no() -> None:
    peticiones = Peticiones(Falsa({}), Turnos(), Ritmos(8, lambda: 0.0))
    dichos = [pedir(peticiones, "/api/v1/", desde=("10.0.0.1", 1)) for _ in range(4)]
    assert [mensajes[0]["status"] for mensajes, _, _ in dichos] == [200, 200, 429, 429]
    _, cabeceras, cuerpo = dichos[-1]
    assert cabeceras["retry-after"] == "8"
    assert json.loads(cuerpo)["type"] == "/api/v1/docs#muy-seguido"
    assert pedir(peticiones, "/api/v1/", desde=("10.0.0.2", 1))[0][0]["status"] == 200
    assert pedir(peticiones, "/ligera", desde=("10.0.0.1", 1))[0][0]["status"] == 200


class Anotados(Turnos):
    """Los turnos de siempre, y a la cuenta de quién va cada uno."""

    def __init__(self) -> None:
        super().__init__()
        self.cuentas: list[str] = []

    @asynccontextmanager
    async def turno(self, direccion: str) -> AsyncIterator[None]:
        self.cuentas.append(direccion)
        async with super().turno(direccion):
            yield


def test_un_programa_espera_turno_con_su_propia_cuenta() -> None:
    turnos = Anotados()
    for ruta in ("/api/v1/tablas", "/ligera", "/salud"):
        pedir(Peticiones(Falsa({}), turnos), ruta, desde=DE_AQUI)
    assert turnos.cuentas == ["127.0.0.1 /api", "127.0.0.1"]


def test_quien_espera_vuelve_a_caber() -> None:
    hora = [0.0]
    ritmos = Ritmos(8, lambda: hora[0])
    assert [ritmos.gastar("a") for _ in range(3)] == [0, 0, 7.5]
    hora[0] = 7.5
    assert (ritmos.gastar("a"), ritmos.gastar("a")) == (0, 7.5)


def test_de_quien_ya_no_debe_no_se_guarda_nada() -> None:
    hora = [0.0]
    ritmos = Ritmos(60, lambda: hora[0])
    for numero in range(DIRECCIONES):
        ritmos.gastar(str(numero))
    hora[0] = 3600.0
    ritmos.gastar("uno más")
    assert len(ritmos._reservas) == 1


def test_lo_que_se_corta_al_leer_tambien() -> None:
    cruda = protocolo.respuesta(HTTPStatus.REQUEST_URI_TOO_LONG, "/api/v1/tablas")
    cabeza, _, cuerpo = cruda.partition(b"\r\n\r\n")
    assert cabeza.startswith(b"HTTP/1.1 414 ")
    assert b"content-type: application/problem+json" in cabeza
    assert json.loads(cuerpo)["instance"] == "/api/v1/tablas"
