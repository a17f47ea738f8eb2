"""Lo que no se instala: por qué, y que todo queda como estaba."""

import json
import socketserver
import threading
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import geopandas
import numpy as np
import pytest
import shapely
from fabrica_cartografia import (
    CODIGOS,
    MUNICIPIOS,
    capa,
    carpeta_de_cartografia,
    cuadro,
    empaquetar,
    escribir,
    topojson,
)

from tablero.errores import CartografiaRechazada
from tablero.territorio.cartografia import municipios
from tablero.territorio.oficial import copiar, leer, reparar
from tablero.territorio.oficial.instalar import instalar

Motivo = Callable[[Path], str]

AFUERA = "sus coordenadas no son de Colombia: de occidente a oriente"
CORRUPTO = "está incompleto o dañado; vuelva a descargarlo o a copiarlo."


@pytest.fixture
def carpeta(tmp_path: Path) -> Path:
    """La carpeta de la cartografía, con una edición ya instalada."""
    carpeta = carpeta_de_cartografia(tmp_path / "shapefiles")
    (tmp_path / "previa").mkdir()
    previa = escribir(capa(), tmp_path / "previa" / "MGN2020.gpkg")
    instalar(previa, carpeta, MUNICIPIOS)
    return carpeta


@pytest.fixture
def motivo(carpeta: Path) -> Motivo:
    """Por qué se rechaza un archivo, después de comprobar que no cambió nada."""

    def decir(ruta: Path) -> str:
        antes = {p.name: p.read_bytes() for p in (carpeta / "instalada").iterdir()}
        with pytest.raises(CartografiaRechazada) as error:
            instalar(ruta, carpeta, MUNICIPIOS)
        assert error.value.codigo_salida == 8
        assert {p.name: p.read_bytes() for p in (carpeta / "instalada").iterdir()} == antes
        assert len(municipios(carpeta)) == 6
        texto = str(error.value)
        assert texto.startswith(f"{ruta.name}: ")
        assert texto.endswith(" No se cambió nada.")
        return texto.removeprefix(f"{ruta.name}: ").removesuffix(" No se cambió nada.")

    return decir


def mover(oriente: float, norte: float) -> Sequence[shapely.Geometry]:
    return [shapely.transform(cuadro(i), lambda v: np.add(v, (oriente, norte))) for i in range(6)]


def test_no_existe_o_no_es_un_archivo(tmp_path: Path, motivo: Motivo) -> None:
    assert motivo(tmp_path / "nada.shp") == "no existe."
    (tmp_path / "mgn").mkdir()
    assert motivo(tmp_path / "mgn") == f"no es un archivo; {copiar.FORMATOS}"


def test_formato_no_admitido(tmp_path: Path, motivo: Motivo) -> None:
    (tmp_path / "mapa.pdf").write_bytes(b"%PDF-1.7")
    assert motivo(tmp_path / "mapa.pdf") == (
        "es un PDF: un dibujo, sin datos; pídalo como GeoJSON, GeoPackage o Shapefile."
    )
    escribir(capa(), tmp_path / "mpio.shp")
    assert motivo(tmp_path / "mpio.dbf").startswith("es parte de un shapefile: dé el .shp; ")
    empaquetar(tmp_path / "otro.zip", {"LEEME.txt": b"hola", "mpio.dbf": tmp_path / "mpio.dbf"})
    assert motivo(tmp_path / "otro.zip").startswith("no contiene cartografía; se admiten .shp")


@pytest.mark.parametrize(
    ("corrimiento", "rango"),
    [
        ((20.0, 0.0), "van de −55,00 a −53,80, y de sur a norte, de 5,00 a 5,20"),
        ((0.0, 40.0), "van de −75,00 a −73,80, y de sur a norte, de 45,00 a 45,20"),
    ],
)
def test_fuera_de_colombia(
    corrimiento: tuple[float, float], rango: str, tmp_path: Path, motivo: Motivo
) -> None:
    ruta = escribir(capa(areas=mover(*corrimiento)), tmp_path / "mpio.gpkg")
    assert motivo(ruta) == f"{AFUERA} {rango}."


def test_latitud_y_longitud_cambiadas(tmp_path: Path, motivo: Motivo) -> None:
    areas = [shapely.transform(cuadro(i), lambda v: v[:, ::-1]) for i in range(6)]
    assert motivo(escribir(capa(areas=areas), tmp_path / "mpio.geojson")) == (
        "tiene la longitud y la latitud cambiadas entre sí: de occidente a oriente van de 5,00 a "
        "5,20, y de sur a norte, de −75,00 a −73,80."
    )


