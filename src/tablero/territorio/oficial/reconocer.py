"""Qué es un archivo por dentro, diga lo que diga su nombre, y qué hacer con él.

Un geoportal entrega una página de error con nombre de datos, un formato por otro o una descarga
partida: quien la trae debe saber cuál de esas cosas fue, y no «está dañado».
"""

import json
import re
from collections.abc import Mapping
from pathlib import Path

from tablero.errores import CartografiaRechazada
from tablero.un_json import Objeto

CABEZA = 64 * 1024
"""Lo que se lee de cada extremo: ahí va todo lo que no son áreas."""
PIDALO = "pídalo como GeoJSON, GeoPackage o Shapefile."
FIRMAS = (
    (b"%PDF", "es un PDF: un dibujo, sin datos; " + PIDALO),
    (b"Rar!", "es un .rar: ábralo y comprima sus archivos en un .zip."),
    (b"7z\xbc\xaf\x27\x1c", "es un .7z: ábralo y comprima sus archivos en un .zip."),
    (b"\x89PNG", "es una imagen, sin datos; " + PIDALO),
    (b"\xff\xd8\xff", "es una imagen, sin datos; " + PIDALO),
    (b"GIF8", "es una imagen, sin datos; " + PIDALO),
    (b"\xd0\xcf\x11\xe0", "es un documento de Office; " + PIDALO),
    (b"fgb", "es un FlatGeobuf; " + PIDALO),
    (b"PAR1", "es un Parquet; " + PIDALO),
    (b"PK\x03\x04", "es un .zip con otro nombre: póngale la extensión .zip."),
    (b"SQLite format 3\x00", "es un GeoPackage con otro nombre: póngale la extensión .gpkg."),
    (b"\x00\x00\x27\x0a", "es un shapefile con otro nombre: póngale la extensión .shp."),
)
"""Cómo empieza cada clase de archivo."""
OTRAS_CLASES = {
    **dict.fromkeys((".kml", ".kmz"), "es un KML (el de Google Earth); " + PIDALO),
    ".gml": "es un GML; " + PIDALO,
    ".gdb": "es una geodatabase de Esri; " + PIDALO,
    **dict.fromkeys((".tab", ".mif", ".mid"), "es de MapInfo; " + PIDALO),
    **dict.fromkeys((".dxf", ".dwg"), "es un dibujo de AutoCAD, sin datos; " + PIDALO),
    **dict.fromkeys((".csv", ".xls", ".xlsx", ".ods"), "es una tabla, sin áreas; " + PIDALO),
    **dict.fromkeys((".fgb", ".parquet", ".mbtiles"), "es de un formato que no se lee; " + PIDALO),
    **dict.fromkeys(
        (".rar", ".7z", ".tar", ".tgz", ".gz", ".bz2", ".xz"),
        "es un archivo comprimido que no es .zip: ábralo y comprima sus archivos en un .zip.",
    ),
}
"""Extensión → qué es y qué hacer, de lo que alguien puede traer y no se lee."""
MARCAS = (
    (r"<kml[\s>]", "es un KML (el de Google Earth); " + PIDALO),
    (r"ExceptionReport|ServiceException", "es la respuesta de error de un servicio, sin datos: "),
    (r"opengis\.net/gml|<(\w+:)?FeatureCollection", "es un GML; " + PIDALO),
    (
        r"<!doctype html|<html[\s>]",
        "es una página web y no los datos: el enlace llevó a una página, quizá de error; ábrala en "
        "un navegador y descargue desde ella el archivo.",
    ),
)
"""Lo que hay al comienzo de cada clase de documento con etiquetas."""
OTROS_JSON = (
    (r'"error"\s*:\s*\{', "es la respuesta de error de un servicio, sin datos"),
    (r'"(currentVersion|layers|tables)"\s*:', "es la descripción de un servicio, sin sus áreas"),
)
SIN_COMIENZO = "no es un GeoJSON ni un TopoJSON, o está dañado."
PARCIAL = (
    "es una descarga partida: el servicio entregó {cuantas} y avisó que hay más "
    "(exceededTransferLimit). Pida las que siguen con resultOffset, o descargue la capa entera."
)
ES_TOPOJSON = re.compile(r'"type"\s*:\s*"Topology"')
ES_ESRI = re.compile(r'"geometryType"\s*:\s*"esri|"rings"\s*:|"attributes"\s*:\s*\{')
MENSAJE = re.compile(r'"message"\s*:\s*"((?:[^"\\]|\\.)*)"|<(?:\w+:)?ExceptionText>([^<]*)<')
LARGO_DE_MENSAJE = 160


