"""Cada página con libros de seguimiento, abierta una sola vez: en su archivo, para otro proceso."""

from pathlib import Path

import pytest
from mirada import mirada
from playwright.sync_api import Page

CON_LIBROS = [
    "semaforo?por=entidad",
    "semaforo?ver=ritmo",
    "producto?codigo=1.1.2&ver=metas",
    "producto?codigo=1.1.2&ver=plan",
    "entidad?nombre=Secretaría Distrital de Salud&ver=debe",
    "historia?ver=efectos",
    "historia?ver=estados",
    "suponer?supone=1.1.2:20",
    "hallazgos",
    "hallazgos?ver=contrastes",
]
"""Lo que solo se ve cuando hay libros de seguimiento."""


@pytest.mark.parametrize("ruta", CON_LIBROS)
def test_nada_falla(pestana: Page, servidor_con_libros: str, ruta: str, tmp_path: Path) -> None:
    assert mirada(pestana, f"{servidor_con_libros}/{ruta}", tmp_path) == {}