def test_una_sola_area_fuera_basta(tmp_path: Path, motivo: Motivo) -> None:
    areas = [*(cuadro(i) for i in range(5)), shapely.box(0, 0, 1, 1)]
    ruta = escribir(capa(areas=areas), tmp_path / "mpio.gpkg")
    assert motivo(ruta).startswith(f"{AFUERA} van de −75,00 a 1,00, ")


def test_metros_que_dicen_ser_grados(tmp_path: Path, motivo: Motivo) -> None:
    tabla = capa(crs=9377).set_crs(4326, allow_override=True)
    rango = (
        "de occidente a oriente van de 4.778.335,39 a 4.911.376,59, y de sur a norte, de "
        "2.110.546,62 a 2.132.942,23."
    )
    for nombre in ("a.gpkg", "a.geojson"):
        assert motivo(escribir(tabla, tmp_path / nombre)) == (
            f"sus coordenadas deberían ser grados y parecen metros: {rango} Revise el sistema de "
            "coordenadas que declara."
        )
    assert motivo(escribir(tabla, tmp_path / "a.topojson")) == (
        "no dice en qué sistema de coordenadas está (en un .shp, falta el .prj) y sus coordenadas "
        f"no son grados de Colombia: {rango}"
    )


def test_sin_prj_y_en_metros(tmp_path: Path, motivo: Motivo) -> None:
    ruta = escribir(capa(crs=9377), tmp_path / "mpio.shp")
    ruta.with_suffix(".prj").unlink()
    assert motivo(ruta).startswith(
        "no dice en qué sistema de coordenadas está (en un .shp, falta el .prj) y sus coordenadas "
        "no son grados de Colombia: de occidente a oriente van de 4.778.335,39 a 4.911.376,59, "
    )


def test_un_prj_danado_es_como_no_tenerlo(tmp_path: Path, motivo: Motivo) -> None:
    ruta = escribir(capa(crs=9377), tmp_path / "mpio.shp")
    ruta.with_suffix(".prj").write_text("PROYECCIÓN RARA", encoding="utf-8")
    assert motivo(ruta).startswith("no dice en qué sistema de coordenadas está")


def test_un_prj_cortado(tmp_path: Path, motivo: Motivo) -> None:
    ruta = escribir(capa(), tmp_path / "mpio.shp")
    prj = ruta.with_suffix(".prj")
    prj.write_text(prj.read_text(encoding="ascii")[:40], encoding="ascii")
    assert motivo(ruta) == leer.COORDENADAS_ILEGIBLES


def test_codigos_ajenos(tmp_path: Path, motivo: Motivo) -> None:
    campos = {"MPIO_CDPMP": ["05001", "08001", "99001", "99002", "99003", "99004"]}
    assert motivo(escribir(capa(campos), tmp_path / "mpio.gpkg")) == (
        "sus códigos no son de la DIVIPOLA: de 6 en la columna «MPIO_CDPMP» se reconocen 2; por "
        "ejemplo, no lo son 99001, 99002, 99003 y 99004."
    )


def test_sin_columna_de_codigo(tmp_path: Path, motivo: Motivo) -> None:
    campos = {"NOMBRE": list("abcdef"), "ANIO": [2025] * 6}
    assert motivo(escribir(capa(campos), tmp_path / "mpio.gpkg")) == (
        "no tiene el código de cada municipio; se buscó en MPIO_CDPMP, MPIO_CCNCT, DPTO_CCDGO con "
        "MPIO_CCDGO, y en las demás columnas. Tiene: NOMBRE, ANIO."
    )


def test_sin_poligonos(tmp_path: Path, motivo: Motivo) -> None:
    puntos = [cuadro(i).centroid for i in range(6)]
    esperado = "no tiene polígonos: no son áreas."
    assert motivo(escribir(capa(areas=puntos), tmp_path / "mpio.gpkg")) == esperado
    mezcla = [*puntos[:3], *(shapely.LineString([(-75, 5), (-74, 6)]) for _ in range(3))]
    assert motivo(escribir(capa(areas=mezcla), tmp_path / "mpio.geojson")) == esperado


