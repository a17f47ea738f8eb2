"""Abre el libro de seguimiento y da sus hojas como celdas, con lo que no dirían."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from python_calamine import CalamineError, load_workbook

from tablero.errores import ArchivoIlegible
from tablero.ingesta.abrir_libro import LibroRevisado, abrir_libro
from tablero.ingesta.fila import letras, numero_de_columna
from tablero.ingesta.leer_libro import ILEGIBLE
from tablero.ingesta.rarezas import PORCENTAJE, Rarezas
from tablero.ingesta.seguimiento.abrir_xlsb import abrir_xlsb
from tablero.ingesta.seguimiento.texto import simplificar

MAX_COLUMNAS = 1_000
"""Alcanza para un libro de casi cien años: diez columnas por año y dieciséis fijas."""
EXTENSIONES = (".xlsx", ".xlsb")
RANGO = re.compile(r"([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)", re.ASCII)
PANICO = "PanicException"
"""Lo que lanza el lector de hojas cuando se rompe por dentro; no hereda de `Exception`."""


@dataclass(frozen=True)
class Hoja:
    """Una hoja desde A1; filas y columnas se cuentan desde 0."""

    nombre: str
    celdas: Sequence[Sequence[Any]]
    rarezas: Rarezas

    @property
    def columnas(self) -> int:
        """Hasta qué columna llega."""
        return max((len(fila) for fila in self.celdas), default=0)

    def valor(self, fila: int, columna: int) -> Any:
        """Lo que hay en una celda; `None` si está vacía o fuera de la hoja."""
        try:
            valor = self.celdas[fila][columna]
        except IndexError:
            return None
        return None if isinstance(valor, str) and not valor.strip() else valor

    def rareza(self, fila: int, columna: int) -> str | None:
        """El error que guarda la celda. El formato de porcentaje no lo es: aquí hay fracciones."""
        if not self.rarezas.celdas:
            return None
        rareza = self.rarezas.celdas.get((fila + 1, columna + 1))
        return None if rareza == PORCENTAJE else rareza

    def es_tapada(self, fila: int, columna: int) -> bool:
        """Si la tapa una celda combinada: parece vacía, y su valor, si lo tiene, está en otra."""
        return any(
            arriba <= fila <= abajo
            and izquierda <= columna <= derecha
            and (fila, columna) != (arriba, izquierda)
            for arriba, izquierda, abajo, derecha in self._combinadas
        )

    @cached_property
    def _combinadas(self) -> list[tuple[int, int, int, int]]:
        """La fila y la columna de las dos esquinas de cada rango combinado."""
        esquinas = (RANGO.fullmatch(rango) for rango in self.rarezas.combinadas)
        return [
            (
                int(e[2]) - 1,
                numero_de_columna(e[1]) - 1,
                int(e[4]) - 1,
                numero_de_columna(e[3]) - 1,
            )
            for e in esquinas
            if e
        ]

    def titulo(self, fila: int, columna: int) -> str:
        """El texto de una celda de encabezado, simplificado."""
        valor = self.valor(fila, columna)
        if isinstance(valor, float) and valor.is_integer():
            valor = int(valor)
        return "" if valor is None else simplificar(str(valor))


def nombre_de_celda(fila: int, columna: int) -> str:
    """`(4, 2)` → `C5`."""
    return f"{letras(columna + 1)}{fila + 1}"


def abrir_hojas(ruta: Path) -> list[Hoja]:
    """Las hojas de un `.xlsx` o un `.xlsb`; `ArchivoIlegible` si no se puede leer."""
    revisado = _revisar(ruta)
    try:
        with load_workbook(revisado.copia) as libro:
            return [
                Hoja(
                    nombre,
                    libro.get_sheet_by_name(nombre).to_python(skip_empty_area=False),
                    revisado.rarezas.get(nombre, Rarezas()),
                )
                for nombre in libro.sheet_names
            ]
    except (CalamineError, OSError):
        raise ArchivoIlegible(ILEGIBLE) from None
    except BaseException as error:
        if type(error).__name__ != PANICO:
            raise
        raise ArchivoIlegible(ILEGIBLE) from None


def _revisar(ruta: Path) -> LibroRevisado:
    extension = ruta.suffix.lower()
    if extension == ".xlsb":
        return abrir_xlsb(ruta, max_columnas=MAX_COLUMNAS)
    if extension not in EXTENSIONES:
        raise ArchivoIlegible("no es un libro de seguimiento: se leen .xlsx y .xlsb.")
    return abrir_libro(ruta, max_columnas=MAX_COLUMNAS)
