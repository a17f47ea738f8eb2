"""Lo que una cartografía debe probar: que no es la propia, que está casi toda y en su sitio."""

from collections.abc import Callable
from pathlib import Path

import geopandas
import numpy as np
import pandas as pd
import pytest
import shapely
from fabrica_cartografia import cabeceras, del_pais, escribir, pais_entero
from hypothesis import given, settings
from hypothesis import strategies as st

from tablero import rutas
from tablero.errores import CartografiaRechazada
from tablero.territorio import cartografia
from tablero.territorio.cartografia import ESQUEMATICA
from tablero.territorio.esquema.contornos import DEPARTAMENTOS
from tablero.territorio.oficial.comprobar import Balance, comprobar
from tablero.territorio.oficial.instalar import instalar
from tablero.territorio.recuadro import mover_area

SAN_ANDRES, PROVIDENCIA = "88001", "88564"
UNA_DE_SIETE = np.arange(1122) % 7 > 0
LA_PROPIA = "son los límites esquemáticos del propio tablero"


def revisar(areas: geopandas.GeoSeries) -> Balance:
    como_serie = pd.Series(np.asarray(areas, dtype=object), index=areas.index)
    return comprobar(como_serie, cabeceras(), rutas.CARTOGRAFIA)


@pytest.fixture(scope="module")
def esquematica() -> geopandas.GeoSeries:
    propias = cartografia.leer_areas(rutas.CARTOGRAFIA / ESQUEMATICA)
    return propias.set_index("municipio_codigo").geometry


@pytest.fixture
def carpeta(tmp_path: Path) -> Path:
    """La carpeta de la cartografía del proyecto, sin nada instalado."""
    destino = tmp_path / "shapefiles"
    destino.mkdir()
    for propio in (ESQUEMATICA, DEPARTAMENTOS):
        (destino / propio).write_bytes((rutas.CARTOGRAFIA / propio).read_bytes())
    return destino


def rechazo(ruta: Path, carpeta: Path) -> str:
    with pytest.raises(CartografiaRechazada) as error:
        instalar(ruta, carpeta, cabeceras())
    assert not (carpeta / "instalada").exists()
    return str(error.value)


def test_otro_pais_entero_pasa() -> None:
    assert revisar(pais_entero()) == Balance(ausentes=(), cerca={}, problemas=())


# ── no es la propia ──


@pytest.mark.parametrize("extension", ["geojson", "gpkg", "zip", "topojson"])
def test_la_esquematica_en_cualquier_formato(
    extension: str, esquematica: geopandas.GeoSeries, tmp_path: Path, carpeta: Path
) -> None:
    tabla = geopandas.GeoDataFrame(
        {"COD_DANE": list(esquematica.index)}, geometry=list(esquematica), crs=4326
    )
    sistema = {"gpkg": 9377, "zip": 3116}.get(extension, 4326)
    ruta = escribir(tabla.to_crs(sistema), tmp_path / f"MGN2025.{extension}")
    assert rechazo(ruta, carpeta).startswith(
        f"MGN2025.{extension}: {LA_PROPIA} (coinciden 1.122 de sus 1.122 áreas)"
    )


@pytest.mark.parametrize(
    "cambiar",
    [
        lambda areas: areas.iloc[:98],
        lambda areas: areas.simplify_coverage(0.005),
        lambda areas: areas.translate(0.0008, 0.0),
        lambda areas: areas.to_crs(9377).buffer(50).to_crs(4326),
        # Una de cada siete es la esquemática; las demás, de otra parte.
        lambda areas: pais_entero().where(
            np.arange(1122) % 7 > 0, areas.reindex(pais_entero().index)
        ),
    ],
)
def test_la_esquematica_casi_igual(
    cambiar: Callable[[geopandas.GeoSeries], geopandas.GeoSeries],
    esquematica: geopandas.GeoSeries,
) -> None:
    (problema,) = revisar(cambiar(esquematica)).problemas
    assert problema.startswith(LA_PROPIA)


# ── está casi toda ──


def test_noventa_y_ocho_municipios_no_son_el_pais(tmp_path: Path, carpeta: Path) -> None:
    pocos = pais_entero().iloc[:98]
    dicho = rechazo(escribir(del_pais(pocos), tmp_path / "pocos.gpkg"), carpeta)
    assert dicho.startswith(
        "pocos.gpkg: trae 98 de los 1.122 municipios, y se piden al menos 1.066: faltan 05"
    )
    assert " Además, cubre 4,7\u00a0% del área del país, y se pide al menos 80\u00a0%. " in dicho


