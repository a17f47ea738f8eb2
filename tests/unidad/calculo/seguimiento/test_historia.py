"""Qué cambió entre dos cortes: quién entra y sale, de qué color a qué color, y qué datos."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from fabrica_seguimiento import indicador, periodo, seguido
from hypothesis import given
from hypothesis import strategies as st

from tablero.calculo.seguimiento.historia.cambios import Valor
from tablero.calculo.seguimiento.historia.comparar import Comparacion, comparar
from tablero.calculo.seguimiento.historia.efectos import efectos
from tablero.calculo.seguimiento.historia.en_corte import EnCorte
from tablero.calculo.seguimiento.indicador import ILEGIBLE, Indicador, Periodo
from tablero.calculo.seguimiento.por_codigo import emparejar, sin_repetidos

ANTES, DESPUES = Periodo(2024, 4), Periodo(2025, 2)

BASE: dict[str, Any] = {
    "tipo": "Suma",
    "nombre": "Presencia de la estrategia",
    "sector": "Gobierno",
    "entidad": "Secretaría de Gobierno",
    "ponderacion_pct": 10.0,
    "linea_base": 0.0,
    "metas": {2023: 20, 2024: 20, 2025: 20},
    "meta_final": 60,
    "reportes": {"2023Q4": 20, "2024Q4": 20},
    "inicio": date(2023, 1, 1),
    "fin": date(2025, 12, 31),
}


def dato(**distinto: Any) -> Indicador:
    return indicador(**{**BASE, **distinto})


def en_corte(hasta: Periodo, datos: Indicador) -> EnCorte:
    return EnCorte.de_seguido(seguido(f"{hasta.anio}Q{hasta.trimestre}", datos))


def publicado(codigo: str = "1.1.1", **distinto: Any) -> EnCorte:
    """Lo que trae un informe que solo publica los porcentajes."""
    base: dict[str, Any] = {
        "codigo": codigo,
        "nombre": "Presencia de la estrategia",
        "semaforo": "alto",
        "ponderacion_pct": 10.0,
        "anualizacion_tipo": "Suma",
        "paa_pct": 50.0,
        "trayectoria_pct": 50.0,
    }
    return EnCorte(**{**base, **distinto})


def cambiados(antes: Indicador, despues: Indicador) -> list[tuple[str, str, Valor, Valor]]:
    resultado = comparar([en_corte(ANTES, antes)], [en_corte(DESPUES, despues)], ANTES, DESPUES)
    return [(c.clase, c.dato, c.antes, c.despues) for c in resultado.cambios]


def de_un_estado_a_otro(resultado: Comparacion) -> dict[tuple[str, str], tuple[str, ...]]:
    return {(t.antes, t.despues): t.codigos for t in resultado.transiciones}


def test_lo_de_un_producto_en_un_corte_es_lo_que_calculo_el_motor() -> None:
    """PAA = 40 / 60 = 66,67 %; aporta 10 × 66,67 % = 6,67 puntos."""
    calculado = seguido("2024Q4", dato())
    guardado = EnCorte.de_seguido(calculado)
    assert (guardado.codigo, guardado.semaforo, guardado.es_vigente) == ("1.1.1", "alto", True)
    assert guardado.paa_pct == pytest.approx(200 / 3)
    assert guardado.aporte == calculado.aporte
    assert guardado.aporte.avance_pp == pytest.approx(20 / 3)


def test_un_peso_ilegible_es_sin_dato_y_no_suma() -> None:
    guardado = en_corte(ANTES, dato(ponderacion_pct=ILEGIBLE))
    assert (guardado.ponderacion_pct, guardado.peso_pct) == (None, 0.0)
    assert guardado.aporte.avance_pp == 0


def test_quien_entra_y_quien_sale() -> None:
    """1.1.1 sigue; 1.1.2 sale del libro; 1.1.3 pasa a no vigente; 1.1.4 vuelve; 1.1.5 es nuevo.

    1.1.6 es nuevo y no vigente, y 1.1.7 desaparece sin haber sumado: no entran ni salen.
    """
    fuera = {"semaforo": "no vigente"}
    antes = [
        publicado("1.1.1"),
        publicado("1.1.2", nombre="El que se va", semaforo="bajo"),
        publicado("1.1.3"),
        publicado("1.1.4", **fuera),
        publicado("1.1.7", **fuera),
    ]
    despues = [
        publicado("1.1.6", **fuera),
        publicado("1.1.5", nombre="El nuevo", semaforo="sin iniciar"),
        publicado("1.1.4", semaforo="medio"),
        publicado("1.1.3", **fuera),
        publicado("1.1.1"),
    ]
    resultado = comparar(antes, despues, ANTES, DESPUES)
    assert [(m.producto_codigo, m.razon) for m in resultado.entran] == [
        ("1.1.4", "vuelve a estar vigente"),
        ("1.1.5", "es nuevo"),
    ]
    assert [(m.producto_codigo, m.razon) for m in resultado.salen] == [
        ("1.1.2", "ya no está en el libro"),
        ("1.1.3", "pasa a no vigente"),
    ]
    assert (resultado.entran[1].nombre, resultado.salen[0].nombre) == ("El nuevo", "El que se va")
    assert de_un_estado_a_otro(resultado) == {
        ("bajo", "ya no está"): ("1.1.2",),
        ("alto", "alto"): ("1.1.1",),
        ("alto", "no vigente"): ("1.1.3",),
        ("no vigente", "medio"): ("1.1.4",),
        ("no vigente", "ya no está"): ("1.1.7",),
        ("no estaba", "sin iniciar"): ("1.1.5",),
        ("no estaba", "no vigente"): ("1.1.6",),
    }


def test_las_transiciones_van_en_el_orden_del_semaforo_y_cuentan_sus_productos() -> None:
    antes = [publicado(f"1.1.{n}", semaforo=s) for n, s in enumerate(["alto", "bajo", "bajo"], 9)]
    despues = [publicado(f"1.1.{n}", semaforo="medio") for n in (11, 10, 9)]
    transiciones = comparar(antes, despues, ANTES, DESPUES).transiciones
    assert [(t.antes, t.despues, t.codigos, t.productos) for t in transiciones] == [
        ("bajo", "medio", ("1.1.10", "1.1.11"), 2),
        ("alto", "medio", ("1.1.9",), 1),
    ]


@pytest.mark.parametrize(
    ("distinto", "esperado"),
    [
        ({}, []),
        ({"ponderacion_pct": 12.5}, [("ponderación", "ponderación", 10.0, 12.5)]),
        ({"ponderacion_pct": 10.0 * (1 + 1e-12)}, []),
        ({"ponderacion_pct": None}, [("ponderación", "ponderación", 10.0, None)]),
        ({"ponderacion_pct": ILEGIBLE}, []),
        ({"tipo": "Creciente"}, [("tipo", "tipo de anualización", "Suma", "Creciente")]),
        ({"linea_base": 5.0}, [("línea base", "línea base", 0.0, 5.0)]),
        ({"linea_base": None}, [("línea base", "línea base", 0.0, None)]),
        (
            {"metas": {2023: 20, 2024: 25, 2026: 20}},
            [
                ("meta de un año", "meta de 2024", 20, 25),
                ("meta de un año", "meta de 2025", 20, None),
                ("meta de un año", "meta de 2026", None, 20),
            ],
        ),
        # Una meta en 0 y una vacía dicen lo mismo: no programada.
        ({"metas": {2022: 0, 2023: 20, 2024: 20, 2025: 20}}, []),
        (
            {"metas": {2023: 20, 2024: 20, 2025: 0}},
            [("meta de un año", "meta de 2025", 20, 0)],
        ),
        ({"metas": {2023: 20, 2024: ILEGIBLE, 2025: 20}}, []),
        ({"meta_final": 80}, [("meta final", "meta final", 60, 80)]),
        ({"periodicidad": "Anual"}, [("periodicidad", "periodicidad", "Trimestral", "Anual")]),
        (
            {"inicio": None, "fin": date(2026, 6, 30)},
            [
                ("fechas", "fecha de inicio", "1 de enero de 2023", None),
                ("fechas", "fecha de fin", "31 de diciembre de 2025", "30 de junio de 2026"),
            ],
        ),
        # Q3 de 2024 aparece tarde, Q4 cambia y 2023 se borra; lo de 2025 es lo esperado.
        (
            {"reportes": {"2024Q3": 7, "2024Q4": 13, "2025Q1": 4}},
            [
                ("período cerrado reescrito", "reporte del cuarto trimestre de 2023", 20, None),
                ("período cerrado reescrito", "reporte del tercer trimestre de 2024", None, 7),
                ("período cerrado reescrito", "reporte del cuarto trimestre de 2024", 20, 13),
            ],
        ),
        ({"reportes": {"2023Q4": 20, "2024Q4": ILEGIBLE}}, []),
        (
            {"reportes": {"2023Q4": 20, "2024Q3": 0, "2024Q4": 20}},
            [("período cerrado reescrito", "reporte del tercer trimestre de 2024", None, 0)],
        ),
        (
            {"nombre": "Otra cosa", "sector": "", "entidad": "Integración Social"},
            [
                ("nombre/entidad", "nombre", "Presencia de la estrategia", "Otra cosa"),
                ("nombre/entidad", "sector", "Gobierno", None),
                ("nombre/entidad", "entidad", "Secretaría de Gobierno", "Integración Social"),
            ],
        ),
        ({"nombre": "PRESENCIA de la  estrategia."}, []),
        (
            {"indicador_nombre": "Número de sedes"},
            [("nombre/entidad", "nombre del indicador", None, "Número de sedes")],
        ),
        ({"estado": "No vigente", "ponderacion_pct": 0.0}, []),
    ],
)
def test_los_datos_que_cambian(distinto: dict[str, Any], esperado: list[Any]) -> None:
    assert cambiados(dato(), dato(**distinto)) == esperado


def test_un_cero_es_meta_en_un_decreciente_que_termina_en_cero() -> None:
    bajar = {"tipo": "Decreciente", "linea_base": 10, "meta_final": 0}
    antes = dato(**bajar, metas={2023: 5, 2024: 2})
    assert cambiados(antes, dato(**bajar, metas={2023: 5, 2024: 2, 2025: 0})) == [
        ("meta de un año", "meta de 2025", None, 0)
    ]


def test_donde_solo_hay_porcentajes_se_compara_lo_que_ambos_traen() -> None:
    """De un informe no se sabe la línea base ni las metas; lo vacío en él es sin dato."""
    antes = [
        publicado("1.1.1", anualizacion_tipo="Constante"),
        publicado("1.1.2", ponderacion_pct=None, nombre=""),
    ]
    despues = [
        en_corte(DESPUES, dato(codigo="1.1.1", ponderacion_pct=20.0)),
        en_corte(DESPUES, dato(codigo="1.1.2", nombre="Otro")),
    ]
    resultado = comparar(antes, despues, ANTES, DESPUES)
    assert [(c.producto_codigo, c.clase, c.antes, c.despues) for c in resultado.cambios] == [
        ("1.1.1", "ponderación", 10.0, 20.0),
        ("1.1.1", "tipo", "Constante", "Suma"),
    ]


def test_los_cortes_van_en_orden() -> None:
    with pytest.raises(ValueError, match=r"Q2 de 2025 es posterior a Q4 de 2024\."):
        comparar([], [], DESPUES, ANTES)


def test_de_un_codigo_doble_cuenta_la_primera_fila() -> None:
    uno, otro = dato(ponderacion_pct=1.0), dato(ponderacion_pct=2.0)
    resultado = dato(codigo="1.1")
    assert sin_repetidos([otro, resultado, uno]) == [otro, resultado]
    assert sin_repetidos([]) == []
    assert emparejar([uno, otro], [resultado]) == [("1.1", None, resultado), ("1.1.1", uno, None)]


ESTADOS = ("bajo", "medio", "alto", "sobre-ejecución", "sin dato", "sin iniciar", "no vigente")


@st.composite
def cortes(draw: st.DrawFn) -> list[EnCorte]:
    """Hasta ocho productos publicados, cada código una vez y en cualquier orden."""
    codigos = draw(st.lists(st.integers(1, 12), max_size=8, unique=True))
    return [
        publicado(
            f"1.1.{n}",
            semaforo=draw(st.sampled_from(ESTADOS)),
            ponderacion_pct=draw(st.sampled_from([None, 1.0, 2.0])),
        )
        for n in codigos
    ]


@given(cortes(), cortes())
def test_cada_producto_esta_en_una_sola_transicion(
    antes: list[EnCorte], despues: list[EnCorte]
) -> None:
    resultado = comparar(antes, despues, ANTES, DESPUES)
    todos = [codigo for t in resultado.transiciones for codigo in t.codigos]
    assert sorted(todos) == sorted({p.codigo for p in [*antes, *despues]})
    vigentes_antes = sum(p.es_vigente for p in antes)
    vigentes_despues = sum(p.es_vigente for p in despues)
    assert vigentes_antes + len(resultado.entran) - len(resultado.salen) == vigentes_despues


@given(cortes(), cortes())
def test_al_reves_lo_que_entra_sale(antes: list[EnCorte], despues: list[EnCorte]) -> None:
    ida, vuelta = comparar(antes, despues, ANTES, ANTES), comparar(despues, antes, ANTES, ANTES)
    assert [m.producto_codigo for m in ida.entran] == [m.producto_codigo for m in vuelta.salen]
    assert {(d, a): codigos for (a, d), codigos in _sin_lado(vuelta).items()} == _sin_lado(ida)


def _sin_lado(resultado: Comparacion) -> dict[tuple[str, str], tuple[str, ...]]:
    """Las transiciones, con «ausente» en vez de «no estaba» y «ya no está»."""
    ausente = {"no estaba": "ausente", "ya no está": "ausente"}
    return {
        (ausente.get(a, a), ausente.get(d, d)): codigos
        for (a, d), codigos in de_un_estado_a_otro(resultado).items()
    }


@given(cortes(), cortes(), st.randoms(use_true_random=False))
def test_el_orden_de_las_filas_no_importa(
    antes: list[EnCorte], despues: list[EnCorte], azar: Any
) -> None:
    resultado = comparar(antes, despues, ANTES, DESPUES)
    azar.shuffle(antes)
    azar.shuffle(despues)
    assert comparar(antes, despues, ANTES, DESPUES) == resultado


@given(cortes())
def test_un_corte_frente_a_si_mismo_no_cambia(corte: list[EnCorte]) -> None:
    resultado = comparar(corte, corte, ANTES, ANTES)
    assert (resultado.entran, resultado.salen, resultado.cambios) == ((), (), ())
    assert all(t.antes == t.despues for t in resultado.transiciones)


def test_doscientos_productos_con_un_cambio_en_cada_uno() -> None:
    """Trece años de metas y reportes por producto; lo que tarda lo mide `benchmarks/`."""
    anios = range(2023, 2036)
    base = dato(
        metas=dict.fromkeys(anios, 10),
        reportes={f"{a}Q{q}": 1.0 for a in anios for q in (1, 2, 3, 4)},
    )
    hasta, despues = periodo("2034Q4"), periodo("2035Q4")
    productos = [replace(base, codigo=f"1.{n // 20 + 1}.{n}") for n in range(200)]
    viejos = [en_corte(hasta, p) for p in productos]
    nuevos = [en_corte(despues, replace(p, meta_final=200.0)) for p in productos]

    assert len(comparar(viejos, nuevos, hasta, despues).cambios) == 200
    assert len(efectos(viejos, nuevos, hasta)) == 400
