"""Lo guardado no pasa de su tope, se hace una sola vez y se olvida con su tablero."""

import threading
from dataclasses import dataclass

import numpy as np
import pandas as pd
import pytest

from tablero.interfaz.marco import conexion, memoria
from tablero.interfaz.marco.conexion import por_archivo
from tablero.interfaz.marco.memoria import Memoria, pesar

UNO, OTRO = ("a", 1, 1, 1), ("b", 1, 1, 1)


@pytest.fixture
def propia(monkeypatch: pytest.MonkeyPatch) -> Memoria:
    nueva = Memoria(tope=10_000)
    for modulo in (memoria, conexion):
        monkeypatch.setattr(modulo, "MEMORIA", nueva)
    return nueva


def test_lo_mas_viejo_se_olvida_cuando_no_cabe(propia: Memoria) -> None:
    for numero in range(50):
        propia.dar(numero, lambda: b"x" * 1000)
        propia.dar(0, lambda: b"x" * 1000)  # el que se usa no se olvida
    assert propia.octetos <= propia.tope
    assert len(propia) == 9
    assert propia.dar(0, lambda: b"otro") == b"x" * 1000
    assert propia.dar(1, lambda: b"otro") == b"otro"


def test_lo_que_no_cabe_se_da_y_no_se_guarda(propia: Memoria) -> None:
    assert propia.dar("k", lambda: b"x" * 20_000) == b"x" * 20_000
    assert (len(propia), propia.octetos) == (0, 0)


def test_una_clave_larga_no_se_guarda(propia: Memoria) -> None:
    assert propia.dar(("q", "9" * 5000), lambda: 7) == 7
    assert len(propia) == 0


def test_varios_a_la_vez_lo_hacen_una_vez(propia: Memoria) -> None:
    hechas: list[int] = []
    todos = threading.Barrier(8)

    def pedir() -> None:
        todos.wait()
        propia.dar("k", lambda: hechas.append(1) or "listo")  # type: ignore[func-returns-value]

    hilos = [threading.Thread(target=pedir) for _ in range(8)]
    for hilo in hilos:
        hilo.start()
    for hilo in hilos:
        hilo.join()
    assert hechas == [1]


def test_una_falla_no_se_guarda_ni_deja_a_nadie_esperando(propia: Memoria) -> None:
    with pytest.raises(ZeroDivisionError):
        propia.dar("k", lambda: 1 // 0)
    assert propia.dar("k", lambda: 3) == 3


def test_se_recuerda_por_el_tablero_y_los_argumentos_que_cuentan(
    propia: Memoria, monkeypatch: pytest.MonkeyPatch
) -> None:
    hechas: list[str] = []

    @por_archivo
    def hacer(que: str, _acompana: object = None) -> str:
        hechas.append(que)
        return f"{conexion.identidad()[0]}{que}"

    monkeypatch.setattr(conexion, "identidad", lambda: UNO)
    assert hacer("x", object()) == hacer(que="x", _acompana=object()) == "ax"
    monkeypatch.setattr(conexion, "identidad", lambda: OTRO)
    assert hacer("x") == "bx"
    assert hechas == ["x", "x"]
    memoria.olvidar_tablero(UNO)
    assert len(propia) == 1
    hacer.olvidar()
    assert (len(propia), propia.octetos) == (0, 0)


@dataclass
class _Nodo:
    texto: str
    otro: object = None


def test_pesar_cuenta_lo_que_hay_adentro_y_una_vez() -> None:
    texto = "x" * 10_000
    assert 10_000 <= pesar(_Nodo(texto, _Nodo(texto))) < 12_000
    assert pesar([np.zeros(1000)]) >= 8000
    assert pesar({"datos": pd.DataFrame({"a": ["y" * 100] * 100})}) >= 10_000
    circulo = _Nodo("a")
    circulo.otro = [circulo]
    assert pesar(circulo) < 2000
