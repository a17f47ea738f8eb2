"""Qué cartografía está en uso, y sus áreas."""

import hashlib
import json
from pathlib import Path

import geopandas
import pytest
import shapely
from fabrica_cartografia import AREA, CODIGOS, cuadro, topojson

from tablero import rutas
from tablero.errores import ArchivoIlegible
from tablero.territorio.cartografia import (
    ESQUEMATICA,
    FICHA,
    INSTALADA,
    Cartografia,
    departamentos,
    municipios,
    vigente,
)
from tablero.territorio.esquema.escribir import a_geojson
from tablero.territorio.oficial.instalar import quitar

FICHA_BUENA = """\
procedencia: de quien la instaló
fuente: DANE, Marco Geoestadístico Nacional 2024
licencia: no declarada
municipios: 6
original: MGN2024.zip
original_sha256: abc
archivo: municipios.aaa.geojson
crs: EPSG:9377
ausentes: ['27493']
sobrantes: ['94888']
"""

SIN_QUIEN = FICHA_BUENA.replace("de quien la instaló", "sin declarar")
"""Una fuente que nadie dice: alguien cambió la ficha a mano."""


def dibujar(archivo: Path, codigos: tuple[str, ...] = CODIGOS) -> None:
    archivo.parent.mkdir(exist_ok=True)
    areas = [cuadro(CODIGOS.index(codigo)) for codigo in codigos]
    archivo.write_text(a_geojson(codigos, areas), encoding="utf-8")


@pytest.fixture
def carpeta(tmp_path: Path) -> Path:
    dibujar(tmp_path / ESQUEMATICA, tuple(reversed(CODIGOS)))
    return tmp_path


def instalar_a_mano(carpeta: Path, ficha: str = FICHA_BUENA) -> None:
    dibujar(carpeta / INSTALADA / "municipios.aaa.geojson", CODIGOS[:3])
    (carpeta / INSTALADA / FICHA).write_text(ficha, encoding="utf-8")


def test_sin_oficial_se_usa_la_esquematica(carpeta: Path) -> None:
    en_uso = vigente(carpeta)
    assert en_uso.archivo == carpeta / "municipios_esquematicos.geojson"
    assert en_uso.procedencia == "propia"
    assert en_uso.titulo == "Límites municipales esquemáticos, no oficiales"
    assert en_uso.credito.startswith("Límites municipales esquemáticos, no oficiales: cálculo")
    assert (en_uso.ausentes, en_uso.sobrantes) == ((), ())


def test_la_instalada_reemplaza_a_la_esquematica(carpeta: Path) -> None:
    instalar_a_mano(carpeta)
    assert vigente(carpeta) == Cartografia(
        archivo=carpeta / "instalada" / "municipios.aaa.geojson",
        procedencia="de quien la instaló",
        titulo="Límites municipales de DANE, Marco Geoestadístico Nacional 2024",
        credito="Límites municipales: DANE, Marco Geoestadístico Nacional 2024, según quien los "
        "instaló; simplificados para verlos en pantalla. Falta 1 de los 6 municipios: no se "
        "dibuja.",
        ausentes=("27493",),
        sobrantes=("94888",),
    )
    assert list(municipios(carpeta)["municipio_codigo"]) == list(CODIGOS[:3])


def test_lo_instalado_con_una_version_anterior_sigue_en_uso(carpeta: Path) -> None:
    """Se guardaba en TopoJSON: se lee como está, y solo si es el que se instaló."""
    areas = geopandas.GeoDataFrame(
        {"municipio_codigo": CODIGOS[:3]}, geometry=[cuadro(i) for i in range(3)], crs=4326
    )
    contenido = json.dumps(topojson(areas)).encode()
    archivo = f"municipios.{hashlib.sha256(contenido).hexdigest()[:12]}.topojson"
    instalar_a_mano(carpeta, FICHA_BUENA.replace("municipios.aaa.geojson", archivo))
    (carpeta / INSTALADA / archivo).write_bytes(contenido)
    leidas = municipios(carpeta)
    assert list(leidas["municipio_codigo"]) == list(CODIGOS[:3])
    assert shapely.area(leidas.geometry.to_numpy()) == pytest.approx([AREA] * 3)
    (carpeta / INSTALADA / archivo).write_bytes(contenido + b" ")
    with pytest.raises(ArchivoIlegible, match=r"topojson: está dañado"):
        municipios(carpeta)
    assert quitar(carpeta)
    assert list((carpeta / INSTALADA).glob("*json")) == []


