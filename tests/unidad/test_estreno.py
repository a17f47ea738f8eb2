"""Dónde se escribe: la carpeta del programa, la que se diga o una de la persona."""

from pathlib import Path

import platformdirs
import pytest

from tablero import rutas
from tablero.errores import ArchivoIlegible
from tablero.estreno import estrenar


@pytest.fixture
def programa(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Los datos de fábrica de un programa, con un libro de solo lectura."""
    libro = tmp_path / "programa" / "data" / "fuentes" / "cnim" / "2025-11-30" / "cnim.xlsx"
    libro.parent.mkdir(parents=True)
    libro.write_bytes(b"libro")
    libro.chmod(0o444)
    monkeypatch.setattr(rutas, "DEL_PROGRAMA", tmp_path / "programa" / "data")
    monkeypatch.setattr(rutas, "DATOS", tmp_path / "persona")
    monkeypatch.setattr(rutas, "FUENTES", tmp_path / "persona" / "fuentes")
    return tmp_path / "programa" / "data"


def test_la_que_se_diga(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TABLERO_DATOS", str(tmp_path / "otra"))
    assert rutas.carpeta_de_datos() == tmp_path / "otra"


def test_la_del_programa_si_se_puede_escribir(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TABLERO_DATOS")
    assert rutas.carpeta_de_datos() == rutas.RAIZ / "data"


def test_la_de_la_persona_si_no(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TABLERO_DATOS")
    monkeypatch.setattr("tablero.rutas.os.access", lambda *_: False)
    assert rutas.carpeta_de_datos() == platformdirs.user_data_path("tablero", appauthor=False)


def test_se_estrena_una_vez_y_se_puede_escribir(programa: Path) -> None:
    assert estrenar() == rutas.DATOS
    copiado = rutas.FUENTES / "cnim" / "2025-11-30" / "cnim.xlsx"
    copiado.write_bytes(b"corregido")
    assert estrenar() is None
    assert copiado.read_bytes() == b"corregido"
    assert [ruta.name for ruta in rutas.DATOS.iterdir()] == ["fuentes"]
    assert (programa / "fuentes" / "cnim" / "2025-11-30" / "cnim.xlsx").read_bytes() == b"libro"


def test_donde_no_se_puede_escribir_se_dice(programa: Path) -> None:
    rutas.DATOS.write_text("no es una carpeta", encoding="utf-8")
    with pytest.raises(ArchivoIlegible, match="no se puede preparar la carpeta de datos"):
        estrenar()
