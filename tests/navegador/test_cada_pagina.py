"""Cada página, abierta una sola vez, con las fuentes reales (`mirada.py` dice qué se mira)."""

from pathlib import Path

import pytest
from mirada import mirada
from papel import con_poppler
from playwright.sync_api import Page

from tablero import rutas

PAGINAS = ["", *sorted(p.stem for p in (rutas.RAIZ / "pages").glob("*.py"))]
PESTANAS: dict[str, tuple[str, ...]] = {
    "hallazgos": ("contrastes",),
}
"""Por página, las pestañas (`?ver=`) que no son la que se abre sola: cada una se mira también."""
CON_ALGO_ELEGIDO = [
    "ficha_territorial?municipio=54001",
    "producto?codigo=1.1.2",
    "suponer?supone=2.2.6:20",
    "mapas_ipt?departamento=Norte de Santander",
]


EN_PESTANAS = [f"{pagina}?ver={ver}" for pagina, vistas in PESTANAS.items() for ver in vistas]


@pytest.mark.parametrize("ruta", [*PAGINAS, *EN_PESTANAS, *CON_ALGO_ELEGIDO])
def test_nada_falla(pestana: Page, servidor: str, ruta: str, tmp_path: Path) -> None:
    assert mirada(pestana, f"{servidor}/{ruta}", tmp_path) == {}


def test_lo_impreso_se_mide() -> None:
    con_poppler()
