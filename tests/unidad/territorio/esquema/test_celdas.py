"""La teselación: casos que se calculan a mano, y lo que vale para puntos cualesquiera."""

import numpy as np
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from tablero.territorio.esquema.acomodar import separar
from tablero.territorio.esquema.celdas import Sitios, teselar

CUADRADO = shapely.box(0, 0, 4, 4)


def sitios(*lugares: tuple[str, float, float]) -> Sitios:
    return Sitios(
        np.array([codigo for codigo, _, _ in lugares]),
        np.array([(x, y) for _, x, y in lugares], dtype=np.float64),
    )


def test_dos_municipios_se_parten_por_la_mitad() -> None:
    areas = teselar({"05": CUADRADO}, {"05": sitios(("05001", 1, 2), ("05002", 3, 2))})
    assert list(areas) == ["05001", "05002"]
    assert areas["05001"].equals(shapely.box(0, 0, 2, 4))
    assert areas["05002"].equals(shapely.box(2, 0, 4, 4))


def test_las_celdas_de_un_municipio_se_disuelven() -> None:
    lugares = sitios(("05001", 1, 1), ("05001", 3, 1), ("05002", 1, 3), ("05003", 3, 3))
    areas = teselar({"05": CUADRADO}, {"05": lugares})
    assert {codigo: area.area for codigo, area in areas.items()} == {
        "05001": 8.0,
        "05002": 4.0,
        "05003": 4.0,
    }
    assert areas["05001"].equals(shapely.box(0, 0, 4, 2))
    assert areas["05003"].equals(shapely.box(2, 2, 4, 4))


def test_tres_en_linea_dan_franjas() -> None:
    lugares = sitios(("05001", 1, 2), ("05002", 2, 2), ("05003", 3, 2))
    areas = teselar({"05": CUADRADO}, {"05": Sitios(lugares.codigos, separar(lugares.puntos, 5))})
    assert [round(area.area, 2) for area in areas.values()] == [6.0, 4.0, 6.0]
    assert shapely.coverage_is_valid(list(areas.values()))


def test_un_solo_municipio_es_todo_el_departamento() -> None:
    areas = teselar({"11": CUADRADO}, {"11": sitios(("11001", 1, 1))})
    assert areas["11001"].equals(CUADRADO)
    dos = teselar({"11": CUADRADO}, {"11": sitios(("11001", 1, 1), ("11001", 3, 3))})
    assert dos["11001"].equals(CUADRADO)


def test_la_isla_sin_lugares_es_del_mas_cercano() -> None:
    isla = shapely.box(5, 3, 6, 4)
    contorno = shapely.MultiPolygon([CUADRADO, isla])
    areas = teselar({"05": contorno}, {"05": sitios(("05001", 1, 1), ("05002", 1, 3))})
    assert areas["05002"].equals(shapely.union(shapely.box(0, 2, 4, 4), isla))
    assert areas["05001"].equals(shapely.box(0, 0, 4, 2))


def test_una_frontera_que_llega_al_vecino_es_vertice_de_los_dos() -> None:
    contornos = {"05": CUADRADO, "08": shapely.box(4, 0, 8, 4)}
    areas = teselar(
        contornos,
        {
            "05": sitios(("05001", 2, 1), ("05002", 2, 3)),  # frontera en y = 2
            "08": sitios(("08001", 6, 0), ("08002", 6, 2)),  # frontera en y = 1
        },
    )
    assert [area.area for area in areas.values()] == [8.0, 8.0, 4.0, 12.0]
    assert shapely.coverage_is_valid(list(areas.values()))
    assert [4.0, 2.0] in shapely.get_coordinates(areas["08002"]).tolist()
    assert [4.0, 1.0] in shapely.get_coordinates(areas["05001"]).tolist()


LUGAR = st.tuples(st.integers(0, 100), st.integers(0, 100), st.integers(1, 5))


@settings(deadline=None)
@given(st.lists(LUGAR, min_size=1, max_size=25, unique_by=lambda lugar: lugar[:2]))
def test_cualesquiera_lugares_llenan_el_departamento(lugares: list[tuple[int, int, int]]) -> None:
    codigos = np.array([f"0500{municipio}" for _, _, municipio in lugares])
    puntos = separar(np.array([(x / 100, y / 100) for x, y, _ in lugares]), 5)
    contorno = shapely.box(0, 0, 1, 1)
    areas = teselar({"05": contorno}, {"05": Sitios(codigos, puntos)})
    geometrias = np.array(list(areas.values()))
    assert sorted(areas) == sorted(set(codigos))
    assert shapely.is_valid(geometrias).all()
    assert shapely.coverage_is_valid(geometrias)
    assert abs(shapely.area(geometrias).sum() - 1.0) < 1e-12
    assert shapely.union_all(geometrias).equals(contorno)
    dentro = np.array(
        [
            areas[c].buffer(0.001).covers(shapely.Point(p))
            for c, p in zip(codigos, puntos, strict=True)
        ]
    )
    assert dentro.all()
