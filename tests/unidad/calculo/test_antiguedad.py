"""Cuánto hace de un corte y cuáles de los siguientes ya debían existir."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tablero.calculo.antiguedad import DIAS_DE_AVISO, antiguedad
from tablero.modelo.periodicidad import MESES_DE, PERIODICIDADES, CadaCuanto

SEMESTRAL = CadaCuanto("semestral", "Seguimiento 2024-2", "Gráfico 1")
EAT = replace(SEMESTRAL, desde_fecha=date(2025, 1, 1), hasta_fecha=date(2026, 12, 31))
DICIEMBRE = date(2024, 12, 31)
JUNIO_25, DICIEMBRE_25 = date(2025, 6, 30), date(2025, 12, 31)
JUNIO_26, DICIEMBRE_26 = date(2026, 6, 30), date(2026, 12, 31)


@pytest.mark.parametrize(
    ("hoy", "estado", "faltan", "proximo"),
    [
        (date(2024, 12, 31), "al día", (), JUNIO_25),
        (JUNIO_25 - timedelta(DIAS_DE_AVISO + 1), "al día", (), JUNIO_25),
        (JUNIO_25 - timedelta(DIAS_DE_AVISO), "por vencer", (), JUNIO_25),
        (JUNIO_25, "por vencer", (), JUNIO_25),
        (date(2025, 7, 1), "vencida", (JUNIO_25,), DICIEMBRE_25),
        (date(2026, 11, 30), "vencida", (JUNIO_25, DICIEMBRE_25, JUNIO_26), DICIEMBRE_26),
    ],
)
def test_de_un_informe_semestral(
    hoy: date, estado: str, faltan: tuple[date, ...], proximo: date
) -> None:
    hecha = antiguedad(DICIEMBRE, hoy, SEMESTRAL)
    assert (hecha.estado, hecha.faltan, hecha.proximo) == (estado, faltan, proximo)


def test_un_corte_a_mitad_del_semestre_es_de_ese_semestre() -> None:
    """El de noviembre de 2025 es el del segundo semestre: sigue el de junio de 2026."""
    hecha = antiguedad(date(2025, 11, 30), date(2026, 2, 1), SEMESTRAL)
    assert (hecha.estado, hecha.proximo) == ("al día", JUNIO_26)


@pytest.mark.parametrize(
    ("hoy", "estado", "faltan", "proximo"),
    [
        # Sus informes empiezan en 2025: no se esperaba ninguno en diciembre de 2024.
        (date(2025, 2, 1), "al día", (), JUNIO_25),
        (date(2026, 11, 30), "vencida", (JUNIO_25, DICIEMBRE_25, JUNIO_26), DICIEMBRE_26),
        # Después de 2026 no se anuncia ninguno más, y los que no llegaron siguen faltando.
        (date(2031, 1, 1), "vencida", (JUNIO_25, DICIEMBRE_25, JUNIO_26, DICIEMBRE_26), None),
    ],
)
def test_de_unos_informes_anunciados_para_dos_anios(
    hoy: date, estado: str, faltan: tuple[date, ...], proximo: date | None
) -> None:
    hecha = antiguedad(date(2024, 6, 30), hoy, EAT)
    assert (hecha.estado, hecha.faltan, hecha.proximo) == (estado, faltan, proximo)


def test_con_el_ultimo_de_los_anunciados_no_se_espera_nada() -> None:
    hecha = antiguedad(DICIEMBRE_26, date(2031, 1, 1), EAT)
    assert (hecha.estado, hecha.faltan, hecha.proximo) == ("sin periodicidad", (), None)


def test_sin_periodicidad_nada_se_espera() -> None:
    hecha = antiguedad(date(2023, 8, 31), date(2026, 11, 30), None)
    assert (hecha.estado, hecha.faltan, hecha.proximo) == ("sin periodicidad", (), None)
    assert (hecha.dias, hecha.meses) == (1187, 39)


def test_un_corte_que_todavia_no_llega() -> None:
    hecha = antiguedad(date(2026, 12, 31), date(2026, 11, 30), SEMESTRAL)
    assert (hecha.dias, hecha.estado, hecha.proximo) == (-31, "al día", date(2027, 6, 30))


@pytest.mark.parametrize(
    ("corte", "hoy", "meses"),
    [
        (date(2024, 12, 31), date(2026, 11, 30), 23),
        (date(2024, 12, 31), date(2026, 11, 29), 22),
        (date(2024, 1, 31), date(2024, 2, 29), 1),
        (date(2024, 2, 29), date(2025, 2, 28), 12),
        (date(2025, 11, 30), date(2025, 12, 29), 0),
        (date(2025, 11, 30), date(2025, 12, 30), 1),
    ],
)
def test_los_meses_enteros(corte: date, hoy: date, meses: int) -> None:
    assert antiguedad(corte, hoy, None).meses == meses


@pytest.mark.parametrize(
    ("periodicidad", "primero"),
    [
        ("mensual", date(2024, 6, 30)),
        ("bimestral", date(2024, 8, 31)),
        ("trimestral", date(2024, 9, 30)),
        ("cuatrimestral", date(2024, 12, 31)),
        ("semestral", date(2024, 12, 31)),
        ("anual", date(2025, 12, 31)),
    ],
)
def test_el_primero_que_se_espera_de_un_corte_de_mayo(periodicidad: str, primero: date) -> None:
    cada_cuanto = replace(SEMESTRAL, periodicidad=periodicidad)  # type: ignore[arg-type]
    assert antiguedad(date(2024, 5, 31), date(2024, 5, 31), cada_cuanto).proximo == primero


FECHAS = st.dates(date(1990, 1, 1), date(2100, 12, 31))
MANERAS = st.builds(
    CadaCuanto,
    st.sampled_from(PERIODICIDADES),
    st.just("x"),
    st.just("y"),
    st.none() | FECHAS,
    st.none() | FECHAS,
)


@given(FECHAS, FECHAS, MANERAS)
def test_lo_que_falta_ya_paso_y_va_despues_del_corte(
    corte: date, hoy: date, cada_cuanto: CadaCuanto
) -> None:
    hecha = antiguedad(corte, hoy, cada_cuanto)
    todos = [*hecha.faltan, *([hecha.proximo] if hecha.proximo else [])]
    assert todos == sorted(set(todos))
    assert all(corte < dia < hoy for dia in hecha.faltan)
    assert hecha.proximo is None or hecha.proximo >= hoy
    for dia in todos:
        assert (dia + timedelta(days=1)).day == 1
        assert dia.month % MESES_DE[cada_cuanto.periodicidad] == 0
        assert cada_cuanto.desde_fecha is None or dia >= cada_cuanto.desde_fecha
        assert cada_cuanto.hasta_fecha is None or dia <= cada_cuanto.hasta_fecha
    assert (hecha.estado == "vencida") == bool(hecha.faltan)


@given(FECHAS, FECHAS, MANERAS)
def test_con_el_paso_de_los_dias_nada_deja_de_faltar(
    corte: date, hoy: date, cada_cuanto: CadaCuanto
) -> None:
    antes, despues = (antiguedad(corte, dia, cada_cuanto) for dia in (hoy, hoy + timedelta(days=1)))
    assert despues.faltan[: len(antes.faltan)] == antes.faltan
    assert len(despues.faltan) - len(antes.faltan) in (0, 1)
    if corte < hoy:
        assert despues.meses >= antes.meses


@given(st.dates(), st.dates(), MANERAS)
def test_ninguna_fecha_del_calendario_lo_hace_fallar(
    corte: date, hoy: date, cada_cuanto: CadaCuanto
) -> None:
    assert antiguedad(corte, hoy, cada_cuanto).dias == (hoy - corte).days