def test_una_descarga_de_mil_dice_por_que() -> None:
    (primero, *_) = revisar(pais_entero().iloc[:1000]).problemas
    assert primero.startswith("trae 1.000 de los 1.122 municipios")
    assert primero.endswith(
        "los entrega por partes de mil o dos mil: pida las demás, o descargue la capa entera."
    )


def test_incompleta_y_usable() -> None:
    """Hay archivos sin las dieciocho áreas no municipalizadas: se ven, y se dice qué falta."""
    tipos = {m["municipio_codigo"]: m["tipo"] for m in cabeceras()}
    areas = pais_entero()
    sin = areas[[tipos[codigo] != "área no municipalizada" for codigo in areas.index]]
    balance = revisar(sin)
    assert (len(balance.ausentes), balance.problemas) == (18, ())


def test_las_zonas_urbanas_no_son_los_municipios() -> None:
    """Traen todos los códigos y todas las cabeceras, y casi nada del país."""
    filas = cabeceras()
    puntos = shapely.points([(m["longitud"], m["latitud"]) for m in filas])
    urbanas = geopandas.GeoSeries(puntos, index=[m["municipio_codigo"] for m in filas])
    assert revisar(urbanas.buffer(0.01)).problemas == (
        "cubre 0,4\u00a0% del área del país, y se pide al menos 80\u00a0%.",
    )


# ── está en su sitio ──


@given(st.data())
@settings(max_examples=25, deadline=None)
def test_dos_municipios_con_el_codigo_cambiado(data: st.DataObject) -> None:
    areas = pais_entero()
    uno, otro = data.draw(st.lists(st.integers(0, 1121), min_size=2, max_size=2, unique=True))
    codigos = list(areas.index)
    codigos[uno], codigos[otro] = codigos[otro], codigos[uno]
    problemas = revisar(areas.set_axis(codigos)).problemas
    assert (
        f"tiene códigos cambiados entre sí: {' y '.join(sorted((codigos[uno], codigos[otro])))}."
        in (problemas)
    )


def test_tres_vecinos_en_ronda() -> None:
    """Leticia y dos lejanos: cada cabecera cae en el área de otro."""
    areas = pais_entero()
    ronda = {"91001": "05001", "05001": "11001", "11001": "91001"}
    problemas = revisar(areas.rename(ronda)).problemas
    assert problemas[-1] == "tiene códigos cambiados entre sí: 05001, 11001 y 91001."
    assert problemas[0].startswith("3 cabeceras caen lejos de sus áreas (")


@pytest.mark.parametrize("cuales", [(SAN_ANDRES,), (PROVIDENCIA,), (SAN_ANDRES, PROVIDENCIA)])
def test_las_islas_en_un_recuadro(cuales: tuple[str, ...]) -> None:
    areas = pais_entero().copy()
    for codigo in cuales:
        areas[codigo] = mover_area(codigo, areas[codigo])
    (problema,) = revisar(areas).problemas
    assert problema.startswith(f"{len(cuales)} cabecera")
    assert all(codigo in problema for codigo in cuales)
    assert problema.endswith(
        "los códigos o las coordenadas están cambiados, o sus islas están en un recuadro."
    )


@pytest.mark.parametrize("grados", [0.1, 0.02])
def test_todo_corrido(grados: float) -> None:
    assert any("cabeceras" in p for p in revisar(pais_entero().translate(grados, grados)).problemas)


def test_una_cabecera_a_pocos_metros_se_tolera_y_se_dice() -> None:
    """La de Tumaco, en la del MGN 2025, queda a 43 m: en una isla que no cabe a esa escala."""
    areas = pais_entero().copy()
    tumaco = next(m for m in cabeceras() if m["municipio_codigo"] == "52835")
    punto = shapely.Point(tumaco["longitud"], tumaco["latitud"])
    areas["52835"] = areas["52835"].difference(punto.buffer(0.0004))
    balance = revisar(areas)
    assert balance.problemas == ()
    assert list(balance.cerca) == ["52835"]
    assert 40 < balance.cerca["52835"] < 46
    areas["52835"] = areas["52835"].difference(punto.buffer(0.005))
    assert revisar(areas).problemas == (
        "1 cabecera cae lejos de su área (52835; la peor, a 0,6 km): los códigos o las coordenadas "
        "están cambiados, o sus islas están en un recuadro.",
    )
