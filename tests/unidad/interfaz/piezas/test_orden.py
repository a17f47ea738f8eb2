"""Las claves por las que se ordena: las que el navegador compara dicen lo que vale un dato."""

from datetime import date

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tablero import formato
from tablero.interfaz.piezas import orden


@pytest.mark.parametrize(
    ("valor", "clave"),
    [
        (12.5, "#12.5"),
        (-3, "#-3"),
        (True, "#1"),
        (date(2024, 12, 31), "2024-12-31"),
        ("1.1.10", "0001.0001.0010"),
        ("Ánimo", "Ánimo"),
        ("sin dato", ""),
        ("", ""),
        (None, ""),
        (float("nan"), ""),
        (pd.NA, ""),
    ],
)
def test_cada_clase_de_valor_tiene_su_clave(valor: object, clave: str) -> None:
    assert orden.clave(valor) == clave


codigos = st.lists(st.integers(0, 9999), min_size=2, max_size=4)


@given(codigos, codigos)
def test_los_codigos_van_por_sus_partes(uno: list[int], otro: list[int]) -> None:
    claves = [orden.clave(".".join(map(str, partes))) for partes in (uno, otro)]
    assert (claves[0] < claves[1]) == (uno < otro)


@given(st.floats(-1e9, 1e9), st.integers(0, 4))
def test_un_numero_escrito_vuelve_a_ser_el_que_era(valor: float, decimales: int) -> None:
    for escrito in (
        formato.numero(valor, decimales, signo=True),
        formato.porcentaje(valor, decimales),
        formato.puntos(valor, decimales),
    ):
        assert float(orden.de_escrito(escrito).removeprefix("#")) == round(valor, decimales)


@pytest.mark.parametrize(
    ("escrito", "clave"),
    [
        ("$60.431.400", "#60431400"),
        ("41,1 %", "#41.1"),
        ("1.1.10", "0001.0001.0010"),
        ("12,345,6", "12,345,6"),
        ("menos de 0,1 %", "menos de 0,1 %"),
        ("sin dato", ""),
    ],
)
def test_lo_que_no_es_un_numero_no_se_vuelve_uno(escrito: str, clave: str) -> None:
    assert orden.de_escrito(escrito) == clave


def test_un_estado_va_por_su_escala_y_sin_dato_no_esta_en_ella() -> None:
    escala = ["bajo", "medio", "sin dato"]
    assert [orden.en_escala(e, escala) for e in ("medio", "sin dato", "otro", None)] == [
        1,
        None,
        None,
        None,
    ]
