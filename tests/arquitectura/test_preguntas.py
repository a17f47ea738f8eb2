"""`docs/preguntas.md` es el mapa de lo que hay: cada página con su pregunta, y cada pestaña."""

import re
from pathlib import Path

import pytest
from pestanas import CON_ALGO_ELEGIDO, CON_LIBROS, PESTANAS

from tablero import rutas
from tablero.interfaz.marco.menu import GRUPOS, SECCIONES, Pagina

TEXTO = (rutas.RAIZ / "docs" / "preguntas.md").read_text(encoding="utf-8")
FILAS = dict(re.findall(r"^\| ([^|]+) \| (.+) \|$", TEXTO, re.MULTILINE))
PAGINAS = [pagina for paginas in SECCIONES.values() for pagina in paginas]


def nombre(pagina: Pagina) -> str:
    return Path(pagina.archivo).stem


@pytest.mark.parametrize("pagina", PAGINAS, ids=nombre)
def test_cada_pagina_esta_con_su_pregunta_y_sus_pestanas(pagina: Pagina) -> None:
    pregunta, pestanas = FILAS[pagina.titulo].split(" | ")
    assert pregunta == pagina.pregunta
    dichas = set(re.findall(r"`([a-z_]+)`", pestanas))
    hay = {
        codigo
        for mapa in (PESTANAS, CON_ALGO_ELEGIDO, CON_LIBROS)
        for pedida, codigos in mapa.items()
        if pedida.partition("?")[0] == nombre(pagina)
        for codigo in codigos
    }
    assert hay <= dichas


def test_el_menu_tiene_a_lo_sumo_nueve_entradas_en_tres_grupos() -> None:
    assert len(GRUPOS) == 3
    assert sum(map(len, GRUPOS.values())) == 9
    assert len(PAGINAS) == len(set(PAGINAS))
