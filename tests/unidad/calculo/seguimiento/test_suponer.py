"""Lo que pasaría con otro reporte, con ejemplos calculados a mano."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from fabrica_seguimiento import indicador, periodo
from hypothesis import given
from hypothesis import strategies as st

from tablero.calculo.avance_publicado import ProductoPublicado
from tablero.calculo.seguimiento.indicador import ILEGIBLE, Indicador, Periodo
from tablero.calculo.seguimiento.metas import meta_acumulada
from tablero.calculo.seguimiento.motor import Cifras, calcular
from tablero.calculo.seguimiento.niveles import Seguido, niveles
from tablero.calculo.seguimiento.suponer import (
    politica_supuesta,
    proximo_reporte,
    suponer,
    suponer_porcentaje,
)
from tablero.calculo.seguimiento.tiempo import MESES_POR_TRIMESTRE
from tablero.calculo.semaforo import Rangos

ANIOS = (2024, 2025, 2026)
TIPOS = ("Suma", "Constante", "Creciente", "Decreciente")


@pytest.mark.parametrize(
    ("periodicidad", "corte", "datos", "esperado"),
    [
        ("Trimestral", "2024Q2", {}, "2024Q3"),
        ("Trimestral", "2024Q4", {}, "2025Q1"),
        ("Semestral", "2024Q2", {}, "2024Q4"),
        ("Cuatrimestral", "2024Q4", {}, "2025Q2"),
        ("Anual", "2024Q4", {}, "2025Q4"),
        ("Anual", "2023Q1", {}, "2024Q4"),
        # En 2025 no hay meta: el que sigue es de 2026.
        ("Trimestral", "2024Q4", {"metas": {2024: 10, 2025: 0, 2026: 10}}, "2026Q1"),
        ("Trimestral", "2024Q1", {"inicio": date(2024, 7, 1)}, "2024Q3"),
        ("Trimestral", "2024Q4", {"fin": date(2025, 2, 28)}, "2025Q1"),
        ("Trimestral", "2025Q1", {"fin": date(2025, 2, 28)}, None),
        # Un anual que termina en junio reporta todavía ese año, y no el siguiente.
        ("Anual", "2025Q2", {"fin": date(2025, 6, 30)}, "2025Q4"),
        ("Anual", "2025Q4", {"fin": date(2025, 6, 30)}, None),
        ("Semestral", "2025Q2", {"fin": date(2025, 6, 30)}, None),
        ("Trimestral", "2026Q4", {}, None),
        ("Trimestral", "2024Q4", {"estado": "No vigente"}, None),
        ("Trimestral", "2024Q4", {"metas": {}}, None),
        (None, "2024Q4", {}, None),
    ],
)
def test_el_proximo_reporte(
    periodicidad: Any, corte: str, datos: dict[str, Any], esperado: str | None
) -> None:
    dato = indicador("Suma", periodicidad, **{"metas": dict.fromkeys(ANIOS, 10), **datos})
    proximo = proximo_reporte(dato, periodo(corte))
    assert proximo == (None if esperado is None else periodo(esperado))


def supuestas(dato: Indicador, corte: str, valor: float, esperado: str) -> Cifras:
    """Las cifras que da suponer ese valor, si caen en el período esperado."""
    supuesto = suponer(dato, periodo(corte), valor)
    assert supuesto is not None
    assert supuesto[0] == periodo(esperado)
    return supuesto[1]


def test_suma_suma_lo_del_periodo() -> None:
    """Metas 40 y 40, MF 80; llevaba 40 y reporta 5 en Q1 de 2025 (m = 3).

    MA = 40 + 40 × 3/12 = 50; AV = 45; PAHV = 90 %; PAA = 56,25 %; TI = 62,5 %; PAV = 5 / 10.
    """
    dato = indicador(metas={2024: 40, 2025: 40}, meta_final=80, reportes={"2024Q4": 40})
    cifras = supuestas(dato, "2024Q4", 5, "2025Q1")
    assert (cifras.av, cifras.ma) == (45, 50)
    assert (cifras.pav_pct, cifras.pahv_pct) == (pytest.approx(50), pytest.approx(90))
    assert (cifras.paa_pct, cifras.trayectoria_pct) == (pytest.approx(56.25), pytest.approx(62.5))
    assert cifras.semaforo == "alto"


def test_constante_toma_el_nivel() -> None:
    """Meta 100 cada año; tenía 90 y reporta 70: PAHV = PAA = 70 %."""
    dato = indicador(
        "Constante", metas={2024: 100, 2025: 100}, meta_final=100, reportes={"2024Q4": 90}
    )
    cifras = supuestas(dato, "2024Q4", 70, "2025Q1")
    assert (cifras.av, cifras.pahv_pct, cifras.paa_pct) == (70, 70, 70)
    assert (cifras.trayectoria_pct, cifras.semaforo) == (100, "medio")


def test_creciente_toma_el_nivel() -> None:
    """LB 20, metas 30 y 50, MF 100; reporta 33 en Q1 de 2025: MA = 30 + 20 × 3/12 = 35.

    PAHV = 13 / 15 = 86,67 %; PAA = 13 / 80 = 16,25 %; TI = 15 / 80 = 18,75 %.
    """
    dato = indicador(
        "Creciente",
        linea_base=20,
        metas={2024: 30, 2025: 50},
        meta_final=100,
        reportes={"2024Q4": 30},
    )
    cifras = supuestas(dato, "2024Q4", 33, "2025Q1")
    assert cifras.pahv_pct == pytest.approx(1300 / 15)
    assert (cifras.paa_pct, cifras.trayectoria_pct) == (pytest.approx(16.25), pytest.approx(18.75))


def test_decreciente_toma_el_nivel() -> None:
    """LB 50, metas 40 y 30, MF 10, semestral; reporta 38 en Q2 de 2025: MA = 35.

    PAHV = −12 / −15 = 80 %; PAA = −12 / −40 = 30 %; TI = −15 / −40 = 37,5 %.
    """
    dato = indicador(
        "Decreciente",
        "Semestral",
        linea_base=50,
        metas={2024: 40, 2025: 30},
        meta_final=10,
        reportes={"2024Q4": 41},
    )
    cifras = supuestas(dato, "2024Q4", 38, "2025Q2")
    assert cifras.pahv_pct == pytest.approx(80)
    assert (cifras.paa_pct, cifras.trayectoria_pct) == (pytest.approx(30), pytest.approx(37.5))


def test_lo_reportado_despues_del_corte_no_cuenta() -> None:
    """Semestral con 7 en Q3 y 9 en Q4, vista en Q2: supone 10 en Q4 y lleva 20 + 10 = 30."""
    dato = indicador(
        "Suma",
        "Semestral",
        metas={2024: 40},
        meta_final=40,
        reportes={"2024Q2": 20, "2024Q3": 7, "2024Q4": 9},
    )
    assert supuestas(dato, "2024Q2", 10, "2024Q4").av == 30
    assert dato.reportes[Periodo(2024, 4)] == 9


def test_quien_ya_no_debe_no_tiene_que_suponer() -> None:
    dato = indicador(metas={2024: 40}, meta_final=40, reportes={"2024Q4": 20})
    assert suponer(dato, Periodo(2024, 4), 20) is None


def test_el_semaforo_es_el_de_los_rangos_que_se_le_den() -> None:
    """90 % es alto con los publicados y medio si el alto empieza en 95."""
    dato = indicador(metas={2024: 40}, meta_final=40)
    estrictos = Rangos(60, 95, 125)
    supuesto = suponer(dato, Periodo(2024, 0), 9, rangos=estrictos)
    assert supuesto is not None
    assert (supuesto[1].pahv_pct, supuesto[1].semaforo) == (pytest.approx(90), "medio")
    producto = ProductoPublicado(1, "Suma", 100, 50)
    assert suponer_porcentaje(producto, 45).semaforo == "alto"
    assert suponer_porcentaje(producto, 45, rangos=estrictos).semaforo == "medio"


@pytest.mark.parametrize(
    ("producto", "paa", "pahv", "ti", "semaforo"),
    [
        # TI = 5 / 19 = 26,32 %; 20 / 26,32 = 76 %.
        (ProductoPublicado(4, "Decreciente", 19, 5), 20, 76, 500 / 19, "alto"),
        # Un Constante en cero debía estar en 100 %.
        (ProductoPublicado(4, "Constante", 0, 0), 60, 60, 100, "medio"),
        # PAHV 350 % y PAA 54 %: TI = 15,43 %; 10 / 15,43 = 64,8 %.
        (ProductoPublicado(1, "Suma", 350, 54), 10, 3500 / 54, 5400 / 350, "medio"),
        # Sin porcentajes publicados, o en cero, no se sabe cuánto debía llevar.
        (ProductoPublicado(3, "Constante", None, None), 10, None, None, "sin dato"),
        (ProductoPublicado(3, "Suma", 0, 0), 10, None, None, "sin dato"),
        # La trayectoria se publica redondeada a cero: nada se divide por ella.
        (ProductoPublicado(3, "Suma", 3, 0), 10, None, 0, "sin dato"),
    ],
)
def test_suponer_un_porcentaje(
    producto: ProductoPublicado, paa: float, pahv: float | None, ti: float | None, semaforo: str
) -> None:
    cifras = suponer_porcentaje(producto, paa)
    assert cifras.paa_pct == paa
    assert cifras.pahv_pct == (pahv if pahv is None else pytest.approx(pahv))
    assert cifras.trayectoria_pct == (ti if ti is None else pytest.approx(ti))
    assert cifras.semaforo == semaforo


def test_un_porcentaje_que_no_es_numero_es_sin_dato() -> None:
    cifras = suponer_porcentaje(ProductoPublicado(4, "Suma", 100, 50), ILEGIBLE)
    assert (cifras.paa_pct, cifras.pahv_pct, cifras.semaforo) == (None, None, "sin dato")


def test_la_politica_antes_y_despues() -> None:
    """Pesos 40, 35 y 25. Antes: 40 × 50 % + 35 × 20 % + 0 = 27; TI: 40 × 50 % + 35 × 60 % = 41.

    Se supone que el segundo llega a 30 % con TI 70 % y el tercero a 130 %, que se topa en 100 %:
    después 20 + 10,5 + 25 = 55,5; TI: 20 + 24,5 + 0 = 44,5. El código ajeno no suma.
    """
    productos = {
        "1.1.1": (40.0, Cifras("alto", paa_pct=50, trayectoria_pct=50)),
        "1.1.2": (35.0, Cifras("bajo", paa_pct=20, trayectoria_pct=60)),
        "1.1.3": (25.0, Cifras("sin dato")),
    }
    supuestos = {
        "1.1.2": Cifras("bajo", paa_pct=30, trayectoria_pct=70),
        "1.1.3": Cifras("sin dato", paa_pct=130),
        "9.9.9": Cifras("alto", paa_pct=100, trayectoria_pct=100),
    }
    antes, despues = politica_supuesta(productos, supuestos)
    assert (antes.avance_pp, antes.trayectoria_pp) == (pytest.approx(27), pytest.approx(41))
    assert (despues.avance_pp, despues.trayectoria_pp) == (
        pytest.approx(55.5),
        pytest.approx(44.5),
    )


enteros = st.integers(0, 2000).map(float)
periodos = st.builds(Periodo, st.sampled_from(ANIOS), st.integers(0, 4))


@st.composite
def indicadores(draw: st.DrawFn) -> Indicador:
    return replace(
        indicador(
            draw(st.sampled_from(TIPOS)),
            draw(st.sampled_from(["Trimestral", "Cuatrimestral", "Semestral", "Anual"])),
            metas=draw(st.dictionaries(st.sampled_from(ANIOS), enteros)),
            meta_final=draw(enteros),
            linea_base=draw(st.none() | enteros),
        ),
        reportes=draw(
            st.dictionaries(st.builds(Periodo, st.sampled_from(ANIOS), st.integers(1, 4)), enteros)
        ),
    )


@given(indicadores(), periodos)
def test_suponer_lo_programado_deja_al_dia(dato: Indicador, hasta: Periodo) -> None:
    """PAHV = 100 % y brecha 0: en Suma se supone lo que falta; en los demás, el nivel debido."""
    proximo = proximo_reporte(dato, hasta)
    if proximo is None:
        return
    debe = meta_acumulada(dato, proximo.anio, proximo.trimestre * MESES_POR_TRIMESTRE)
    if debe is None:
        return
    lleva = sum(dato.reportes_hasta(hasta).values()) if dato.anualizacion_tipo == "Suma" else 0
    supuesto = suponer(dato, hasta, debe - lleva)
    assert supuesto is not None
    cifras = supuesto[1]
    if cifras.pahv_pct is not None:
        assert cifras.pahv_pct == pytest.approx(100)
    if cifras.brecha_pp is not None:
        assert cifras.brecha_pp == pytest.approx(0, abs=1e-6)


@given(indicadores(), periodos, enteros)
def test_lo_supuesto_es_lo_que_dara_el_reporte_cuando_llegue(
    dato: Indicador, hasta: Periodo, valor: float
) -> None:
    """El motor da lo mismo si el libro siguiente trae ese valor en ese período."""
    supuesto = suponer(dato, hasta, valor)
    if supuesto is None:
        return
    proximo, cifras = supuesto
    libro = replace(dato, reportes={**dato.reportes_hasta(hasta), proximo: valor})
    assert proximo > hasta
    assert cifras == calcular(libro, proximo)


@given(st.sampled_from(TIPOS), st.floats(1, 100), st.floats(1, 4))
def test_suponer_el_mismo_porcentaje_no_mueve_nada(tipo: Any, paa: float, veces: float) -> None:
    """Con un PAHV no menor que el PAA, PAHV y semáforo vuelven a ser los publicados."""
    producto = ProductoPublicado(10, tipo, paa * veces, paa)
    assert suponer_porcentaje(producto, paa).pahv_pct == pytest.approx(producto.pahv_pct)


@given(st.lists(indicadores(), max_size=6), periodos, periodos)
def test_sin_supuestos_la_politica_es_la_del_corte(
    datos: list[Indicador], hasta: Periodo, otro: Periodo
) -> None:
    """Antes es la del motor; después, la del motor si todos se suponen en otro corte."""
    pesos = [float(n + 1) for n in range(len(datos))]
    datos = [replace(d, codigo=f"1.1.{n}", ponderacion_pct=pesos[n]) for n, d in enumerate(datos)]
    ahora = [Seguido(d, calcular(d, hasta)) for d in datos]
    luego = [Seguido(d, calcular(d, otro)) for d in datos]
    productos = {s.indicador.codigo: (s.peso_pct, s.cifras) for s in ahora}
    assert politica_supuesta(productos, {}) == (niveles(ahora)[0].aporte,) * 2
    supuestos = {s.indicador.codigo: s.cifras for s in luego}
    assert politica_supuesta(productos, supuestos)[1] == niveles(luego)[0].aporte
