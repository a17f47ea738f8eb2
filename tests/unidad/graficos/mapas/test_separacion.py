"""Los símbolos del mapa nunca se tapan, y se corren lo menos posible."""

import numpy as np
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tablero.graficos.mapas.separacion import separar

LUGAR = st.tuples(st.floats(0, 300), st.floats(0, 300))


def huecos(posiciones: np.ndarray, radios: list[float]) -> np.ndarray:
    deltas = posiciones[:, None, :] - posiciones[None, :, :]
    distancias = np.hypot(deltas[..., 0], deltas[..., 1])
    radio = np.asarray(radios)
    libres: np.ndarray = distancias - radio[:, None] - radio[None, :]
    np.fill_diagonal(libres, np.inf)
    return libres


@settings(max_examples=40, deadline=None)
@given(st.lists(LUGAR, min_size=2, max_size=12))
@example([(151.0, 22.25), (156.75, 0.0)])
def test_ninguno_tapa_a_otro(lugares: list[tuple[float, float]]) -> None:
    sitios = np.array(lugares)
    radios = [11.0 + i % 8 for i in range(len(lugares))]
    assert huecos(separar(sitios, radios), radios).min() > 0


def test_los_que_estan_en_el_mismo_lugar_se_reparten() -> None:
    sitios = np.zeros((5, 2))
    posiciones = separar(sitios, [10.0] * 5)
    assert huecos(posiciones, [10.0] * 5).min() > 0
    assert np.hypot(*posiciones.T).max() < 40
    assert (separar(sitios, [10.0] * 5) == posiciones).all()


def test_quien_no_estorba_no_se_mueve() -> None:
    sitios = np.array([[0.0, 0.0], [100.0, 0.0], [100.0, 5.0]])
    posiciones = separar(sitios, [10.0, 10.0, 10.0])
    assert (posiciones[0] == sitios[0]).all()
    assert (posiciones[1] != sitios[1]).any()
    assert (separar(sitios[:1], [10.0]) == sitios[:1]).all()
