"""Cómo se llama una versión del plan y cuál vale en un corte."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tablero.calculo.plan.programado import Plan
from tablero.calculo.plan.tablas import vigencias
from tablero.calculo.plan.versiones import (
    Version,
    VersionDePlan,
    en_el_corte,
    en_orden,
    leer_version,
)

VACIO = Plan((), (), (), (2023,))


def version(codigo: str, desde: str) -> VersionDePlan:
    leida = leer_version(codigo)
    assert leida is not None
    return VersionDePlan("p", "Política", leida, date.fromisoformat(desde), VACIO, f"plan_{codigo}")


@pytest.mark.parametrize(
    ("texto", "codigo"),
    [
        ("PA_migrantes_v3-26.xlsx", "v3-26"),
        ("PA_migrantes_V3-2026 (1).xlsx", "v3-26"),
        ("PA_vejez_v12_25", "v12-25"),
        ("v 3 - 26", "v3-26"),
        ("PA_migrantes.xlsx", None),
        ("PA_migrantes_v3.xlsx", None),
        ("PA_v0-26", None),
        ("PA_v2-25_y_v3-26", None),
        ("PA_nueva3-26", None),
        ("v3-261", None),
    ],
)
def test_la_version_de_un_nombre(texto: str, codigo: str | None) -> None:
    leida = leer_version(texto)
    assert (leida.codigo if leida else None) == codigo


@given(st.integers(1, 999), st.integers(2000, 2099))
def test_una_version_se_lee_como_se_escribe(numero: int, anio: int) -> None:
    version = Version(anio, numero)
    assert leer_version(version.codigo) == version
    assert version.texto == f"versión {numero} de {anio}"


def test_vale_la_ultima_que_rige_y_si_ninguna_la_primera_que_se_conoce() -> None:
    tercera, primera, segunda = (
        version("v3-26", "2026-03-15"),
        version("v1-23", "2023-01-01"),
        version("v2-25", "2025-07-01"),
    )
    todas = [tercera, primera, segunda]
    assert [v.codigo for v in en_orden(todas)] == ["v1-23", "v2-25", "v3-26"]

    def vale(corte: str) -> tuple[str, bool]:
        hallada, es_posterior = en_el_corte(todas, date.fromisoformat(corte))
        assert hallada is not None
        return hallada.codigo, es_posterior

    assert vale("2022-12-31") == ("v1-23", True)
    assert vale("2023-01-01") == ("v1-23", False)
    assert vale("2025-06-30") == ("v1-23", False)
    assert vale("2025-07-01") == ("v2-25", False)
    assert vale("2026-03-14") == ("v2-25", False)
    assert vale("2030-12-31") == ("v3-26", False)
    assert en_el_corte([], date(2025, 1, 1)) == (None, False)


def test_dos_del_mismo_dia_rige_la_de_mayor_numero() -> None:
    ambas = [version("v2-26", "2026-01-01"), version("v1-26", "2026-01-01")]
    hallada, _ = en_el_corte(ambas, date(2026, 6, 30))
    assert hallada is not None
    assert hallada.codigo == "v2-26"


def test_una_fila_por_corte_con_la_que_vale() -> None:
    versiones = [version("v1-23", "2023-01-01"), version("v2-25", "2025-07-01")]
    cortes = [date(2025, 12, 31), date(2024, 12, 31), date(2024, 12, 31)]
    assert [
        (f.corte_fecha, f.version_codigo, f.es_posterior, f.fuente_codigo)
        for f in vigencias(versiones, cortes)
    ] == [
        (date(2024, 12, 31), "v1-23", False, "plan_v1-23"),
        (date(2025, 12, 31), "v2-25", False, "plan_v2-25"),
    ]
    assert vigencias([], cortes) == []
