"""Qué le hizo cada cambio al avance de la política: los efectos suman lo que cambió."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from fabrica_seguimiento import indicador
from hypothesis import given
from hypothesis import strategies as st

from tablero.calculo.seguimiento.historia.efectos import CAUSAS, efectos
from tablero.calculo.seguimiento.historia.en_corte import EnCorte
from tablero.calculo.seguimiento.indicador import ILEGIBLE, Indicador, Periodo
from tablero.calculo.seguimiento.motor import calcular
from tablero.calculo.seguimiento.niveles import Seguido, niveles

ANTES, DESPUES = Periodo(2024, 4), Periodo(2025, 2)
ANIOS = (2023, 2024, 2025)
TIPOS = ("Suma", "Constante", "Creciente", "Decreciente")


def seguir(datos: Sequence[Indicador], hasta: Periodo) -> list[Seguido]:
    return [Seguido(d, calcular(d, hasta)) for d in datos]


def en_corte(datos: Sequence[Indicador], hasta: Periodo) -> list[EnCorte]:
    return [EnCorte.de_seguido(s) for s in seguir(datos, hasta)]


def avance(datos: Sequence[Indicador], hasta: Periodo) -> float:
    return niveles(seguir(datos, hasta))[0].aporte.avance_pp


def hallar(antes: Sequence[Indicador], despues: Sequence[Indicador]) -> list[tuple[str, str, Any]]:
    encontrados = efectos(en_corte(antes, ANTES), en_corte(despues, DESPUES), ANTES)
    return [(e.producto_codigo, e.causa, pytest.approx(e.puntos)) for e in encontrados]


def publicado(codigo: str, peso: float, paa: float | None, semaforo: Any = "medio") -> EnCorte:
    return EnCorte(codigo, "", semaforo, peso, "Suma", paa, None)


def suma(codigo: str = "1.1.1", **distinto: Any) -> Indicador:
    base: dict[str, Any] = {
        "codigo": codigo,
        "metas": {2023: 20, 2024: 20, 2025: 60},
        "meta_final": 100,
        "ponderacion_pct": 10.0,
        "reportes": {"2023Q4": 20, "2024Q4": 20},
    }
    return indicador("Suma", **{**base, **distinto})


def test_un_producto_en_el_que_cambia_todo() -> None:
    """Antes: peso 10, AV = 20 + 20 = 40 de 100: 40 %, 4 puntos. Después vale 6, y se llega así:

    - ponderación de 10 a 20: (20 − 10) × 40 % = +4 → 8;
    - 2023 decía 20 y ahora 10: AV = 30 de 100: 20 × (30 % − 40 %) = −2 → 6;
    - la meta final pasa de 100 a 200: 30 de 200 es 15 %: 20 × (15 % − 30 %) = −3 → 3;
    - en 2025 reporta 30: 60 de 200 es 30 %: 20 × (30 % − 15 %) = +3 → 6.
    """
    nuevo = suma(
        ponderacion_pct=20.0,
        meta_final=200,
        reportes={"2023Q4": 10, "2024Q4": 20, "2025Q2": 30},
    )
    assert hallar([suma()], [nuevo]) == [
        ("1.1.1", "ponderación", 4),
        ("1.1.1", "períodos reescritos", -2),
        ("1.1.1", "metas, tipo o línea base", -3),
        ("1.1.1", "reportes nuevos", 3),
    ]


def test_los_que_entran_y_los_que_salen() -> None:
    """1.1.2 pesa 30 y llevaba 50 %: −15. 1.1.3 pasa a no vigente con 10 × 40 %: −4.

    1.1.4 es nuevo, pesa 5 y lleva 150 %, que cuenta como 100 %: +5. 1.1.5 vuelve: +4.
    """
    antes = [
        suma("1.1.2", ponderacion_pct=30.0, reportes={"2024Q1": 50}),
        suma("1.1.3"),
        suma("1.1.5", estado="No vigente"),
    ]
    despues = [
        suma("1.1.5"),
        suma("1.1.4", ponderacion_pct=5.0, reportes={"2025Q1": 150}),
        suma("1.1.3", estado="No vigente"),
    ]
    assert hallar(antes, despues) == [
        ("1.1.2", "sale", -15),
        ("1.1.3", "sale", -4),
        ("1.1.4", "entra", 5),
        ("1.1.5", "entra", 4),
    ]


def test_donde_solo_se_publicaron_porcentajes() -> None:
    """De 4 × 25 % = 1 a 5 × 60 % = 3: por el peso (5 − 4) × 25 % = 0,25; el resto, 1,75.

    1.1.2 pasa de sin dato a 10 × 40 % = 4, con libro solo en el segundo corte.
    """
    antes = [publicado("1.1.1", 4.0, 25.0), publicado("1.1.2", 10.0, None, "sin dato")]
    despues = [publicado("1.1.1", 5.0, 60.0), *en_corte([suma("1.1.2")], DESPUES)]
    assert [(e.producto_codigo, e.causa, e.puntos) for e in efectos(antes, despues, ANTES)] == [
        ("1.1.1", "ponderación", pytest.approx(0.25)),
        ("1.1.1", "avance", pytest.approx(1.75)),
        ("1.1.2", "avance", pytest.approx(4)),
    ]


def test_el_peso_se_mide_con_el_avance_topado() -> None:
    """PAA 300 %, que cuenta como 100 %: (20 − 10) × 100 % = 10."""
    reportes = {"2024Q4": 300}
    nuevo = suma(ponderacion_pct=20.0, reportes=reportes)
    assert hallar([suma(reportes=reportes)], [nuevo]) == [("1.1.1", "ponderación", 10)]


@pytest.mark.parametrize(
    ("distinto", "causa", "puntos"),
    [
        ({"reportes": {"2023Q4": 20, "2024Q3": 5, "2024Q4": 20}}, "períodos reescritos", 0.5),
        ({"anualizacion_tipo": "Constante"}, "metas, tipo o línea base", -2),
        # Con un dato ilegible, o que falta, no hay avance: sale de la suma con sus 4 puntos.
        ({"meta_final": ILEGIBLE}, "queda sin dato", -4),
        ({"periodicidad": None}, "queda sin dato", -4),
        ({"ponderacion_pct": ILEGIBLE}, "queda sin dato", -4),
        ({"reportes": {"2023Q4": 20, "2024Q4": 20, "2025Q1": ILEGIBLE}}, "queda sin dato", -4),
        ({"reportes": {"2023Q4": 20, "2024Q4": 20, "2025Q1": 10}}, "reportes nuevos", 1),
    ],
)
def test_una_sola_causa(distinto: dict[str, Any], causa: str, puntos: float) -> None:
    """De 10 × 40 % = 4. Constante: vale el último, 20 de 100: 10 × 20 % = 2."""
    assert hallar([suma()], [suma(**distinto)]) == [("1.1.1", causa, puntos)]


def test_quien_vuelve_a_tener_dato_trae_todo_lo_suyo() -> None:
    """Del corte de antes no se leía su tipo. Vuelve con 10 × 40 % = 4, y nada se compara."""
    antes = suma(anualizacion_tipo=None, sin_leer=frozenset({"anualizacion_tipo"}))
    assert hallar([antes], [suma()]) == [("1.1.1", "vuelve a tener dato", 4)]
    assert hallar([antes], [antes]) == []


def test_un_paso_que_no_se_puede_calcular_va_con_el_siguiente() -> None:
    """Constante: en el libro nuevo no se lee el reporte con que se midió el corte de antes (40), y
    sí el de 2025, que vale 50: 10 × (50 % − 40 %) = +1, entero en los reportes nuevos."""
    datos: dict[str, Any] = {"anualizacion_tipo": "Constante", "metas": {2024: 100, 2025: 100}}
    antes = suma(**datos, reportes={"2024Q4": 40})
    despues = suma(**datos, reportes={"2024Q4": ILEGIBLE, "2025Q2": 50})
    assert hallar([antes], [despues]) == [("1.1.1", "reportes nuevos", 1)]


def test_la_linea_base_de_un_creciente() -> None:
    """(60 − 20) / (100 − 20) = 50 %; desde 40, (60 − 40) / (100 − 40) = 33,33 %: −1,67."""
    antes = indicador(
        "Creciente",
        metas={2024: 60, 2025: 100},
        meta_final=100,
        linea_base=20,
        ponderacion_pct=10.0,
        reportes={"2024Q4": 60},
    )
    assert hallar([antes], [replace(antes, linea_base=40)]) == [
        ("1.1.1", "metas, tipo o línea base", -10 / 6)
    ]


cantidades = st.floats(0, 1e6, allow_subnormal=False)
escritas = cantidades | cantidades | cantidades | st.just(ILEGIBLE)
"""Lo que hay en una celda con algo: casi siempre, un número."""
periodos = st.builds(Periodo, st.sampled_from(ANIOS), st.integers(1, 4))


@st.composite
def libros(draw: st.DrawFn) -> list[Indicador]:
    """Productos de cualquier tipo, cada código una vez, con metas, reportes y huecos."""
    codigos = draw(st.lists(st.integers(1, 6), max_size=6, unique=True))
    return [
        replace(
            indicador(
                draw(st.sampled_from(TIPOS)),
                draw(st.sampled_from(["Trimestral", "Semestral", "Anual"])),
                codigo=f"1.1.{n}",
                metas=draw(st.dictionaries(st.sampled_from(ANIOS), escritas)),
                meta_final=draw(st.none() | escritas),
                linea_base=draw(st.none() | escritas),
                ponderacion_pct=draw(st.none() | st.just(ILEGIBLE) | st.floats(0, 100)),
                estado=draw(st.sampled_from(["Vigente", "Vigente", "Vigente", "No vigente", None])),
            ),
            reportes=draw(st.dictionaries(periodos, escritas)),
        )
        for n in codigos
    ]


@given(libros(), libros())
def test_los_efectos_suman_lo_que_cambio_el_avance(
    antes: list[Indicador], despues: list[Indicador]
) -> None:
    todos = efectos(en_corte(antes, ANTES), en_corte(despues, DESPUES), ANTES)
    cambio = avance(despues, DESPUES) - avance(antes, ANTES)
    assert sum(e.puntos for e in todos) == pytest.approx(cambio, abs=1e-9)
    assert all(e.puntos for e in todos)
    orden = [CAUSAS.index(e.causa) for e in todos]
    assert orden == sorted(orden)


@given(libros(), libros())
def test_tambien_suman_si_un_corte_solo_trae_porcentajes(
    antes: list[Indicador], despues: list[Indicador]
) -> None:
    sin_libro = [replace(p, indicador=None) for p in en_corte(antes, ANTES)]
    todos = efectos(sin_libro, en_corte(despues, DESPUES), ANTES)
    cambio = avance(despues, DESPUES) - avance(antes, ANTES)
    assert sum(e.puntos for e in todos) == pytest.approx(cambio, abs=1e-9)
    sin_reglas = {"sale", "entra", "queda sin dato", "vuelve a tener dato", "ponderación", "avance"}
    assert {e.causa for e in todos} <= sin_reglas


@given(libros(), st.dictionaries(st.builds(Periodo, st.just(2025), st.integers(1, 2)), cantidades))
def test_si_solo_se_reporta_no_hay_mas_efectos(
    antes: list[Indicador], reportes: dict[Periodo, float]
) -> None:
    hasta = [replace(d, reportes=d.reportes_hasta(ANTES)) for d in antes]
    despues = [replace(d, reportes={**d.reportes, **reportes}) for d in hasta]
    todos = efectos(en_corte(hasta, ANTES), en_corte(despues, DESPUES), ANTES)
    # El corte nuevo usa otras celdas: la que no se leía puede dejar de importar, o empezar.
    por_las_celdas = {"queda sin dato", "vuelve a tener dato"}
    assert {e.causa for e in todos} - por_las_celdas <= {"reportes nuevos"}


@given(libros())
def test_un_libro_frente_a_si_mismo_no_tiene_efectos(libro: list[Indicador]) -> None:
    assert efectos(en_corte(libro, ANTES), en_corte(libro, ANTES), ANTES) == []
