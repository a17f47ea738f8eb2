"""Las celdas de una copia limpia. El lector de hojas es calamine; sus fallas se dicen aquí."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from python_calamine import CalamineError, CalamineWorkbook, load_workbook

from tablero.errores import ArchivoIlegible
from tablero.libro.revisado import HojaDelLibro, LibroRevisado
from tablero.modelo.celda import Celdas

ILEGIBLE = "no se puede leer: está dañado o no lo guardó un programa de hojas de cálculo."
PANICO = "PanicException"
"""Lo que lanza calamine cuando se rompe por dentro; no hereda de `Exception`."""
SALIDA_DE_ERRORES = 2


class LectorDeHojas:
    """Un libro abierto; cada hoja se lee por su lugar en la copia."""

    def __init__(self, libro: CalamineWorkbook) -> None:
        self._libro = libro

    def leer(self, hoja: HojaDelLibro) -> Celdas:
        """Las celdas desde A1, también las vacías: el lugar de cada una es el que se ve.

        `ArchivoIlegible` si la hoja no se puede leer.
        """
        if hoja.lugar is None:
            raise ArchivoIlegible(f"la hoja «{hoja.nombre}» no se leyó.")
        with _sin_romperse():
            return self._libro.get_sheet_by_index(hoja.lugar).to_python(skip_empty_area=False)


@contextmanager
def abrir_hojas_de(revisado: LibroRevisado) -> Iterator[LectorDeHojas]:
    """El lector de las hojas de un libro; `ArchivoIlegible` si no se puede abrir."""
    with _sin_romperse():
        libro = load_workbook(revisado.copia)
    with libro:
        yield LectorDeHojas(libro)


@contextmanager
def _sin_romperse() -> Iterator[None]:
    try:
        with _callado():
            yield
    except (CalamineError, OSError, ValueError, OverflowError):
        raise ArchivoIlegible(ILEGIBLE) from None
    except BaseException as error:
        if type(error).__name__ != PANICO:
            raise
        raise ArchivoIlegible(ILEGIBLE) from None


@contextmanager
def _callado() -> Iterator[None]:
    """Sin salida de errores mientras lee: si calamine se rompe, escribe ahí una traza en inglés."""
    try:
        de_siempre = os.dup(SALIDA_DE_ERRORES)
    except OSError:  # un programa sin consola no la tiene
        yield
        return
    try:
        nada = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nada, SALIDA_DE_ERRORES)
        os.close(nada)
        yield
    finally:
        os.dup2(de_siempre, SALIDA_DE_ERRORES)
        os.close(de_siempre)
