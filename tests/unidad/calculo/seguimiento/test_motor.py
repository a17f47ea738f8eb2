"""El motor de seguimiento, con ejemplos calculados a mano."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from fabrica_seguimiento import indicador, periodo, seguido

from tablero.calculo.seguimiento import VERSION
from tablero.calculo.seguimiento.indicador import ILEGIBLE, Indicador, Periodo
from tablero.calculo.seguimiento.metas import linea_base, meta_del_periodo, programadas
from tablero.calculo.seguimiento.motor import Cifras, calcular
from tablero.calculo.seguimiento.niveles import niveles
from tablero.calculo.seguimiento.tiempo import periodo_de, trimestre_efectivo


def hasta(texto: str, dato: Indicador) -> Cifras:
    return calcular(dato, periodo(texto))


def test_suma_el_ejemplo_del_metodo() -> None:
    """Meta del año 50.000 y anteriores 150.000; Q2 → m = 6.

    MP = 50.000 × 6/12 = 25.000; MA = 150.000 + 25.000 = 175.000; AV = 25.000 (todo de este año).
    PAV = 25.000 / 25.000 = 100 %; PAHV = 25.000 / 175.000 = 14,2857 %; con MF = 400.000,
    PAA = 6,25 %, TI = 175.000 / 400.000 = 43,75 % y brecha = −37,5.
    """
    cifras = hasta(
        "2024Q2",
        indicador(
            metas={2022: 70_000, 2023: 80_000, 2024: 50_000},
            meta_final=400_000,
            reportes={"2024Q1": 10_000, "2024Q2": 15_000},
        ),
    )
    assert (cifras.mp, cifras.ma, cifras.av) == (25_000, 175_000, 25_000)
    assert cifras.pav_pct == pytest.approx(100)
    assert cifras.pahv_pct == pytest.approx(100 / 7)
    assert round(cifras.pahv_pct or 0, 1) == 14.3
    assert cifras.paa_pct == pytest.approx(6.25)
    assert cifras.trayectoria_pct == pytest.approx(43.75)
    assert cifras.brecha_pp == pytest.approx(-37.5)
    assert (cifras.semaforo, cifras.trimestre, cifras.formula_version) == ("bajo", 2, VERSION)


def test_constante() -> None:
    """Metas 40 (2023) y 60 (2024), MF 100; Q3 → m = 9.

    MP = MA = 40 + (60 − 40) × 9/12 = 55; AV = 44, el último. PAV = PAHV = 44 / 55 = 80 %;
    PAA = 44 %; TI = 55 %; brecha = −11.
    """
    cifras = hasta(
        "2024Q3",
        indicador(
            "Constante",
            metas={2023: 40, 2024: 60},
            meta_final=100,
            reportes={"2023Q4": 40, "2024Q1": 30, "2024Q3": 44},
        ),
    )
    assert (cifras.mp, cifras.ma, cifras.av) == (55, 55, 44)
    assert cifras.pav_pct == cifras.pahv_pct == pytest.approx(80)
    assert (cifras.paa_pct, cifras.trayectoria_pct) == (pytest.approx(44), pytest.approx(55))
    assert cifras.brecha_pp == pytest.approx(-11)
    assert cifras.semaforo == "alto"


def test_constante_en_su_primer_anio_debe_toda_la_meta() -> None:
    """Sin año anterior MP = MV = 100, también en Q1: 50 / 100 = 50 %."""
    cifras = hasta(
        "2024Q1",
        indicador("Constante", metas={2024: 100}, meta_final=100, reportes={"2024Q1": 50}),
    )
    assert (cifras.mp, cifras.pahv_pct, cifras.semaforo) == (100, 50, "bajo")


def test_creciente() -> None:
    """LB 20, metas 30 (2023) y 50 (2024), MF 100; Q2 → m = 6.

    MP = 30 + (50 − 30) × 6/12 = 40; AV = 36. PAV = PAHV = (36 − 20) / (40 − 20) = 80 %;
    PAA = 16 / 80 = 20 %; TI = 20 / 80 = 25 %; brecha = −5.
    """
    cifras = hasta(
        "2024Q2",
        indicador(
            "Creciente",
            linea_base=20,
            metas={2023: 30, 2024: 50},
            meta_final=100,
            reportes={"2023Q4": 30, "2024Q2": 36},
        ),
    )
    assert (cifras.mp, cifras.ma, cifras.av) == (40, 40, 36)
    assert cifras.pav_pct == cifras.pahv_pct == pytest.approx(80)
    assert cifras.paa_pct == pytest.approx(20)
    assert cifras.trayectoria_pct == pytest.approx(25)
    assert cifras.brecha_pp == pytest.approx(-5)


@pytest.mark.parametrize("tipo", ["Constante", "Creciente", "Decreciente"])
def test_la_meta_anterior_es_la_del_ultimo_anio_que_la_tiene(tipo: str) -> None:
    """Metas 10 (2021) y 20 (2022), ninguna en 2023 y 40 en 2024; Q2 → m = 6.

    MVprev = 20, ni la primera ni la de 2023: MP = 20 + (40 − 20) × 6/12 = 30.
    """
    dato = indicador(tipo, metas={2021: 10, 2022: 20, 2024: 40}, meta_final=40, linea_base=5)
    cifras = hasta("2024Q2", replace(dato, reportes={periodo("2024Q2"): 30}))
    assert (cifras.mp, cifras.ma) == (30, 30)
    assert cifras.pahv_pct == pytest.approx(100)


def test_lo_que_retrocede_no_resta_a_la_politica() -> None:
    """Creciente de 10 a 50 con 6: PAA = (6 − 10) / 40 = −10 %; aporta 0 y debía todo su peso."""
    dato = indicador(
        "Creciente",
        linea_base=10,
        metas={2024: 50},
        meta_final=50,
        ponderacion_pct=20.0,
        reportes={"2024Q4": 6},
    )
    aporte = seguido("2024Q4", dato).aporte
    assert hasta("2024Q4", dato).paa_pct == pytest.approx(-10)
    assert (aporte.avance_pp, aporte.trayectoria_pp) == (0, 20)


def test_creciente_en_su_primer_anio_camina_desde_la_linea_base() -> None:
    """LB 20, meta 40, Q1 → MP = 20 + 20 × 3/12 = 25; AV 24: 4 / 5 = 80 %."""
    datos: dict[str, Any] = {"metas": {2024: 40}, "meta_final": 100, "reportes": {"2024Q1": 24}}
    cifras = hasta("2024Q1", indicador("Creciente", linea_base=20, **datos))
    assert (cifras.mp, cifras.pav_pct) == (25, pytest.approx(80))
    # Sin línea base parte de 0: MP = 40 × 3/12 = 10; 24 / 10 = 240 %.
    sin_base = hasta("2024Q1", indicador("Creciente", **datos))
    assert (sin_base.mp, sin_base.pav_pct) == (10, pytest.approx(240))
    assert sin_base.semaforo == "sobre-ejecución"


def test_decreciente() -> None:
    """LB 50, metas 40 (2023) y 30 (2024), MF 10; anual, Q4 → m = 12.

    MP = 30; AV = 35. PAV = PAHV = (35 − 50) / (30 − 50) = 75 %; PAA = −15 / −40 = 37,5 %;
    TI = −20 / −40 = 50 %; brecha = −12,5.
    """
    cifras = hasta(
        "2024Q4",
        indicador(
            "Decreciente",
            "Anual",
            linea_base=50,
            metas={2023: 40, 2024: 30},
            meta_final=10,
            reportes={"2023Q4": 42, "2024Q4": 35},
        ),
    )
    assert (cifras.mp, cifras.ma, cifras.av) == (30, 30, 35)
    assert cifras.pav_pct == cifras.pahv_pct == pytest.approx(75)
    assert (cifras.paa_pct, cifras.trayectoria_pct) == (pytest.approx(37.5), pytest.approx(50))
    assert (cifras.brecha_pp, cifras.semaforo) == (pytest.approx(-12.5), "medio")


def test_decreciente_sin_linea_base_usa_una_ficticia() -> None:
    """Metas 40, 30, 20, 10 (2021–2024), MF 10: LB = (40 − 10) / 4 + 40 = 47,5.

    En 2022: MP = 30, AV = 33: (33 − 47,5) / (30 − 47,5) = 82,857 %.
    """
    dato = indicador(
        "Decreciente",
        metas={2021: 40, 2022: 30, 2023: 20, 2024: 10},
        meta_final=10,
        reportes={"2022Q4": 33},
    )
    assert linea_base(dato) == 47.5
    assert hasta("2022Q4", dato).pahv_pct == pytest.approx(14.5 / 17.5 * 100)


def test_un_cero_es_meta_solo_en_un_decreciente_que_termina_en_cero() -> None:
    assert programadas(indicador(metas={2023: 0, 2024: 5}, meta_final=5)) == {2024: 5}
    a_cero = indicador("Decreciente", metas={2023: 5, 2024: 0}, meta_final=0)
    assert programadas(a_cero) == {2023: 5, 2024: 0}
    # LB = (5 − 0) / 2 + 5 = 7,5; reporta 0 en 2024: (0 − 7,5) / (0 − 7,5) = 100 %.
    logrado = indicador(
        "Decreciente", metas={2023: 5, 2024: 0}, meta_final=0, reportes={"2024Q4": 0}
    )
    cifras = hasta("2024Q4", logrado)
    assert (cifras.pav_pct, cifras.paa_pct, cifras.trayectoria_pct) == (100, 100, 100)


@pytest.mark.parametrize(
    ("tipo", "esperada"), [("Suma", 0), ("Constante", 30), ("Creciente", 30), ("Decreciente", 30)]
)
def test_un_anio_sin_meta(tipo: str, esperada: float) -> None:
    """MP es 0 en Suma y la meta anterior en los demás; PAV queda sin dato."""
    dato = indicador(tipo, linea_base=10, metas={2022: 30}, meta_final=90, reportes={"2024Q4": 15})
    cifras = hasta("2024Q4", dato)
    assert (cifras.mp, cifras.ma, cifras.pav_pct) == (esperada, 30, None)
    assert cifras.pahv_pct is not None


@pytest.mark.parametrize(
    ("periodicidad", "corte", "reportes", "esperado"),
    [
        ("Mensual", "2024Q1", {}, 1),
        ("Bimestral", "2024Q3", {}, 3),
        ("Trimestral", "2024Q3", {"2024Q1": 1}, 3),
        ("Cuatrimestral", "2024Q1", {}, 0),
        ("Cuatrimestral", "2024Q2", {}, 2),
        ("Semestral", "2024Q1", {}, 0),
        ("Semestral", "2024Q3", {}, 2),
        ("Semestral", "2024Q3", {"2024Q3": 0}, 3),
        ("Anual", "2024Q3", {}, 0),
        ("Anual", "2024Q3", {"2024Q1": 1}, 1),
        ("Anual", "2024Q2", {"2024Q3": 1, "2023Q4": 1}, 0),
        ("Quinquenal", "2024Q4", {}, 4),
    ],
)
def test_trimestre_efectivo(
    periodicidad: str, corte: str, reportes: dict[str, float], esperado: int
) -> None:
    dato = indicador("Suma", periodicidad, reportes=reportes)
    assert trimestre_efectivo(dato, periodo(corte)) == esperado


@pytest.mark.parametrize(
    ("dia", "esperado"),
    [
        (date(2024, 12, 31), Periodo(2024, 4)),
        (date(2024, 12, 30), Periodo(2024, 3)),
        (date(2024, 6, 30), Periodo(2024, 2)),
        (date(2024, 3, 30), Periodo(2024, 0)),
    ],
)
def test_un_corte_cierra_el_ultimo_trimestre_completo(dia: date, esperado: Periodo) -> None:
    assert periodo_de(dia) == esperado


def test_sin_iniciar_hasta_su_primer_reporte_exigible() -> None:
    """Semestral, empieza el 1 de julio de 2024: su primer reporte vence en Q4 de 2024."""
    dato = indicador(
        "Constante", "Semestral", inicio=date(2024, 7, 1), metas={2024: 10}, meta_final=10
    )
    antes = hasta("2024Q3", dato)
    assert (antes.semaforo, antes.paa_pct, antes.trayectoria_pct) == ("sin iniciar", None, None)
    assert seguido("2024Q3", dato).aporte.trayectoria_pp == 0
    # Vencido y sin reporte: no hay avance que mostrar y la trayectoria ya corre.
    despues = seguido("2024Q4", dato)
    assert (despues.cifras.semaforo, despues.cifras.paa_pct) == ("sin dato", None)
    assert despues.cifras.trayectoria_pct == 100
    assert despues.aporte.brecha_pp == -100


def test_el_anio_sin_meta_no_exige_reporte() -> None:
    dato = indicador(metas={2026: 10}, meta_final=10, inicio=date(2023, 1, 1))
    assert hasta("2024Q4", dato).semaforo == "sin iniciar"
    assert hasta("2026Q1", dato).semaforo == "sin dato"


def test_quien_reporta_antes_ya_inicio() -> None:
    """Anual, reporta 5 en Q2 de su primer año: MP = 20 × 6/12 = 10 → 50 %."""
    dato = indicador("Suma", "Anual", metas={2024: 20}, meta_final=20, reportes={"2024Q2": 5})
    assert (hasta("2024Q2", dato).mp, hasta("2024Q2", dato).pahv_pct) == (10, 50)


def test_un_anual_a_mitad_de_ano_debe_lo_de_los_anteriores() -> None:
    """Anual en Q2 sin reporte del año: m = 0. Suma: MP 0, MA 20; Creciente: MP = MA = 20."""
    datos: dict[str, Any] = {"metas": {2023: 20, 2024: 30}, "meta_final": 50}
    suma = hasta("2024Q2", indicador("Suma", "Anual", reportes={"2023Q4": 20}, **datos))
    assert (suma.mp, suma.ma, suma.pav_pct, suma.pahv_pct) == (0, 20, None, 100)
    creciente = hasta("2024Q2", indicador("Creciente", "Anual", reportes={"2023Q4": 20}, **datos))
    assert (creciente.mp, creciente.ma, creciente.pav_pct) == (20, 20, None)
    assert (creciente.pahv_pct, creciente.trayectoria_pct) == (100, 40)


def test_sin_reporte_en_el_anio_pav_queda_sin_dato_y_no_en_cero() -> None:
    dato = indicador(metas={2023: 10, 2024: 10}, meta_final=20, reportes={"2023Q4": 10})
    cifras = hasta("2024Q4", dato)
    assert (cifras.pav_pct, cifras.pahv_pct) == (None, 50)
    reporta_cero = indicador(
        metas={2023: 10, 2024: 10}, meta_final=20, reportes={"2023Q4": 10, "2024Q4": 0}
    )
    assert hasta("2024Q4", reporta_cero).pav_pct == 0


def test_un_reporte_posterior_al_corte_no_cuenta() -> None:
    dato = indicador(metas={2024: 40}, meta_final=40, reportes={"2024Q1": 10, "2024Q2": 99})
    cifras = hasta("2024Q1", dato)
    assert (cifras.av, cifras.mp, cifras.pahv_pct) == (10, 10, 100)


def test_un_denominador_cero_es_sin_dato() -> None:
    """Creciente cuya meta es su línea base: no hay camino que medir."""
    dato = indicador(
        "Creciente", linea_base=10, metas={2024: 10}, meta_final=10, reportes={"2024Q4": 12}
    )
    cifras = hasta("2024Q4", dato)
    assert (cifras.pav_pct, cifras.pahv_pct, cifras.paa_pct) == (None, None, None)
    assert cifras.semaforo == "sin dato"


def test_quien_no_se_ha_movido_tiene_cero_y_no_menos_cero() -> None:
    """Decreciente de 100 a 60 que sigue en 100: PAA = 0 / −40, que en la máquina es −0."""
    cifras = hasta(
        "2024Q4",
        indicador(
            "Decreciente",
            linea_base=100,
            metas={2024: 80},
            meta_final=60,
            reportes={"2024Q4": 100},
        ),
    )
    for porcentaje in (cifras.pav_pct, cifras.pahv_pct, cifras.paa_pct):
        assert str(porcentaje) == "0.0"


def test_no_vigente_no_lleva_cifras_ni_suma() -> None:
    dato = indicador(estado="No vigente", metas={2024: 10}, meta_final=10, reportes={"2024Q4": 10})
    assert hasta("2024Q4", dato) == Cifras("no vigente")
    assert (seguido("2024Q4", dato).aporte.avance_pp, seguido("2024Q4", dato).peso_pct) == (0, 0)


@pytest.mark.parametrize(
    ("falta", "nombre"),
    [
        ("anualizacion_tipo", "tipo de anualización"),
        ("periodicidad", "periodicidad"),
        ("estado", "estado"),
    ],
)
def test_sin_tipo_periodicidad_o_estado_no_hay_formula(falta: str, nombre: str) -> None:
    datos: dict[str, Any] = {"metas": {2024: 10}, "meta_final": 10, "reportes": {"2024Q4": 5}}
    vacio = hasta("2024Q4", indicador(**{**datos, falta: None}))
    assert vacio == Cifras("sin dato", fuera=f"falta: {nombre}")
    ilegible = indicador(**{**datos, falta: None}, sin_leer=frozenset({falta}))
    assert hasta("2024Q4", ilegible) == Cifras("sin dato", fuera=f"no se puede leer: {nombre}")


def test_lo_ilegible_deja_sin_dato_solo_lo_que_depende_de_el() -> None:
    """Con un trimestre ilegible una Suma no tiene avance, pero sí meta; un Creciente que volvió a
    reportar después sí lo tiene."""
    datos: dict[str, Any] = {
        "metas": {2024: 40},
        "meta_final": 80,
        "reportes": {"2024Q1": ILEGIBLE, "2024Q2": 10},
    }
    suma = hasta("2024Q2", indicador("Suma", **datos))
    assert (suma.mp, suma.ma, suma.av, suma.pahv_pct, suma.paa_pct) == (20, 20, None, None, None)
    assert (suma.trayectoria_pct, suma.semaforo) == (25, "sin dato")
    assert hasta("2024Q2", indicador("Creciente", **datos)).pahv_pct == 50
    sin_final = hasta("2024Q2", indicador("Creciente", **{**datos, "meta_final": ILEGIBLE}))
    assert (sin_final.pahv_pct, sin_final.paa_pct, sin_final.trayectoria_pct) == (50, None, None)


def test_sin_ninguna_meta_no_hay_meta_anterior() -> None:
    assert meta_del_periodo(indicador("Constante"), 2024, 12) is None
    assert hasta("2024Q4", indicador("Constante", reportes={"2024Q4": 3})).semaforo == "sin dato"


def test_los_niveles() -> None:
    """Dos productos del objetivo 1 (30 % y 20 %) y uno del 2 (50 %), en Q4.

    1.1.1: 50 de 100 → PAA 50 %, TI 100 % → 15 y 30 puntos. 1.2.1: 300 de 100 → topado, 20 y 20.
    2.1.1: sin reporte → 0 y 50. Política: 35 y 100, brecha −65. Objetivo 1: 35 / 50 = 70 %.
    """
    datos: dict[str, Any] = {"metas": {2024: 100}, "meta_final": 100}
    filas = [
        seguido("2024Q4", indicador(codigo="2.1.1", ponderacion_pct=50.0, **datos)),
        seguido(
            "2024Q4",
            indicador(codigo="1.1.1", ponderacion_pct=30.0, reportes={"2024Q4": 50}, **datos),
        ),
        seguido(
            "2024Q4",
            indicador(codigo="1.2.1", ponderacion_pct=20.0, reportes={"2024Q4": 300}, **datos),
        ),
        seguido("2024Q4", indicador(codigo="1.1", ponderacion_pct=30.0, **datos)),
    ]
    todos = niveles(filas)
    assert [(n.clase, n.codigo, n.productos, n.peso_pct) for n in todos] == [
        ("política", "", 3, 100),
        ("objetivo", "1", 2, 50),
        ("objetivo", "2", 1, 50),
        ("resultado", "1.1", 1, 30),
        ("resultado", "1.2", 1, 20),
        ("resultado", "2.1", 1, 50),
    ]
    politica, primero = todos[:2]
    assert (politica.avance_pct, politica.trayectoria_pct) == (35, 100)
    assert politica.aporte.brecha_pp == -65
    assert (primero.avance_pct, primero.trayectoria_pct) == (70, 100)
