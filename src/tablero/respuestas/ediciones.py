"""Qué cambió de una edición a otra: cada dato de cada fila, antes y después."""

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from tablero import formato
from tablero.consultas.base import Base
from tablero.filas import Fila, filas_de
from tablero.modelo import TABLA_POR_NOMBRE, TABLAS, Tabla

HUELLA = re.compile(r"[0-9a-f]{64}")
Que = Literal["cambió", "entró", "salió"]
LO_MISMO = 1e-12
"""Parte de una cifra que puede cambiar sin que cambie: lo que se pierde al sumar en otro orden."""


@dataclass(frozen=True)
class Cambio:
    """Un dato que cambió, o una fila que entró o salió."""

    tabla: str
    hoja: str
    """El nombre de la tabla para quien lee."""
    fila: str
    """Su clave, en palabras."""
    que: Que
    columna: str = ""
    titulo: str = ""
    antes: object = None
    despues: object = None

    @property
    def es_cifra(self) -> bool:
        """Si cambió una cifra: un año, un orden o un número de serie no lo son."""
        if self.que != "cambió":
            return False
        columna = TABLA_POR_NOMBRE[self.tabla].columna(self.columna)
        return columna.tipo is float or (columna.tipo is int and bool(columna.unidad))

    def en_palabras(self) -> str:
        """«Productos · 3.1.7 · 2024-12-31 · Avance acumulado: 33,3 → 50»."""
        if self.que != "cambió":
            return f"{self.hoja} · {self.fila}: {self.que}"
        antes, despues = decir(self.antes), decir(self.despues)
        return f"{self.hoja} · {self.fila} · {self.titulo}: {antes} → {despues}"


def comparar(antes: Base, despues: Base) -> list[Cambio]:
    """Los cambios de un tablero a otro, tabla por tabla y fila por fila."""
    return [cambio for tabla in TABLAS for cambio in _de_la_tabla(tabla, antes, despues)]


def decir(valor: object) -> str:
    """Un dato como lo lee una persona, con todos los decimales que lo distinguen."""
    if valor is None or valor == "":
        return formato.SIN_DATO
    if isinstance(valor, bool):
        return "sí" if valor else "no"
    if isinstance(valor, int | float):
        return formato.numero_justo(valor)
    if isinstance(valor, date):
        return formato.fecha(valor)
    texto = str(valor)
    return formato.huella(texto) if HUELLA.fullmatch(texto) else texto


def _de_la_tabla(tabla: type[Tabla], antes: Base, despues: Base) -> Iterator[Cambio]:
    viejas, nuevas = _por_clave(tabla, antes), _por_clave(tabla, despues)
    for clave in [*viejas, *(clave for clave in nuevas if clave not in viejas)]:
        fila = " · ".join(decir(valor) for valor in clave)
        if clave not in nuevas or clave not in viejas:
            que: Que = "entró" if clave in nuevas else "salió"
            yield Cambio(tabla.tabla, tabla.hoja, fila, que)
            continue
        for columna in tabla.columnas():
            uno, otro = (filas[clave].get(columna.nombre) for filas in (viejas, nuevas))
            if not _son_lo_mismo(uno, otro):
                yield Cambio(
                    *(tabla.tabla, tabla.hoja, fila, "cambió"),
                    columna.nombre,
                    columna.titulo,
                    uno,
                    otro,
                )


def _por_clave(tabla: type[Tabla], base: Base) -> Mapping[tuple[object, ...], Fila]:
    filas = filas_de(base.tabla(tabla.tabla))
    return {tuple(fila[columna] for columna in tabla.clave): fila for fila in filas}


def _son_lo_mismo(uno: object, otro: object) -> bool:
    if isinstance(uno, float) and isinstance(otro, int | float):
        return math.isclose(uno, otro, rel_tol=LO_MISMO)
    return uno == otro
