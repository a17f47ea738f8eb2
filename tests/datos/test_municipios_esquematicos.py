"""El archivo que trae el tablero, leído como lo lee cualquiera: 1.122 áreas que encajan."""

import hashlib
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pytest
import shapely
import yaml
from fabrica_filas import Filas

from tablero import rutas
from tablero.territorio.cartografia import ESQUEMATICA
from tablero.territorio.esquema.contornos import DEPARTAMENTOS, leer_contornos
from tablero.territorio.esquema.esquematizar import FICHA, esquematizar
from tablero.territorio.esquema.simplificar import TOLERANCIA

ARCHIVO = rutas.CARTOGRAFIA / ESQUEMATICA
CENTROS = rutas.RAIZ.parent / "shared" / "datos" / "centros_poblados.csv"
GRILLA = 10_000
"""Vértices por grado: el archivo guarda cuatro decimales."""

MOVIDAS = [
    "05585",
    "05873",
    "13140",
    "13268",
    "13580",
    "13780",
    "13894",
    "17380",
    "19290",
    "27006",
    "27077",
    "27372",
    "27495",
    "47570",
    "47703",
    "70265",
    "73030",
    "73349",
    "81065",
    "88564",
    "91001",
    "91536",
    "94883",
    "94884",
    "94885",
    "97889",
]


@pytest.fixture(scope="module")
def areas() -> gpd.GeoSeries:
    """Código → área, como las da GDAL."""
    leidas = gpd.read_file(ARCHIVO)
    return leidas.set_index("municipio_codigo").geometry


@pytest.fixture(scope="module")
def ficha() -> dict[str, Any]:
    contenido: dict[str, Any] = yaml.safe_load((rutas.CARTOGRAFIA / FICHA).read_text("utf-8"))
    return contenido


@pytest.fixture(scope="module")
def contornos() -> dict[str, shapely.Geometry]:
    return leer_contornos(rutas.CARTOGRAFIA / DEPARTAMENTOS)


def test_estan_todos_los_municipios_y_en_orden(areas: gpd.GeoSeries, filas: Filas) -> None:
    assert len(areas) == 1122
    assert list(areas.index) == sorted(fila["municipio_codigo"] for fila in filas["municipios"])


def test_toda_area_es_valida(areas: gpd.GeoSeries) -> None:
    assert areas.geom_type.isin(["Polygon", "MultiPolygon"]).all()
    assert areas.is_valid.all()
    assert not areas.is_empty.any()
    # La menor es la isla de Providencia, de casi 9 km²: ninguna quedó reducida a un punto.
    superficies = shapely.area(areas.to_numpy())
    assert areas.index[superficies.argmin()] == "88564"
    assert superficies.min() == pytest.approx(0.00073944, abs=1e-8)


def test_las_vecinas_comparten_sus_bordes_y_nada_se_traslapa(areas: gpd.GeoSeries) -> None:
    geometrias = areas.to_numpy()
    assert shapely.is_empty(shapely.coverage_invalid_edges(geometrias)).all()
    assert shapely.coverage_is_valid(geometrias)
    union = shapely.union_all(geometrias)
    assert shapely.area(geometrias).sum() == pytest.approx(union.area, abs=1e-9)


def test_no_hay_huecos_ni_en_el_pais_ni_en_un_departamento(
    areas: gpd.GeoSeries, contornos: dict[str, shapely.Geometry]
) -> None:
    pais = shapely.coverage_union_all(areas.to_numpy())
    # El continente y las ocho islas que trae Natural Earth.
    assert shapely.get_num_geometries(pais) == 9
    assert shapely.get_num_interior_rings(shapely.get_parts(pais)).sum() == 0
    for codigo, contorno in contornos.items():
        union = shapely.coverage_union_all(areas[areas.index.str[:2] == codigo].to_numpy())
        partes = shapely.get_parts(union)
        assert len(partes) == shapely.get_num_geometries(contorno), codigo
        assert shapely.get_num_interior_rings(partes).sum() == 0, codigo
        # Lo único que cambia es lo que la simplificación le quitó a la costa o a la frontera.
        assert shapely.hausdorff_distance(union, contorno) < TOLERANCIA, codigo
        diferencia = shapely.area(shapely.symmetric_difference(union, contorno))
        assert diferencia / contorno.area < 0.0002, codigo


