"""El recuadro de las islas: se dibujan en él y su lugar verdadero no cambia."""

import geopandas as gpd
import pandas as pd
import pytest
from shapely.geometry import MultiPolygon, box

from tablero.territorio.recuadro import ISLAS, MARCO, mover_area, mover_areas, mover_puntos

SAN_ANDRES = box(-81.73, 12.48, -81.68, 12.60)
CAYO = box(-80.1, 13.5, -80.0, 13.6)


def test_la_isla_se_agranda_dentro_del_recuadro_y_sin_sus_cayos() -> None:
    dibujada = mover_area("88001", MultiPolygon([SAN_ANDRES, CAYO]))
    assert box(*MARCO).contains(dibujada)
    assert dibujada.area == pytest.approx(SAN_ANDRES.area * ISLAS["88001"].escala ** 2)


def test_el_continente_no_se_mueve() -> None:
    area = box(-72, 7, -71, 8)
    assert mover_area("81001", area) is area
    areas = gpd.GeoDataFrame(
        {"municipio_codigo": ["81001", "88001"]}, geometry=[area, SAN_ANDRES], crs="EPSG:4326"
    )
    movidas = mover_areas(areas)
    assert movidas.geometry.iloc[0].equals(area)
    assert areas.geometry.iloc[1].equals(SAN_ANDRES), "las que recibe no cambian"


def test_la_cabecera_se_mueve_con_su_isla() -> None:
    puntos = pd.DataFrame(
        {
            "municipio_codigo": ["88001", "88564", "11001"],
            "longitud": [-81.69606, -81.37091, -74.08],
            "latitud": [12.58301, 13.3701, 4.61],
        }
    )
    movidos = mover_puntos(puntos)
    for fila in movidos.head(2).to_dict("records"):
        assert MARCO[0] < fila["longitud"] < MARCO[2]
        assert MARCO[1] < fila["latitud"] < MARCO[3]
    assert movidos.iloc[2].tolist() == puntos.iloc[2].tolist()
    assert puntos["longitud"].tolist() == [-81.69606, -81.37091, -74.08]
