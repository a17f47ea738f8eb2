"""La cartografía oficial de 2025 entera, donde está a mano: no viaja con el proyecto."""

import zipfile
from pathlib import Path
from typing import Any

import geopandas
import numpy as np
import pandas as pd
import pytest
import shapely
from fabrica_metadatos import ISO

from tablero import rutas
from tablero.ingesta.fuentes.nomenclatura import leer_nomenclatura
from tablero.territorio.cartografia import (
    ESQUEMATICA,
    departamentos,
    leer_ficha,
    municipios,
    vigente,
)
from tablero.territorio.esquema.contornos import DEPARTAMENTOS
from tablero.territorio.oficial.comprobar import comprobar
from tablero.territorio.oficial.instalar import SIN_DECLARAR, instalar

MGN = rutas.RAIZ.parent / "shared" / "cartografia" / "MGN_ADM_MPIO_GRAFICO_2025_simplificado.zip"

pytestmark = pytest.mark.skipif(
    not MGN.exists(), reason=f"no está {MGN.name}: la cartografía oficial no viaja con el proyecto"
)


@pytest.fixture(scope="module")
def cabeceras() -> list[dict[str, Any]]:
    return leer_nomenclatura(rutas.FUENTES)["municipios"]


@pytest.fixture(scope="module")
def carpeta(tmp_path_factory: pytest.TempPathFactory, cabeceras: list[dict[str, Any]]) -> Path:
    destino = tmp_path_factory.mktemp("shapefiles")
    for propio in (ESQUEMATICA, DEPARTAMENTOS):
        (destino / propio).write_bytes((rutas.CARTOGRAFIA / propio).read_bytes())
    instalar(MGN, destino, cabeceras)
    return destino


def test_esta_entera(carpeta: Path, cabeceras: list[dict[str, Any]]) -> None:
    en_uso = vigente(carpeta)
    assert en_uso.titulo == (
        "Límites municipales sin procedencia declarada, con el esquema del MGN 2025"
    )
    assert (en_uso.ausentes, en_uso.sobrantes) == ((), ())
    areas = municipios(carpeta)
    assert set(areas["municipio_codigo"]) == {c["municipio_codigo"] for c in cabeceras}
    assert len(areas) == 1122
    assert len(departamentos(carpeta)) == 33


def test_lo_que_hubo_que_acomodar(carpeta: Path) -> None:
    ficha = leer_ficha(carpeta)
    assert ficha is not None
    assert ficha.informe == (
        "Capa: MGN_ADM_MPIO_GRAFICO.shp; código en «mpio_cdpmp».",
        "2 áreas no válidas se repararon: 47030 y 94885.",
        "Los bordes de 5 áreas no casaban con los de sus vecinas y se ajustaron: 20238, 47030, "
        "47288, 94883 y 94885.",
        "1.122 municipios con área, de 1.122.",
        "Cabeceras dentro de su área: 1.121 de 1.122; fuera: 52835, a 43 m.",
        SIN_DECLARAR,
    )


def test_es_una_cobertura(carpeta: Path) -> None:
    areas = municipios(carpeta).geometry.to_numpy()
    assert shapely.is_valid(areas).all()
    assert shapely.coverage_is_valid(areas)
    assert shapely.union_all(areas).area == pytest.approx(shapely.area(areas).sum(), rel=1e-12)
    assert shapely.is_valid(departamentos(carpeta).geometry.to_numpy()).all()


def test_las_areas_son_las_oficiales(carpeta: Path) -> None:
    """Contra `mpio_narea`, los km² que publica el DANE, en la proyección oficial del país."""
    publicadas = geopandas.read_file(MGN, ignore_geometry=True).set_index("mpio_cdpmp")
    areas = municipios(carpeta).set_index("municipio_codigo")
    km2 = areas.to_crs(9377).area / 1e6
    error_pct = ((km2 - publicadas["mpio_narea"]).abs() / publicadas["mpio_narea"] * 100).to_numpy()
    assert np.median(error_pct) < 0.5
    assert error_pct.max() < 10
    assert km2.sum() == pytest.approx(publicadas["mpio_narea"].sum(), rel=1e-3)


def test_pesa_lo_que_un_navegador_aguanta(carpeta: Path) -> None:
    """El archivo instalado se queda en el disco; al navegador van las áreas redondeadas."""
    assert vigente(carpeta).archivo.stat().st_size < 1_200_000
    areas = municipios(carpeta)
    areas.geometry = shapely.transform(areas.geometry.to_numpy(), lambda v: np.round(v, 4))
    assert len(areas.to_json(drop_id=True, separators=(",", ":"))) < 1_300_000


@pytest.mark.parametrize(
    ("grados", "fuera"), [((0.0005, 0.0), 0), ((-0.003, -0.003), 16), ((0.0, 0.01), 49)]
)
def test_corrida_unos_cientos_de_metros_se_nota(
    grados: tuple[float, float], fuera: int, carpeta: Path, cabeceras: list[dict[str, Any]]
) -> None:
    """De dónde sale el tope de cabeceras cerca y fuera de su área."""
    areas = municipios(carpeta).set_index("municipio_codigo").geometry.translate(*grados)
    corridas = pd.Series(areas.to_numpy(), index=areas.index)
    balance = comprobar(corridas, cabeceras, carpeta)
    assert len(balance.cerca) == fuera
    assert bool(balance.problemas) == (fuera > 11)


def test_con_los_metadatos_de_quien_la_publica(
    tmp_path: Path, carpeta: Path, cabeceras: list[dict[str, Any]]
) -> None:
    ruta = tmp_path / "mgn.zip"
    ruta.write_bytes(MGN.read_bytes())
    with zipfile.ZipFile(ruta, "a") as paquete:
        paquete.writestr("MGN_ADM_MPIO_GRAFICO.shp.xml", ISO.encode())
    en_uso = instalar(ruta, carpeta, cabeceras)
    assert en_uso.procedencia == "de sus metadatos"
    assert en_uso.credito == (
        "Límites municipales: DANE, Marco Geoestadístico Nacional 2025, según los metadatos del "
        "archivo; simplificados para verlos en pantalla. Licencia: CC BY 4.0."
    )
