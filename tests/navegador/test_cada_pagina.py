"""Cada página, abierta una sola vez, con las fuentes reales (`mirada.py` dice qué se mira).

Las demás pestañas, en `test_cada_pestana.py`.
"""

from pathlib import Path

import pytest
from mirada import mirada
from papel import con_poppler
from playwright.sync_api import Page

from tablero import rutas

PAGINAS = ["", *sorted(p.stem for p in (rutas.RAIZ / "pages").glob("*.py"))]
CON_ALGO_ELEGIDO = [
    "ficha_territorial?municipio=54001",
    "producto?codigo=1.1.2",
    "suponer?supone=2.2.6:20",
    "mapas_ipt?departamento=Norte de Santander",
]


@pytest.mark.parametrize("ruta", [*PAGINAS, *CON_ALGO_ELEGIDO])
def test_nada_falla(pestana: Page, servidor: str, ruta: str, tmp_path: Path) -> None:
    assert mirada(pestana, f"{servidor}/{ruta}", tmp_path) == {}


def test_lo_impreso_se_mide() -> None:
    con_poppler()
