"""La carpeta de cada proceso se va con él o la barre otro; la de uno vivo no se toca."""

import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from tablero import temporales

OTRO = """
import sys, tempfile
from tablero import temporales
tempfile.tempdir = sys.argv[1]
print(temporales.nueva("copia"), flush=True)
sys.stdin.read()
"""


@pytest.fixture
def donde(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def test_la_de_un_proceso_vivo_no_se_barre_y_la_de_uno_muerto_si(donde: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", OTRO, str(donde)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as otro:
        assert otro.stdout is not None
        copia = Path(otro.stdout.readline().strip())
        assert temporales.barrer() == 0
        assert copia.is_dir()
        otro.kill()
    assert copia.is_dir()
    assert temporales.barrer() == 1
    assert list(donde.iterdir()) == []


def test_al_cerrar_no_queda_nada(donde: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(temporales, "_propia", None)
    (temporales.nueva("copia") / "tablero.duckdb").write_bytes(b"x")
    assert temporales.barrer() == 0
    assert len(list(donde.iterdir())) == 2
    temporales.cerrar()
    assert list(donde.iterdir()) == []


def test_se_barren_las_de_una_version_anterior_y_nada_mas(donde: Path) -> None:
    archivos = {
        "tablero-ab12cd_9/tablero.duckdb": True,
        "tablero-letra-ab12cd_9/SourceSansPro-Bold.otf": True,
        "tablero-ab12cd_8/informe.docx": False,
        "tablero-pruebas-ab12cd_9/tablero.duckdb": False,
        "tablero-de-maria/tablero.duckdb": False,
    }
    for nombre in archivos:
        (donde / nombre).parent.mkdir()
        (donde / nombre).write_bytes(b"x")
    assert temporales.barrer() == 2
    assert {n: not (donde / n).exists() for n in archivos} == archivos
