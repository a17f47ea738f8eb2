"""El motor del IPT contra las librerías de análisis de las que antes salía.

`ipt_referencia.json` guarda lo que daban scikit-learn 1.9.1 (`StandardScaler`, `MinMaxScaler`,
`PCA(svd_solver="full")`), scipy 1.17.1 (`gammaincc`) y mapclassify 2.10.0 (`Quantiles`,
`EqualInterval`, `UserDefined` y, para los cortes naturales, `FisherJenks`) con las matrices de
`matriz` y los puntajes de `puntajes_al_azar`, con numpy 2.4.6. No se vuelve a generar: si el motor
cambia a propósito, aquí se ve en cuánto.
"""

import json
import math
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.testing import assert_allclose, assert_array_equal

from tablero.calculo.ipt import ji_cuadrado
from tablero.calculo.ipt.adecuacion import bartlett
from tablero.calculo.ipt.categorias import clasificar, cortes
from tablero.calculo.ipt.ejes import analizar
from tablero.calculo.ipt.normalizar import estandarizar, min_max
from tablero.calculo.ipt.puntaje import puntuar

REFERENCIA = json.loads((Path(__file__).parent / "ipt_referencia.json").read_text("utf-8"))
INDICADORES = 9
SEMILLAS = range(12)
pocos = settings(max_examples=40, deadline=None)


def matriz(semilla: int) -> np.ndarray:
    """Entre 10 y 1.100 municipios por nueve indicadores, en unidades muy distintas.

    Una de cada cuatro lleva una columna que no varía; otra, muchos empates; otra, un indicador que
    se calcula con otros dos.
    """
    azar = np.random.default_rng(semilla)
    municipios = int(azar.integers(10, 1_101))
    valores = azar.normal(size=(municipios, INDICADORES)) * azar.uniform(0.01, 1e5, INDICADORES)
    valores += azar.normal(size=(municipios, 1)) * azar.uniform(0, 1e5, INDICADORES)
    valores += azar.uniform(-1e6, 1e6, INDICADORES)
    if semilla % 4 == 1:
        valores[:, 4] = 7.25
    elif semilla % 4 == 2:
        valores = azar.integers(0, 4, size=valores.shape).astype(float)
    elif semilla % 4 == 3:
        valores[:, 3] = valores[:, 1] - 2 * valores[:, 0]
    return valores


def puntajes_al_azar(semilla: int) -> np.ndarray:
    return np.sort(np.random.default_rng(semilla).gamma(2, 10, 70))


def calcular(semilla: int) -> dict[str, Any]:
    valores = matriz(semilla)
    normalizados = estandarizar(valores)
    ejes = analizar(normalizados)
    resultado = puntuar(normalizados, ejes.pesos)
    assert resultado is not None
    varian = normalizados[:, np.ptp(valores, axis=0) > 0]
    correlaciones = np.corrcoef(varian, rowvar=False)
    medible = bool(np.linalg.cond(correlaciones) < 1e10)
    limites = {m: cortes(resultado.puntajes, m) for m in ("cuantiles", "intervalos")}
    extremos = [0, -1]
    return {
        "estandarizados": normalizados[extremos],
        "entre_0_y_1": min_max(valores)[extremos],
        "autovalores": ejes.autovalores,
        "cargas": ejes.cargas[:, ejes.retenidos],
        "pesos": ejes.pesos,
        "puntajes": resultado.puntajes[extremos],
        "bartlett": np.array(bartlett(correlaciones, len(valores)) if medible else []),
        **{m: limite for m, limite in limites.items() if limite is not None},
        **{
            f"{m}_municipios": np.bincount(clasificar(resultado.puntajes, limite), minlength=5)
            for m, limite in limites.items()
            if limite is not None
        },
    }


@pytest.mark.parametrize("semilla", SEMILLAS)
def test_da_lo_mismo_que_las_librerias(semilla: int) -> None:
    calculado, esperado = calcular(semilla), REFERENCIA["matrices"][semilla]
    assert calculado.keys() == esperado.keys()
    for nombre, cifras in esperado.items():
        assert_allclose(calculado[nombre], cifras, rtol=1e-9, atol=1e-9, err_msg=nombre)


def test_los_cortes_naturales_son_los_optimos() -> None:
    for semilla, exactos in enumerate(REFERENCIA["naturales"]):
        assert_allclose(cortes(puntajes_al_azar(semilla), "natural"), exactos, rtol=1e-6)


