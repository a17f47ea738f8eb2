"""Lo que se escribe para mostrar: un código o una página, y lo ya entendido queda igual."""

from functools import partial
from pathlib import Path

import pytest

from tablero.consultas.base import Base, Preguntas
from tablero.errores import ErrorTablero
from tablero.interfaz.marco.menu import INICIO, SECCIONES
from tablero.respuestas import direccion

DEL_3_1_7 = "producto?codigo=3.1.7&politica=poblacion_migrante_internacional"
ENTENDIDAS = {
    "3.1.7": DEL_3_1_7,
    " 3\u20241\u20247 ": DEL_3_1_7,
    "54001": "ficha_territorial?municipio=54001",
    "http://localhost:8501/semaforo?estado=bajo&edicion=2": "semaforo?estado=bajo",
    "https://tablero.gov.co/migracion/ediciones?ver=cambios&antes=1&despues=2": (
        "ediciones?ver=cambios&antes=1&despues=2"
    ),
    "http://localhost:8501/": "./",
    "./": "./",
    "./?departamento=Nariño": "?departamento=Nari%C3%B1o",
    "sesion?ver=compromisos": "sesion?ver=compromisos",
}


@pytest.mark.parametrize("escrito", ENTENDIDAS)
def test_se_entiende_y_queda_igual(base: Base, escrito: str) -> None:
    preguntar = Preguntas(base)
    vista = partial(direccion.de_siempre, preguntar)
    entendida = direccion.entender(escrito, preguntar, vista)
    assert entendida == ENTENDIDAS[escrito]
    assert direccion.entender(entendida, preguntar, vista) == entendida


@pytest.mark.parametrize(
    ("escrito", "dice"),
    [
        ("9.9.9", "Ningún producto de la política lleva el código 9.9.9."),
        ("99999", "Ningún municipio lleva el código 99999."),
        ("http://[", "«http://[» no es una dirección."),
        ("javascript:alert(1)", "«javascript:alert(1)» no es de este tablero. Escriba un código"),
        ("app", "«app» no es de este tablero."),
        ("x" * 200, f"«{'x' * 80}…» no es de este tablero."),
    ],
)
def test_lo_que_no_es_se_dice(base: Base, escrito: str, dice: str) -> None:
    preguntar = Preguntas(base)
    with pytest.raises(ErrorTablero) as error:
        direccion.entender(escrito, preguntar, partial(direccion.de_siempre, preguntar))
    assert str(error.value).startswith(dice)


def test_las_paginas_son_las_del_menu() -> None:
    del_menu = {Path(p.archivo).stem for suyas in SECCIONES.values() for p in suyas}
    assert del_menu - {Path(INICIO.archivo).stem} == direccion.PAGINAS
