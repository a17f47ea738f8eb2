"""Las palabras con que se dice qué tan vieja es una fuente."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tablero.consultas.base import FuenteCitada
from tablero.modelo.periodicidad import CadaCuanto
from tablero.respuestas.antiguedad import mirar, vigentes

HOY = date(2026, 11, 30)
DICIEMBRE = date(2024, 12, 31)
SDP = FuenteCitada(
    "sdp_2024-12-31",
    "Informe",
    "Planeación",
    DICIEMBRE,
    "31 de diciembre de 2024",
    (),
    CadaCuanto("semestral", "Seguimiento 2024-2", "Gráfico 1"),
)
INTEGRA = FuenteCitada(
    "integra_2023-08-31", "Ficha", "USAID", date(2023, 8, 31), "agosto de 2023", ()
)


@pytest.mark.parametrize(
    ("dias", "edad"),
    [
        (0, "de hoy"),
        (1, "hace 1 día"),
        (12, "hace 12 días"),
        (30, "hace 30 días"),
        (31, "hace 1 mes"),
        (699, "hace 23 meses"),
        (1095, "hace 3 años"),
        (1126, "hace 3 años y 1 mes"),
        (1187, "hace 3 años y 3 meses"),
        (-1, "falta 1 día para él"),
        (-31, "falta 1 mes para él"),
        (-90, "faltan 2 meses para él"),
    ],
)
def test_la_edad_en_palabras(dias: int, edad: str) -> None:
    assert mirar(SDP, DICIEMBRE + timedelta(days=dias)).edad == edad


def test_sin_el_dia_en_sus_palabras_la_edad_es_aproximada() -> None:
    eat = replace(SDP, corte_fecha=date(2024, 6, 30), corte_texto="2023-2024")
    assert mirar(eat, HOY).edad == "hace unos 29 meses"
    assert mirar(eat, date(2024, 8, 1)).edad == "hace 1 mes"
    assert mirar(eat, date(2024, 7, 10)).edad == "hace unos 10 días"


@pytest.mark.parametrize(
    ("hoy", "larga", "corta"),
    [
        (
            date(2025, 2, 15),
            "hace 1 mes; al día: sigue el corte de junio de 2025",
            "hace 1 mes (al día)",
        ),
        (
            date(2025, 6, 12),
            "hace 5 meses; por vencer: sigue el corte de junio de 2025",
            "hace 5 meses (por vencer)",
        ),
        (
            date(2025, 7, 1),
            "hace 6 meses; se esperaba el corte de junio de 2025",
            "hace 6 meses (se esperaba junio de 2025)",
        ),
        (
            date(2026, 1, 1),
            "hace 12 meses; se esperaba el corte de junio de 2025, y después el de diciembre de "
            "2025",
            "hace 12 meses (se esperaba junio de 2025)",
        ),
        (
            HOY,
            "hace 23 meses; se esperaba el corte de junio de 2025, y después los de diciembre de "
            "2025 y junio de 2026",
            "hace 23 meses (se esperaba junio de 2025)",
        ),
        (
            date(2030, 1, 15),
            "hace 5 años; se esperaba el corte de junio de 2025, y después otros 9",
            "hace 5 años (se esperaba junio de 2025)",
        ),
    ],
)
def test_lo_que_se_espera_en_la_linea_de_fuente(hoy: date, larga: str, corta: str) -> None:
    mirada = mirar(SDP, hoy)
    assert (mirada.en_linea, mirada.en_corto) == (larga, corta)


def test_la_que_no_dice_cada_cuanto_publica() -> None:
    mirada = mirar(INTEGRA, HOY)
    assert mirada.en_linea == "hace 3 años y 3 meses; sin periodicidad publicada"
    assert mirada.en_corto == "hace 3 años y 3 meses (sin periodicidad publicada)"


def test_la_que_ya_publico_todo_lo_que_anuncio() -> None:
    cada_cuanto = CadaCuanto("semestral", "x", "y", hasta_fecha=DICIEMBRE)
    assert (
        mirar(replace(SDP, cada_cuanto=cada_cuanto), HOY).en_linea
        == "hace 23 meses; no anuncia más cortes"
    )


def test_los_que_faltan_se_nombran_y_si_son_muchos_se_cuentan() -> None:
    assert mirar(SDP, HOY).faltantes == "junio y diciembre de 2025 y junio de 2026"
    assert mirar(SDP, date(2029, 1, 1)).faltantes == (
        "8 cortes, de junio de 2025 a diciembre de 2028"
    )
    assert mirar(SDP, DICIEMBRE).faltantes == ""


def test_la_de_un_corte_viejo_no_vence_si_hay_otro_en_el_tablero() -> None:
    vieja = replace(SDP, mas_reciente=date(2025, 12, 31))
    assert mirar(vieja, HOY).en_linea == (
        "hace 23 meses; hay un corte más reciente: 31 de diciembre de 2025"
    )
    assert mirar(vieja, HOY).en_corto == "hace 23 meses (hay un corte más reciente)"
    # El que regirá después no la hace vieja todavía.
    assert "se esperaba" in mirar(replace(SDP, mas_reciente=date(2027, 1, 1)), HOY).en_linea


def test_las_vigentes_van_de_lo_que_mas_falta_a_lo_que_nada_dice() -> None:
    nueva = replace(
        SDP, fuente_codigo="cnim_2025-11-30", corte_fecha=date(2025, 11, 30), corte_texto="2025"
    )
    vieja = replace(SDP, fuente_codigo="otra_2020-12-31", mas_reciente=date(2024, 1, 1))
    hechas = vigentes([INTEGRA, vieja, nueva, SDP], HOY)
    assert [(m.sigla, m.estado) for m in hechas] == [
        ("SDP", "vencida"),
        ("CNIM", "vencida"),
        ("Integra", "sin periodicidad"),
    ]
