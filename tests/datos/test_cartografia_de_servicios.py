"""Lo que entregan los servicios de mapas y sus clientes: se lee, o se dice qué es y qué hacer."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from fabrica_cartografia import (
    AREA,
    CODIGOS,
    MUNICIPIOS,
    capa,
    carpeta_de_cartografia,
    cuadro,
    empaquetar,
    escribir,
)

from tablero.errores import CartografiaRechazada
from tablero.territorio.cartografia import municipios
from tablero.territorio.oficial.instalar import instalar

PIDALO = "pídalo como GeoJSON, GeoPackage o Shapefile."


@pytest.fixture
def carpeta(tmp_path: Path) -> Path:
    return carpeta_de_cartografia(tmp_path / "shapefiles")


def areas(ruta: Path, carpeta: Path) -> dict[str, float]:
    instalar(ruta, carpeta, MUNICIPIOS)
    leidas = municipios(carpeta)
    return dict(zip(leidas["municipio_codigo"], leidas.geometry.to_numpy(), strict=True))


def son_las_seis(ruta: Path, carpeta: Path) -> bool:
    leidas = areas(ruta, carpeta)
    return {c: round(a.area, 6) for c, a in leidas.items()} == dict.fromkeys(CODIGOS, AREA)


def motivo(ruta: Path, carpeta: Path) -> str:
    with pytest.raises(CartografiaRechazada) as error:
        instalar(ruta, carpeta, MUNICIPIOS)
    assert not (carpeta / "instalada").exists()
    return str(error.value).removeprefix(f"{ruta.name}: ").removesuffix(" No se cambió nada.")


def esri(**otros: Any) -> dict[str, Any]:
    """La respuesta de un servicio ArcGIS REST con `f=json`."""
    rasgos = [
        {
            "attributes": {"OBJECTID": i, "MPIO_CDPMP": codigo},
            "geometry": {"rings": [[list(p) for p in cuadro(i).exterior.coords][::-1]]},
        }
        for i, codigo in enumerate(CODIGOS)
    ]
    return {
        "displayFieldName": "MPIO_CNMBR",
        "geometryType": "esriGeometryPolygon",
        "spatialReference": {"wkid": 4686, "latestWkid": 4686},
        "fields": [
            {"name": "OBJECTID", "type": "esriFieldTypeOID"},
            {"name": "MPIO_CDPMP", "type": "esriFieldTypeString", "length": 5},
        ],
        "features": rasgos,
        **otros,
    }


def escribir_json(ruta: Path, contenido: Any, **opciones: Any) -> Path:
    ruta.write_text(json.dumps(contenido, **opciones), encoding="utf-8")
    return ruta


@pytest.mark.parametrize("nombre", ["query.json", "query.geojson"])
@pytest.mark.parametrize("sangria", [None, 2])
def test_el_json_de_esri_se_lee(
    nombre: str, sangria: int | None, tmp_path: Path, carpeta: Path
) -> None:
    assert son_las_seis(escribir_json(tmp_path / nombre, esri(), indent=sangria), carpeta)


def test_el_json_de_esri_con_los_rasgos_primero(tmp_path: Path, carpeta: Path) -> None:
    al_reves = dict(reversed(esri().items()))
    assert son_las_seis(escribir_json(tmp_path / "query.json", al_reves), carpeta)


PARTIDA = (
    "es una descarga partida: el servicio entregó 6 filas y avisó que hay más "
    "(exceededTransferLimit). Pida las que siguen con resultOffset, o descargue la capa entera."
)


@pytest.mark.parametrize("primero", [True, False])
def test_una_descarga_partida_se_dice(primero: bool, tmp_path: Path, carpeta: Path) -> None:
    aviso = {"exceededTransferLimit": True}
    geojson = json.loads(capa().to_json())
    todos = (
        esri(**aviso),
        {**aviso, **geojson} if primero else {**geojson, **aviso},
        {**geojson, "properties": aviso},
    )
    for contenido in todos:
        assert motivo(escribir_json(tmp_path / "q.json", contenido), carpeta) == PARTIDA
    entera = {**geojson, "exceededTransferLimit": False}
    assert son_las_seis(escribir_json(tmp_path / "q.json", entera), carpeta)


@pytest.mark.parametrize(
    ("contenido", "esperado"),
    [
        (
            {"error": {"code": 400, "message": "Invalid or missing input parameters."}},
            "es la respuesta de error de un servicio, sin datos. Dice: «Invalid or missing input "
            "parameters.».",
        ),
        (
            {"currentVersion": 11.1, "layers": [{"id": 0, "name": "Municipio"}]},
            "es la descripción de un servicio, sin sus áreas.",
        ),
    ],
)
def test_lo_que_un_servicio_dice_en_lugar_de_los_datos(
    contenido: Any, esperado: str, tmp_path: Path, carpeta: Path
) -> None:
    assert motivo(escribir_json(tmp_path / "q.json", contenido), carpeta) == esperado


@pytest.mark.parametrize(
    ("texto", "esperado"),
    [
        ("<?xml version='1.0'?>\n<kml xmlns='x'>", f"es un KML (el de Google Earth); {PIDALO}"),
        ("<wfs:FeatureCollection xmlns:gml='http://www.opengis.net/gml'>", f"es un GML; {PIDALO}"),
        (
            "<ows:ExceptionReport><ows:ExceptionText>Límite excedido</ows:ExceptionText>",
            "es la respuesta de error de un servicio, sin datos. Dice: «Límite excedido».",
        ),
        ("<svg></svg>", f"es un XML y no trae áreas; {PIDALO}"),
    ],
)
def test_un_documento_con_etiquetas(
    texto: str, esperado: str, tmp_path: Path, carpeta: Path
) -> None:
    ruta = tmp_path / "mpio.geojson"
    ruta.write_text(texto, encoding="utf-8")
    assert motivo(ruta, carpeta) == esperado


@pytest.mark.parametrize(
    ("nombre", "esperado"),
    [
        ("mpio.kmz", f"es un KML (el de Google Earth); {PIDALO}"),
        ("mpio.gml", f"es un GML; {PIDALO}"),
        ("mpio.xlsx", f"es una tabla, sin áreas; {PIDALO}"),
        (
            "mpio.7z",
            "es un archivo comprimido que no es .zip: ábralo y comprima sus archivos en un .zip.",
        ),
    ],
)
def test_otra_clase_de_archivo(nombre: str, esperado: str, tmp_path: Path, carpeta: Path) -> None:
    (tmp_path / nombre).write_bytes(b"lo que sea")
    assert motivo(tmp_path / nombre, carpeta) == esperado
    paquete = empaquetar(tmp_path / "m.zip", {nombre: b"lo que sea", "LEEME.txt": b"x"})
    assert motivo(paquete, carpeta) == f"trae «{nombre}», que {esperado}"


def test_una_geodatabase(tmp_path: Path, carpeta: Path) -> None:
    (tmp_path / "mgn.gdb").mkdir()
    assert motivo(tmp_path / "mgn.gdb", carpeta) == f"es una geodatabase de Esri; {PIDALO}"
    paquete = empaquetar(tmp_path / "m.zip", {"mgn.gdb/a0001.gdbtable": b"x"})
    assert motivo(paquete, carpeta) == f"trae una geodatabase de Esri; {PIDALO}"


@pytest.mark.parametrize("nombre", ["mpio.zip", "mpio.gpkg", "mpio.shp"])
def test_un_archivo_con_la_extension_de_otro(nombre: str, tmp_path: Path, carpeta: Path) -> None:
    bueno = escribir(capa(), tmp_path / nombre)
    (tmp_path / "otro.geojson").write_bytes(bueno.read_bytes())
    assert motivo(tmp_path / "otro.geojson", carpeta).endswith(
        f"con otro nombre: póngale la extensión {Path(nombre).suffix}."
    )


def test_un_zip_dentro_de_otro(tmp_path: Path, carpeta: Path) -> None:
    dentro = escribir(capa(), tmp_path / "mgn.zip")
    fuera = empaquetar(tmp_path / "todo.zip", {"datos/mgn.zip": dentro})
    assert motivo(fuera, carpeta) == "trae otro .zip adentro: dé ese (mgn.zip)."


@pytest.mark.parametrize(
    "codificacion", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_un_json_en_otra_codificacion(codificacion: str, tmp_path: Path, carpeta: Path) -> None:
    tabla = capa({"MPIO_CDPMP": CODIGOS, "MPIO_CNMBR": ["NARIÑO"] * 6})
    ruta = tmp_path / "mpio.geojson"
    ruta.write_text(tabla.to_json(ensure_ascii=False), encoding=codificacion)
    assert son_las_seis(ruta, carpeta)


@pytest.mark.parametrize("nombre", ["mpio.geojson.gz", "mpio.gpkg.gz", "mpio.geojson"])
def test_un_archivo_en_gzip(nombre: str, tmp_path: Path, carpeta: Path) -> None:
    suelto = escribir(capa(), tmp_path / f"suelto{Path(nombre.removesuffix('.gz')).suffix}")
    ruta = tmp_path / nombre
    ruta.write_bytes(gzip.compress(suelto.read_bytes()))
    assert son_las_seis(ruta, carpeta)
    (carpeta / "instalada" / "municipios.fuente.yml").unlink()
    (carpeta / "instalada").rename(carpeta / "otra")
    ruta.write_bytes(ruta.read_bytes()[:-20])
    assert motivo(ruta, carpeta) == "está incompleto o dañado; vuelva a descargarlo o a copiarlo."


def test_un_gzip_bomba(tmp_path: Path, carpeta: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tablero.territorio.oficial.copiar.MAX_OCTETOS", 1024 * 1024)
    ruta = tmp_path / "mpio.geojson.gz"
    ruta.write_bytes(gzip.compress(b"{" + b" " * 5_000_000))
    assert motivo(ruta, carpeta).startswith("ocuparía más de 1 MB al abrirlo; no se abre.")


def test_los_departamentos_no_son_los_municipios(tmp_path: Path, carpeta: Path) -> None:
    tabla = capa({"DPTO_CCDGO": ["05", "08", "11", "13", "15", "17"]})
    assert motivo(escribir(tabla, tmp_path / "dpto.gpkg"), carpeta) == (
        "trae departamentos, y no municipios: descargue el nivel de municipios."
    )


def test_geometrias_nulas(tmp_path: Path, carpeta: Path) -> None:
    coleccion = json.loads(capa().to_json())
    for rasgo in coleccion["features"]:
        rasgo["geometry"] = None
    ruta = escribir_json(tmp_path / "nulas.geojson", coleccion)
    assert motivo(ruta, carpeta) == "no tiene polígonos: no son áreas."
