"""Recorre las partes binarias de un .xlsb (formato BIFF12 de [MS-XLSB]) y mide lo que guardan.

El lector de hojas confía en lo que cada registro dice de sí mismo y termina el programa si miente.
Aquí se comprueba antes: largos, filas, columnas y textos compartidos. También se anotan las celdas
con `#REF!` y otros errores, y los números a que ninguna cifra llega: al lector se le entregan
vacías, porque con algunas rechaza la hoja entera o se rompe.
"""

import math
import struct
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from tablero.errores import ArchivoIlegible
from tablero.formato import numero
from tablero.libro.fila import letras
from tablero.libro.limites import COLUMNAS_DE_EXCEL, FILAS_DE_EXCEL, Medidor
from tablero.libro.rarezas import (
    NO_FINITO,
    TOPE_DE_NUMERO,
    Rarezas,
    error_de_formula,
    fuera_de_escala,
)
from tablero.libro.revisado import Estado

CONTINUA, SIETE_BITS = 0x80, 0x7F
OCTETOS_DE_LARGO = 4
ENTERO = 4
NULO = 0xFFFFFFFF

FILA, SIN_VALOR, ABREVIADO, ERROR, REAL, TEXTO, COMPARTIDO = 0, 1, 2, 3, 5, 6, 7
ES_ENTERO, ALTOS = 0x2, 0xFFFFFFFC
FORMULA_TEXTO, FORMULA_REAL, FORMULA_ERROR = 8, 9, 11
CABEZA_DE_CELDA = 8
LARGO_DE_CELDA = {1: 8, 2: 12, 3: 9, 4: 9, 5: 16, 6: 12, 7: 12, 8: 12, 9: 16, 10: 9, 11: 9}
"""Tipo de celda → cuántos octetos lleva por lo menos."""
TEXTO_COMPARTIDO, COMIENZAN_TEXTOS, HOJA_DEL_LIBRO = 19, 159, 156
PROPIEDADES, DESDE_1904 = 153, 0x1
COMIENZAN_CELDAS, TERMINAN_CELDAS = 145, 146
COLUMNAS, COMBINADA = 60, 176
FILA_OCULTA, OCTETO_DE_FILA = 0x10, 11
LARGO_DE_COLUMNAS, OCTETO_DE_COLUMNAS, COLUMNA_OCULTA = 17, 16, 0x1
DEL_LIBRO = {131, 153, 143, 156, 144, 132}
"""De la parte del libro, lo que hace falta: comienzo, propiedades, hojas y fin."""

ERRORES = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
}


ESTADOS = {0: Estado.VISIBLE, 1: Estado.OCULTA, 2: Estado.MUY_OCULTA}


@dataclass
class HojaMedida:
    """Hasta dónde llega una hoja, qué celdas no dirían la verdad y lo que se da a leer."""

    octetos: bytearray
    filas: int = 0
    columnas: int = 0
    rarezas: Rarezas = field(default_factory=Rarezas)


def recorrer(parte: str, octetos: bytes) -> Iterator[tuple[int, bytes, int]]:
    """Los registros de una parte: su tipo, su contenido y dónde empieza."""
    lugar, final = 0, len(octetos)
    try:
        while lugar < final:
            inicio, tipo = lugar, octetos[lugar]
            lugar += 1
            if tipo & CONTINUA:
                tipo = (tipo & SIETE_BITS) | (octetos[lugar] & SIETE_BITS) << 7
                lugar += 1
            largo = 0
            for paso in range(OCTETOS_DE_LARGO):
                octeto = octetos[lugar]
                lugar += 1
                largo |= (octeto & SIETE_BITS) << 7 * paso
                if not octeto & CONTINUA:
                    break
            if lugar + largo > final:
                raise _danado(parte, "un registro que no cabe en ella")
            yield tipo, octetos[lugar : lugar + largo], inicio
            lugar += largo
    except IndexError:
        raise _danado(parte, "un registro incompleto") from None


