"""La memoria libre vuelve al sistema: con qué reservas, cada cuánto, y nada donde no hay glibc."""

import asyncio
from collections.abc import Iterator

import pyarrow as pa
import pytest

from tablero.interfaz.servidor import devolver


class Libc:
    """Anota lo que se le pide."""

    def __init__(self) -> None:
        self.ajustes: dict[int, int] = {}
        self.devueltas = 0

    def mallopt(self, cual: int, cuanto: int) -> int:
        self.ajustes[cual] = cuanto
        return 1

    def malloc_trim(self, _sobra: int) -> int:
        self.devueltas += 1
        return 1


@pytest.fixture
def reserva() -> Iterator[None]:
    """La reserva de Arrow de antes, de vuelta al terminar."""
    antes = pa.default_memory_pool()
    yield
    pa.set_memory_pool(antes)


@pytest.mark.usefixtures("reserva")
def test_pocas_reservas_para_todos_los_hilos(monkeypatch: pytest.MonkeyPatch) -> None:
    libc = Libc()
    monkeypatch.setattr(devolver, "_glibc", lambda: libc)
    devolver.acotar()
    assert libc.ajustes == {-8: 2, -3: 131_072, -1: 131_072}
    assert pa.default_memory_pool().backend_name == "system"


@pytest.mark.usefixtures("reserva")
def test_donde_no_hay_glibc_nada_cambia(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(devolver.sys, "platform", "win32")
    devolver.acotar()
    asyncio.run(asyncio.wait_for(devolver.cada_tanto(), 5))  # termina sola


def test_devuelve_hasta_que_la_cancelan(monkeypatch: pytest.MonkeyPatch) -> None:
    libc = Libc()
    monkeypatch.setattr(devolver, "_glibc", lambda: libc)
    monkeypatch.setattr(devolver, "CADA_SEGUNDOS", 0.0)

    async def tres() -> None:
        tarea = asyncio.create_task(devolver.cada_tanto())
        while libc.devueltas < 3:
            await asyncio.sleep(0)
        tarea.cancel()
        with pytest.raises(asyncio.CancelledError):
            await tarea

    asyncio.run(tres())
    assert libc.devueltas >= 3
