"""Los errores que se muestran a una persona, y sus códigos de salida.

ErrorTablero                 base: mensaje en español, sin traza
├── ErroresDeDatos      1    uno o más errores en los libros de fuentes (se muestran todos)
├── AjusteInvalido      2    una variable de ambiente no dice lo que debe
├── LibroSinSellar      3    un libro cambió desde que se selló
├── ArchivoIlegible     4    un archivo no existe, está cifrado o no es lo que dice ser
├── SinTablero          5    todavía no se ha construido el archivo DuckDB
├── Desactualizado      6    un archivo generado no corresponde al modelo
├── PuertoNoDisponible  7    el puerto pedido para atender el tablero está ocupado
├── CartografiaRechazada 8   un archivo de cartografía no sirve como límites de los municipios
├── Ocupado              9   otra orden está escribiendo en la misma carpeta
├── TableroMasNuevo     10   mientras se construía, otro dejó un tablero distinto
├── FuentesCambiadas    11   una fuente del tablero anterior ya no está, o es otra
├── SinConfirmar        12   se mostró lo que se sellaría y nadie dijo que sí
├── SinEspacio          13   el disco se llenó
└── RegistroAlterado    14   el registro no dice lo que decía cuando se escribió

El código 2 lo usa también la línea de comandos cuando la orden está mal escrita.
"""

import errno
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

MOTIVOS: Mapping[int, str] = {
    errno.EACCES: "no hay permiso",
    errno.EPERM: "no hay permiso",
    errno.EROFS: "el disco es de solo lectura",
    errno.ENOENT: "no existe",
    errno.ENOTDIR: "una parte de la ruta no es una carpeta",
    errno.EISDIR: "es una carpeta",
    errno.EEXIST: "ya existe y no es una carpeta",
    errno.ENOSPC: "no queda espacio en el disco",
    errno.EDQUOT: "se acabó el espacio asignado a esta persona",
    errno.EFBIG: "el archivo es más grande de lo que se permite aquí",
    errno.EBUSY: "otro programa lo está usando",
}
"""Por qué falla el sistema al leer o escribir: sus mensajes vienen en inglés."""
SIN_LUGAR = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
"""Los que dicen que lo escrito no cabe."""


def motivo(error: OSError) -> str:
    """Por qué falló la lectura o la escritura, en español si se conoce."""
    return MOTIVOS.get(error.errno or 0) or error.strerror or type(error).__name__


@dataclass(frozen=True, order=True)
class ErrorDeCelda:
    """Un error en un libro, con el lugar exacto y lo que se esperaba.

    Los campos vacíos no se escriben: un error puede ser de toda la hoja o de todo el archivo.
    """

    archivo: str
    hoja: str = ""
    celda: str = ""
    columna: str = ""
    mensaje: str = ""

    def __str__(self) -> str:
        partes = [self.archivo]
        if self.hoja:
            partes.append(f"hoja «{self.hoja}»")
        if self.celda:
            partes.append(f"celda {self.celda}" if self.celda[0].isalpha() else self.celda)
        if self.columna:
            partes.append(f"columna «{self.columna}»")
        return " · ".join(partes) + f": {self.mensaje}"


DESDE_CUANTOS = 4
"""Desde cuántas veces un mismo error se dice una sola vez."""
PRIMERAS = 3
"""Cuántas de sus celdas se nombran."""
CAMBIA = re.compile(r"^«[^»]*»|(?<=la fila )\d+")
"""Lo que cambia de una fila a otra en el mismo error: el valor citado, la fila de que habla."""


def en_palabras(errores: Iterable[ErrorDeCelda]) -> list[str]:
    """Un renglón por error; el que se repite fila tras fila se dice una vez, donde salió primero.

    «… · 1.134 celdas (C2, C3, C4…) · columna «Edición»: «2024» es un número; …», con el valor de
    la primera.
    """
    grupos: dict[tuple[str, ...], list[ErrorDeCelda]] = {}
    for numero, error in enumerate(errores):
        mismo = (error.archivo, error.hoja, error.columna, CAMBIA.sub("", error.mensaje))
        clave = mismo if error.celda and error.columna else (*mismo, str(numero))
        grupos.setdefault(clave, []).append(error)
    renglones = []
    for grupo in grupos.values():
        renglones += [_juntos(grupo)] if len(grupo) >= DESDE_CUANTOS else [str(e) for e in grupo]
    return renglones


def _juntos(grupo: Sequence[ErrorDeCelda]) -> str:
    primero = grupo[0]
    cuantas = f"{len(grupo):,}".replace(",", ".")
    celdas = ", ".join(e.celda for e in grupo[:PRIMERAS])
    return str(replace(primero, celda=f"{cuantas} celdas ({celdas}…)"))


class ErrorTablero(Exception):
    """Base de los errores que una persona puede corregir."""

    codigo_salida = 1


class ErroresDeDatos(ErrorTablero):
    """Todos los errores encontrados en los libros de fuentes."""

    codigo_salida = 1

    def __init__(self, errores: Sequence[ErrorDeCelda]) -> None:
        self.errores = tuple(errores)
        super().__init__("\n".join(en_palabras(self.errores)))


class AjusteInvalido(ErrorTablero):
    """Una variable de ambiente del tablero está mal escrita."""

    codigo_salida = 2


class LibroSinSellar(ErrorTablero):
    """Un libro de fuentes no coincide con su sello (`sha256` de `fuente.yml`)."""

    codigo_salida = 3


class ArchivoIlegible(ErrorTablero):
    """Un archivo no existe o no se puede leer."""

    codigo_salida = 4


class SinTablero(ErrorTablero):
    """No existe el archivo DuckDB."""

    codigo_salida = 5


class Desactualizado(ErrorTablero):
    """Un archivo generado no corresponde al modelo."""

    codigo_salida = 6


class PuertoNoDisponible(ErrorTablero):
    """El puerto o la dirección pedidos no se pueden usar."""

    codigo_salida = 7


class CartografiaRechazada(ErrorTablero):
    """Un archivo de cartografía no sirve como límites oficiales; lo que había sigue en uso."""

    codigo_salida = 8


class Ocupado(ErrorTablero):
    """Otra orden está escribiendo en la misma carpeta: dos a la vez podrían perder algo."""

    codigo_salida = 9


class TableroMasNuevo(ErrorTablero):
    """El tablero que hay no es el que había al comenzar: lo que se leyó es más viejo."""

    codigo_salida = 10


class FuentesCambiadas(ErrorTablero):
    """Una fuente del tablero anterior ya no está, o cambió de título, de entidad o de corte."""

    codigo_salida = 11


class SinConfirmar(ErrorTablero):
    """Nadie dijo que se sellara: no se selló nada."""

    codigo_salida = 12


class SinEspacio(ErrorTablero):
    """Lo que había que escribir no cabe en el disco; lo de antes queda como estaba."""

    codigo_salida = 13


class RegistroAlterado(ErrorTablero):
    """Un hecho del registro cambió, falta o se reescribió."""

    codigo_salida = 14
