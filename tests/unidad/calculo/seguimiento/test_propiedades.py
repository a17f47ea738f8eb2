"""Lo que el motor de seguimiento cumple siempre."""

import random
from dataclasses import replace
from typing import Any

import pytest
from fabrica_indicadores import ANIOS, completos, cortes, indicadores
from hypothesis import given
from hypothesis import strategies as st

from tablero.calculo.seguimiento.indicador import Indicador, Periodo
from tablero.calculo.seguimiento.metas import meta_acumulada, programadas
from tablero.calculo.seguimiento.motor import calcular
from tablero.calculo.seguimiento.niveles import Seguido, niveles
from tablero.calculo.seguimiento.tiempo import MESES_POR_TRIMESTRE

politicas = st.lists(indicadores() | completos(), max_size=12) | st.lists(
    completos(), min_size=4, max_size=12
)


def _escalar(dato: Indicador, k: float) -> Indicador:
    return replace(
        dato,
        metas={a: v * k for a, v in dato.metas.items()},
        meta_final=None if dato.meta_final is None else dato.meta_final * k,
        linea_base=None if dato.linea_base is None else dato.linea_base * k,
        reportes={p: v * k for p, v in dato.reportes.items()},
    )


@given(indicadores(), cortes, st.sampled_from([2.0**-30, 0.5, 2.0, 2.0**30]))
def test_las_unidades_no_importan(dato: Indicador, hasta: Periodo, k: float) -> None:
    """Medir en miles o en docenas no cambia ningún porcentaje (potencias de dos: sin redondeo)."""
    antes, despues = calcular(dato, hasta), calcular(_escalar(dato, k), hasta)
    for campo in ("pav_pct", "pahv_pct", "paa_pct", "trayectoria_pct"):
        assert getattr(despues, campo) == pytest.approx(getattr(antes, campo))
    assert despues.semaforo == antes.semaforo


@st.composite
def con_metas_que_suben(draw: st.DrawFn) -> Indicador:
    """Suma, Constante o Creciente con metas por encima de la línea base."""
    base = draw(st.none() | st.floats(0, 1000))
    subidas = draw(st.lists(st.floats(0.5, 1000), min_size=5, max_size=5))
    escalones = [(base or 0) + sum(subidas[: n + 1]) for n in range(5)]
    return replace(
        draw(indicadores(("Suma", "Constante", "Creciente"))),
        estado="Vigente",
        linea_base=base,
        metas=dict(zip(ANIOS, escalones, strict=False)),
        meta_final=escalones[-1],
    )


@given(con_metas_que_suben(), cortes, st.data())
def test_un_reporte_que_crece_nunca_baja_nada(
    dato: Indicador, hasta: Periodo, data: st.DataObject
) -> None:
    if not dato.reportes:
        return
    cual = data.draw(st.sampled_from(sorted(dato.reportes)))
    mas = {**dato.reportes, cual: dato.reportes[cual] + data.draw(st.floats(0, 1e5))}
    antes, despues = calcular(dato, hasta), calcular(replace(dato, reportes=mas), hasta)
    for campo in ("pav_pct", "pahv_pct", "paa_pct", "brecha_pp"):
        uno, otro = getattr(antes, campo), getattr(despues, campo)
        assert (uno is None) == (otro is None)
        assert uno is None or otro >= uno - 1e-9 * abs(uno)


@given(indicadores(), st.sampled_from(ANIOS), st.integers(1, 4))
def test_si_todo_sale_como_se_programo_no_hay_brecha(
    dato: Indicador, anio: int, trimestre: int
) -> None:
    """Reportar cada trimestre justo lo que se debía deja PAA = TI y PAHV en 100 %."""
    dato = replace(dato, estado="Vigente", periodicidad="Trimestral", reportes={})
    hasta = Periodo(anio, trimestre)
    reportes: dict[Periodo, float] = {}
    llevaba = 0.0
    for a in ANIOS:
        for q in (1, 2, 3, 4):
            debe = meta_acumulada(dato, a, q * MESES_POR_TRIMESTRE)
            if debe is None or Periodo(a, q) > hasta:
                continue
            reportes[Periodo(a, q)] = debe - llevaba if dato.anualizacion_tipo == "Suma" else debe
            llevaba = debe
    cifras = calcular(replace(dato, reportes=reportes), hasta)
    if cifras.trayectoria_pct is None:
        assert cifras.paa_pct is None
        return
    assert cifras.paa_pct == pytest.approx(cifras.trayectoria_pct, rel=1e-6, abs=1e-6)
    if cifras.pahv_pct is not None and programadas(dato):
        assert cifras.pahv_pct == pytest.approx(100, rel=1e-6)


def _seguir(datos: list[Indicador], hasta: Periodo) -> list[Seguido]:
    return [Seguido(dato, calcular(dato, hasta)) for dato in datos]


def _brecha(seguido: Seguido) -> float:
    """Como la dice el método: peso × (PAA − TI), los dos entre 0 y 100 %; sin dato, nada."""
    if seguido.cifras.semaforo == "no vigente":
        return 0.0
    avance, trayectoria = (
        min(max(porcentaje or 0.0, 0.0), 100.0)
        for porcentaje in (seguido.cifras.paa_pct, seguido.cifras.trayectoria_pct)
    )
    return (seguido.indicador.ponderacion_pct or 0.0) * (avance - trayectoria) / 100


@given(politicas, cortes)
def test_las_contribuciones_suman_la_brecha(datos: list[Indicador], hasta: Periodo) -> None:
    seguidos = _seguir(datos, hasta)
    politica, *resto = niveles(seguidos)
    brecha = politica.aporte.brecha_pp
    assert brecha == pytest.approx(sum(s.aporte.brecha_pp for s in seguidos), abs=1e-9)
    assert brecha == pytest.approx(sum(map(_brecha, seguidos)), abs=1e-9)
    for clase in ("objetivo", "resultado"):
        partes = [n.aporte.brecha_pp for n in resto if n.clase == clase]
        assert brecha == pytest.approx(sum(partes), abs=1e-9)


@given(politicas, cortes)
def test_el_orden_de_las_filas_no_importa(datos: list[Indicador], hasta: Periodo) -> None:
    otro: list[Any] = random.Random(1).sample(datos, len(datos))  # noqa: S311 - solo desordena
    assert niveles(_seguir(otro, hasta)) == niveles(_seguir(datos, hasta))


@given(indicadores() | completos(), cortes)
def test_nadie_aporta_mas_que_su_peso(dato: Indicador, hasta: Periodo) -> None:
    seguido = Seguido(dato, calcular(dato, hasta))
    for puntos in (seguido.aporte.avance_pp, seguido.aporte.trayectoria_pp):
        assert 0 <= puntos <= seguido.peso_pct * (1 + 1e-12)
