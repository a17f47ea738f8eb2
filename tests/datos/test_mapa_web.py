"""La geometría que viaja al navegador, y los mapas que se descargan, contra la tabla."""

import io
import json
import os
from pathlib import Path
from typing import Any

import geopandas as gpd
import pytest
import shapely
from PIL import Image

from tablero import formato, rutas
from tablero.consultas import centros, transferencias
from tablero.consultas.base import Base, Preguntas
from tablero.exportar import mapa_web
from tablero.exportar.geojson import geojson
from tablero.exportar.mapa_png import mapa_png
from tablero.graficos.mapas.brechas import para_llevar
from tablero.graficos.mapas.clases import clasificar
from tablero.graficos.mapas.coropleta import Lienzo
from tablero.graficos.mapas.variables import BRECHAS, DINERO, FIJAS, ORDEN, PERSONAS, disponibles
from tablero.respuestas.mapa.valores import valores, variables
from tablero.territorio.recuadro import MARCO

PAIS: dict[str, str | None] = {"departamento": None, "municipio": None}
ESTATICOS = {"municipios": 1_122, "departamentos": 34}
"""Cuántos rasgos lleva cada archivo: los departamentos y el recuadro."""


@pytest.fixture(scope="module")
def publicado(base: Base, tmp_path_factory: pytest.TempPathFactory) -> tuple[Lienzo, Path]:
    carpeta = tmp_path_factory.mktemp("static")
    return mapa_web.publicar(Preguntas(base), rutas.CARTOGRAFIA, carpeta), carpeta


def leer(publicado: tuple[Lienzo, Path], url: str) -> list[dict[str, Any]]:
    texto = (publicado[1] / url.rsplit("/", 1)[1]).read_text(encoding="utf-8")
    rasgos: list[dict[str, Any]] = json.loads(texto)["features"]
    return rasgos


def test_el_mapa_que_viaja(publicado: tuple[Lienzo, Path], base: Base) -> None:
    lienzo, _ = publicado
    de_cucuta: dict[str, str | None] = {"departamento": None, "municipio": "54001"}
    girado = transferencias.suma(base, **de_cucuta).fila["girado_cop"]
    personas = formato.numero(centros.suma(base, **de_cucuta).fila["personas"])
    rasgos = leer(publicado, lienzo.url_municipios)
    assert [r["properties"]["c"] for r in rasgos] == list(lienzo.codigos)
    assert [r["properties"]["i"] for r in rasgos] == list(range(1_122))
    cucuta = next(r["properties"] for r in rasgos if r["properties"]["c"] == "54001")
    assert set(cucuta) == {"i", "c", "d", "nombre", *(v.codigo for v in FIJAS)}
    assert (
        cucuta.items()
        >= {
            "i": cucuta["i"],
            "c": "54001",
            "d": "Norte de Santander",
            "nombre": "San José de Cúcuta",
            "orden": "16.º",
            "priorizado": "Priorizado",
            "cluster": "Clúster 7",
            "brechas": "1 de 3 (centro: sí; transferencia: sí; taller: no aparece)",
            "personas": f"{personas} personas atendidas",
            "dinero": formato.pesos(girado),
        }.items()
    )
    abejorral = next(r["properties"] for r in rasgos if r["properties"]["c"] == "05002")
    assert abejorral["orden"] == "no está entre los priorizados"
    assert len(leer(publicado, lienzo.url_departamentos)) == ESTATICOS["departamentos"]


def test_las_islas_van_en_su_recuadro_y_caben_en_su_departamento(
    publicado: tuple[Lienzo, Path],
) -> None:
    lienzo, _ = publicado
    nombre = "Archipiélago de San Andrés, Providencia y Santa Catalina"
    oeste, sur, este, norte = lienzo.rectangulos[nombre]
    assert MARCO[0] < oeste < este < MARCO[2]
    assert MARCO[1] < sur < norte < MARCO[3]
    assert {r["properties"]["c"] for r in leer(publicado, lienzo.url_bordes[nombre])} == {
        "88001",
        "88564",
    }
    assert len(lienzo.rectangulos) == len(lienzo.url_bordes) == 33


def test_publicar_otra_vez_no_cambia_nada(base: Base, publicado: tuple[Lienzo, Path]) -> None:
    lienzo, carpeta = publicado
    antes = {ruta: ruta.stat().st_mtime_ns for ruta in carpeta.iterdir()}
    assert mapa_web.publicar(Preguntas(base), rutas.CARTOGRAFIA, carpeta) == lienzo
    assert {ruta: ruta.stat().st_mtime_ns for ruta in carpeta.iterdir()} == antes


def test_lo_viejo_se_barre_y_lo_ajeno_no(base: Base, tmp_path: Path) -> None:
    viejos = [tmp_path / f"{nombre}.0123456789ab.json" for nombre in mapa_web.NOMBRES]
    reciente, ajeno = tmp_path / "bordes.ba9876543210.json", tmp_path / "otro.json"
    for ruta in (*viejos, reciente, ajeno):
        ruta.write_text("{}")
    for ruta in (*viejos, ajeno):
        os.utime(ruta, (0, 0))
    lienzo = mapa_web.publicar(Preguntas(base), rutas.CARTOGRAFIA, tmp_path)
    assert not any(ruta.exists() for ruta in viejos)
    assert reciente.exists()
    assert ajeno.exists()
    assert (tmp_path / Path(lienzo.url_municipios).name).exists()


