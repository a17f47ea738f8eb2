"""Cómo se nombra una orden en los mensajes: copiarla y pegarla debe funcionar."""

import shutil
import sys
from pathlib import Path

import pytest

from tablero import rutas


@pytest.fixture(autouse=True)
def sin_que_nadie_lo_diga(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TABLERO_ORDEN", raising=False)


def con(monkeypatch: pytest.MonkeyPatch, **programas: str) -> None:
    monkeypatch.setattr(shutil, "which", programas.get)


def test_como_lo_dijo_quien_lo_lanzo(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TABLERO_ORDEN", "python3 ../iniciar.py tablero")
    assert rutas.orden("construir") == "python3 ../iniciar.py tablero construir"


def test_con_el_entorno_activado(monkeypatch: pytest.MonkeyPatch) -> None:
    con(monkeypatch, tablero=str(Path(sys.executable).parent / "tablero"))
    assert rutas.orden("sellar") == "tablero sellar"
    assert rutas.orden("") == "tablero"


@pytest.mark.parametrize("ajeno", [None, "/otro/proyecto/bin/tablero"])
def test_sin_el_la_de_iniciar(
    ajeno: str | None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    con(monkeypatch, python3="/usr/bin/python3", **({"tablero": ajeno} if ajeno else {}))
    raiz = Path(rutas.__file__).parents[2]
    monkeypatch.chdir(raiz)
    monkeypatch.setattr(sys, "platform", "linux")
    assert rutas.orden("construir") == "python3 iniciar.py tablero construir"
    monkeypatch.chdir(tmp_path)
    assert rutas.orden("construir") == f"python3 {raiz / 'iniciar.py'} tablero construir"
    con(monkeypatch, py="C:/py.exe")
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.chdir(raiz)
    assert rutas.orden("construir") == "py iniciar.py tablero construir"


def test_una_ruta_con_espacios_va_entre_comillas() -> None:
    assert rutas.entre_comillas(Path("/mis datos/x")) == '"/mis datos/x"'
    assert rutas.entre_comillas("/datos") == "/datos"
