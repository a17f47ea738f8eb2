"""Los puntos que se mueven para teselar: solo los necesarios, poco y siempre igual."""

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from tablero.territorio.esquema.acomodar import ADENTRO, CORRIMIENTO, describir, meter, separar

CUADRADO = shapely.box(0, 0, 4, 4)


def test_solo_se_mete_lo_que_esta_afuera() -> None:
    puntos = np.array([[1.0, 1.0], [5.0, 2.0], [4.0, 3.0], [-1.0, -1.0]])
    acomodados, fuera = meter(puntos, CUADRADO)
    assert fuera.tolist() == [False, True, False, True]
    assert acomodados.tolist() == [
        [1.0, 1.0],
        [4.0 - ADENTRO, 2.0],
        [4.0, 3.0],
        [ADENTRO, ADENTRO],
    ]


def test_un_contorno_muy_angosto_usa_su_borde() -> None:
    acomodados, fuera = meter(np.array([[2.0, 1.0]]), shapely.box(0, 0, 4, ADENTRO))
    assert fuera.tolist() == [True]
    assert acomodados.tolist() == [[2.0, ADENTRO]]


def test_los_repetidos_se_corren_salvo_el_primero() -> None:
    puntos = np.array([[1.0, 1.0], [2.0, 3.0], [3.0, 0.0], [1.0, 1.0], [1.0, 1.0]])
    separados = separar(puntos, 5)
    assert separados[:3].tolist() == puntos[:3].tolist()
    assert 0 < np.abs(separados[3:] - puntos[3:]).max() <= CORRIMIENTO
    assert len(np.unique(separados.round(5), axis=0)) == 5


def test_en_linea_recta_se_corren_todos() -> None:
    puntos = np.array([[0.0, 0.0], [1.0, 1.0], [2.0, 2.0]])
    corridos = np.abs(separar(puntos, 5) - puntos)
    assert (corridos > 0).all()
    assert corridos.max() <= CORRIMIENTO
    assert separar(puntos[:2], 5).tolist() == puntos[:2].tolist()


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=1, max_size=30))
def test_quedan_separados_cerca_y_siempre_igual(sitios: list[tuple[int, int]]) -> None:
    puntos = np.array(sitios, dtype=np.float64)
    separados = separar(puntos, 5)
    assert len(np.unique(separados.round(5), axis=0)) == len(puntos)
    assert np.abs(separados - puntos).max() <= 4 * CORRIMIENTO
    assert separados.tolist() == separar(puntos, 5).tolist()


def test_lo_movido_se_dice_en_kilometros() -> None:
    (movido,) = describir(np.array(["05001"]), np.array([[-75.0, 0.0]]), np.array([[-74.0, 0.0]]))
    assert (movido.longitud, movido.longitud_movida, movido.latitud_movida) == (-75.0, -74.0, 0.0)
    # Un grado de ecuador: 2 π · 6.378,137 km / 360.
    assert movido.distancia_km == pytest.approx(111.32, abs=0.005)