def clase_de_json(archivo: Path) -> str:
    """`GeoJSON`, `TopoJSON` o `ESRIJSON`; `CartografiaRechazada` si es otra cosa."""
    cabeza, cola = extremos(archivo)
    if not cabeza:
        raise CartografiaRechazada("está vacío (0 bytes); vuelva a copiarlo.")
    exigir_otra_cosa(cabeza)
    texto = cabeza.decode("utf-8", errors="replace").lstrip("\ufeff \t\r\n")
    if not texto.startswith("{"):
        raise CartografiaRechazada(SIN_COMIENZO)
    # La clase puede ir al comienzo o al final: en JSON el orden no importa.
    todo = texto + cola.decode("utf-8", errors="replace")
    if ES_TOPOJSON.search(todo):
        return "TopoJSON"
    if ES_ESRI.search(todo) and '"FeatureCollection"' not in todo:
        return "ESRIJSON"
    if '"coordinates"' not in todo and '"features"' not in todo:
        for patron, que_es in OTROS_JSON:
            if re.search(patron, todo):
                raise CartografiaRechazada(f"{que_es}{_mensaje(todo)}")
    return "GeoJSON"


def exigir_otra_cosa(cabeza: bytes, admitida: bytes = b"") -> None:
    """`CartografiaRechazada` si el comienzo es de otra clase de archivo, con qué hacer con él.

    `admitida` es la firma que debe llevar el archivo, que entonces no se mira.
    """
    if admitida and cabeza.startswith(admitida):
        return
    for firma, que_es in FIRMAS:
        if cabeza.startswith(firma):
            raise CartografiaRechazada(que_es)
    texto = cabeza.decode("utf-8", errors="replace").lstrip("\ufeff \t\r\n")
    if texto.startswith("<"):
        for patron, que_es in MARCAS:
            if re.search(patron, texto, re.IGNORECASE):
                cola = _mensaje(texto) if que_es.endswith(": ") else ""
                raise CartografiaRechazada(que_es.removesuffix(": ") + cola)
        raise CartografiaRechazada("es un XML y no trae áreas; " + PIDALO)


def _mensaje(texto: str) -> str:
    """Lo que dice el servicio, entre comillas, y el punto final."""
    hallado = MENSAJE.search(texto)
    dicho = (hallado[1] or hallado[2] or "").strip() if hallado else ""
    return f". Dice: «{dicho[:LARGO_DE_MENSAJE]}»." if dicho else "."


def extremos(archivo: Path) -> tuple[bytes, bytes]:
    """El comienzo y el final de un archivo."""
    with archivo.open("rb") as abierto:
        cabeza = abierto.read(CABEZA)
        abierto.seek(max(0, archivo.stat().st_size - CABEZA))
        return cabeza, abierto.read()


def miembros(archivo: Path) -> Objeto:
    """Lo que un JSON dice de sí mismo, fuera de sus áreas: nombre, fuente, si está partido.

    Mira solo los dos extremos: un archivo de cientos de megas no se lee entero para esto.
    """
    cabeza, cola = (b.decode("utf-8", errors="replace") for b in extremos(archivo))
    return {**_de_la_cola(cola), **_de_la_cabeza(cabeza.lstrip("\ufeff"))}


def _de_la_cabeza(texto: str) -> Objeto:
    """Los que van antes de las áreas."""
    areas = re.search(r',?\s*"(?:features|arcs|objects)"\s*:', texto)
    return _leer(texto[: areas.start()] + "}") if areas else _leer(texto)


def _de_la_cola(texto: str) -> Objeto:
    """Los que van después de las áreas: lo que sigue al corchete que las cierra."""
    hallados: Objeto = {}
    for corchete in reversed([m.start() for m in re.finditer(r"\]\s*[,}]", texto)]):
        resto = _leer("{" + texto[corchete + 1 :].lstrip().removeprefix(","))
        if len(resto) < len(hallados):
            break
        hallados = resto or hallados
    return hallados


def _leer(texto: str) -> Objeto:
    try:
        leido = json.loads(texto)
    except (ValueError, RecursionError):
        return {}
    return leido if isinstance(leido, dict) else {}


def esta_partido(propios: Objeto) -> bool:
    """Si el servicio que lo entregó avisó que no cabía todo."""
    dentro = propios.get("properties")
    avisos = (propios, dentro if isinstance(dentro, Mapping) else {})
    return any(aviso.get("exceededTransferLimit") is True for aviso in avisos)
