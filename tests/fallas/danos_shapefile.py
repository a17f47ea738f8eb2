"""Maneras de dañar un shapefile, con nada más que la biblioteca estándar.

Cada una recibe una carpeta vacía y deja en ella lo que alguien soltaría.
"""

import json
import os
import struct
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

NOMBRE = "danado"
POLIGONO = 5
CABEZA = 100
PUNTOS = 40


def sano(carpeta: Path) -> Path:
    """Un shapefile bien hecho de un solo municipio, que se lee entero y no alcanza para el país."""
    partes = struct.pack("<ii", 1, 5) + struct.pack("<i", 0)
    lados = ((-75.0, 5.0), (-75.0, 5.2), (-74.8, 5.2), (-74.8, 5.0), (-75.0, 5.0))
    puntos = b"".join(struct.pack("<dd", *p) for p in lados)
    caja = struct.pack("<dddd", -75.0, 5.0, -74.8, 5.2)
    contenido = struct.pack("<i", POLIGONO) + caja + partes + puntos
    registro = struct.pack(">ii", 1, len(contenido) // 2) + contenido
    shp = carpeta / f"{NOMBRE}.shp"
    shp.write_bytes(_cabeza(CABEZA + len(registro), caja) + registro)
    indice = struct.pack(">ii", CABEZA // 2, len(contenido) // 2)
    shp.with_suffix(".shx").write_bytes(_cabeza(CABEZA + len(indice), caja) + indice)
    shp.with_suffix(".dbf").write_bytes(_dbf(b" 05001"))
    shp.with_suffix(".prj").write_text(
        'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137,298.257223563]],'
        'PRIMEM["Greenwich",0],UNIT["Degree",0.0174532925199433]]'
    )
    return shp


def _cabeza(octetos: int, caja: bytes) -> bytes:
    return (
        struct.pack(">7i", 9994, 0, 0, 0, 0, 0, octetos // 2)
        + struct.pack("<ii", 1000, POLIGONO)
        + caja
        + bytes(32)
    )


def _dbf(fila: bytes) -> bytes:
    campo = b"MPIO_CDPMP\0C" + bytes(4) + bytes([5, 0]) + bytes(14)
    return (
        struct.pack("<BBBBIHH", 3, 126, 1, 1, 1, 32 + 32 + 1, len(fila))
        + bytes(20)
        + campo
        + b"\r"
        + fila
        + b"\x1a"
    )


def _cambiar(ruta: Path, donde: int, que: bytes) -> None:
    datos = bytearray(ruta.read_bytes())
    datos[donde : donde + len(que)] = que
    ruta.write_bytes(datos)


def vacio(carpeta: Path) -> None:
    sano(carpeta).write_bytes(b"")


def solo_cabeza(carpeta: Path) -> None:
    shp = sano(carpeta)
    shp.write_bytes(shp.read_bytes()[:CABEZA])


def cabeza_a_medias(carpeta: Path) -> None:
    shp = sano(carpeta)
    shp.write_bytes(shp.read_bytes()[:30])


def cortado(carpeta: Path) -> None:
    shp = sano(carpeta)
    entero = shp.read_bytes()
    shp.write_bytes(entero[: len(entero) // 2])


def al_azar(carpeta: Path) -> None:
    shp = sano(carpeta)
    _cambiar(shp, CABEZA + 8, bytes(range(176, 256)))


def largo_mentido(carpeta: Path) -> None:
    _cambiar(sano(carpeta), 24, struct.pack(">i", 8))


def largo_negativo(carpeta: Path) -> None:
    _cambiar(sano(carpeta), 24, struct.pack(">i", -(2**31)))


def puntos_enormes(carpeta: Path) -> None:
    _cambiar(sano(carpeta), CABEZA + 8 + 4 + 32 + 4, struct.pack("<i", 2**31 - 1))


def partes_negativas(carpeta: Path) -> None:
    _cambiar(sano(carpeta), CABEZA + 8 + 4 + 32, struct.pack("<ii", -1, -1))


def coordenadas_nan(carpeta: Path) -> None:
    _cambiar(sano(carpeta), CABEZA + 8 + 48, struct.pack("<dd", float("nan"), float("inf")) * 5)


def clase_cambiada(carpeta: Path) -> None:
    _cambiar(sano(carpeta), CABEZA + 8, struct.pack("<i", 31))


def clase_desconocida(carpeta: Path) -> None:
    shp = sano(carpeta)
    _cambiar(shp, 32, struct.pack("<i", 9999))


def shx_mentiroso(carpeta: Path) -> None:
    _cambiar(sano(carpeta).with_suffix(".shx"), CABEZA, struct.pack(">ii", 2**30, 2**30))


def dbf_cortado(carpeta: Path) -> None:
    dbf = sano(carpeta).with_suffix(".dbf")
    dbf.write_bytes(dbf.read_bytes()[:40])


def dbf_enorme(carpeta: Path) -> None:
    dbf = sano(carpeta).with_suffix(".dbf")
    _cambiar(dbf, 8, struct.pack("<HH", 65, 65535))
    dbf.write_bytes(dbf.read_bytes().ljust(70_000, b" "))


def dbf_sin_fin(carpeta: Path) -> None:
    _cambiar(sano(carpeta).with_suffix(".dbf"), 4, struct.pack("<IHH", 2**32 - 1, 0, 0))


def prj_basura(carpeta: Path) -> None:
    sano(carpeta).with_suffix(".prj").write_bytes(b"GEOGCS[" * 20_000)


def nombre_con_enlace(carpeta: Path) -> None:
    shp = sano(carpeta)
    for parte in carpeta.iterdir():
        if parte.stem == shp.stem:
            parte.rename(parte.with_name(f"[entre](http:evil.example) $x$ \u202e{parte.suffix}"))


def zip_con_miembro_danado(carpeta: Path) -> None:
    datos = carpeta / f"{NOMBRE}.zip"
    with zipfile.ZipFile(datos, "w") as paquete:
        paquete.writestr("a/municipios.shp", b"x" * 3000)
        paquete.writestr("a/municipios.dbf", b"x" * 3000)
    _cambiar(datos, 60, b"\xff" * 40)


def zip_dentro_de_zip(carpeta: Path) -> None:
    dentro = carpeta / "dentro.zip"
    with zipfile.ZipFile(dentro, "w") as paquete:
        paquete.writestr("municipios.shp", b"x")
    with zipfile.ZipFile(carpeta / f"{NOMBRE}.zip", "w") as paquete:
        paquete.write(dentro, "dentro.zip")
    dentro.unlink()


def geojson_hondo(carpeta: Path) -> None:
    hondo = "[" * 200_000
    (carpeta / f"{NOMBRE}.geojson").write_text(
        '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},'
        '"geometry":{"type":"Polygon","coordinates":' + hondo
    )


def geojson_enorme(carpeta: Path) -> None:
    """Un millón de filas iguales: cabe en el disco y no en la paciencia de nadie."""
    fila = json.dumps({"type": "Feature", "properties": {"MPIO_CDPMP": "05001"}, "geometry": None})
    with (carpeta / f"{NOMBRE}.geojson").open("w") as salida:
        salida.write('{"type":"FeatureCollection","features":[')
        salida.write(",".join([fila] * 1_000_000))
        salida.write("]}")


def gpkg_basura(carpeta: Path) -> None:
    (carpeta / f"{NOMBRE}.gpkg").write_bytes(b"SQLite format 3\x00" + bytes(range(256)) * 32)


def enlace_a_si_mismo(carpeta: Path) -> None:
    (carpeta / f"{NOMBRE}.shp").symlink_to(carpeta / f"{NOMBRE}.shp")


def carpeta_en_circulo(carpeta: Path) -> None:
    (carpeta / "circulo").symlink_to(carpeta, target_is_directory=True)
    sano(carpeta).write_bytes(b"")


def tuberia(carpeta: Path) -> None:
    os.mkfifo(carpeta / f"{NOMBRE}.shp")


def tuberia_al_lado(carpeta: Path) -> None:
    dbf = sano(carpeta).with_suffix(".dbf")
    dbf.unlink()
    os.mkfifo(dbf)


def dispositivo(carpeta: Path) -> None:
    (carpeta / f"{NOMBRE}.shp").symlink_to("/dev/zero")


def vistos_danado(carpeta: Path) -> None:
    sano(carpeta).write_bytes(b"")
    (carpeta / "instalada").mkdir()
    (carpeta / "instalada" / "vistos.yml").write_text("a: [\n  - b\n c", encoding="utf-8")


def ficha_danada(carpeta: Path) -> None:
    (carpeta / "instalada").mkdir()
    (carpeta / "instalada" / "municipios.fuente.yml").write_bytes(b"\xff\xfe: [")


def instalada_es_archivo(carpeta: Path) -> None:
    sano(carpeta).write_bytes(b"")
    (carpeta / "instalada").write_text("no es una carpeta")


DE_POSIX = (tuberia, tuberia_al_lado, dispositivo, enlace_a_si_mismo, carpeta_en_circulo)
"""Lo que en Windows no existe o pide permisos."""
DANOS: dict[str, Callable[[Path], object]] = {
    d.__name__: d
    for d in (
        *(vacio, solo_cabeza, cabeza_a_medias, cortado, al_azar, largo_mentido, largo_negativo),
        *(puntos_enormes, partes_negativas, coordenadas_nan, clase_cambiada, clase_desconocida),
        *(shx_mentiroso, dbf_cortado, dbf_enorme, dbf_sin_fin, prj_basura, nombre_con_enlace),
        *(zip_con_miembro_danado, zip_dentro_de_zip, geojson_hondo, geojson_enorme, gpkg_basura),
        *(vistos_danado, ficha_danada, instalada_es_archivo),
        *(DE_POSIX if sys.platform != "win32" else ()),
    )
}
"""Cómo se llama → cómo se hace."""