def test_cada_area_contiene_su_cabecera_o_su_punto_movido(
    areas: gpd.GeoSeries, filas: Filas, ficha: dict[str, Any]
) -> None:
    movidas = {m["municipio_codigo"]: m for m in ficha["cabeceras_movidas"]}
    assert list(movidas) == MOVIDAS
    lugares = {}
    for fila in filas["municipios"]:
        codigo = fila["municipio_codigo"]
        lugares[codigo] = (fila["longitud"], fila["latitud"])
        if codigo in movidas:
            movida = movidas[codigo]
            assert lugares[codigo] == (movida["longitud"], movida["latitud"])
            assert not areas[codigo].covers(shapely.Point(lugares[codigo]))
            lugares[codigo] = (movida["longitud_movida"], movida["latitud_movida"])
    puntos = shapely.points([lugares[codigo] for codigo in areas.index])
    assert list(areas.index[~shapely.covers(areas.to_numpy(), puntos)]) == []


def test_las_islas_estan_donde_estan(areas: gpd.GeoSeries) -> None:
    assert areas["88001"].bounds == pytest.approx((-81.7206, 12.4962, -81.6947, 12.5929), abs=0.01)
    assert areas["88564"].bounds == pytest.approx((-81.3826, 13.3205, -81.3491, 13.3727), abs=0.01)
    # Gorgona es de Guapi.
    assert areas["19318"].covers(shapely.Point(-78.19, 2.97))


def test_pesan_poco(areas: gpd.GeoSeries) -> None:
    assert ARCHIVO.stat().st_size < 600_000
    vertices = shapely.get_coordinates(areas.to_numpy())
    assert len(vertices) == 22_516
    assert np.array_equal(vertices, vertices.round(4)), "cuatro decimales, y ni uno más"


def test_todo_vertice_esta_en_la_grilla(areas: gpd.GeoSeries) -> None:
    grilla = shapely.get_coordinates(areas.to_numpy()) * GRILLA
    assert np.abs(grilla - grilla.round()).max() < 1e-6


def test_ningun_anillo_va_al_reves(areas: gpd.GeoSeries) -> None:
    """GDAL no cambia el sentido: así lo recibe también quien lo dibuja."""
    partes = shapely.get_parts(areas.to_numpy())
    assert not shapely.is_ccw(shapely.get_exterior_ring(partes)).any()
    agujeros = [anillo for parte in partes for anillo in parte.interiors]
    # Dos municipios rodeados por otro de su departamento.
    assert [anillo.is_ccw for anillo in agujeros] == [True, True]


def test_la_ficha_corresponde_a_los_archivos(ficha: dict[str, Any]) -> None:
    departamentos = (rutas.CARTOGRAFIA / DEPARTAMENTOS).read_bytes()
    assert ficha["resultado_sha256"] == hashlib.sha256(ARCHIVO.read_bytes()).hexdigest()
    assert ficha["entradas"][1]["archivo"] == DEPARTAMENTOS
    assert ficha["entradas"][1]["sha256"] == hashlib.sha256(departamentos).hexdigest()
    assert (ficha["municipios"], ficha["lugares"]) == (1122, 7746)
    assert (ficha["lugares_movidos_total"], len(ficha["lugares_movidos"])) == (252, 252)
    assert ficha["cabeceras_movidas_total"] == 26
    assert ficha["municipios_sin_lugares"] == ["27493"]
    assert ficha["tolerancia_grados"] == 0.003
    assert ficha["crs"] == "EPSG:4326"
    assert "no oficiales" in ficha["titulo"]


def test_la_misma_entrada_da_el_mismo_archivo(
    tmp_path: Path, filas: Filas, ficha: dict[str, Any]
) -> None:
    if not CENTROS.is_file():
        pytest.skip("La lista de centros poblados no está junto al proyecto.")
    shutil.copy(rutas.CARTOGRAFIA / DEPARTAMENTOS, tmp_path)
    avisos: list[str] = []
    hecho = date.fromisoformat(str(ficha["hecho_fecha"]))
    informe = esquematizar(CENTROS, tmp_path, filas["municipios"], avisos.append, hecho)
    assert informe.archivo.read_bytes() == ARCHIVO.read_bytes()
    assert informe.ficha.read_bytes() == (rutas.CARTOGRAFIA / FICHA).read_bytes()
    assert avisos == ["Acomodando 7.746 lugares…", "Repartiendo el área de 33 departamentos…"]
