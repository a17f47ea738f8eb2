"""«¿Qué estoy viendo?»: cada página lo dice, en tres frases y con las palabras del glosario."""

import re

import pytest

from tablero.interfaz.marco import menu, que_veo
from tablero.interfaz.marco.menu import Pagina
from tablero.interfaz.marco.que_veo import QUE_VEO
from tablero.interfaz.piezas.terminos import palabras

PAGINAS = [valor for valor in vars(menu).values() if isinstance(valor, Pagina)]
ORACION = re.compile(r"[A-ZÁÉÍÓÚ¿][^.]*(?:\d\.[^.]*)*\.")
MAS_FRASES = 3
"""Las que puede llevar el método."""


def frases(texto: str) -> list[str]:
    partes = re.split(r"(?<=\.) ", texto)
    assert all(ORACION.fullmatch(parte) for parte in partes), texto
    return partes


def test_todas_las_paginas_lo_dicen() -> None:
    assert set(QUE_VEO) == set(PAGINAS)


@pytest.mark.parametrize("pagina", PAGINAS, ids=lambda p: p.titulo)
def test_son_tres_frases_y_el_metodo(pagina: Pagina) -> None:
    dicho = QUE_VEO[pagina]
    assert len(frases(dicho.muestra)) == 1
    assert 1 <= len(frases(dicho.metodo)) <= MAS_FRASES
    assert len(frases(dicho.fuente)) == 1
    assert re.search(r"\b(no|nunca|sin dato)\b", dicho.fuente), "qué no dice"
    assert pagina not in dicho.ver
    assert dicho.ver


@pytest.mark.parametrize("pagina", PAGINAS, ids=lambda p: p.titulo)
def test_habla_con_las_palabras_del_glosario_y_sin_cifras(pagina: Pagina) -> None:
    dicho = QUE_VEO[pagina]
    todo = f"{dicho.muestra} {dicho.metodo} {dicho.fuente}"
    formas = (forma for palabra in palabras() for forma in palabra.formas if len(forma) > 2)
    assert any(re.search(rf"\b{re.escape(forma)}\b", todo) for forma in formas)
    assert re.sub(r"Anexo 1\b", "", todo) == re.sub(r"Anexo 1\b|\d", "", todo)


def test_el_bloque_viene_cerrado_y_sus_enlaces_conservan_el_filtro() -> None:
    html = que_veo.html(menu.SEMAFORO, {"departamento": "Norte de Santander"})
    assert html.startswith('<details class="tb-que-veo"><summary>¿Qué estoy viendo?</summary>')
    assert html.count("<p>") == 4
    assert (
        '<a href="conciliacion?departamento=Norte+de+Santander" target="_self">Conciliación</a>'
        in html
    )
    assert '<a href="glosario" target="_self">Glosario</a>' in que_veo.html(menu.SEMAFORO)
