"""Las clases de un mapa: cada valor en una, ninguna vacía, y siempre las mismas."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tablero import tema
from tablero.graficos.mapas.clases import METODOS, clasificar, cortes
from tablero.graficos.mapas.variables import CATEGORIA, CLUSTER, ORDEN, PERSONAS
from tablero.modelo.ipt import Metodo

VALORES = st.lists(
    st.floats(min_value=-1e6, max_value=1e6, allow_nan=False), min_size=1, max_size=60
)


def tabla(valores: list[float], textos: list[str] | None = None) -> pd.DataFrame:
    codigos = [f"{n:05d}" for n in range(len(valores))]
    return pd.DataFrame({"municipio_codigo": codigos, "valor": valores, "texto": textos})


def test_los_cortes_a_mano() -> None:
    valores = [1.0, 2.0, 3.0, 11.0, 12.0, 13.0, 51.0, 52.0, 53.0, 101.0, 102.0, 201.0]
    assert cortes(valores, "natural").tolist() == [3, 13, 53, 102, 201]
    assert cortes(valores, "intervalos").tolist() == [41, 81, 121, 201]  # de 121 a 161 no hay nadie
    assert cortes(list(range(1, 11)), "cuantiles").tolist() == pytest.approx(
        [2.8, 4.6, 6.4, 8.2, 10]
    )


def test_pocos_valores_son_una_clase_cada_uno() -> None:
    assert cortes([5.0, 5.0, 7.0], "natural").tolist() == [5, 7]
    assert cortes([9.0], "cuantiles").tolist() == [9]


@settings(deadline=None, max_examples=40)
@given(valores=VALORES, metodo=st.sampled_from(list(METODOS)))
def test_todo_valor_cae_en_una_clase_y_ninguna_queda_vacia(
    valores: list[float], metodo: Metodo
) -> None:
    limites = cortes(valores, metodo)
    assert (np.diff(limites) > 0).all()
    assert limites[-1] == max(valores)
    lugares = np.searchsorted(limites, valores)
    assert set(lugares) == set(range(len(limites)))


@settings(deadline=None, max_examples=20)
@given(valores=VALORES, metodo=st.sampled_from(list(METODOS)))
def test_el_orden_de_los_municipios_no_importa(valores: list[float], metodo: Metodo) -> None:
    assert cortes(valores, metodo).tolist() == cortes(valores[::-1], metodo).tolist()


def test_las_clases_dicen_su_rango_y_cuantos_son() -> None:
    clases = clasificar(tabla([float(n) for n in range(1, 35)]), ORDEN, "intervalos").clases
    assert [c.rotulo for c in clases] == [
        "1.º a 7.º",
        "8.º a 14.º",
        "15.º a 20.º",
        "21.º a 27.º",
        "28.º a 34.º",
    ]
    assert [c.municipios for c in clases] == [7, 7, 6, 7, 7]
    # El primero es el de más prioridad: el color más oscuro.
    assert [c.color for c in clases] == list(tema.ESCALA[::-1])
    personas = clasificar(tabla([10.0, 27_306.0]), PERSONAS, "natural").clases
    assert [(c.rotulo, c.color) for c in personas] == [
        ("10", tema.ESCALA[0]),
        ("27.306", tema.ESCALA[4]),
    ]


def test_las_categorias_van_en_su_orden_y_con_su_color() -> None:
    datos = tabla([5, 1, 1], ["muy alto", "muy bajo", "muy bajo"])
    hechas = clasificar(datos, CATEGORIA, "natural")
    assert [(c.rotulo, c.municipios, c.color) for c in hechas.clases] == [
        ("muy bajo", 2, tema.ESCALA[0]),
        ("muy alto", 1, tema.ESCALA[4]),
    ]
    assert hechas.de_municipio == {"00000": 1, "00001": 0, "00002": 0}


def test_los_colores_de_los_grupos_se_repiten() -> None:
    datos = tabla([float(n) for n in range(1, 15)], [f"Clúster {n}" for n in range(1, 15)])
    clases = clasificar(datos, CLUSTER, "natural").clases
    assert len(clases) == 14
    assert clases[0].color == clases[7].color == tema.GRUPOS[0]
