"""Un libro que cambió sin sellarse se rechaza antes de cada commit."""

import shutil
from pathlib import Path

import pytest
from comprobaciones import sellos


def test_los_libros_del_clon_estan_sellados(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert sellos.principal() == 0
    assert capsysbinary.readouterr().out.decode().endswith(" documentos, todos sellados.\n")


def test_un_libro_que_cambio_se_nombra_y_detiene(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    shutil.copytree(sellos.FUENTES, tmp_path / "fuentes")
    libro = next((tmp_path / "fuentes" / "cnim").rglob("*.xlsx"))
    libro.write_bytes(libro.read_bytes() + b" ")
    assert sellos.principal(tmp_path / "fuentes") == 3
    dicho = capsysbinary.readouterr().out.decode()
    assert dicho.startswith("Estos libros cambiaron desde que se sellaron:\n  cnim/")
    assert "séllelos con: tablero sellar" in dicho
