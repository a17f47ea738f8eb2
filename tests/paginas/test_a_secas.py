"""Un guion corrido a secas (`python app.py`), como lo hace quien reparte un trabajo en procesos."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tablero import rutas


@pytest.mark.parametrize("guion", ["app.py", "pages/semaforo.py"])
def test_a_secas_dibuja_para_nadie_y_no_falla(base_construida: Path, guion: str) -> None:
    hecho = subprocess.run(
        [sys.executable, rutas.RAIZ / guion],
        cwd=rutas.RAIZ,
        env={**os.environ, "TABLERO_BASE": str(base_construida), "PYTHONWARNINGS": "ignore"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert hecho.returncode == 0
    assert "Traceback" not in hecho.stderr