def test_sin_valores_cargados_no_hay_indice_que_pintar(base: Base) -> None:
    assert list(variables(Preguntas(base))) == [v.codigo for v in FIJAS]
    cargados = disponibles([{"orden": 3, "indicador": "Casos de desnutrición."}])
    assert list(cargados)[-3:] == ["puntaje", "categoria", "indicador_3"]
    assert cargados["indicador_3"].titulo == "Indicador 3. Casos de desnutrición"


def test_los_valores_son_los_de_las_fuentes(base: Base) -> None:
    dinero = valores(Preguntas(base), DINERO)
    assert dinero.datos["valor"].sum() == transferencias.suma(base, **PAIS).fila["girado_cop"]
    assert len(dinero.datos) == 11, "quien desistió no tiene dinero en el territorio"
    personas = valores(Preguntas(base), PERSONAS).datos["valor"].sum()
    assert personas == centros.publicado(base).fila["personas"]
    assert valores(Preguntas(base), PERSONAS).nivel == "calculado"
    brechas = valores(Preguntas(base), BRECHAS).datos["texto"].value_counts().to_dict()
    assert brechas == {
        "3 de 3": 16,
        "2 de 3": 4,
        "1 de 3": 10,
        "Ninguna de 3": 4,
        "No priorizado, pero en alguna lista": 6,
    }


def test_las_brechas_se_descargan_con_su_numero_y_no_con_el_de_su_clase(base: Base) -> None:
    pintado = valores(Preguntas(base), BRECHAS).datos.assign(clase="clase")
    contenido = geojson(base, rutas.CARTOGRAFIA, para_llevar(pintado), BRECHAS, None)
    leidos = {
        rasgo["properties"]["municipio_nombre"]: rasgo["properties"]["valor"]
        for rasgo in json.loads(contenido)["features"]
        if rasgo["properties"]["texto"] is not None
    }
    assert len(leidos) == 40
    lugares = ("Puerto Santander", "Puerto Carreño", "Maicao", "Santiago de Cali", "Soacha")
    assert [leidos[lugar] for lugar in lugares] == [3, 2, 1, 0, None]


def abrir_geojson(contenido: bytes, carpeta: Path) -> gpd.GeoDataFrame:
    ruta = carpeta / "mapa.geojson"
    ruta.write_bytes(contenido)
    return gpd.read_file(ruta)


@pytest.mark.parametrize(("departamento", "municipios"), [(None, 1_122), ("Arauca", 7)])
def test_el_geojson_se_abre_y_dice_lo_mismo_que_la_tabla(
    base: Base, tmp_path: Path, departamento: str | None, municipios: int
) -> None:
    datos = valores(Preguntas(base), ORDEN, departamento).datos
    datos = datos.assign(clase="clase")
    leido = abrir_geojson(geojson(base, rutas.CARTOGRAFIA, datos, ORDEN, departamento), tmp_path)
    assert leido.crs.to_epsg() == 4326
    assert len(leido) == municipios
    assert leido.is_valid.all()
    con_valor = leido[leido["valor"].notna()].set_index("municipio_codigo")
    esperado = datos.set_index("municipio_codigo")
    assert con_valor["valor"].to_dict() == esperado["valor"].to_dict()
    assert set(con_valor["fuente_codigo"]) == {"eat_2024-06-30"}
    assert set(con_valor["corte_fecha"].astype(str).str[:10]) == {"2024-06-30"}
    assert leido.loc[leido["valor"].isna(), "clase"].isna().all()


def test_el_geojson_lleva_las_islas_en_su_lugar_verdadero(base: Base, tmp_path: Path) -> None:
    datos = valores(Preguntas(base), ORDEN).datos.assign(clase="clase")
    contenido = geojson(base, rutas.CARTOGRAFIA, datos, ORDEN, None)
    coleccion = json.loads(contenido)
    assert coleccion["limites"] == "Límites municipales esquemáticos, no oficiales"
    leido = abrir_geojson(contenido, tmp_path).set_index("municipio_codigo")
    assert leido.geometry["88001"].bounds[0] < -81.6
    exteriores = shapely.get_exterior_ring(shapely.get_parts(leido.geometry.to_numpy()))
    assert shapely.is_ccw(exteriores).all()


@pytest.mark.parametrize("departamento", [None, "Vichada"])
def test_el_png_pinta_cada_clase(base: Base, departamento: str | None) -> None:
    datos = valores(Preguntas(base), ORDEN).datos
    clases = clasificar(datos, ORDEN, "natural")
    contenido = mapa_png(
        base,
        rutas.CARTOGRAFIA,
        ORDEN,
        clases,
        titulo="34 municipios priorizados",
        fuente="Fuente: EAT.",
        departamento=departamento,
        simbolos=None,
    )
    imagen = Image.open(io.BytesIO(contenido)).convert("RGB")
    assert imagen.width > 1_600
    colores = {color for _, color in imagen.getcolors(maxcolors=10**6) or []}
    for clase in clases.clases:  # al menos, en su leyenda
        assert tuple(int(clase.color[i : i + 2], 16) for i in (1, 3, 5)) in colores
