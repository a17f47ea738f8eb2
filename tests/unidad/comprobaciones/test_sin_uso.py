"""Qué halla `comprobaciones.sin_uso` en un programa pequeño."""

from pathlib import Path

import pytest
from comprobaciones import sin_uso

PROGRAMA = """
from dataclasses import dataclass

@dataclass
class Fila:
    columna: int

def usada(fila: Fila) -> Fila:
    return fila

def olvidada() -> None:
    otro = Fila(1)
    otro.opcion_ajena = 3

@aplicacion.command(cls=Orden)
def orden() -> None:
    usada(Fila(1))
"""


@pytest.fixture
def raiz(tmp_path: Path) -> Path:
    (tmp_path / "src").mkdir()
    (tmp_path / "src" / "programa.py").write_text(PROGRAMA, encoding="utf-8")
    return tmp_path


def test_halla_lo_que_nadie_usa_y_no_los_campos_ni_las_ordenes(raiz: Path) -> None:
    assert list(sin_uso.reparos(sin_uso.hallado(raiz, ["src"]), {}, raiz)) == [
        "src/programa.py:11: nadie usa «olvidada».",
        "src/programa.py:13: nadie usa «opcion_ajena».",
    ]


def test_lo_que_se_permite_no_se_dice_y_el_permiso_que_sobra_si(raiz: Path) -> None:
    permitidos = {"opcion_ajena": "la lee otro", "olvidada": "la llama otro", "vieja": "la llamaba"}
    assert list(sin_uso.reparos(sin_uso.hallado(raiz, ["src"]), permitidos, raiz)) == [
        "«vieja» ya se usa o ya no está: quítelo de comprobaciones/sin_uso.py."
    ]


def test_las_pruebas_no_cuentan_como_uso() -> None:
    assert "tests" not in sin_uso.DONDE
