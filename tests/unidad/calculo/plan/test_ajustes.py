"""El acto que explica un cambio."""

from datetime import date
from typing import Any

import pytest

from tablero.calculo.plan.ajustes import (
    SIN_ACTO,
    SIN_REGISTRO,
    Ajuste,
    Dato,
    acto_de,
    ajustes_de,
    dato_de,
    explicar,
)

MARZO, JUNIO = date(2025, 3, 31), date(2025, 6, 30)


def ajuste(que: Any, a: str | None = None, **otros: Any) -> Ajuste:
    base: dict[str, Any] = {"anio": None, "trimestre": None, "codigo": "1.1.1", "dia": MARZO}
    datos = {**base, **otros}
    return Ajuste(
        datos["codigo"],
        Dato(que, datos["anio"], datos["trimestre"]),
        None,
        a,
        datos["dia"],
        otros.get("acto", "Acta 1"),
    )


@pytest.mark.parametrize(
    ("clave", "dato"),
    [
        (("ponderacion",), Dato("ponderación")),
        (("meta", 2026), Dato("meta de un año", 2026)),
        (("reporte", 2024, 2), Dato("reporte de un trimestre", 2024, 2)),
        (("fin",), Dato("fecha de fin")),
        (("codigo",), Dato("nombre")),
        (("formula",), None),
    ],
)
def test_cada_dato_se_llama_como_en_el_registro(clave: Any, dato: Dato | None) -> None:
    assert dato_de(clave) == dato


@pytest.mark.parametrize(
    ("que", "escrito", "queda"),
    [
        ("ponderación", "5 %", 5.0),
        ("ponderación", "2,14", 2.14),
        ("meta final", "1.200", 1200.0),
        ("meta final", "26,5", 26.5),
        ("meta final", None, None),
        ("fecha de fin", "2027-12-31", "31 de diciembre de 2027"),
        ("fecha de fin", "2027-12-31", date(2027, 12, 31)),
        ("tipo", "Suma", "Suma"),
        ("entidad", "Secretaría de Salud", "SECRETARIA DE  SALUD."),
        ("entra", None, None),
        ("sale", None, 3.0),
    ],
)
def test_dice_lo_mismo_aunque_se_escriba_de_otro_modo(que: Any, escrito: Any, queda: Any) -> None:
    propio = ajuste(que, escrito)
    assert acto_de([propio], "1.1.1", Dato(que), queda, JUNIO) == propio


@pytest.mark.parametrize(
    ("que", "escrito", "queda"),
    [
        ("ponderación", "5 %", 5.01),
        ("meta final", "1.200", 1.2),
        ("meta final", "1200", None),
        ("meta final", None, 3.0),
        ("fecha de fin", "2027-12-31", "30 de diciembre de 2027"),
        ("fecha de fin", "pronto", "31 de diciembre de 2027"),
        ("tipo", "Suma", "Constante"),
    ],
)
def test_un_acto_que_dice_otra_cosa_no_explica(que: Any, escrito: Any, queda: Any) -> None:
    assert acto_de([ajuste(que, escrito)], "1.1.1", Dato(que), queda, JUNIO) is None


def test_es_de_ese_producto_ese_dato_y_no_posterior() -> None:
    meta = ajuste("meta de un año", "40", anio=2026)
    dato = Dato("meta de un año", 2026)
    assert acto_de([meta], "1.1.1", dato, 40.0, MARZO) == meta
    assert acto_de([meta], "1.1.2", dato, 40.0, MARZO) is None
    assert acto_de([meta], "1.1.1", Dato("meta de un año", 2027), 40.0, MARZO) is None
    assert acto_de([meta], "1.1.1", dato, 40.0, date(2025, 3, 30)) is None
    assert acto_de([meta], "1.1.1", None, 40.0, MARZO) is None


def test_de_varios_que_lo_dicen_vale_el_ultimo() -> None:
    viejo = ajuste("meta final", "40", dia=date(2024, 1, 1), acto="Acta 1")
    nuevo = ajuste("meta final", "40", dia=date(2025, 1, 1), acto="Acta 9")
    assert explicar([viejo, nuevo], "1.1.1", Dato("meta final"), 40.0, JUNIO) == (
        "Acta 9 (1 de enero de 2025)"
    )
    assert explicar([viejo], "1.1.1", Dato("meta final"), 41.0, JUNIO) == SIN_ACTO
    assert explicar(None, "1.1.1", Dato("meta final"), 40.0, JUNIO) == SIN_REGISTRO


def test_desde_las_filas_solo_los_de_la_politica_y_por_fecha() -> None:
    fila = {
        "politica_codigo": "p",
        "ajuste_numero": 1,
        "producto_codigo": "1.1.1",
        "que": "meta de un año",
        "anio": 2026,
        "trimestre": None,
        "de": "10",
        "a": "20",
        "ajuste_fecha": JUNIO,
        "acto": "Acta 2",
    }
    antes = {**fila, "ajuste_numero": 2, "ajuste_fecha": MARZO, "acto": "Acta 1"}
    leidos = ajustes_de([fila, antes, {**fila, "politica_codigo": "otra"}], "p")
    assert [a.acto for a in leidos] == ["Acta 1", "Acta 2"]
    assert leidos[1].dato == Dato("meta de un año", 2026)
    assert (leidos[1].de, leidos[1].a) == ("10", "20")
