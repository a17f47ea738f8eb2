"""Unos límites oficiales que no traen todo el país, o dañados: nada se cae y se dice."""

import io
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest
from fabrica_cartografia import cabeceras, del_pais, escribir, pais_entero

from tablero import rutas
from tablero.consultas import mapas
from tablero.consultas.base import Base, Preguntas
from tablero.errores import ArchivoIlegible, ErrorTablero
from tablero.exportar import mapa_web
from tablero.exportar.impresas.ficha import a_pdf
from tablero.exportar.mapa_png import mapa_png
from tablero.graficos.mapas.clases import clasificar
from tablero.graficos.mapas.variables import ORDEN
from tablero.respuestas.ficha.mapas import mapas as mapas_de_ficha
from tablero.respuestas.ficha.pais import Pais, de_base
from tablero.respuestas.ficha.reunir import hoja
from tablero.respuestas.mapa.valores import valores
from tablero.territorio import cartografia
from tablero.territorio.cartografia import ESQUEMATICA
from tablero.territorio.esquema.contornos import DEPARTAMENTOS
from tablero.territorio.oficial import comprobar
from tablero.territorio.oficial.instalar import instalar
from tablero.territorio.recuadro import MARCO

ANTIOQUIA = "05"
Danar = Callable[[str], Path]


@pytest.fixture(scope="module")
def carpeta(base: Base, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Límites instalados de un solo departamento."""
    destino = tmp_path_factory.mktemp("limites")
    (destino / DEPARTAMENTOS).write_bytes((rutas.CARTOGRAFIA / DEPARTAMENTOS).read_bytes())
    areas = pais_entero()
    archivo = destino.parent / "solo_antioquia.geojson"
    escribir(del_pais(areas[areas.index.str[:2] == ANTIOQUIA]), archivo)
    with pytest.MonkeyPatch.context() as parche:  # hoy se rechazaría: trae 125 municipios
        parche.setattr(comprobar, "MUNICIPIOS_MINIMO", 0.1)
        parche.setattr(comprobar, "PAIS_MINIMO", 0.01)
        instalar(archivo, destino, cabeceras())
    return destino


@pytest.fixture(scope="module")
def pais(base: Base) -> Pais:
    return de_base(base)


def test_los_departamentos_sin_area_tienen_donde_volar(
    base: Base, carpeta: Path, tmp_path: Path
) -> None:
    lienzo = mapa_web.publicar(Preguntas(base), carpeta, tmp_path)
    assert len(lienzo.codigos) == 125
    assert len(lienzo.rectangulos) == len(lienzo.url_bordes) == 33
    puntos = mapas.todos(base).datos.query("departamento_nombre == 'Nariño'")
    assert lienzo.rectangulos["Nariño"] == (
        puntos["longitud"].min(),
        puntos["latitud"].min(),
        puntos["longitud"].max(),
        puntos["latitud"].max(),
    )
    islas = lienzo.rectangulos["Archipiélago de San Andrés, Providencia y Santa Catalina"]
    assert MARCO[0] < islas[0] < islas[2] < MARCO[2]
    sin_bordes = tmp_path / lienzo.url_bordes["Nariño"].rsplit("/", 1)[1]
    assert sin_bordes.read_text(encoding="utf-8") == '{"type":"FeatureCollection","features":[]}'
    assert sorted(p.suffix for p in tmp_path.iterdir()) == [".json"] * len(list(tmp_path.iterdir()))


@pytest.mark.parametrize(
    ("clase", "clave"),
    [("municipio", "54001"), ("municipio", "88564"), ("departamento", "88"), ("cluster", "1")],
)
def test_la_ficha_de_un_lugar_sin_area_mira_sus_cabeceras(
    pais: Pais, carpeta: Path, clase: str, clave: str
) -> None:
    ficha = hoja(pais, clase, clave)  # type: ignore[arg-type]
    dibujo = mapas_de_ficha(pais, ficha, carpeta).cercano.spec
    assert [a["properties"]["clase"] for a in dibujo["datasets"]["areas"]].count("resaltada") == 0
    marcas = dibujo["datasets"]["marcas"]
    assert len(marcas) == len(ficha.lugar.resaltados)
    assert all(0 <= m["x0"] <= 420 and 0 <= m["y0"] <= 400 for m in marcas)
    _, pdf = a_pdf(pais, ficha.clase, clave, carpeta)
    assert len(pypdf.PdfReader(io.BytesIO(pdf)).pages) == 1


def test_la_imagen_de_un_departamento_sin_area_se_niega_y_lo_dice(
    base: Base, carpeta: Path
) -> None:
    datos = valores(Preguntas(base), ORDEN).datos
    with pytest.raises(ErrorTablero, match="no traen ningún municipio de Nariño"):
        mapa_png(
            base,
            carpeta,
            ORDEN,
            clasificar(datos, ORDEN, "natural"),
            titulo="t",
            fuente="f",
            departamento="Nariño",
            simbolos=None,
        )


@pytest.fixture
def danar(tmp_path: Path) -> Danar:
    def escribir(contenido: str) -> Path:
        (tmp_path / ESQUEMATICA).write_text(contenido, encoding="utf-8")
        return tmp_path

    return escribir


@pytest.mark.parametrize(
    "contenido",
    [
        "",
        "<html></html>",
        '{"type":"FeatureCollection"}',
        '{"type":"FeatureCollection","features":[]}',
        '{"type":"FeatureCollection","features":[{"type":"Feature","geometry":null,'
        '"properties":{"municipio_codigo":"05001"}}]}',
    ],
    ids=["vacío", "otra cosa", "sin lista", "sin filas", "sin geometría"],
)
def test_unos_limites_danados_se_dicen(danar: Danar, contenido: str) -> None:
    with pytest.raises(ArchivoIlegible, match=r"geojson: está dañado; vuelva a copiarlo"):
        cartografia.municipios(danar(contenido))
