"""Lo que un libro cambió de lo ya dicho: cada regla con un caso que la enciende y otro que no."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from fabrica_seguimiento import indicador
from hypothesis import given
from hypothesis import strategies as st

from tablero.calculo.seguimiento.hallazgos.entre_cortes import entre_cortes
from tablero.calculo.seguimiento.hallazgos.hallazgo import Hallazgo
from tablero.calculo.seguimiento.indicador import ILEGIBLE, Indicador, Periodo

HASTA = Periodo(2024, 2)


def dato(**distinto: Any) -> Indicador:
    base: dict[str, Any] = {
        "tipo": "Creciente",
        "ponderacion_pct": 5.0,
        "linea_base": 10.0,
        "metas": {2023: 20, 2024: 40, 2025: 60},
        "meta_final": 60,
        "reportes": {"2023Q4": 20, "2024Q2": 40},
        "inicio": date(2023, 1, 1),
        "fin": date(2025, 12, 31),
        "lugares": {("reporte", 2024, 2): "S6", ("meta", 2023): "CB6", ("estado",): "C6"},
    }
    return indicador(**{**base, **distinto})


def hallar(antes: Indicador, despues: Indicador) -> list[Hallazgo]:
    return entre_cortes([antes], [despues], HASTA)


def test_un_periodo_cerrado_reescrito() -> None:
    (hallazgo,) = hallar(dato(), dato(reportes={"2023Q4": 20, "2024Q2": 35, "2024Q4": 50}))
    assert str(hallazgo) == (
        "ADVERTENCIA · 1.1.1 · hoja «Avance Cuantitativo» · celda S6: el reporte del segundo "
        "trimestre de 2024 "
        "decía 40 y ahora dice 35. Confirme con la entidad cuál vale; si es el anterior, vuelva a "
        "escribirlo: un período cerrado no se reescribe."
    )
    assert hallazgo.regla == "periodo_reescrito"


@pytest.mark.parametrize(
    ("reportes", "esperado"),
    [
        ({"2023Q4": 20, "2024Q2": 40, "2024Q3": 45}, []),
        (
            {"2023Q4": 20},
            [
                (
                    "advertencia",
                    "el reporte del segundo trimestre de 2024 decía 40 y ahora no tiene valor.",
                )
            ],
        ),
        (
            {"2023Q4": 20, "2024Q1": 30, "2024Q2": 40},
            [("nota", "el reporte del primer trimestre de 2024 no tenía valor y ahora dice 30.")],
        ),
        ({"2023Q4": 20, "2024Q2": ILEGIBLE}, []),
        ({"2023Q4": 20, "2024Q2": 40 * (1 + 1e-12)}, []),
        # Con dos decimales se leerían iguales.
        (
            {"2023Q4": 20, "2024Q2": 40.0004},
            [
                (
                    "advertencia",
                    "el reporte del segundo trimestre de 2024 decía 40 y ahora dice 40,0004.",
                )
            ],
        ),
    ],
)
def test_reportes_de_periodos_cerrados(
    reportes: dict[str, float], esperado: list[tuple[str, str]]
) -> None:
    hallados = hallar(dato(), dato(reportes=reportes))
    assert [(h.severidad, h.mensaje) for h in hallados] == esperado
    assert {h.regla for h in hallados} <= {"periodo_reescrito"}


@pytest.mark.parametrize(
    ("distinto", "severidad", "mensaje"),
    [
        ({"tipo": "Suma"}, "error", "el tipo de anualización decía Creciente y ahora dice Suma."),
        ({"linea_base": None}, "error", "la línea base decía 10 y ahora no tiene valor."),
        (
            {"ponderacion_pct": 5.25},
            "advertencia",
            "la ponderación decía 5\u00a0% y ahora dice 5,25\u00a0%.",
        ),
        ({"meta_final": 80}, "advertencia", "la meta final decía 60 y ahora dice 80."),
        (
            {"periodicidad": "Anual"},
            "advertencia",
            "la periodicidad decía Trimestral y ahora dice Anual.",
        ),
        (
            {"fin": date(2026, 6, 30)},
            "advertencia",
            "la fecha de fin decía 31 de diciembre de 2025 y ahora dice 30 de junio de 2026.",
        ),
        # 2023 ya cerró; 2024 va por la mitad; 2025 se puede programar: solo se anota.
        (
            {"metas": {2023: 30, 2024: 40, 2025: 60}},
            "error",
            "la meta de 2023 decía 20 y ahora dice 30.",
        ),
        (
            {"metas": {2023: 20, 2024: 50, 2025: 60}},
            "advertencia",
            "la meta de 2024 decía 40 y ahora dice 50.",
        ),
        (
            {"metas": {2023: 20, 2024: 40, 2025: 70}},
            "nota",
            "la meta de 2025 decía 60 y ahora dice 70.",
        ),
        ({"entidad": "Otra", "nombre": "Otro"}, None, None),
        ({}, None, None),
    ],
)
def test_campos_que_no_deben_cambiar(
    distinto: dict[str, Any], severidad: str | None, mensaje: str | None
) -> None:
    hallados = hallar(dato(), dato(**distinto))
    esperado = [(severidad, "campo_inmutable", mensaje)] if mensaje else []
    assert [(h.severidad, h.regla, h.mensaje) for h in hallados] == esperado


def test_la_meta_del_ano_que_se_cierra_con_el_corte() -> None:
    """Si el libro anterior llegaba a Q4 de 2024, la meta de 2024 es de un año cerrado."""
    nuevo = dato(metas={2023: 20, 2024: 50, 2025: 60})
    (hallazgo,) = entre_cortes([dato()], [nuevo], Periodo(2024, 4))
    assert hallazgo.severidad == "error"


def test_la_celda_es_la_del_libro_nuevo() -> None:
    nuevo = dato(metas={2023: 25, 2024: 40, 2025: 60}, lugares={("meta", 2023): "CC9"})
    (hallazgo,) = hallar(dato(), nuevo)
    assert (hallazgo.celda, hallazgo.que_hacer) == (
        "CC9",
        "Confirme que el cambio se aprobó; si no, vuelva a escribir el valor anterior.",
    )


def test_productos_nuevos_y_ausentes() -> None:
    nuevo = dato(codigo="1.1.2", lugares={("codigo",): "D7"})
    ausente, presente = entre_cortes([dato()], [nuevo], HASTA)
    assert str(ausente) == (
        "ADVERTENCIA · 1.1.1 · hoja «Avance Cuantitativo»: estaba en el libro del segundo "
        "trimestre de 2024 y ya "
        "no está. Devuelva su fila; si salió de la política, con el estado No vigente."
    )
    assert str(presente) == (
        "ADVERTENCIA · 1.1.2 · hoja «Avance Cuantitativo» · celda D7: no estaba en el libro del "
        "segundo trimestre de 2024. Confirme que se aprobó y que las ponderaciones de los "
        "vigentes suman 100 %; si "
        "no, quite su fila."
    )
    assert (ausente.regla, presente.regla) == ("producto_ausente", "producto_nuevo")


@pytest.mark.parametrize(
    ("antes", "despues", "mensaje"),
    [
        (
            "Vigente",
            "No vigente",
            "estaba Vigente en el libro del segundo trimestre de 2024 y ahora está No vigente.",
        ),
        (
            "No vigente",
            "Vigente",
            "estaba No vigente en el libro del segundo trimestre de 2024 y ahora está Vigente.",
        ),
        ("No vigente", "No vigente", None),
        ("Vigente", None, None),
    ],
)
def test_cambio_de_vigencia(antes: Any, despues: Any, mensaje: str | None) -> None:
    hallados = hallar(dato(estado=antes), dato(estado=despues))
    esperado = [("cambio_de_vigencia", "C6", mensaje)] if mensaje else []
    assert [(h.regla, h.celda, h.mensaje) for h in hallados] == esperado


def test_de_un_no_vigente_solo_se_dice_que_dejo_de_estarlo() -> None:
    hallados = hallar(dato(), dato(estado="No vigente", meta_final=99, reportes={}))
    assert [h.regla for h in hallados] == ["cambio_de_vigencia"]


def test_van_por_codigo_y_de_un_codigo_doble_cuenta_la_primera_fila() -> None:
    antes = [dato(codigo=c) for c in ("1.1.10", "1.1.9")]
    despues = [replace(d, meta_final=70.0) for d in antes]
    hallados = entre_cortes(antes, [*despues, dato(codigo="1.1.9", tipo="Suma")], HASTA)
    assert [(h.producto_codigo, h.mensaje) for h in hallados] == [
        ("1.1.9", "la meta final decía 60 y ahora dice 70."),
        ("1.1.10", "la meta final decía 60 y ahora dice 70."),
    ]


@given(
    st.dictionaries(
        st.builds(Periodo, st.sampled_from([2023, 2024, 2025]), st.integers(1, 4)),
        st.floats(0, 1e6) | st.just(ILEGIBLE),
    ),
    st.builds(Periodo, st.sampled_from([2023, 2024, 2025]), st.integers(1, 4)),
    st.floats(0, 1e6),
)
def test_solo_lo_cerrado_se_reescribe(
    reportes: dict[Periodo, float], cual: Periodo, valor: float
) -> None:
    """Escribir en un trimestre posterior al corte anterior nunca es un hallazgo."""
    antes = replace(dato(), reportes=reportes)
    hallados = hallar(antes, replace(antes, reportes={**reportes, cual: valor}))
    previo = reportes.get(cual)
    cambia = previo is None or abs(previo - valor) > 1e-9 * max(previo, valor)
    esperado = ["periodo_reescrito"] if cual <= HASTA and cambia else []
    assert [h.regla for h in hallados] == esperado