def test_una_ficha_de_antes_pierde_lo_que_presumia(carpeta: Path) -> None:
    """Las primeras acreditaban al DANE cualquier archivo, sin que nadie lo dijera."""
    instalar_a_mano(
        carpeta,
        "titulo: Marco Geoestadístico Nacional 2024 (DANE)\n"
        'credito: "Límites municipales: DANE."\nentidad: DANE\nlicencia: no declarada\n'
        "edicion: '2024'\noriginal: MGN2024.zip\noriginal_sha256: abc\n"
        "archivo: municipios.aaa.geojson\ncrs: EPSG:9377\nausentes: ['27493', '54001']\n",
    )
    en_uso = vigente(carpeta)
    assert en_uso.procedencia == "sin declarar"
    assert en_uso.credito == (
        "Límites municipales sin procedencia declarada (archivo «MGN2024.zip»); simplificados para "
        "verlos en pantalla. Faltan 2 municipios: no se dibujan."
    )


def test_la_del_proyecto_esta_entera() -> None:
    areas = municipios(rutas.CARTOGRAFIA)
    assert areas["municipio_codigo"].is_unique
    assert len(areas) == 1122
    assert len(departamentos(rutas.CARTOGRAFIA)) == 33


def test_los_municipios_van_por_codigo_y_en_grados(carpeta: Path) -> None:
    areas = municipios(carpeta)
    assert list(areas.columns) == ["municipio_codigo", "geometry"]
    assert list(areas["municipio_codigo"]) == list(CODIGOS)
    assert areas.crs == "EPSG:4326"
    assert shapely.area(areas.geometry.to_numpy()) == pytest.approx([AREA] * 6)


def test_los_departamentos_son_la_union_de_sus_municipios(carpeta: Path) -> None:
    areas = departamentos(carpeta)
    assert list(areas.columns) == ["departamento_codigo", "geometry"]
    assert list(areas["departamento_codigo"]) == ["05", "08", "27", "54", "94"]
    assert areas.crs == "EPSG:4326"
    antioquia = areas.geometry[0]
    esperada = shapely.box(-75.0, 5.0, -74.6, 5.2)
    assert antioquia.symmetric_difference(esperada).area == pytest.approx(0, abs=1e-12)


def test_quien_las_cambia_no_dana_las_de_los_demas(carpeta: Path) -> None:
    propias = municipios(carpeta)
    propias["municipio_codigo"] = "00000"
    propias.loc[0, "geometry"] = None
    assert list(municipios(carpeta)["municipio_codigo"]) == list(CODIGOS)
    assert municipios(carpeta).geometry.notna().all()


def test_un_archivo_nuevo_se_nota_sin_reiniciar(carpeta: Path) -> None:
    assert len(municipios(carpeta)) == 6
    dibujar(carpeta / ESQUEMATICA, CODIGOS[:2])
    assert list(municipios(carpeta)["municipio_codigo"]) == ["05001", "05002"]
    assert list(departamentos(carpeta)["departamento_codigo"]) == ["05"]


def test_sin_ninguna_lo_dice(tmp_path: Path) -> None:
    with pytest.raises(ArchivoIlegible) as error:
        vigente(tmp_path)
    assert str(error.value) == (
        f"Falta {tmp_path / 'municipios_esquematicos.geojson'}, la cartografía municipal en uso."
    )


@pytest.mark.parametrize("ficha", ["titulo: [", "titulo: 5", "solo texto", "\x00", SIN_QUIEN])
def test_una_ficha_danada_se_dice_con_su_remedio(carpeta: Path, ficha: str) -> None:
    instalar_a_mano(carpeta, ficha)
    with pytest.raises(ArchivoIlegible) as error:
        vigente(carpeta)
    assert str(error.value) == (
        f"{carpeta / 'instalada' / 'municipios.fuente.yml'}: está dañado; instale otra vez la "
        "cartografía o vuelva a la esquemática con: tablero cartografia quitar"
    )


def test_falta_el_archivo_que_nombra_la_ficha(carpeta: Path) -> None:
    instalar_a_mano(carpeta)
    (carpeta / "instalada" / "municipios.aaa.geojson").unlink()
    with pytest.raises(ArchivoIlegible, match=r"^Falta .*municipios\.aaa\.geojson"):
        vigente(carpeta)
