"""Lo que se escribe para mostrar es siempre de este tablero, y va con la edición de la sesión."""

import pytest

from tablero.errores import ErrorTablero
from tablero.interfaz.paginas.sesion.direccion import enlace, entender


@pytest.mark.parametrize(
    ("escrito", "es"),
    [
        ("semaforo?estado=bajo", "semaforo?estado=bajo"),
        ("/tablero/semaforo/", "semaforo"),
        ("https://tablero.gov.co/entidad?nombre=Salud%20y&edicion=3", "entidad?nombre=Salud+y"),
        ("http://localhost:8501", "./"),
        ("?departamento=Arauca", "?departamento=Arauca"),
        ("semaforo?x=<script>", "semaforo?x=%3Cscript%3E"),
    ],
)
def test_se_queda_con_la_pagina_y_sus_filtros(escrito: str, es: str) -> None:
    assert entender(escrito) == es


@pytest.mark.parametrize(
    "escrito",
    ["", "javascript:alert(1)", "otra_pagina", "app", "semaforo.py", "//[", "x?" + "a=1&" * 40],
)
def test_lo_demas_no_es_de_este_tablero(escrito: str) -> None:
    with pytest.raises(ErrorTablero, match=r"no es (de este tablero|una dirección)\."):
        entender(escrito)


@pytest.mark.parametrize(
    ("direccion", "edicion", "es"),
    [
        ("semaforo?estado=bajo", 4, "./semaforo?estado=bajo&edicion=4"),
        ("semaforo", None, "./semaforo"),
        ("./", 4, "./?edicion=4"),
        ("./", None, "./"),
        ("?departamento=Arauca", 4, "./?departamento=Arauca&edicion=4"),
    ],
)
def test_el_enlace_lleva_la_edicion(direccion: str, edicion: int | None, es: str) -> None:
    assert enlace(direccion, edicion) == es
