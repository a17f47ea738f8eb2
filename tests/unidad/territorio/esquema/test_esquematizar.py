"""De la lista al archivo, con dos departamentos cuadrados inventados."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pytest
import shapely
import yaml
from shapely.geometry.polygon import orient

from tablero.errores import ArchivoIlegible, ErroresDeDatos, ErrorTablero
from tablero.territorio.esquema.contornos import DEPARTAMENTOS
from tablero.territorio.esquema.escribir import a_geojson
from tablero.territorio.esquema.esquematizar import esquematizar
from tablero.territorio.esquema.informe import InformeEsquema
from tablero.territorio.esquema.simplificar import simplificar

HOY = date(2026, 11, 21)
CONTORNOS = {"05": shapely.box(-76, 5, -75, 6), "08": shapely.box(-75, 5, -74, 6)}
LISTA = "divipola,longitud,latitud\n05001,-75.75,5.5\n05002,-75.25,5.5\n08001,-74.5,6.01\n"


def municipio(codigo: str, longitud: float, latitud: float) -> dict[str, Any]:
    return {"municipio_codigo": codigo, "longitud": longitud, "latitud": latitud}


MUNICIPIOS = [
    municipio("08002", -74.5, 5.2),  # no está en la lista: usa su cabecera
    municipio("08001", -74.5, 6.01),  # un kilómetro al norte de su departamento
    municipio("05001", -75.75, 5.5),
    municipio("05002", -75.25, 5.5),
]


@pytest.fixture
def carpeta(tmp_path: Path) -> Path:
    (tmp_path / "centros.csv").write_text(LISTA, encoding="utf-8")
    escribir_contornos(tmp_path, CONTORNOS)
    return tmp_path


def escribir_contornos(carpeta: Path, contornos: dict[str, shapely.Geometry]) -> None:
    rasgos = [
        {
            "type": "Feature",
            "properties": {"departamento_codigo": codigo},
            "geometry": shapely.geometry.mapping(contorno),
        }
        for codigo, contorno in contornos.items()
    ]
    texto = json.dumps({"type": "FeatureCollection", "features": rasgos})
    (carpeta / DEPARTAMENTOS).write_text(texto, encoding="utf-8")


def correr(carpeta: Path, municipios: list[dict[str, Any]] = MUNICIPIOS) -> InformeEsquema:
    return esquematizar(carpeta / "centros.csv", carpeta, municipios, lambda _: None, HOY)


def test_las_areas_son_las_que_se_calculan_a_mano(carpeta: Path) -> None:
    informe = correr(carpeta)
    areas = gpd.read_file(informe.archivo).set_index("municipio_codigo").geometry
    assert list(areas.index) == ["05001", "05002", "08001", "08002"]
    # 08001 se mete a 6 − 0,002 grados; su frontera con 08002 va por la mitad: (5,998 + 5,2) / 2.
    esperadas = {
        "05001": shapely.box(-76, 5, -75.5, 6),
        "05002": shapely.box(-75.5, 5, -75, 6),
        "08001": shapely.box(-75, 5.599, -74, 6),
        "08002": shapely.box(-75, 5, -74, 5.599),
    }
    for codigo, esperada in esperadas.items():
        assert areas[codigo].symmetric_difference(esperada).area == pytest.approx(0, abs=1e-9)
    assert shapely.coverage_is_valid(areas.to_numpy())


def test_el_informe_dice_lo_que_se_acomodo(carpeta: Path) -> None:
    informe = correr(carpeta)
    (lugar,) = informe.lugares_movidos
    assert lugar == informe.cabeceras_movidas[0]
    assert (lugar.municipio_codigo, lugar.latitud, lugar.latitud_movida) == ("08001", 6.01, 5.998)
    # 0,012 grados de meridiano a esa latitud, a 110,58 km por grado.
    assert lugar.distancia_km == 1.33
    assert informe.municipios_sin_lugares == ("08002",)
    assert informe.lineas() == [
        f"4 áreas municipales con 3 centros poblados → {informe.archivo} (1 kB)",
        "1 lugar cae fuera de su departamento generalizado, 1 cabecera entre ellos: se movieron "
        "solo para este cálculo.",
        "Sin lugares propios: 08002; usan su cabecera.",
        f"Qué se movió y de qué archivos salió: {informe.ficha}",
    ]


def test_la_ficha_dice_de_que_salio(carpeta: Path) -> None:
    informe = correr(carpeta)
    texto = informe.ficha.read_text(encoding="utf-8")
    ficha = yaml.safe_load(texto)
    assert ficha["hecho_fecha"] == HOY
    assert [e["archivo"] for e in ficha["entradas"]] == ["centros.csv", DEPARTAMENTOS]
    assert ficha["resultado_sha256"] == informe.sha256
    assert (ficha["municipios"], ficha["lugares"]) == (4, 3)
    assert ficha["municipios_sin_lugares"] == ["08002"]
    # Con comillas: para otros lectores de YAML, 08002 a secas es un número.
    assert "{municipio_codigo: '08001', longitud: -74.5, latitud: 6.01," in texto


def test_el_orden_de_las_entradas_no_cambia_el_archivo(carpeta: Path) -> None:
    primero = correr(carpeta)
    antes = (primero.archivo.read_bytes(), primero.lugares_movidos)
    encabezado, *filas = LISTA.splitlines()
    al_reves = "\n".join([encabezado, *reversed(filas)])
    (carpeta / "centros.csv").write_text(al_reves, encoding="utf-8")
    segundo = correr(carpeta, MUNICIPIOS[::-1])
    assert (segundo.archivo.read_bytes(), segundo.lugares_movidos) == antes


def test_con_un_error_no_cambia_nada(carpeta: Path) -> None:
    informe = correr(carpeta)
    antes = {ruta.name: ruta.read_bytes() for ruta in carpeta.iterdir()}
    (carpeta / "centros.csv").write_text(LISTA + "05009,-75,5\n", encoding="utf-8")
    with pytest.raises(ErroresDeDatos, match="línea 5 · columna «divipola»: «05009»"):
        correr(carpeta)
    (carpeta / "centros.csv").write_text(LISTA, encoding="utf-8")
    assert {ruta.name: ruta.read_bytes() for ruta in carpeta.iterdir()} == antes
    assert informe.archivo.name in antes


def test_una_lista_sin_la_cabecera_se_rechaza(carpeta: Path) -> None:
    lista = LISTA.replace("05001,-75.75", "05001,-75.99")
    (carpeta / "centros.csv").write_text(lista, encoding="utf-8")
    with pytest.raises(ErrorTablero) as error:
        correr(carpeta, [*MUNICIPIOS[:2], municipio("05001", -75.3, 5.5), MUNICIPIOS[3]])
    assert str(error.value) == (
        "Las áreas calculadas de 05001 no contienen su cabecera; agregue la cabecera a la lista de "
        "centros poblados."
    )


@pytest.mark.parametrize(
    ("contornos", "mensaje"),
    [
        ({"05": CONTORNOS["05"]}, "falta el contorno del departamento 08."),
        (
            {"05": CONTORNOS["05"], "08": shapely.box(-75.01, 5, -74, 6)},
            "los departamentos 05 y 08 se traslapan o dejan rendijas",
        ),
        (
            {**CONTORNOS, "05": shapely.Polygon([(-76, 5), (-75, 6), (-75, 5), (-76, 6)])},
            "el contorno de 05 está vacío o se cruza",
        ),
    ],
)
def test_departamentos_que_no_encajan(
    carpeta: Path, contornos: dict[str, shapely.Geometry], mensaje: str
) -> None:
    escribir_contornos(carpeta, contornos)
    with pytest.raises(ArchivoIlegible) as error:
        correr(carpeta)
    assert mensaje in str(error.value)


@pytest.mark.parametrize("contenido", ["", "[]", '{"features": [{"properties": {}}]}'])
def test_departamentos_que_no_son_un_geojson(carpeta: Path, contenido: str) -> None:
    (carpeta / DEPARTAMENTOS).write_text(contenido, encoding="utf-8")
    with pytest.raises(ArchivoIlegible, match="no es un GeoJSON de polígonos"):
        correr(carpeta)
    (carpeta / DEPARTAMENTOS).unlink()
    with pytest.raises(ArchivoIlegible, match="no se puede leer"):
        correr(carpeta)


def anillos(area: dict[str, Any]) -> Iterator[tuple[bool, list[list[float]]]]:
    """Si es exterior y sus vértices, como están escritos."""
    escritas = area["coordinates"]
    for parte in [escritas] if area["type"] == "Polygon" else escritas:
        yield from ((lugar == 0, vertices) for lugar, vertices in enumerate(parte))


def test_los_anillos_van_como_los_espera_d3() -> None:
    agujero = shapely.box(-75.8, 5.2, -75.4, 5.6)
    marco = shapely.box(-76, 5, -75, 6).difference(agujero)
    islas = shapely.MultiPolygon([shapely.box(-74, 5, -73, 6), shapely.box(-72, 5, -71, 6)])
    for sentido in (1.0, -1.0):
        areas = np.array([orient(marco, sentido), orient(agujero, sentido), islas])
        escrito = json.loads(a_geojson(["05001", "05002", "88001"], areas))
        vistos = [
            (exterior, shapely.LinearRing(vertices).is_ccw)
            for area in escrito["features"]
            for exterior, vertices in anillos(area["geometry"])
        ]
        assert vistos == [(True, False), (False, True), *[(True, False)] * 3]


def test_un_area_por_renglon_con_su_codigo() -> None:
    area = shapely.box(-76, 5, -75.00004, 6)
    assert a_geojson(["05001"], np.array([area])) == (
        '{"type":"FeatureCollection","features":[\n'
        '{"type":"Feature","properties":{"municipio_codigo":"05001"},"geometry":{"type":"Polygon",'
        '"coordinates":[[[-75.0,5.0],[-76.0,5.0],[-76.0,6.0],[-75.0,6.0],[-75.0,5.0]]]}}\n]}\n'
    )


def test_simplificar_quita_lo_pequeno_y_conserva_lo_compartido() -> None:
    frontera = [(1.0, 0.0), (1.001, 0.5), (1.0, 0.501), (1.2, 0.7), (1.0, 1.0)]
    oeste = shapely.Polygon([(0, 0), *frontera, (0, 1)])
    este = shapely.Polygon([(2, 1), *frontera[::-1], (2, 0)])
    simples = simplificar(np.array([oeste, este]), 0.03)
    assert shapely.get_num_coordinates(simples).tolist() == [7, 7]
    assert shapely.coverage_is_valid(simples)
    assert shapely.area(simples).sum() == pytest.approx(2.0)
    assert set(map(tuple, shapely.get_coordinates(simples))) <= set(
        map(tuple, shapely.get_coordinates(np.array([oeste, este])))
    )
