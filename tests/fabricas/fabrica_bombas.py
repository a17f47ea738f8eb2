"""Libros pequeños que ocuparían gigabytes, para las pruebas de lectura."""

import struct
import zipfile
import zlib
from pathlib import Path

from fabrica_libros import HOJA, TEXTOS, con_xml, empaquetar, libro_bueno

MIB = 1024 * 1024


def bomba(ruta: Path) -> None:
    """Un libro de pocos megabytes que ocupa más de un gigabyte al abrirlo."""
    with zipfile.ZipFile(libro_bueno(ruta)) as paquete:
        partes = {n: paquete.read(n) for n in paquete.namelist()}
    with zipfile.ZipFile(ruta, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as paquete:
        for nombre, contenido in partes.items():
            if nombre != HOJA:
                paquete.writestr(nombre, contenido)
        with paquete.open(HOJA, "w", force_zip64=True) as salida:
            salida.write(b"<worksheet><sheetData>")
            for _ in range(1100):
                salida.write(bytes([32]) * MIB)
            salida.write(b"</sheetData></worksheet>")


def bomba_que_miente(ruta: Path) -> None:
    """Declara mil octetos, con la suma de control de esos mil, y trae 300 millones."""
    contenido = b"<worksheet>" + b" " * (300 * MIB) + b"</worksheet>"
    with zipfile.ZipFile(libro_bueno(ruta)) as paquete:
        partes = {n: paquete.read(n) for n in paquete.namelist()}
    partes[HOJA] = contenido
    empaquetar(ruta, partes)
    datos = bytearray(ruta.read_bytes())
    lugar = datos.rindex(HOJA.encode()) - 46
    assert datos[lugar : lugar + 4] == b"PK\x01\x02"
    control = zlib.crc32(contenido[:1000])
    datos[lugar + 16 : lugar + 20] = struct.pack("<L", control)
    datos[lugar + 24 : lugar + 28] = struct.pack("<L", 1000)
    ruta.write_bytes(datos)


def texto_compartido_gigante(ruta: Path) -> None:
    """Un solo texto de 200 KB citado por 5.000 celdas: un gigabyte al leerlo."""
    celdas = "<row>" + '<c t="s"><v>0</v></c>' * 50 + "</row>"
    con_xml("(?s)<sheetData>.*</sheetData>", f"<sheetData>{celdas * 100}</sheetData>")(ruta)
    with zipfile.ZipFile(ruta) as paquete:
        partes = {n: paquete.read(n) for n in paquete.namelist()}
    partes[TEXTOS] = b"<sst><si><t>" + b"x" * 200_000 + b"</t></si></sst>"
    empaquetar(ruta, partes)


def pesado(ruta: Path) -> None:
    """Un octeto más de lo que se recibe."""
    with ruta.open("wb") as salida:
        salida.write(b"PK")
        salida.seek(20 * MIB)
        salida.write(b"x")
