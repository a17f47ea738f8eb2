"""La página del glosario, y «¿Qué estoy viendo?» en la que se abra."""

import pytest
from dichos import advertidos
from streamlit.testing.v1 import AppTest
from tipos import Abrir, Texto

from tablero.glosario import terminos
from tablero.interfaz.marco import menu
from tablero.interfaz.marco.que_veo import QUE_VEO

PAGINA = "pages/glosario.py"


def nombres(dicho: str) -> list[str]:
    return [parte.split("</dt>")[0] for parte in dicho.split("<dt>")[1:]]


def buscar(prueba: AppTest, texto: str) -> None:
    prueba.text_input[0].set_value(texto).run()
    assert not prueba.exception


def test_estan_todos_con_su_definicion_y_el_nombre_de_sus_columnas(
    abrir: Abrir, texto: Texto
) -> None:
    dicho = texto(abrir(PAGINA))
    assert nombres(dicho) == [termino.nombre for termino in terminos()]
    brecha = dicho.split('<div id="termino-brecha"><dt>')[1].split("</div>")[0]
    assert "negativa es retraso" in brecha
    assert "En los CSV: <code>brecha_pp</code>." in brecha
    assert 'href="glosario?termino=trayectoria"' in brecha
    cnim = dicho.split('<div id="termino-cnim"><dt>')[1].split("</div>")[0]
    assert "En los CSV" not in cnim
    assert 'class="tb-elegido"' not in dicho
    assert "Corte de los datos" not in dicho


@pytest.mark.parametrize("pedido", ["brecha_territorial", "Brechas territoriales"])
def test_el_que_pide_la_direccion_queda_a_la_vista(abrir: Abrir, texto: Texto, pedido: str) -> None:
    dicho = texto(abrir(PAGINA, termino=pedido))
    assert dicho.count('class="tb-elegido"') == 1
    assert '<div id="termino-brecha_territorial" class="tb-elegido">' in dicho


def test_el_que_no_existe_se_dice(abrir: Abrir, texto: Texto) -> None:
    prueba = abrir(PAGINA, termino="blockchain")
    assert "«blockchain», que no está en el glosario" in advertidos(prueba)[0]
    assert len(nombres(texto(prueba))) == len(terminos())


def test_se_busca_por_nombre_y_por_definicion(abrir: Abrir, texto: Texto) -> None:
    prueba = abrir(PAGINA)
    buscar(prueba, "brechas")
    dicho = texto(prueba)
    assert nombres(dicho)[:2] == ["brecha", "brecha territorial"]
    assert "términos con «brechas»" in dicho
    buscar(prueba, "DNP")
    assert prueba.query_params["termino"] in (["eat"], "eat")
    buscar(prueba, "zzzz")
    assert "«zzzz». Se muestran todos" in advertidos(prueba)[0]


@pytest.mark.parametrize("pagina", [menu.INICIO, menu.SEMAFORO, menu.CONCILIACION])
def test_cada_pagina_dice_que_se_ve(abrir: Abrir, texto: Texto, pagina: menu.Pagina) -> None:
    dicho = texto(abrir(pagina.archivo))
    assert dicho.count('<details class="tb-que-veo">') == 1
    assert QUE_VEO[pagina].fuente in dicho
