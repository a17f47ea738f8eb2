"""De áreas cualesquiera a una cobertura: invariantes con áreas al azar."""

import numpy as np
import pandas as pd
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from tablero.territorio.oficial import reparar

REGION = shapely.box(-75.0, 5.0, -74.0, 6.0)


def teselas(semilla: int, cuantas: int) -> pd.Series:
    """Celdas de Voronoi de puntos al azar, algunos casi encima de otros, que llenan la región."""
    azar = np.random.default_rng(semilla)
    puntos = azar.uniform((-75.0, 5.0), (-74.0, 6.0), (cuantas, 2))
    puntos[::4] = puntos[0] + azar.uniform(-0.0005, 0.0005, (len(puntos[::4]), 2))
    celdas = shapely.get_parts(
        shapely.voronoi_polygons(shapely.MultiPoint(puntos), extend_to=REGION)
    )
    recortadas = shapely.intersection(celdas, REGION)
    recortadas = recortadas[shapely.area(recortadas) > 1e-7]
    return pd.Series(recortadas, index=[f"{i:05d}" for i in range(len(recortadas))])


@settings(max_examples=60, deadline=None)
@given(semilla=st.integers(0, 10_000), cuantas=st.integers(4, 60))
def test_lo_ajustado_es_una_cobertura_en_la_grilla(semilla: int, cuantas: int) -> None:
    finales = reparar.ajustar(teselas(semilla, cuantas), []).to_numpy()
    vertices = shapely.get_coordinates(finales)
    assert shapely.is_valid(finales).all()
    assert shapely.coverage_is_valid(finales)
    assert np.abs(vertices - np.round(vertices, 4)).max() < 1e-12
    # Solo el contorno puede perder área: a lo sumo, un triángulo por esquina de la región.
    por_esquina = reparar.TOLERANCIAS[0] ** 2
    assert shapely.area(finales).sum() == pytest.approx(1.0, abs=4 * por_esquina)


@settings(max_examples=40, deadline=None)
@given(semilla=st.integers(0, 10_000), ruido=st.sampled_from([1e-9, 1e-6, 1e-5]))
def test_bordes_que_no_casan_quedan_casados(semilla: int, ruido: float) -> None:
    azar = np.random.default_rng(semilla)
    movidas = teselas(semilla, 20).map(
        lambda area: shapely.transform(area, lambda v: v + azar.uniform(-ruido, ruido))
    )
    informe: list[str] = []
    finales = reparar.ajustar(movidas, informe).to_numpy()
    assert shapely.is_valid(finales).all()
    assert shapely.coverage_is_valid(finales)
    assert shapely.union_all(finales).area == pytest.approx(shapely.area(finales).sum(), rel=1e-9)
    assert shapely.area(finales).sum() == pytest.approx(1.0, abs=5e-3)


def test_el_peso_manda_sobre_la_tolerancia(monkeypatch: pytest.MonkeyPatch) -> None:
    angulos = np.linspace(0, 2 * np.pi, 4_000, endpoint=False)
    circulo = shapely.Polygon(np.c_[np.cos(angulos) / 2 - 74, np.sin(angulos) / 2 + 5])
    areas = pd.Series([circulo], index=["05001"])
    suelto = reparar.ajustar(areas, []).to_numpy()
    monkeypatch.setattr(reparar, "PESO_MAXIMO", 600)
    apretado = reparar.ajustar(areas, []).to_numpy()
    assert 600 < len(shapely.to_geojson(suelto[0])) < 4_000
    assert len(shapely.to_geojson(apretado[0])) <= 600
    assert apretado[0].area == pytest.approx(np.pi / 4, rel=0.05)


def test_los_codigos_se_nombran_hasta_diez() -> None:
    assert reparar.nombrar(["05001"]) == "05001"
    assert reparar.nombrar(["05001", None]) == "05001 y sin código"
    assert reparar.nombrar([f"{i:05d}" for i in range(12)]).endswith("00008, 00009 y 2 más")