def medir_textos(parte: str, octetos: bytes) -> list[int]:
    """El largo de cada texto compartido."""
    largos: list[int] = []
    anunciados = 0
    for tipo, datos, _ in recorrer(parte, octetos):
        if tipo == COMIENZAN_TEXTOS:
            anunciados = entero(parte, datos, ENTERO)
        elif tipo == TEXTO_COMPARTIDO:
            largos.append(len(leer_texto(parte, datos, 1)[0]))
    if anunciados != len(largos):
        raise _danado(parte, f"{numero(len(largos))} textos y dice tener {numero(anunciados)}")
    return largos


def medir_hoja(parte: str, octetos: bytes, textos: list[int], medidor: Medidor) -> HojaMedida:
    """Hasta dónde llega la hoja, contando su texto en `medidor`; sus celdas raras, vacías."""
    hoja = HojaMedida(bytearray(octetos))
    fila, en_celdas = 0, False
    for tipo, datos, inicio in recorrer(parte, octetos):
        if tipo in (COMIENZAN_CELDAS, TERMINAN_CELDAS):
            en_celdas = tipo == COMIENZAN_CELDAS
        if not en_celdas:
            _fuera_de_las_celdas(parte, tipo, datos, hoja.rarezas)
            continue
        if tipo == FILA:
            fila = _abrir_fila(parte, datos, hoja.rarezas)
            continue
        if tipo not in LARGO_DE_CELDA:
            continue
        columna = entero(parte, datos, 0) + 1
        if len(datos) < LARGO_DE_CELDA[tipo] or columna > COLUMNAS_DE_EXCEL or not fila:
            raise _danado(parte, "una celda imposible")
        if tipo == SIN_VALOR:
            continue
        hoja.filas, hoja.columnas = max(hoja.filas, fila), max(hoja.columnas, columna)
        if rareza := _rareza(tipo, datos):
            hoja.rarezas.celdas[fila, columna] = rareza
            _vaciar(hoja.octetos, inicio)
        elif tipo in (TEXTO, FORMULA_TEXTO):
            medidor.sumar_texto(len(leer_texto(parte, datos, CABEZA_DE_CELDA)[0]))
        elif tipo == COMPARTIDO:
            indice = entero(parte, datos, CABEZA_DE_CELDA)
            if indice >= len(textos):
                raise _danado(parte, "una celda que cita un texto que el libro no tiene")
            medidor.sumar_texto(textos[indice])
    return hoja


def _rareza(tipo: int, datos: bytes) -> str:
    if tipo in (ERROR, FORMULA_ERROR):
        codigo = datos[CABEZA_DE_CELDA]
        return error_de_formula(ERRORES.get(codigo, f"#{codigo}"))
    if tipo in (REAL, FORMULA_REAL):
        valor = float(struct.unpack_from("<d", datos, CABEZA_DE_CELDA)[0])
    elif tipo == ABREVIADO:
        valor = _desabreviar(datos)
    else:
        return ""
    if not math.isfinite(valor):
        return NO_FINITO
    return fuera_de_escala(f"{valor:g}") if abs(valor) >= TOPE_DE_NUMERO else ""


def _desabreviar(datos: bytes) -> float:
    """Un número RK: un entero de 30 bits, o los 30 bits altos de un real; quizá por cien."""
    bits = int(struct.unpack_from("<I", datos, CABEZA_DE_CELDA)[0])
    if bits & ES_ENTERO:
        return float(bits >> 2)  # sin signo basta: solo importa si es enorme
    return float(struct.unpack("<d", struct.pack("<II", 0, bits & ALTOS))[0])


def _vaciar(octetos: bytearray, inicio: int) -> None:
    """Vuelve una celda vacía la de ese registro; lo demás que lleva no estorba."""
    if octetos[inicio] & CONTINUA:
        octetos[inicio : inicio + 2] = bytes([SIN_VALOR | CONTINUA, 0])
    else:
        octetos[inicio] = SIN_VALOR


def _abrir_fila(parte: str, datos: bytes, rarezas: Rarezas) -> int:
    """El número de una fila que empieza, desde 1."""
    fila = entero(parte, datos, 0) + 1
    if fila > FILAS_DE_EXCEL:
        raise _danado(parte, "una fila imposible")
    if len(datos) > OCTETO_DE_FILA and datos[OCTETO_DE_FILA] & FILA_OCULTA:
        rarezas.filas_ocultas.add(fila)
    return fila


