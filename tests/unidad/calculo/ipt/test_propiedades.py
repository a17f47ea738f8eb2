"""Lo que el índice cumple con cualquier conjunto de valores."""

import math
import warnings
from typing import Any

import numpy as np
import pytest
from fabrica_filas import sueltas
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.testing import assert_allclose

from tablero.calculo.ipt import TABLAS_CALCULADAS, supuestos
from tablero.calculo.ipt.motor import calcular
from tablero.modelo.eat import IptIndicador
from tablero.modelo.escalas import CASI_CERO
from tablero.modelo.ipt import IptDireccion, IptValor

Tablas = dict[str, list[dict[str, Any]]]

casos = st.builds(
    lambda semilla, municipios, indicadores: (
        np.random.default_rng(semilla).normal(size=(municipios, indicadores))
        + np.random.default_rng(semilla + 1).normal(size=(municipios, 1))
    ),
    st.integers(0, 10_000),
    st.integers(6, 25),
    st.integers(1, 6),
)
pocos = settings(max_examples=15, deadline=None)


def calcular_de(valores: np.ndarray, *, barajar: int | None = None) -> Tablas:
    filas = [
        IptValor.model_construct(
            municipio_codigo=f"{i:05d}",
            indicador_orden=j + 1,
            edicion="e",
            valor=None if math.isnan(valores[i, j]) else float(valores[i, j]),
            fuente_codigo="f",
        )
        for i in range(valores.shape[0])
        for j in range(valores.shape[1])
    ]
    ordenes = publicados(valores.shape[1])
    if barajar is not None:
        azar = np.random.default_rng(barajar)
        azar.shuffle(filas)
        azar.shuffle(ordenes)
    return sueltas(calcular(filas, [], ordenes, corridas=6), TABLAS_CALCULADAS)


def publicados(cuantos: int) -> list[IptIndicador]:
    return [IptIndicador.model_construct(orden=j + 1) for j in range(cuantos)]


def ordenes(tablas: Tablas) -> dict[str, int]:
    return {f["municipio_codigo"]: f["orden_calculado"] for f in tablas["ipt_puntajes"]}


def puntajes(tablas: Tablas) -> list[float]:
    return [f["puntaje"] for f in tablas["ipt_puntajes"]]


@pocos
@given(casos, st.integers(0, 100))
def test_el_orden_de_filas_y_columnas_no_cambia_nada(valores: np.ndarray, semilla: int) -> None:
    assert calcular_de(valores) == calcular_de(valores, barajar=semilla)


@pocos
@given(casos, st.integers(0, 100))
def test_las_unidades_no_cambian_el_orden(valores: np.ndarray, semilla: int) -> None:
    azar = np.random.default_rng(semilla)
    columnas = valores.shape[1]
    otras = valores * azar.uniform(0.01, 1000, columnas) + azar.uniform(-50, 50, columnas)
    originales, cambiadas = calcular_de(valores), calcular_de(otras)
    assert ordenes(originales) == ordenes(cambiadas)
    assert_allclose(puntajes(originales), puntajes(cambiadas), atol=1e-6)


@pocos
@given(casos)
def test_los_aportes_suman_el_puntaje(valores: np.ndarray) -> None:
    tablas = calcular_de(valores)
    sumas: dict[str, float] = {}
    for fila in tablas["ipt_aportes"]:
        codigo = fila["municipio_codigo"]
        sumas[codigo] = sumas.get(codigo, 0.0) + fila["aporte_puntos"]
    assert_allclose(
        [sumas[f["municipio_codigo"]] for f in tablas["ipt_puntajes"]], puntajes(tablas)
    )


@pocos
@given(casos)
def test_el_puntaje_va_de_cero_a_cien_y_los_alcanza(valores: np.ndarray) -> None:
    todos = puntajes(calcular_de(valores))
    assert (min(todos), max(todos)) == (0, 100)


@pocos
@given(casos)
def test_los_pesos_suman_cien_y_la_varianza_tambien(valores: np.ndarray) -> None:
    tablas = calcular_de(valores)
    assert sum(f["peso_pct"] for f in tablas["ipt_pesos"]) == pytest.approx(100)
    assert sum(f["varianza_pct"] for f in tablas["ipt_ejes"]) == pytest.approx(100)
    assert all(f["peso_pct"] >= 0 for f in tablas["ipt_pesos"])


@pocos
@given(casos)
def test_invertir_el_signo_y_la_direccion_es_lo_mismo(valores: np.ndarray) -> None:
    """Los supuestos dan la dirección; con el signo cambiado donde es «menos», todas son «más»."""
    signos = np.array(
        [1.0 if supuestos.de(j + 1).direccion == "más" else -1.0 for j in range(valores.shape[1])]
    )
    dichas = [
        IptDireccion.model_construct(
            indicador_orden=j + 1,
            edicion="e",
            direccion="más",
            faltantes="excluir",
            winsorizar_percentil=None,
        )
        for j in range(valores.shape[1])
    ]
    filas = [
        IptValor.model_construct(
            municipio_codigo=f"{i:05d}",
            indicador_orden=j + 1,
            edicion="e",
            valor=float(valores[i, j] * signos[j]),
            fuente_codigo="f",
        )
        for i in range(valores.shape[0])
        for j in range(valores.shape[1])
    ]
    ordenes = publicados(valores.shape[1])
    invertidas = sueltas(calcular(filas, dichas, ordenes, corridas=6), TABLAS_CALCULADAS)
    assert puntajes(calcular_de(valores)) == puntajes(invertidas)


POSIBLES = st.one_of(
    st.floats(-1e12, 1e12).filter(lambda v: v == 0 or abs(v) >= CASI_CERO),
    st.sampled_from([0.0, 1.0, 1e12, -1e12, CASI_CERO, 50.0, 50.000000001, math.nan]),
)
IMPOSIBLES = st.sampled_from([1e160, 1e308, -1e308, 1e-300, 5e-324])


@settings(max_examples=150, deadline=None)
@given(st.data(), st.integers(1, 8), st.integers(1, 5), st.booleans())
def test_ningun_valor_rompe_el_motor_ni_da_un_numero_que_no_lo_es(
    data: st.DataObject, municipios: int, indicadores: int, con_imposibles: bool
) -> None:
    """Lo que el libro admite se calcula o dice por qué no; lo demás, si llegara, también."""
    celda = POSIBLES | IMPOSIBLES if con_imposibles else POSIBLES
    crudos = data.draw(arrays(float, (municipios, indicadores), elements=celda))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        tablas = calcular_de(crudos)
    for filas_de in tablas.values():
        for fila in filas_de:
            assert all(math.isfinite(v) for v in fila.values() if isinstance(v, float))
    dichos = {f["diagnostico_codigo"]: f["explicacion"] for f in tablas["ipt_diagnosticos"]}
    if not con_imposibles:
        assert "no se pudo hacer" not in dichos.get("indice", "")
    assert tablas["ipt_puntajes"]
