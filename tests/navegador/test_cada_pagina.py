"""Cada página y cada una de sus pestañas, con las fuentes reales (`mirada.py` dice qué se mira)."""

from pathlib import Path

import pytest
from mirada import mirada, por_pestanas
from papel import con_poppler
from pestanas import CON_ALGO_ELEGIDO, PESTANAS, SIN_PESTANAS
from playwright.sync_api import Page

from tablero import rutas

CON_VERS = {**dict.fromkeys(SIN_PESTANAS, ()), **PESTANAS, **CON_ALGO_ELEGIDO}
CON_FILTRO = "mapas_ipt?departamento=Norte de Santander"


def test_esta_cada_pagina_que_hay() -> None:
    hay = {p.stem for p in (rutas.RAIZ / "pages").glob("*.py")}
    assert {ruta.split("?")[0] for ruta in CON_VERS} == {"", *hay}


@pytest.mark.parametrize("ruta", [*CON_VERS, CON_FILTRO])
def test_nada_falla(pestana: Page, servidor: str, ruta: str, tmp_path: Path) -> None:
    assert mirada(pestana, f"{servidor}/{ruta}", tmp_path) == {}
    assert por_pestanas(pestana, CON_VERS.get(ruta, ())) == {}


def test_lo_impreso_se_mide() -> None:
    con_poppler()
