"""Los registros de un .xlsb, para cambiarlos de a uno y que mientan."""

import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

HOJA, TEXTOS = "xl/worksheets/sheet1.bin", "xl/sharedStrings.bin"
Registro = tuple[int, bytes]


def registros_de(octetos: bytes) -> list[Registro]:
    """Los registros de una parte bien hecha."""
    registros, lugar = [], 0
    while lugar < len(octetos):
        tipo, lugar = octetos[lugar], lugar + 1
        if tipo & 0x80:
            tipo, lugar = (tipo & 0x7F) | (octetos[lugar] << 7), lugar + 1
        largo, paso = 0, 0
        while True:
            octeto, lugar = octetos[lugar], lugar + 1
            largo |= (octeto & 0x7F) << paso
            paso += 7
            if not octeto & 0x80:
                break
        registros.append((tipo, octetos[lugar : lugar + largo]))
        lugar += largo
    return registros


def codificar(tipo: int, datos: bytes) -> bytes:
    largo, octetos = len(datos), b""
    while largo >= 0x80:
        octetos, largo = octetos + bytes([largo & 0x7F | 0x80]), largo >> 7
    cabeza = bytes([tipo]) if tipo < 0x80 else bytes([tipo & 0x7F | 0x80, tipo >> 7])
    return cabeza + octetos + bytes([largo]) + datos


def alterar(ruta: Path, parte: str, cambio: Callable[[int, bytes], Registro]) -> None:
    """Reescribe cada registro de una parte de un .xlsb."""
    with zipfile.ZipFile(ruta) as libro:
        partes = {n: libro.read(n) for n in libro.namelist()}
    registros = [cambio(*r) for r in registros_de(partes[parte])]
    partes[parte] = b"".join(codificar(*r) for r in registros)
    with zipfile.ZipFile(ruta, "w") as libro:
        for nombre, octetos in partes.items():
            libro.writestr(nombre, octetos)


def de_tipo(cual: int, cambio: Callable[[bytes], bytes]) -> Callable[[int, bytes], Registro]:
    return lambda tipo, datos: (tipo, cambio(datos) if tipo == cual else datos)


def entero(n: int) -> bytes:
    return struct.pack("<I", n)