def test_vacio(tmp_path: Path, motivo: Motivo) -> None:
    for extension in ("shp", "gpkg", "geojson", "topojson"):
        (tmp_path / f"nada.{extension}").write_bytes(b"")
    (tmp_path / "nada.dbf").write_bytes(b"")
    nada = "está vacío (0 bytes); vuelva a copiarlo."
    assert motivo(tmp_path / "nada.gpkg") == nada
    assert motivo(tmp_path / "nada.geojson") == nada
    assert motivo(tmp_path / "nada.topojson") == nada
    assert motivo(tmp_path / "nada.shp") == nada
    sin_filas = geopandas.GeoDataFrame({"MPIO_CDPMP": []}, geometry=[], crs=4326)
    escribir(sin_filas, tmp_path / "cero.gpkg", geometry_type="Polygon")
    assert motivo(tmp_path / "cero.gpkg") == "está vacío: no tiene ninguna fila."


def test_sin_dbf(tmp_path: Path, motivo: Motivo) -> None:
    ruta = escribir(capa(), tmp_path / "mpio.shp")
    ruta.with_suffix(".dbf").unlink()
    assert motivo(ruta) == ("falta su .dbf, donde van los códigos; cópielo al lado del .shp.")


@pytest.mark.parametrize("parte", [".shp", ".dbf"])
def test_un_shapefile_cortado(parte: str, tmp_path: Path, motivo: Motivo) -> None:
    archivo = escribir(capa(), tmp_path / "mpio.shp").with_suffix(parte)
    archivo.write_bytes(archivo.read_bytes()[:-60])
    assert motivo(tmp_path / "mpio.shp") == CORRUPTO


@pytest.mark.parametrize("nombre", ["a.gpkg", "a.geojson", "a.topojson", "a.zip"])
@pytest.mark.parametrize("parte", [0.2, 0.5, 0.95])
def test_un_archivo_cortado(nombre: str, parte: float, tmp_path: Path, motivo: Motivo) -> None:
    ruta = escribir(capa(), tmp_path / nombre)
    datos = ruta.read_bytes()
    ruta.write_bytes(datos[: int(len(datos) * parte)])
    assert motivo(ruta) == CORRUPTO


@pytest.mark.parametrize("extension", ["shp", "gpkg", "geojson", "topojson", "json", "zip"])
def test_una_pagina_de_error_con_nombre_de_datos(
    extension: str, tmp_path: Path, motivo: Motivo
) -> None:
    escribir(capa(), tmp_path / "mpio.shp")
    (tmp_path / f"mpio.{extension}").write_bytes(b"<html>Acceso denegado</html>" * 10)
    assert motivo(tmp_path / f"mpio.{extension}") == (
        "es una página web y no los datos: el enlace llevó a una página, quizá de error; ábrala en "
        "un navegador y descargue desde ella el archivo."
    )


@pytest.mark.parametrize(
    ("extension", "esperado"),
    [
        ("shp", "no es un .shp: por dentro es otra clase de archivo, o está dañado."),
        ("gpkg", "no es un .gpkg: por dentro es otra clase de archivo, o está dañado."),
        ("geojson", "no es un GeoJSON ni un TopoJSON, o está dañado."),
        ("json", "no es un GeoJSON ni un TopoJSON, o está dañado."),
        ("zip", CORRUPTO),
    ],
)
def test_otra_cosa_con_el_nombre_cambiado(
    extension: str, esperado: str, tmp_path: Path, motivo: Motivo
) -> None:
    escribir(capa(), tmp_path / "mpio.shp")
    (tmp_path / f"mpio.{extension}").write_bytes(b"una carta cualquiera" * 10)
    assert motivo(tmp_path / f"mpio.{extension}") == esperado


@pytest.mark.parametrize(
    ("texto", "esperado"),
    [
        ("{}", CORRUPTO),
        ("{nada", CORRUPTO),
        ('{"type": "Topology"}', CORRUPTO),
        ('{"type": "Feature"}', "está vacío: no tiene ninguna fila."),
        ('{"type": "FeatureCollection", "features": []}', "está vacío: no tiene ninguna fila."),
        ('{"type": "gdal_streamed_alg", "command_line": "gdal vector info x"}', CORRUPTO),
    ],
)
def test_un_json_que_no_es_cartografia(
    texto: str, esperado: str, tmp_path: Path, motivo: Motivo
) -> None:
    (tmp_path / "a.json").write_text(texto)
    assert motivo(tmp_path / "a.json") == esperado


@pytest.mark.parametrize(
    "nombre",
    ["../mpio.gpkg", "a/../../mpio.gpkg", "/otra/mpio.gpkg", "..\\mpio.gpkg", "C:\\m.gpkg"],
)
def test_un_zip_que_se_sale_de_su_carpeta(nombre: str, tmp_path: Path, motivo: Motivo) -> None:
    dentro = escribir(capa(), tmp_path / "mpio.gpkg")
    ruta = empaquetar(tmp_path / "mgn.zip", {nombre: dentro})
    assert motivo(ruta) == (f"«{nombre}» quiere salirse de la carpeta del .zip; no se abre.")


