"""Qué direcciones piden una tarjeta sola, y que dibujarla espera su turno como lo demás."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from fabrica_asgi import DE_AQUI, Falsa, pedir

from tablero.interfaz.servidor.incrustar import se_pide
from tablero.interfaz.servidor.peticiones import Peticiones
from tablero.interfaz.servidor.turnos import Turnos


@pytest.mark.parametrize(
    ("consulta", "pide"),
    [
        (b"incrustar=si", True),
        (b"objetivo=3&incrustar=S%C3%AD", True),
        ("incrustar=sí".encode(), True),
        (b"incrustar=no", False),
        (b"incrustar", False),
        (b"tarjeta=incrustar", False),
        (b"", False),
    ],
)
def test_se_pide_con_si(consulta: bytes, pide: bool) -> None:
    assert se_pide({"type": "http", "query_string": consulta}) is pide


class Contados(Turnos):
    """Los de siempre, que anotan de quién fue cada uno."""

    def __init__(self) -> None:
        super().__init__()
        self.de: list[str] = []

    @asynccontextmanager
    async def turno(self, direccion: str) -> AsyncIterator[None]:
        self.de.append(direccion)
        async with super().turno(direccion):
            yield


@pytest.mark.parametrize(
    ("ruta", "cuantos"),
    [("/semaforo?incrustar=si", 1), ("/nada?incrustar=si", 1), ("/semaforo", 0), ("/sala", 1)],
)
def test_lo_que_se_dibuja_espera_su_turno(ruta: str, cuantos: int) -> None:
    turnos = Contados()
    mensajes, _, _ = pedir(Peticiones(Falsa({}), turnos), ruta, desde=DE_AQUI)
    assert mensajes[0]["status"] == 200
    assert turnos.de == [DE_AQUI[0]] * cuantos