def _fuera_de_las_celdas(parte: str, tipo: int, datos: bytes, rarezas: Rarezas) -> None:
    """Las columnas ocultas, que van antes de las celdas, y las combinadas, que van después."""
    if tipo == COLUMNAS and len(datos) >= LARGO_DE_COLUMNAS:
        if datos[OCTETO_DE_COLUMNAS] & COLUMNA_OCULTA:
            desde, hasta = (entero(parte, datos, n * ENTERO) + 1 for n in (0, 1))
            rarezas.columnas_ocultas.update(range(desde, min(hasta, COLUMNAS_DE_EXCEL) + 1))
    elif tipo == COMBINADA:
        arriba, abajo, izquierda, derecha = (entero(parte, datos, n * ENTERO) + 1 for n in range(4))
        if max(izquierda, derecha) <= COLUMNAS_DE_EXCEL:
            rango = f"{letras(izquierda)}{arriba}:{letras(derecha)}{abajo}"
            rarezas.combinadas.append(rango)


def hojas_del_libro(parte: str, octetos: bytes) -> list[tuple[str, str, Estado]]:
    """Nombre de cada hoja, la relación que dice dónde está y si se ve."""
    hojas = []
    for tipo, datos, _ in recorrer(parte, octetos):
        if tipo == HOJA_DEL_LIBRO:
            relacion, sigue = leer_texto(parte, datos, 2 * ENTERO)
            nombre, _ = leer_texto(parte, datos, sigue)
            estado = ESTADOS.get(entero(parte, datos, 0), Estado.VISIBLE)
            hojas.append((nombre, relacion, estado))
    return hojas


def cuenta_desde_1904(parte: str, octetos: bytes) -> bool:
    """Si los días se cuentan desde 1904 y no desde 1900."""
    return any(
        tipo == PROPIEDADES and entero(parte, datos, 0) & DESDE_1904
        for tipo, datos, _ in recorrer(parte, octetos)
    )


def libro_con(parte: str, octetos: bytes, relaciones: Collection[str]) -> bytes:
    """La parte del libro con solo esas hojas, sin nombres definidos ni vínculos.

    Lo demás no se usa y puede estar dañado.
    """
    return b"".join(
        _codificar(tipo, datos)
        for tipo, datos, _ in recorrer(parte, octetos)
        if tipo in DEL_LIBRO
        and (tipo != HOJA_DEL_LIBRO or leer_texto(parte, datos, 2 * ENTERO)[0] in relaciones)
    )


def _codificar(tipo: int, datos: bytes) -> bytes:
    """Un registro: su tipo y su largo de siete en siete bits, y su contenido."""
    cabeza = [tipo] if tipo <= SIETE_BITS else [tipo & SIETE_BITS | CONTINUA, tipo >> 7]
    largo = len(datos)
    while largo > SIETE_BITS:
        cabeza.append(largo & SIETE_BITS | CONTINUA)
        largo >>= 7
    return bytes([*cabeza, largo]) + datos


def entero(parte: str, datos: bytes, lugar: int) -> int:
    """El entero de 32 bits que hay en ese lugar."""
    if lugar + ENTERO > len(datos):
        raise _danado(parte, "un registro incompleto")
    return int(struct.unpack_from("<I", datos, lugar)[0])


def leer_texto(parte: str, datos: bytes, lugar: int) -> tuple[str, int]:
    """El texto que empieza ahí y el lugar donde sigue lo demás."""
    largo = entero(parte, datos, lugar)
    lugar += ENTERO
    if largo == NULO:
        return "", lugar
    sigue = lugar + 2 * largo
    if sigue > len(datos):
        raise _danado(parte, "un texto incompleto")
    return datos[lugar:sigue].decode("utf-16-le", errors="replace"), sigue


def _danado(parte: str, que: str) -> ArchivoIlegible:
    return ArchivoIlegible(f"está dañado: su parte «{parte}» tiene {que}.")
