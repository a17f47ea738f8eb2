"""Abre el libro de seguimiento y da sus hojas como celdas, con lo que no dirían."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path

from tablero.errores import ArchivoIlegible
from tablero.ingesta.seguimiento.abrir_xlsb import abrir_xlsb
from tablero.libro.abrir import abrir_libro, todas
from tablero.libro.convertir import mostrar
from tablero.libro.fila import letras, numero_de_columna
from tablero.libro.lector_hojas import abrir_hojas_de
from tablero.libro.rarezas import PORCENTAJE, Rarezas
from tablero.libro.revisado import LibroRevisado, Sirve
from tablero.modelo.celda import Celda, Celdas
from tablero.texto import esta_vacio, plano

ESPACIOS_CORRIENTES = " \t\r\n"
"""Con los que se vacía una celda desde el teclado."""
MAX_COLUMNAS = 1_000
"""Alcanza para un libro de casi cien años: diez columnas por año y dieciséis fijas."""
EXTENSIONES = (".xlsx", ".xlsb")
EXTREMOS_DEL_ANIO = ((1, 1), (12, 31))
como_titulo = lru_cache(maxsize=65_536)(plano)
"""Los encabezados y las opciones se repiten en cada fila y en cada libro."""
RANGO = re.compile(r"([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)", re.ASCII)


@dataclass(frozen=True)
class HojaLeida:
    """Una hoja desde A1; filas y columnas se cuentan desde 0."""

    nombre: str
    celdas: Celdas
    rarezas: Rarezas
    esta_oculta: bool = False

    @property
    def columnas(self) -> int:
        """Hasta qué columna llega."""
        return max((len(fila) for fila in self.celdas), default=0)

    def valor(self, fila: int, columna: int) -> Celda:
        """Lo que hay en una celda; `None` si está vacía o fuera de la hoja."""
        try:
            valor = self.celdas[fila][columna]
        except IndexError:
            return None
        return None if isinstance(valor, str) and esta_vacio(valor) else valor

    def no_se_ve(self, fila: int, columna: int) -> str:
        """Lo que guarda una celda que parece vacía; vacío si son espacios corrientes."""
        if self.valor(fila, columna) is not None or columna >= len(self.celdas[fila]):
            return ""
        return str(self.celdas[fila][columna]).strip(ESPACIOS_CORRIENTES)

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
        """El texto de una celda de encabezado, plano; de una fecha que abre o cierra un año, él."""
        valor = self.valor(fila, columna)
        if isinstance(valor, float) and valor.is_integer():
            valor = int(valor)
        elif isinstance(valor, date) and (valor.month, valor.day) in EXTREMOS_DEL_ANIO:
            valor = valor.year
        return "" if valor is None else como_titulo(str(valor))

    def mostrar(self, fila: int, columna: int) -> str:
        """Lo que dice una celda, para un mensaje: también su error."""
        rareza = self.rareza(fila, columna)
        if rareza is not None:
            return rareza.partition(";")[0].rstrip(".")
        valor = self.valor(fila, columna)
        return "" if valor is None else " ".join(mostrar(valor).split())


def nombre_de_celda(fila: int, columna: int) -> str:
    """`(4, 2)` → `C5`."""
    return f"{letras(columna + 1)}{fila + 1}"


def abrir_hojas(ruta: Path, sirve: Sirve = todas) -> list[HojaLeida]:
    """Las hojas de un `.xlsx` o un `.xlsb` que sirven; `ArchivoIlegible` si no se puede leer.

    Las demás no se revisan: ni su tamaño ni lo que tengan impide leer el libro.
    """
    revisado = _revisar(ruta, sirve)
    with abrir_hojas_de(revisado) as lector:
        return [
            HojaLeida(hoja.nombre, lector.leer(hoja), hoja.rarezas, esta_oculta=hoja.esta_oculta)
            for hoja in revisado.leidas
        ]


def _revisar(ruta: Path, sirve: Sirve) -> LibroRevisado:
    extension = ruta.suffix.lower()
    if extension == ".xlsb":
        return abrir_xlsb(ruta, sirve, max_columnas=MAX_COLUMNAS)
    if extension not in EXTENSIONES:
        raise ArchivoIlegible("no es un libro de seguimiento: se leen .xlsx y .xlsb.")
    return abrir_libro(ruta, sirve, max_columnas=MAX_COLUMNAS)
