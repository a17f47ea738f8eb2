"""Las palabras que hay, y las que se parecen a una mal escrita."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tablero.busqueda.vocabulario import Vocabulario, contar, distancia

LETRAS = st.text("abcñ".replace("ñ", "d"), max_size=7)
PALABRAS = Vocabulario(
    contar(
        [
            {"cucuta": "cúcuta", "salud": "salud", "metas": "metas"},
            {"cucuta": "cucuta", "transferencias": "transferencias", "casa": "casa"},
        ]
    )
)


@pytest.mark.parametrize(
    ("una", "otra", "errores"),
    [
        ("cucutta", "cucuta", 1),
        ("kukuta", "cucuta", 2),
        ("cuctua", "cucuta", 1),
        ("cucuta", "cucuta", 0),
        ("abc", "xyz", 3),
    ],
)
def test_cuantos_errores_las_separan(una: str, otra: str, errores: int) -> None:
    assert distancia(una, otra, 5) == errores


@given(LETRAS, LETRAS)
def test_la_distancia_es_simetrica_y_respeta_el_tope(una: str, otra: str) -> None:
    entera = distancia(una, otra, 20)
    assert entera == distancia(otra, una, 20)
    assert (entera == 0) == (una == otra)
    assert distancia(una, otra, 2) == min(entera, 3)


@pytest.mark.parametrize(
    ("mal", "cercanas"),
    [
        ("cucutta", ("cucuta",)),
        ("kukuta", ("cucuta",)),
        ("transfrencis", ("transferencias",)),
        ("sald", ("salud",)),
        ("caxx", ()),  # de cuatro letras, a lo sumo un error
        ("csa", ()),  # con tres, todo se parece a todo
        ("10000", ()),
        ("xyzzyxyz", ()),
    ],
)
def test_las_parecidas(mal: str, cercanas: tuple[str, ...]) -> None:
    assert PALABRAS.cercanas(mal) == cercanas


def test_con_un_solo_error_permitido_no_se_va_lejos() -> None:
    assert PALABRAS.cercanas("mental", 1) == ()
    assert PALABRAS.cercanas("kukuta", 1) == ()


def test_conoce_lo_que_empieza_asi_y_lo_que_tiene_su_raiz() -> None:
    assert PALABRAS.conoce("transf")
    assert PALABRAS.conoce("transferencia")
    assert not PALABRAS.conoce("cucutta")


def test_se_escribe_con_su_tilde() -> None:
    assert PALABRAS.escrita("cucuta") == "cúcuta"
    assert PALABRAS.veces("cucuta") == 2
