"""Números y fechas como en Colombia."""

from datetime import date

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tablero import formato


@pytest.mark.parametrize(
    ("valor", "decimales", "esperado"),
    [
        (1234567890, 0, "1.234.567.890"),
        (52.05, 2, "52,05"),
        (-0.15, 2, "−0,15"),
        (0, 0, "0"),
        (-0.001, 2, "0,00"),
        (None, 2, "sin dato"),
        (float("nan"), 2, "sin dato"),
        (pd.NA, 0, "sin dato"),
    ],
)
def test_numero(valor: float | None, decimales: int, esperado: str) -> None:
    assert formato.numero(valor, decimales) == esperado


def test_numero_con_signo() -> None:
    assert formato.numero(1.31, 2, signo=True) == "+1,31"
    assert formato.numero(0, 2, signo=True) == "0,00"


@pytest.mark.parametrize(
    ("valor", "esperado"),
    [(41.1, "41,1"), (34, "34"), (586.5, "586,5"), (52.036, "52,04"), (123456, "123.456")],
)
def test_numero_justo(valor: float, esperado: str) -> None:
    assert formato.numero_justo(valor) == esperado


def test_unidades() -> None:
    assert formato.porcentaje(52.05) == "52,05\u00a0%"
    assert formato.puntos(-0.15) == "−0,15\u00a0p.\u00a0p."
    assert formato.pesos(12345600) == "$12.345.600"
    assert formato.millones(1234567890) == "$1.234,6\u00a0millones"
    assert formato.fecha(date(2024, 12, 31)) == "31 de diciembre de 2024"
    assert formato.porcentaje(None) == formato.pesos(None) == formato.fecha(None) == "sin dato"


def test_un_corte_sin_anio_lleva_su_fecha() -> None:
    assert formato.corte("enero–mayo", date(2024, 5, 31)) == (
        "enero–mayo (hasta el 31 de mayo de 2024)"
    )
    assert formato.corte("2023-2024", date(2024, 6, 30)) == "2023-2024"


@pytest.mark.parametrize(
    ("texto", "dia", "lo_dice"),
    [
        ("31 de diciembre de 2024", date(2024, 12, 31), True),
        ("noviembre de 2025", date(2025, 11, 30), True),
        ("enero–mayo", date(2024, 5, 31), True),
        ("2025", date(2025, 12, 31), True),
        ("2023-2024", date(2024, 6, 30), False),
        ("2024", date(2024, 6, 30), False),
        ("versión 3 de 2026", date(2026, 1, 1), False),
    ],
)
def test_si_las_palabras_de_un_corte_dicen_su_dia(texto: str, dia: date, *, lo_dice: bool) -> None:
    assert formato.dice_el_dia(texto, dia) is lo_dice


def test_unos_meses_se_dicen_con_su_anio_una_vez() -> None:
    fechas = [date(2025, 6, 30), date(2025, 12, 31), date(2026, 6, 30)]
    assert formato.meses(fechas) == "junio y diciembre de 2025 y junio de 2026"
    assert formato.meses(fechas[:1]) == formato.mes(fechas[0]) == "junio de 2025"
    assert formato.meses([]) == ""


def test_una_parte_diminuta_no_se_vuelve_cero() -> None:
    assert formato.parte(0.045) == "menos de 0,1\u00a0%"
    assert formato.parte(0.045, 0) == "menos de 1\u00a0%"
    assert formato.parte(0) == "0,0\u00a0%"
    assert formato.parte(24.13) == "24,1\u00a0%"


def test_palabras() -> None:
    assert formato.enumerar([]) == ""
    assert formato.enumerar(["Cali"]) == "Cali"
    assert formato.enumerar(["Cali", "Pasto", "Tame"]) == "Cali, Pasto y Tame"
    assert formato.enumerar(["Pasto", "Ipiales"]) == "Pasto e Ipiales"
    assert formato.contar(1, "producto", "productos") == "1 producto"
    assert formato.contar(1122, "municipio", "municipios") == "1.122 municipios"


@given(st.integers(-(10**15), 10**15))
def test_los_miles_no_cambian_el_numero(valor: int) -> None:
    assert int(formato.numero(valor).replace(".", "").replace("−", "-")) == valor
