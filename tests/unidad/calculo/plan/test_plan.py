"""La trayectoria de un plan, un producto hasta el final, y lo que cambia entre versiones."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tablero.calculo.plan.comparar import comparar
from tablero.calculo.plan.hallazgos import revisar
from tablero.calculo.plan.hasta_el_final import desde_filas, escala_del_libro, hasta_el_final
from tablero.calculo.plan.programado import Objetivo, Plan, Programado
from tablero.calculo.plan.trayectoria import de_la_politica, de_un_producto
from tablero.calculo.plan.versiones import Version, VersionDePlan
from tablero.calculo.seguimiento.indicador import ILEGIBLE, Indicador, Periodo

ANIOS = tuple(range(2023, 2028))
TIPOS = ("Suma", "Constante", "Creciente", "Decreciente")


def indicador(codigo: str = "1.1.1", tipo: Any = "Suma", **datos: Any) -> Indicador:
    base: dict[str, Any] = {
        "codigo": codigo,
        "anualizacion_tipo": tipo,
        "periodicidad": "Anual",
        "metas": {2023: 10.0, 2024: 20.0, 2025: 30.0, 2026: 20.0, 2027: 20.0},
        "meta_final": 100.0,
        "reportes": {},
        "ponderacion_pct": 100.0,
        "anios": ANIOS,
        "lugares": {("codigo",): "A12", ("meta_final",): "Z12"},
    }
    return Indicador(**{**base, **datos})


def plan(*programados: Programado) -> Plan:
    return Plan((), (), programados, ANIOS)


@pytest.mark.parametrize(
    ("tipo", "metas", "final", "base", "esperadas"),
    [
        (
            "Suma",
            {2023: 10, 2024: 20, 2025: 30, 2026: 20, 2027: 20},
            100,
            None,
            [10, 30, 60, 80, 100],
        ),
        ("Constante", dict.fromkeys(ANIOS, 8), 8, None, [100] * 5),
        ("Creciente", {2025: 40, 2026: 60, 2027: 100}, 100, 20, [0, 0, 25, 50, 100]),
        ("Creciente", {2025: 40, 2026: 60, 2027: 100}, 100, None, [0, 0, 40, 60, 100]),
        ("Decreciente", {2024: 80, 2026: 40}, 40, 100, [0, 100 / 3, 100 / 3, 100, 100]),
        ("Decreciente", {2024: 5, 2026: 0}, 0, 10, [0, 50, 50, 100, 100]),
        ("Suma", {2024: 50, 2026: 50}, 100, None, [0, 50, 50, 100, 100]),
    ],
)
def test_la_trayectoria_de_cada_tipo_al_cierre_de_cada_ano(
    tipo: str, metas: Any, final: float, base: float | None, esperadas: list[float]
) -> None:
    propio = Programado(
        indicador(
            tipo=tipo,
            metas={a: float(m) for a, m in metas.items()},
            meta_final=float(final),
            linea_base=base,
        )
    )
    assert [de_un_producto(propio, a) for a in ANIOS] == pytest.approx(esperadas)
    de_todo = [t.trayectoria_pct for t in de_la_politica(plan(propio))]
    assert de_todo == pytest.approx(esperadas)
    sin_periodicidad = replace(propio, indicador=replace(propio.indicador, periodicidad=None))
    assert [de_un_producto(sin_periodicidad, a) for a in ANIOS] == pytest.approx(esperadas)


@pytest.mark.parametrize(
    "cambio",
    [
        {"metas": {}},
        {"meta_final": None},
        {"meta_final": ILEGIBLE},
        {"ponderacion_pct": None},
        {"ponderacion_pct": ILEGIBLE},
        {"anualizacion_tipo": None},
        {"estado": None},
        {"metas": {2023: ILEGIBLE}},
    ],
)
def test_lo_que_no_se_puede_saber_no_es_cero(cambio: dict[str, Any]) -> None:
    propio = Programado(replace(indicador(), **cambio))
    assert de_un_producto(propio, 2027) is None
    ultimo = de_la_politica(plan(propio))[-1]
    assert (ultimo.trayectoria_pct, ultimo.productos, ultimo.productos_sin_dato) == (0.0, 1, 1)


def test_metas_con_escalas_mezcladas_no_tienen_trayectoria() -> None:
    mezclado = Programado(indicador(), en_porcentaje=frozenset({("meta", 2024)}))
    assert mezclado.escala == "mezclada"
    assert de_un_producto(mezclado, 2024) is None
    con_cero = Programado(
        indicador(metas={2023: 0.0, 2024: 100.0}),
        en_porcentaje=frozenset({("meta", 2024), ("meta_final",)}),
    )
    assert con_cero.escala == "porcentaje"  # un cero no dice nada


metas_sorteadas = st.dictionaries(
    st.sampled_from(ANIOS), st.floats(0.5, 1e4, allow_nan=False), min_size=1
)


@given(
    st.lists(
        st.tuples(st.sampled_from(TIPOS), metas_sorteadas, st.floats(0.1, 30)),
        min_size=1,
        max_size=6,
    ),
    st.data(),
)
@settings(max_examples=60, deadline=None)
def test_volver_ilegible_un_producto_lo_saca_a_el_exactamente(
    dibujados: list[tuple[str, dict[int, float], float]], dato: st.DataObject
) -> None:
    programados = [
        Programado(
            indicador(
                f"1.1.{n}",
                tipo,
                metas=metas,
                meta_final=max(metas.values()) * 2,
                linea_base=0.25,
                ponderacion_pct=peso,
            )
        )
        for n, (tipo, metas, peso) in enumerate(dibujados, 1)
    ]
    cual = dato.draw(st.integers(0, len(programados) - 1))
    ilegible = replace(
        programados[cual],
        indicador=replace(programados[cual].indicador, meta_final=ILEGIBLE),
    )
    demas = [p for n, p in enumerate(programados) if n != cual]
    con_el = de_la_politica(plan(*[*demas, ilegible]))
    sin_el = de_la_politica(plan(*demas))
    assert [t.trayectoria_pct for t in con_el] == [t.trayectoria_pct for t in sin_el]
    assert {t.productos_sin_dato for t in con_el} <= {0, 1}
    # Solo está sin dato en los años en que ya debía haber empezado.
    primero = min(programados[cual].indicador.metas)
    assert [t.anio for t in con_el if t.productos_sin_dato] == [a for a in ANIOS if a >= primero]


@given(metas_sorteadas)
@settings(max_examples=60, deadline=None)
def test_la_de_un_suma_nunca_baja_y_llega_a_cien_si_sus_metas_dan(metas: dict[int, float]) -> None:
    propio = Programado(indicador(metas=metas, meta_final=sum(metas.values())))
    serie = [t.trayectoria_pct for t in de_la_politica(plan(propio))]
    assert serie == sorted(serie)
    assert serie[-1] == pytest.approx(100.0)


def test_hasta_el_final_lo_programado_y_lo_que_llevaba() -> None:
    del_plan = indicador()
    libro = indicador(
        metas={2023: 10.0, 2024: 20.0},
        anios=(2023, 2024),
        reportes={Periodo(2023, 4): 8.0, Periodo(2024, 2): 7.0, Periodo(2024, 4): 5.0},
    )
    hallado = hasta_el_final(del_plan, libro, Periodo(2024, 2), es_porcentaje=False)
    assert hallado.programado == {2023: 10.0, 2024: 30.0, 2025: 60.0, 2026: 80.0, 2027: 100.0}
    assert hallado.llevaba == {Periodo(2023, 4): 8.0, Periodo(2024, 2): 15.0}
    assert hallado.se_comparan
    nivel = replace(del_plan, anualizacion_tipo="Creciente")
    de_nivel = hasta_el_final(
        nivel, replace(libro, anualizacion_tipo="Creciente"), Periodo(2024, 4), es_porcentaje=False
    )
    assert de_nivel.programado == {2023: 10.0, 2024: 20.0, 2025: 30.0, 2026: 20.0, 2027: 20.0}
    assert list(de_nivel.llevaba.values()) == [8.0, 7.0, 5.0]
    assert hasta_el_final(del_plan, None, Periodo(2024, 4), es_porcentaje=False).llevaba == {}


@pytest.mark.parametrize(
    ("del_libro", "final", "escala"),
    [
        ({2025: 0.5, 2026: 0.7}, 1.0, 100.0),
        ({2025: 50.0}, 100.0, 1.0),
        ({2025: 0.4}, 1.0, None),
        ({2024: 0.9}, 1.0, 100.0),
        ({2024: 0.9}, 3.0, None),
    ],
)
def test_la_escala_del_libro_la_dicen_las_metas_que_comparten(
    del_libro: dict[int, float], final: float, escala: float | None
) -> None:
    en_plan = indicador(tipo="Constante", metas={2025: 50.0, 2026: 70.0}, meta_final=100.0)
    libro = indicador(
        tipo="Constante", metas=del_libro, meta_final=final, reportes={Periodo(2025, 4): 0.45}
    )
    assert escala_del_libro(en_plan, libro, es_porcentaje=True) == escala
    assert escala_del_libro(en_plan, libro, es_porcentaje=False) == 1.0
    hallado = hasta_el_final(en_plan, libro, Periodo(2025, 4), es_porcentaje=True)
    assert hallado.se_comparan is (escala is not None)
    esperado = {} if escala is None else {Periodo(2025, 4): pytest.approx(0.45 * escala)}
    assert hallado.llevaba == esperado


def test_el_indicador_vuelve_de_las_filas_con_lo_ilegible() -> None:
    fila = {
        "producto_codigo": "1.1.1",
        "anualizacion_tipo": "Suma",
        "periodicidad": None,
        "meta_final": 100.0,
        "vigencia": "Vigente",
        "linea_base": None,
        "ponderacion_pct": 5.0,
    }
    armado = desde_filas(fila, [{"anio": 2023, "meta": 10.0}, {"anio": 2024, "meta": None}])
    hallado = hasta_el_final(armado, None, Periodo(2024, 4), es_porcentaje=False)
    assert hallado.programado == {2023: 10.0, 2024: None}


def version(
    numero: int, *programados: Programado, objetivos: Any = (), sin_codigo: tuple[str, ...] = ()
) -> VersionDePlan:
    entero = Plan(objetivos, (), programados, ANIOS, sin_codigo)
    return VersionDePlan(
        "p", "P", Version(2022 + numero, numero), date(2022 + numero, 1, 1), entero
    )


def test_lo_que_cambia_entre_versiones_se_dice_una_vez_y_en_palabras() -> None:
    antes = version(
        1,
        Programado(indicador(sector="S", entidad="A"), dependencia="Oficina 1", formula="a/b"),
        Programado(indicador("1.1.2", fin=date(2027, 12, 31))),
        Programado(indicador("1.1.3")),
        objetivos=[Objetivo(1, "Uno", 100.0)],
    )
    despues = version(
        2,
        Programado(
            indicador(sector="S", entidad="B", ponderacion_pct=40.0),
            dependencia="Oficina 2",
            formula="a/c",
        ),
        Programado(indicador("1.1.2", fin=date(2028, 6, 30), estado="No vigente")),
        Programado(indicador("1.1.4")),
        objetivos=[Objetivo(1, "Uno", 90.0), Objetivo(2, "Dos", 10.0)],
    )
    assert [(c.codigo, c.clase, c.dato, c.antes, c.despues) for c in comparar(antes, despues)] == [
        ("1", "ponderación", "ponderación", "100\u00a0%", "90\u00a0%"),
        ("2", "entra", "objetivo", None, None),
        ("1.1.1", "ponderación", "ponderación", "100\u00a0%", "40\u00a0%"),
        ("1.1.1", "responsable", "entidad", "A", "B"),
        ("1.1.1", "responsable", "dependencia", "Oficina 1", "Oficina 2"),
        ("1.1.1", "texto", "fórmula", "a/b", "a/c"),
        ("1.1.2", "estado", "estado", "Vigente", "No vigente"),
        ("1.1.2", "fechas", "fecha de fin", "31 de diciembre de 2027", "30 de junio de 2028"),
        ("1.1.3", "sale", "producto", None, None),
        ("1.1.4", "entra", "producto", None, None),
    ]
    assert comparar(antes, antes) == []


def test_si_un_codigo_no_se_lee_no_se_afirma_que_su_producto_salga_o_entre() -> None:
    uno = Programado(indicador())
    duda = "no se sabe: hay 2 filas cuyo código no se lee (AG12 y AG15)"
    (salio,) = comparar(version(1, uno), version(2, sin_codigo=("AG12", "AG15")))
    assert (salio.clase, salio.antes, salio.despues) == ("sale", None, duda)
    (entro,) = comparar(version(1, sin_codigo=("AG12", "AG15")), version(2, uno))
    assert (entro.clase, entro.antes, entro.despues) == ("entra", duda, None)


@pytest.mark.parametrize(
    ("cambio", "regla", "mensaje"),
    [
        ({"metas": {}}, "metas_no_dan", "no tiene ninguna meta"),
        ({"meta_final": None}, "metas_no_dan", "no tiene meta final"),
        ({"meta_final": 90.0}, "metas_no_dan", "las metas de los años suman 100 y la final, 90."),
        (
            {"anualizacion_tipo": "Constante"},
            "metas_no_dan",
            "la meta de 2027 es 20 y la final, 100.",
        ),
        (
            {"inicio": date(2027, 1, 1), "fin": date(2023, 1, 1)},
            "fuera_de_plazo",
            "empieza el 1 de enero de 2027, después de terminar (1 de enero de 2023).",
        ),
        ({"fin": date(2025, 6, 30)}, "fuera_de_plazo", "tiene meta en 2026 y 2027, fuera de su"),
        ({"ponderacion_pct": None}, "ponderacion", "no tiene ponderación"),
        ({"ponderacion_pct": 140.0}, "ponderacion", "su ponderación es 140,00"),
    ],
)
def test_lo_que_no_cuadra_en_un_producto(cambio: Any, regla: str, mensaje: str) -> None:
    hallados = [
        h for h in revisar(plan(Programado(replace(indicador(), **cambio)))) if h.regla == regla
    ]
    assert len(hallados) == 1
    assert hallados[0].mensaje.startswith(mensaje)
    assert hallados[0].hoja == "Plan de acción"
    assert revisar(plan(Programado(indicador()))) == []


def test_un_producto_cuelga_de_un_resultado_vigente_del_plan() -> None:
    padre = Programado(indicador("1.1", anualizacion_tipo="Suma"))
    huerfano = Programado(indicador("1.2.1", ponderacion_pct=0.0))
    entero = Plan((), (padre,), (Programado(indicador()), huerfano), ANIOS)
    assert [(h.producto_codigo, h.mensaje) for h in revisar(entero) if h.regla == "jerarquia"] == [
        ("1.2.1", "su resultado, 1.2, no está en el plan.")
    ]
    muerto = replace(padre, indicador=replace(padre.indicador, estado="No vigente"))
    entero = Plan((), (muerto,), (Programado(indicador()),), ANIOS)
    assert [h.mensaje for h in revisar(entero) if h.regla == "jerarquia"] == [
        "está vigente y su resultado, 1.1, no."
    ]


def test_los_objetivos_pesan_lo_de_sus_productos_y_suman_cien() -> None:
    objetivos = (Objetivo(1, "Uno", 70.0), Objetivo(2, "Dos", 10.0))
    productos = (
        Programado(indicador(ponderacion_pct=80.0)),
        Programado(indicador("2.1.1", ponderacion_pct=20.0)),
    )
    hallados = [h.mensaje for h in revisar(Plan(objetivos, (), productos, ANIOS))]
    assert hallados == [
        "el objetivo 1 pesa 70,00\u00a0% y sus productos vigentes suman 80,00\u00a0%.",
        "el objetivo 2 pesa 10,00\u00a0% y sus productos vigentes suman 20,00\u00a0%.",
        "las ponderaciones de los objetivos suman 80,00\u00a0% y deben sumar 100\u00a0%.",
    ]
