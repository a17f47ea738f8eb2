"""Cada palabra que Streamlit trae en inglés: o se traduce, o está dicho por qué no sale.

Con una versión nueva, lo que cambie de nombre o sea nuevo se ve aquí antes que en la pantalla.
"""

import re

import pytest
from no_salen import NO_SALEN
from vocabulario import AJENOS, SOLO_ROTULOS, USADOS, del_tablero, pedazos, se_traduce, vocabulario

from tablero import rutas

CODIGO = "\n".join(
    archivo.read_text(encoding="utf-8")
    for carpeta in (rutas.RAIZ / "src" / "tablero" / "interfaz", rutas.RAIZ / "pages")
    for archivo in sorted(carpeta.rglob("*.py"))
)
DICHAS = {palabra for palabras in NO_SALEN.values() for palabra in palabras}
DE_VEGA = ("-axis", " titled '", " mark container", " legend", " for a ")
"""De cada eje, leyenda y marca Vega dice una frase: se apagan con `aria` en `piezas/base.py`."""


def test_cada_palabra_se_traduce_o_no_sale() -> None:
    sueltas = {p for p in del_tablero() if not se_traduce(p)}
    assert sorted(sueltas - DICHAS) == []


def test_las_que_no_salen_todavia_existen() -> None:
    assert sorted(DICHAS - del_tablero()) == []


def test_de_todo_pedazo_con_palabras_se_sabe_si_se_usa() -> None:
    conocidos = {*USADOS, *SOLO_ROTULOS, *(p for grupo in AJENOS.values() for p in grupo)}
    assert sorted(p for p in pedazos() if p not in conocidos and vocabulario(p)) == []
    assert sorted(conocidos - pedazos().keys()) == []


@pytest.mark.parametrize("elemento", AJENOS)
def test_lo_que_no_se_usa_no_se_usa(elemento: str) -> None:
    assert re.findall(rf"\bst\.(?:{elemento})\(", CODIGO) == []


def test_lo_que_vega_dice_esta_donde_se_cree() -> None:
    assert [frase for frase in DE_VEGA if frase not in pedazos()["embed"]] == []


@pytest.mark.parametrize(
    ("escrito", "se_dice"),
    [
        ("Remove ${e}", True),
        ("Select ${p.length} matches", True),
        ("Page ${e.page}", False),
        ("Main menu", True),
        ("Main menus", False),
    ],
)
def test_como_se_sabe_si_se_traduce(escrito: str, *, se_dice: bool) -> None:
    assert se_traduce(escrito) is se_dice


def test_se_leen_las_palabras_que_se_conocen() -> None:
    """Si la lectura se rompe, no hallar nada no es una buena noticia."""
    conocidas = {"Main menu", "Skip to main content", "Fullscreen", "No results", "Show data"}
    assert conocidas <= del_tablero()
    assert len(del_tablero()) > 200