def test_un_zip_con_un_enlace(tmp_path: Path, motivo: Motivo) -> None:
    enlace = zipfile.ZipInfo("mpio.gpkg")
    enlace.external_attr = 0o120777 << 16
    with zipfile.ZipFile(tmp_path / "mgn.zip", "w") as paquete:
        paquete.writestr(enlace, "/etc/passwd")
    assert motivo(tmp_path / "mgn.zip").startswith("«mpio.gpkg» quiere salirse")


def test_un_zip_bomba(tmp_path: Path, motivo: Motivo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copiar, "MAX_OCTETOS", 3 * copiar.MIB)
    ceros = b"\0" * (4 * copiar.MIB)
    ruta = empaquetar(tmp_path / "mgn.zip", {"a/mpio.gpkg": ceros})
    assert ruta.stat().st_size < 20_000
    dicho = "ocuparía más de 3 MB al abrirlo; no se abre. Traiga solo el nivel de municipios."
    assert motivo(ruta) == dicho
    # También si cada parte cabe por separado.
    media = b"\0" * (2 * copiar.MIB)
    assert motivo(empaquetar(tmp_path / "dos.zip", {"a.gpkg": media, "b.gpkg": media})) == dicho


def test_un_zip_con_demasiados_archivos(tmp_path: Path, motivo: Motivo) -> None:
    ruta = empaquetar(tmp_path / "mgn.zip", {f"{i}.txt": b"" for i in range(2001)})
    assert motivo(ruta) == "tiene más de 2.000 archivos; no se abre."


def test_un_zip_con_contrasena(tmp_path: Path, motivo: Motivo) -> None:
    ruta = empaquetar(tmp_path / "mgn.zip", {"mpio.gpkg": b"x"})
    datos = bytearray(ruta.read_bytes())
    datos[datos.index(b"PK\x01\x02") + 8] |= 1
    ruta.write_bytes(bytes(datos))
    assert motivo(ruta) == "es un .zip protegido con contraseña; quítesela."


def test_un_shapefile_dos_veces_en_el_zip(tmp_path: Path, motivo: Motivo) -> None:
    shp = escribir(capa(), tmp_path / "mpio.shp")
    ruta = empaquetar(tmp_path / "mgn.zip", {"mpio.shp": shp, "MPIO.SHP": shp})
    assert motivo(ruta) == "«mpio.shp» está dos veces, con otras mayúsculas; deje uno."


def test_coordenadas_que_no_son_numeros(tmp_path: Path, motivo: Motivo) -> None:
    texto = json.dumps(topojson(capa())).replace("-75.0", "1e999", 1)
    (tmp_path / "a.topojson").write_text(texto)
    assert motivo(tmp_path / "a.topojson").endswith(
        "van de −75,00 a ∞, y de sur a norte, de 5,00 a 5,20."
    )


def test_bordes_que_no_se_pueden_ajustar(
    tmp_path: Path, motivo: Motivo, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reparar, "INTENTOS_DE_AJUSTE", 0)
    assert motivo(escribir(capa(), tmp_path / "a.gpkg")) == (
        "sus bordes se cruzan de un modo que no se pudo ajustar."
    )


def test_nada_sale_a_la_red(tmp_path: Path, carpeta: Path) -> None:
    """Un GeoJSON puede decir que su sistema de coordenadas está en una dirección: no se va."""
    visitas: list[Any] = []

    class Anotar(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            visitas.append(self.client_address)

    ruta = escribir(capa(), tmp_path / "mpio.geojson")
    contenido = json.loads(ruta.read_text("utf-8"))
    with socketserver.TCPServer(("127.0.0.1", 0), Anotar) as servidor:
        hilo = threading.Thread(target=servidor.serve_forever)
        hilo.start()
        direccion = f"http://127.0.0.1:{servidor.server_address[1]}/crs"
        contenido["crs"] = {"type": "link", "properties": {"href": direccion, "type": "ogcwkt"}}
        ruta.write_text(json.dumps(contenido), encoding="utf-8")
        instalar(ruta, carpeta, MUNICIPIOS)
        servidor.shutdown()
        hilo.join()
    assert visitas == []
    assert list(municipios(carpeta)["municipio_codigo"]) == list(CODIGOS)