def test_la_cola_del_ji_cuadrado() -> None:
    for grados, estadistico, probabilidad in REFERENCIA["colas"]:
        calculada = ji_cuadrado.cola(estadistico, grados)
        assert calculada == pytest.approx(probabilidad, rel=1e-11, abs=0), (grados, estadistico)


@pytest.mark.parametrize("semilla", [0, 4, 8])
def test_el_signo_que_traiga_un_eje_no_importa(
    semilla: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Lo da la aritmética: scikit-learn lo fijaba antes de que el tablero lo orientara."""
    normalizados = estandarizar(matriz(semilla))
    antes = analizar(normalizados)
    descomponer = np.linalg.svd

    def al_reves(*partes: Any, **opciones: Any) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        u, singulares, ejes = descomponer(*partes, **opciones)
        signos = np.where(np.arange(len(ejes)) % 2, 1.0, -1.0)
        return u * signos, singulares, ejes * signos[:, np.newaxis]

    monkeypatch.setattr(np.linalg, "svd", al_reves)
    despues = analizar(normalizados)
    assert_array_equal(despues.cargas, antes.cargas)
    assert_array_equal(despues.pesos, antes.pesos)


@pocos
@given(st.integers(0, 10_000), st.integers(3, 60), st.floats(-1e6, 1e6), st.floats(1e-3, 1e6))
def test_estandarizar_no_depende_de_las_unidades(
    semilla: int, municipios: int, desde: float, por: float
) -> None:
    valores = np.random.default_rng(semilla).normal(size=(municipios, 3))
    normalizados = estandarizar(valores * por + desde)
    ruido = 1e-9 + 1e-14 * abs(desde) / por  # lejos del cero, las cifras que quedan son menos
    assert_allclose(normalizados.mean(axis=0), 0, atol=ruido)
    assert_allclose(normalizados.std(axis=0), 1, rtol=ruido)
    assert_allclose(normalizados, estandarizar(valores), atol=1e-4)


@pytest.mark.parametrize("normalizar", [estandarizar, min_max])
@pytest.mark.parametrize("quieto", [0.0, 0.1, -7.25, 1e9 / 3])
def test_lo_que_no_varia_queda_en_cero(normalizar: Any, quieto: float) -> None:
    valores = np.column_stack([np.full(1_000, quieto), np.arange(1_000.0)])
    normalizados = normalizar(valores)
    assert_allclose(normalizados[:, 0], 0, atol=1e-6)
    assert normalizados[0, 1] < normalizados[-1, 1]


@pocos
@given(st.floats(0, 2_000), st.integers(1, 60))
def test_la_cola_baja_con_el_estadistico_y_sube_con_los_grados(
    estadistico: float, grados: int
) -> None:
    aqui = ji_cuadrado.cola(estadistico, grados)
    assert 0 <= aqui <= 1
    assert ji_cuadrado.cola(estadistico + 1, grados) <= aqui
    assert ji_cuadrado.cola(estadistico, grados + 1) >= aqui * (1 - 1e-12)
    assert ji_cuadrado.cola(estadistico, 2) == pytest.approx(math.exp(-estadistico / 2))
    assert ji_cuadrado.cola(estadistico, 1) == pytest.approx(math.erfc(math.sqrt(estadistico / 2)))


def test_un_estadistico_que_no_es_positivo_no_dice_nada() -> None:
    assert ji_cuadrado.cola(0.0, 36) == 1
    assert ji_cuadrado.cola(-1e-16, 1) == 1  # el redondeo de unas correlaciones casi nulas


@pocos
@given(st.integers(0, 10_000), st.integers(5, 300))
def test_los_cuantiles_reparten_en_quintos(semilla: int, municipios: int) -> None:
    puntajes = np.random.default_rng(semilla).permutation(np.arange(float(municipios)) ** 2)
    limites = cortes(puntajes, "cuantiles")
    assert limites is not None
    lugares = clasificar(puntajes, limites)
    grupos = np.bincount(lugares, minlength=5)
    assert grupos.sum() == municipios
    assert grupos.max() - grupos.min() <= 2
    assert (puntajes <= limites[lugares]).all()
    assert (puntajes[lugares > 0] > limites[lugares[lugares > 0] - 1]).all()
