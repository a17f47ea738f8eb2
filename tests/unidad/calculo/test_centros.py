"""Días abiertos y personas por día."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tablero.calculo.centros import Apertura, dias_abiertos, personas_por_dia

DESDE, HASTA = date(2025, 1, 1), date(2025, 9, 30)


def test_los_dias_cuentan_los_dos_extremos() -> None:
    """Soacha abrió el 19 de agosto: 13 días de agosto y 30 de septiembre."""
    assert dias_abiertos("nuevo", date(2025, 8, 19), DESDE, HASTA) == Apertura(
        43, "desde su apertura"
    )


def test_un_centro_inicial_cuenta_todo_el_periodo() -> None:
    """De enero a septiembre de 2025 hay 273 días."""
    assert dias_abiertos("inicial", None, DESDE, HASTA) == Apertura(273, "todo el periodo")


def test_uno_nuevo_sin_fecha_no_tiene_dato() -> None:
    assert dias_abiertos("nuevo", None, DESDE, HASTA) == Apertura(None, "sin fecha")


def test_abierto_despues_del_periodo_son_cero_dias() -> None:
    assert dias_abiertos("nuevo", date(2025, 10, 1), DESDE, HASTA).dias == 0


@given(st.integers(0, 272))
def test_abrir_un_dia_despues_quita_un_dia(dias: int) -> None:
    apertura = DESDE + timedelta(days=dias)
    assert dias_abiertos("nuevo", apertura, DESDE, HASTA).dias == 273 - dias


@pytest.mark.parametrize(
    ("personas", "dias", "esperado"),
    [(644, 43, 644 / 43), (None, 43, None), (51, None, None), (51, 0, None)],
)
def test_personas_por_dia(personas: int | None, dias: int | None, esperado: float | None) -> None:
    assert personas_por_dia(personas, dias) == esperado
