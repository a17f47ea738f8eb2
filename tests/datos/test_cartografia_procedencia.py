"""De quién son los límites: lo que dicen sus metadatos, lo que dice la persona, o nada."""

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from fabrica_cartografia import MUNICIPIOS, capa, carpeta_de_cartografia, empaquetar, escribir
from fabrica_metadatos import BOMBA, ESRI, FGDC, ISO, POR_LLENAR, QGIS, SOLO_TITULO

from tablero.territorio.cartografia import FichaInstalada, leer_ficha
from tablero.territorio.oficial.instalar import SIN_DECLARAR, instalar

SIN = ("sin declarar", "", "no declarada")
DANE = ("de sus metadatos", "DANE, Marco Geoestadístico Nacional 2025", "CC BY 4.0")


@pytest.fixture
def carpeta(tmp_path: Path) -> Path:
    return carpeta_de_cartografia(tmp_path / "shapefiles")


def procedencia(ruta: Path, carpeta: Path, **dicho: str) -> tuple[str, str, str]:
    instalar(ruta, carpeta, MUNICIPIOS, **dicho)  # type: ignore[arg-type]
    ficha = la_ficha(carpeta)
    assert (SIN_DECLARAR in ficha.informe) == (ficha.fuente == "")
    return ficha.procedencia, ficha.fuente, ficha.licencia


def la_ficha(carpeta: Path) -> FichaInstalada:
    ficha = leer_ficha(carpeta)
    assert ficha is not None
    return ficha


@pytest.mark.parametrize(
    ("documento", "esperada"),
    [
        (ISO, DANE),
        (ESRI, ("de sus metadatos", "IGAC, Municipios", "Uso libre")),
        (FGDC, ("de sus metadatos", "DANE, MGN 2018", "no declarada")),
        (QGIS, ("de sus metadatos", "OpenStreetMap, Municipios de Colombia", "ODbL")),
        (SOLO_TITULO, SIN),
        (POR_LLENAR, SIN),
        (BOMBA, SIN),
        ("<metadata", SIN),
        ("", SIN),
    ],
)
def test_cada_norma(
    documento: str, esperada: tuple[str, str, str], tmp_path: Path, carpeta: Path
) -> None:
    ruta = escribir(capa({"MPIO_CDPMP": capa()["MPIO_CDPMP"]}), tmp_path / "mpio.shp")
    (tmp_path / "mpio.shp.xml").write_text(documento, encoding="utf-8")
    assert procedencia(ruta, carpeta) == esperada


@pytest.mark.parametrize(
    ("miembro", "esperada"),
    [
        ("mgn/mpio.shp.xml", DANE),
        ("mgn/MPIO.XML", DANE),
        ("mgn/mpio.qmd", DANE),
        ("metadatos/ficha.xml", DANE),  # la única del paquete
    ],
)
def test_dentro_de_un_zip(
    miembro: str, esperada: tuple[str, str, str], tmp_path: Path, carpeta: Path
) -> None:
    escribir(capa(), tmp_path / "mpio.shp")
    partes = {f"mgn/{p.name}": p for p in tmp_path.glob("mpio.*")}
    ruta = empaquetar(tmp_path / "MGN.zip", {**partes, miembro: ISO.encode("utf-16")})
    assert procedencia(ruta, carpeta) == esperada


def test_la_de_otro_archivo_no_vale(tmp_path: Path, carpeta: Path) -> None:
    escribir(capa(), tmp_path / "mpio.shp")
    partes: dict[str, Any] = {p.name: p for p in tmp_path.glob("mpio.*")}
    otras = {"dpto.shp.xml": ISO.encode(), "vias.xml": ESRI.encode()}
    assert procedencia(empaquetar(tmp_path / "MGN.zip", {**partes, **otras}), carpeta) == SIN


def test_dentro_de_un_geopackage(tmp_path: Path, carpeta: Path) -> None:
    ruta = escribir(capa(), tmp_path / "mpio.gpkg")
    with sqlite3.connect(ruta) as conexion:
        conexion.execute("CREATE TABLE gpkg_metadata (id INTEGER, metadata TEXT)")
        conexion.execute("INSERT INTO gpkg_metadata VALUES (1, 'nada'), (2, ?)", [ISO])
    conexion.close()
    assert procedencia(ruta, carpeta) == DANE


@pytest.mark.parametrize(
    ("miembros", "esperada"),
    [
        ({"fuente": "IGAC", "title": "Municipios"}, ("de sus metadatos", "IGAC, Municipios")),
        ({"metadata": {"Source": "DANE"}}, ("de sus metadatos", "DANE")),
        ({"copyrightText": "<b>DANE</b>, MGN 2024"}, ("de sus metadatos", "DANE, MGN 2024")),
        ({"name": "MGN2025_DANE"}, ("sin declarar", "")),
        ({"fuente": 5}, ("sin declarar", "")),
    ],
)
@pytest.mark.parametrize("al_final", [False, True])
def test_los_miembros_de_un_geojson(
    miembros: dict[str, Any],
    esperada: tuple[str, str],
    al_final: bool,
    tmp_path: Path,
    carpeta: Path,
) -> None:
    coleccion = json.loads(capa().to_json())
    for rasgo in coleccion["features"]:
        rasgo["properties"]["fuente"] = "otra cosa: es de cada área"
    propios = {"type": "FeatureCollection"}
    areas = {"features": coleccion["features"]}
    todo = {**propios, **areas, **miembros} if al_final else {**propios, **miembros, **areas}
    ruta = tmp_path / "mpio.geojson"
    ruta.write_text(json.dumps(todo, ensure_ascii=False), encoding="utf-8")
    assert procedencia(ruta, carpeta)[:2] == esperada


def test_lo_que_dice_la_persona_manda_y_los_metadatos_se_cuentan(
    tmp_path: Path, carpeta: Path
) -> None:
    ruta = escribir(capa(), tmp_path / "mpio.shp")
    (tmp_path / "mpio.shp.xml").write_text(ISO, encoding="utf-8")
    assert procedencia(ruta, carpeta, fuente="IGAC 2024") == (
        "de quien la instaló",
        "IGAC 2024",
        "CC BY 4.0",
    )
    assert (
        "Según sus metadatos es de DANE, Marco Geoestadístico Nacional 2025."
        in la_ficha(carpeta).informe
    )


def test_los_nombres_ajenos_se_dicen_y_no_cuentan(tmp_path: Path, carpeta: Path) -> None:
    nombres = ["MEDELLÍN", "Cali", "BARRANQUILLA, D.E.I.P.", "", "CÚCUTA", "Pana Pana"]
    oficiales = ["Medellín", "Abejorral", "Barranquilla", "Nuevo Belén", "San José de Cúcuta", ""]
    filas = [{**m, "municipio_nombre": n} for m, n in zip(MUNICIPIOS, oficiales, strict=True)]
    ruta = escribir(
        capa({**capa().drop(columns="geometry"), "MPIO_CNMBR": nombres}), tmp_path / "mpio.gpkg"
    )
    instalar(ruta, carpeta, filas)
    assert (
        "En «MPIO_CNMBR», 1 nombre no es el de la DIVIPOLA: 05002 «Cali» (Abejorral). Se usan los "
        "códigos, cuyas áreas contienen sus cabeceras."
    ) in la_ficha(carpeta).informe
