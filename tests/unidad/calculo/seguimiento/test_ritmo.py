"""El ritmo de un producto y de una política, con ejemplos calculados a mano."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from fabrica_seguimiento import indicador, periodo
from hypothesis import given
from hypothesis import strategies as st

from tablero.calculo.seguimiento import VERSION
from tablero.calculo.seguimiento.indicador import ILEGIBLE, Indicador, Periodo
from tablero.calculo.seguimiento.motor import calcular
from tablero.calculo.seguimiento.ritmo import ULTIMO_DIA, Ritmo, ritmo, ritmo_de_politica

ANIOS = (2024, 2025, 2026, 2027)


def al(texto: str, dato: Indicador) -> Ritmo:
    hasta = periodo(texto)
    return ritmo(dato, calcular(dato, hasta), hasta)


def suma(**datos: Any) -> Indicador:
    """120 por año de 2024 a 2027: 480 en 48 meses."""
    return indicador(**{"metas": dict.fromkeys(ANIOS, 120), "meta_final": 480, **datos})


def test_suma() -> None:
    """120 por año (2024–2027), MF 480; en Q2 de 2025 lleva 90 + 30 + 30 = 150 (31,25 %).

    Corridos 18 meses y restantes 30. Actual: 150 / 18 = 8,33 por mes. Para 2025: (240 − 150) / 6
    = 15. Para el final: 330 / 30 = 11. A 8,33 por mes faltan 330 / 8,33 = 39,6 meses: 39 acaban en
    septiembre de 2028 y 0,6 × 31 = 18,6 → el 19 de octubre. Límite: 48 − 39,6 = 8,4 meses desde el
    1 de enero de 2024; 8 acaban en agosto y 0,4 × 30 = 12 → el 12 de septiembre de 2024.
    """
    dato = suma(reportes={"2024Q4": 90, "2025Q1": 30, "2025Q2": 30})
    r = al("2025Q2", dato)
    assert (r.medido, r.fin, r.anio) == (date(2025, 6, 30), date(2027, 12, 31), 2025)
    assert (r.meses_corridos, r.meses_restantes) == (18, 30)
    assert r.actual == pytest.approx(150 / 18)
    assert (r.para_el_anio, r.para_el_final) == (pytest.approx(15), pytest.approx(11))
    assert r.actual_pp == pytest.approx(31.25 / 18)
    assert r.para_el_anio_pp == pytest.approx(18.75 / 6)
    assert r.para_el_final_pp == pytest.approx(68.75 / 30)
    assert (r.llegada, r.limite) == (date(2028, 10, 19), date(2024, 9, 12))
    assert (r.lectura, r.formula_version) == ("no alcanza", VERSION)


def test_creciente() -> None:
    """LB 20, metas 40, 60, 80 y 100 (2024–2027); en Q4 de 2024 llega a 50 (37,5 %).

    Cerrado 2024, el año es 2025: (60 − 50) / 12 = 0,83 por mes. Actual: 30 / 12 = 2,5. Para el
    final: 50 / 36 = 1,39. A 2,5 por mes faltan 20 meses: el 31 de agosto de 2026; el límite, 20
    meses antes del 31 de diciembre de 2027: el 30 de abril de 2026.
    """
    dato = indicador(
        "Creciente",
        linea_base=20,
        metas=dict(zip(ANIOS, (40, 60, 80, 100), strict=True)),
        meta_final=100,
        reportes={"2024Q4": 50},
    )
    r = al("2024Q4", dato)
    assert (r.anio, r.meses_corridos, r.meses_restantes) == (2025, 12, 36)
    assert (r.actual, r.actual_pp) == (pytest.approx(2.5), pytest.approx(3.125))
    assert r.para_el_anio == pytest.approx(10 / 12)
    assert r.para_el_anio_pp == pytest.approx(12.5 / 12)
    assert r.para_el_final == pytest.approx(50 / 36)
    assert r.para_el_final_pp == pytest.approx(62.5 / 36)
    assert (r.llegada, r.limite) == (date(2026, 8, 31), date(2026, 4, 30))
    assert r.lectura == "alcanza"


def test_decreciente() -> None:
    """LB 50, metas 40, 30, 20 y 10 (2024–2027); en Q2 de 2025 baja a 38 (12 de 40: 30 %).

    Actual: −12 / 18 = −0,67 por mes (1,67 p. p.). Para 2025: (30 − 38) / 6 = −1,33. Para el final:
    (10 − 38) / 30 = −0,93. Faltan 70 / 1,67 = 42 meses: el 31 de diciembre de 2028; el límite, 42
    meses antes del fin: el 30 de junio de 2024.
    """
    dato = indicador(
        "Decreciente",
        linea_base=50,
        metas=dict(zip(ANIOS, (40, 30, 20, 10), strict=True)),
        meta_final=10,
        reportes={"2025Q2": 38},
    )
    r = al("2025Q2", dato)
    assert (r.actual, r.actual_pp) == (pytest.approx(-12 / 18), pytest.approx(30 / 18))
    assert (r.para_el_anio, r.para_el_anio_pp) == (pytest.approx(-8 / 6), pytest.approx(20 / 6))
    assert r.para_el_final == pytest.approx(-28 / 30)
    assert r.para_el_final_pp == pytest.approx(70 / 30)
    assert (r.llegada, r.limite) == (date(2028, 12, 31), date(2024, 6, 30))
    assert r.lectura == "no alcanza"


@pytest.mark.parametrize(
    "dato",
    [
        indicador("Constante", metas={2024: 10}, meta_final=10, reportes={"2024Q4": 8}),
        suma(estado="No vigente", reportes={"2024Q4": 90}),
    ],
)
def test_ni_mantener_un_nivel_ni_un_no_vigente_tienen_ritmo(dato: Indicador) -> None:
    assert al("2024Q4", dato) == Ritmo("no aplica")


def test_el_plazo_es_el_de_sus_fechas() -> None:
    """Del 15 de julio de 2024 al 10 de abril de 2026, en Q4 de 2024.

    Corridos: 17 / 31 de julio + 5 = 5,548. Restantes: 15 meses + 10 / 30 = 15,333.
    """
    dato = suma(
        inicio=date(2024, 7, 15), fin=date(2026, 4, 10), reportes={"2024Q3": 40, "2024Q4": 44}
    )
    r = al("2024Q4", dato)
    assert r.meses_corridos == pytest.approx(5 + 17 / 31)
    assert r.meses_restantes == pytest.approx(15 + 10 / 30)
    assert (r.fin, r.actual) == (date(2026, 4, 10), pytest.approx(84 / (5 + 17 / 31)))


def test_el_anio_no_pasa_del_fin_del_plazo() -> None:
    """Termina el 31 de mayo de 2025: de ese año quedan 5 meses para (240 − 90) → 30 por mes."""
    r = al("2024Q4", suma(fin=date(2025, 5, 31), reportes={"2024Q4": 90}))
    assert (r.anio, r.para_el_anio) == (2025, pytest.approx(30))


def test_se_mide_al_cierre_del_trimestre_efectivo() -> None:
    """Un anual, en Q2 de 2025, todavía no debe el año: cuenta hasta diciembre de 2024.

    Lleva 120 en 12 meses: 10 por mes; para 2025 faltan 120 en 12 meses: 10. Uno trimestral con lo
    mismo ya debía dos reportes: 120 / 18 por mes, y para 2025 120 / 6 = 20.
    """
    anual = al("2025Q2", suma(periodicidad="Anual", reportes={"2024Q4": 120}))
    assert (anual.medido, anual.anio) == (date(2024, 12, 31), 2025)
    assert (anual.meses_corridos, anual.meses_restantes) == (12, 36)
    assert (anual.actual, anual.para_el_anio) == (pytest.approx(10), pytest.approx(10))
    assert (anual.lectura, anual.llegada) == ("alcanza", date(2027, 12, 31))
    assert anual.limite == date(2024, 12, 31)
    trimestral = al("2025Q2", suma(reportes={"2024Q4": 120}))
    assert trimestral.medido == date(2025, 6, 30)
    assert (trimestral.actual, trimestral.para_el_anio) == (
        pytest.approx(120 / 18),
        pytest.approx(20),
    )


def test_quien_ya_tiene_la_meta_no_necesita_mas() -> None:
    """Con la del año de sobra, 0 para el año; con la final (lleva 500 de 480), cumplida."""
    adelantado = al("2025Q2", suma(reportes={"2025Q2": 300}))
    assert (adelantado.para_el_anio, adelantado.para_el_anio_pp) == (0, 0)
    assert adelantado.para_el_final == pytest.approx(180 / 30)
    cumplido = al("2025Q2", suma(reportes={"2025Q2": 500}))
    assert (cumplido.lectura, cumplido.para_el_anio, cumplido.para_el_final) == ("cumplida", 0, 0)
    assert (cumplido.llegada, cumplido.limite) == (None, None)


def test_una_meta_juntada_con_decimales_esta_cumplida() -> None:
    """0,1 + 0,7 de 0,8 da 99,99999999999999 % en la máquina; no le falta nada."""
    dato = indicador(metas={2024: 0.8}, meta_final=0.8, reportes={"2024Q1": 0.1, "2024Q2": 0.7})
    assert (calcular(dato, Periodo(2024, 2)).paa_pct or 0) < 100
    assert al("2024Q2", dato).lectura == "cumplida"


@pytest.mark.parametrize(("tipo", "nivel"), [("Suma", 0), ("Creciente", 3), ("Decreciente", 55)])
def test_sin_avance(tipo: str, nivel: float) -> None:
    """Reporta cero, o va en contra de su meta: no hay fecha de llegada."""
    base, final = (50, 10) if tipo == "Decreciente" else (5, 40)
    dato = indicador(
        tipo, linea_base=base, metas={2027: final}, meta_final=final, reportes={"2024Q4": nivel}
    )
    dato = replace(dato, inicio=date(2024, 1, 1))
    r = al("2024Q4", dato)
    assert (r.lectura, r.llegada, r.limite) == ("sin avance", None, None)
    assert (r.actual_pp or 0) <= 0 < (r.para_el_final_pp or 0)


def test_vencida() -> None:
    """Cierra el plazo con 360 de 480: 7,5 por mes; los 120 que faltan son 16 meses más."""
    r = al("2027Q4", suma(reportes={"2027Q4": 360}))
    assert (r.lectura, r.meses_restantes, r.para_el_anio, r.para_el_final) == (
        "vencida",
        0,
        None,
        None,
    )
    assert (r.actual, r.llegada) == (pytest.approx(7.5), date(2029, 4, 30))
    assert al("2027Q4", suma(reportes={"2027Q4": 480})).lectura == "cumplida"


def test_despues_del_plazo_siguen_corriendo_los_meses() -> None:
    """Año y medio después del fin: 48 + 18 = 66 meses corridos y ninguno restante."""
    r = al("2029Q2", suma(reportes={"2027Q4": 330}))
    assert (r.meses_corridos, r.meses_restantes, r.lectura) == (66, 0, "vencida")
    assert r.actual == pytest.approx(5)


@pytest.mark.parametrize(
    "datos",
    [
        {"reportes": {}},
        {"reportes": {"2024Q1": ILEGIBLE}},
        {"reportes": {"2024Q4": 5}, "meta_final": None},
        {"reportes": {"2024Q4": 5}, "meta_final": ILEGIBLE},
        {"reportes": {"2024Q4": 5}, "metas": {}},
        {"reportes": {"2024Q4": 5}, "periodicidad": None},
    ],
)
def test_sin_dato(datos: dict[str, Any]) -> None:
    """Sin reporte, sin meta final legible, sin plazo o sin periodicidad no se dice nada."""
    assert al("2024Q4", suma(**datos)) == Ritmo("sin dato")


def test_lo_reportado_antes_de_empezar_no_tiene_ritmo() -> None:
    """Empieza en 2025 y en Q4 de 2024 ya reportó: ningún mes del plazo ha corrido."""
    r = al("2024Q4", suma(inicio=date(2025, 1, 1), reportes={"2024Q4": 48}))
    assert (r.lectura, r.meses_corridos, r.actual, r.llegada) == ("sin dato", 0, None, None)
    assert r.para_el_final == pytest.approx(432 / 36)


def test_la_meta_ilegible_de_un_anio_solo_deja_sin_dato_lo_de_ese_anio() -> None:
    metas = {**dict.fromkeys(ANIOS, 120), 2025: ILEGIBLE}
    r = al("2024Q4", suma(metas=metas, reportes={"2024Q4": 120}))
    assert (r.para_el_anio, r.para_el_anio_pp) == (None, None)
    assert (r.para_el_final, r.lectura) == (pytest.approx(10), "alcanza")


def test_un_dia_empezado_cuenta_para_llegar_y_no_para_el_limite() -> None:
    """En 12 meses hizo 100 de 480: los 380 que faltan son 45,6 meses.

    Llegada: 45 meses acaban en septiembre de 2028 y 0,6 × 31 = 18,6 → el 19 de octubre. Límite: a
    2,4 meses de empezar; 2 acaban en febrero y 0,4 × 31 = 12,4 → el 12 de marzo de 2024.
    """
    r = al("2024Q4", suma(reportes={"2024Q4": 100}))
    assert (r.llegada, r.limite) == (date(2028, 10, 19), date(2024, 3, 12))


@pytest.mark.parametrize(
    ("hecho", "llegada"), [(10, date(2071, 12, 31)), (6, None), (1e-300, None)]
)
def test_una_llegada_despues_de_2100_no_es_una_fecha(hecho: float, llegada: date | None) -> None:
    """En 12 meses hizo 10 de 480: los 470 que faltan son 564 meses, 47 años desde 2024.

    Con 6 serían 948 meses, hasta 2103: sin fecha. El límite sería anterior al plazo.
    """
    r = al("2024Q4", suma(reportes={"2024Q4": hecho}))
    assert (r.lectura, r.llegada, r.limite) == ("no alcanza", llegada, None)


def test_el_limite_mas_temprano_es_la_vispera_del_plazo() -> None:
    """De febrero de 2024 a enero de 2028; en Q3 de 2026 lleva 240 de 600 en 32 meses.

    Los 360 que faltan son 48 meses, justo el plazo: no podía perder ni un día.
    """
    plazo = {"inicio": date(2024, 2, 1), "fin": date(2028, 1, 31), "meta_final": 600}
    r = al("2026Q3", suma(reportes={"2026Q3": 240}, **plazo))
    assert (r.meses_corridos, r.limite) == (32, date(2024, 1, 31))
    # Con un poco menos de avance, ni empezando el primer día.
    assert al("2026Q3", suma(reportes={"2026Q3": 239}, **plazo)).limite is None


def test_la_politica_en_linea_recta() -> None:
    """De 2024 a 2027, al 30 de junio de 2025: avance 30 % y trayectoria 40 %.

    Actual: 30 / 18 = 1,67 puntos por mes. La trayectoria sube 60 puntos en 30 meses: al cierre de
    2025 estaría en 40 + 60 × 6 / 30 = 52 %; (52 − 30) / 6 = 3,67. Para el final: 70 / 30 = 2,33.
    Faltan 70 / 1,67 = 42 meses: el 31 de diciembre de 2028.
    """
    plazo = (date(2024, 1, 1), date(2027, 12, 31), date(2025, 6, 30))
    r = ritmo_de_politica(30, 40, *plazo)
    assert r.actual == r.actual_pp == pytest.approx(30 / 18)
    assert r.para_el_anio == r.para_el_anio_pp == pytest.approx(22 / 6)
    assert r.para_el_final == r.para_el_final_pp == pytest.approx(70 / 30)
    assert (r.anio, r.medido, r.fin) == (2025, plazo[2], plazo[1])
    assert (r.lectura, r.llegada, r.limite) == (
        "no alcanza",
        date(2028, 12, 31),
        date(2024, 6, 30),
    )
    sin_trayectoria = ritmo_de_politica(30, None, *plazo)
    assert sin_trayectoria == replace(r, para_el_anio=None, para_el_anio_pp=None)
    assert ritmo_de_politica(None, 40, *plazo) == Ritmo("sin dato")


@pytest.mark.parametrize(("avance", "lectura"), [(0, "sin avance"), (60, "alcanza")])
def test_la_politica_en_un_corte_que_cierra_el_anio(avance: float, lectura: str) -> None:
    """Al 31 de diciembre de 2024 el año que sigue es 2025: 50 + 50 × 12 / 36 = 66,67 %."""
    r = ritmo_de_politica(avance, 50, date(2023, 1, 1), date(2027, 12, 31), date(2024, 12, 31))
    assert (r.anio, r.lectura) == (2025, lectura)
    assert r.para_el_anio == pytest.approx((50 + 50 / 3 - avance) / 12)


def test_la_politica_vencida_y_la_cumplida() -> None:
    plazo = (date(2023, 1, 1), date(2024, 12, 31), date(2024, 12, 31))
    assert ritmo_de_politica(90, 100, *plazo).lectura == "vencida"
    assert ritmo_de_politica(100, 100, *plazo).lectura == "cumplida"


enteros = st.integers(0, 2000).map(float)
periodos = st.builds(Periodo, st.sampled_from(ANIOS), st.integers(1, 4))


@st.composite
def que_avanzan(draw: st.DrawFn) -> Indicador:
    """Suma, Creciente o Decreciente con metas en su sentido, huecos y fechas de cualquier día."""
    tipo = draw(st.sampled_from(["Suma", "Creciente", "Decreciente"]))
    base, camino = draw(enteros), draw(st.integers(1, 2000))
    sentido = -1 if tipo == "Decreciente" else 1
    inicial = 0.0 if tipo == "Suma" else base
    return replace(
        indicador(
            tipo,
            draw(st.sampled_from(["Trimestral", "Semestral", "Anual"])),
            linea_base=base,
            metas=draw(st.dictionaries(st.sampled_from(ANIOS), enteros)),
            meta_final=inicial + sentido * camino,
        ),
        inicio=draw(st.none() | st.dates(date(2023, 1, 1), date(2025, 12, 31))),
        fin=draw(st.none() | st.dates(date(2026, 1, 1), date(2035, 12, 31))),
        reportes=draw(st.dictionaries(periodos, enteros, min_size=1)),
    )


def _escalar(dato: Indicador, k: float) -> Indicador:
    return replace(
        dato,
        metas={a: v * k for a, v in dato.metas.items()},
        meta_final=None if dato.meta_final is None else dato.meta_final * k,
        linea_base=None if dato.linea_base is None else dato.linea_base * k,
        reportes={p: v * k for p, v in dato.reportes.items()},
    )


@given(que_avanzan(), periodos, st.floats(0.001, 1000))
def test_las_unidades_no_importan(dato: Indicador, hasta: Periodo, k: float) -> None:
    """Medir en miles o en docenas no cambia los `_pp`, las fechas ni la lectura."""
    antes, despues = (
        ritmo(otro, calcular(otro, hasta), hasta) for otro in (dato, _escalar(dato, k))
    )
    for campo in ("actual", "para_el_anio", "para_el_final"):
        # Lo que falta es una resta: cerca de la meta quedan los decimales que arrastra.
        pp = getattr(antes, f"{campo}_pp")
        assert getattr(despues, f"{campo}_pp") == (
            pp if pp is None else pytest.approx(pp, rel=1e-9, abs=1e-7)
        )
        valor = getattr(antes, campo)
        assert getattr(despues, campo) == (
            valor if valor is None else pytest.approx(valor * k, rel=1e-9, abs=1e-5)
        )
    fechas = ("lectura", "llegada", "limite", "medido", "fin", "anio")
    assert [getattr(despues, c) for c in fechas] == [getattr(antes, c) for c in fechas]


def _cuando(r: Ritmo) -> date:
    """La llegada; antes que todas, la de quien ya llegó, y después, la de quien no tiene."""
    return date.min if r.lectura == "cumplida" else r.llegada or date.max


@given(que_avanzan(), periodos, enteros)
def test_mas_avance_nunca_retrasa_la_llegada(
    dato: Indicador, hasta: Periodo, aumento: float
) -> None:
    """Sube el último reporte, o lo baja si el indicador debe bajar."""
    reportes = dato.reportes_hasta(hasta)
    if not reportes:
        return
    signo = -1 if dato.anualizacion_tipo == "Decreciente" else 1
    ultimo = max(reportes)
    mas = replace(dato, reportes={**dato.reportes, ultimo: reportes[ultimo] + signo * aumento})
    antes, despues = (ritmo(otro, calcular(otro, hasta), hasta) for otro in (dato, mas))
    assert _cuando(despues) <= _cuando(antes)


@given(que_avanzan(), periodos)
def test_la_lectura_la_llegada_y_el_limite_dicen_lo_mismo(dato: Indicador, hasta: Periodo) -> None:
    """Alcanza si el ritmo actual no es menor que el necesario, y entonces el límite no pasó."""
    r = ritmo(dato, calcular(dato, hasta), hasta)
    if r.lectura not in ("alcanza", "no alcanza"):
        return
    assert r.actual_pp is not None
    assert r.para_el_final_pp is not None
    assert r.medido is not None
    holgura = r.actual_pp / r.para_el_final_pp - 1
    if abs(holgura) > 1e-6:
        assert (r.lectura == "alcanza") == (holgura > 0)
    assert (r.lectura == "alcanza") == (r.limite is not None and r.limite >= r.medido)


fines = st.dates(date(2031, 1, 1), date(2036, 12, 31)) | st.just(ULTIMO_DIA)


@given(st.dates(date(2023, 1, 1), date(2030, 12, 31)), fines)
def test_los_bordes_del_plazo(corte: date, fin: date) -> None:
    """Al ritmo justo llega el día del fin, y su límite es el corte.

    Con uno al que le faltan tantos meses como dura el plazo, el límite es su víspera.
    """
    desde = date(2023, 1, 1)
    plazo = ritmo_de_politica(0, None, desde, fin, corte)
    corridos, restantes = plazo.meses_corridos or 0, plazo.meses_restantes or 0
    justo = ritmo_de_politica(100 * corridos / (corridos + restantes), None, desde, fin, corte)
    assert (justo.lectura, justo.llegada, justo.limite) == ("alcanza", fin, corte)
    lento = ritmo_de_politica(100 * corridos / (2 * corridos + restantes), None, desde, fin, corte)
    assert (lento.lectura, lento.limite) == ("no alcanza", date(2022, 12, 31))
