"""Una orden de `tablero`, corrida en este mismo proceso: qué dijo y con qué código salió.

Abrir otro Python es casi todo lo que tarda una orden. Que el programa de verdad dice lo mismo lo
prueba `test_cli.py`.
"""

import io
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import Context
from importlib import reload
from pathlib import Path

import pytest

from tablero import rutas
from tablero.cli.principal import principal

Hecho = subprocess.CompletedProcess[str]


def correr(*argumentos: str | Path, raiz: Path | None = None) -> Hecho:
    """Corre `tablero …`; con `raiz`, como si el programa estuviera en esa carpeta."""
    salidas = [io.TextIOWrapper(io.BytesIO(), "utf-8", newline="") for _ in range(2)]
    with pytest.MonkeyPatch.context() as parche, _desde(raiz):
        parche.setattr(sys, "argv", ["tablero", *map(str, argumentos)])
        parche.setattr(sys, "stdin", io.StringIO())
        parche.setattr(sys, "stdout", salidas[0])
        parche.setattr(sys, "stderr", salidas[1])
        with pytest.raises(SystemExit) as salio:
            Context().run(principal)  # lo que esta prueba tenga tomado es de otra orden
    dicho, errores = (_leer(s) for s in salidas)
    codigo = salio.value.code
    assert isinstance(codigo, int)
    return Hecho(list(argumentos), codigo, dicho, errores)


@contextmanager
def _desde(raiz: Path | None) -> Iterator[None]:
    """Los sitios de un programa instalado en `raiz`; al final, los de antes."""
    sitios, sin_tocar = dict(vars(rutas)), dict(os.environ)
    try:
        if raiz is not None:
            os.environ.pop("TABLERO_DATOS", None)
            os.environ["TABLERO_RAIZ"] = str(raiz)
            reload(rutas)
        yield
    finally:
        os.environ.clear()
        os.environ.update(sin_tocar)
        vars(rutas).update(sitios)


def _leer(salida: io.TextIOWrapper) -> str:
    salida.flush()
    crudo = salida.buffer
    assert isinstance(crudo, io.BytesIO)
    return crudo.getvalue().decode("utf-8")
