"""Hasta dónde llega un libro: lo que pase de aquí no se abre.

Un libro de verdad está muy por debajo. Los topes existen porque unos pocos kilobytes pueden decir
que ocupan gigabytes, y el lector de hojas reserva la memoria antes de mirar si es cierto.
"""

from dataclasses import dataclass

from tablero.errores import ArchivoIlegible
from tablero.formato import numero

MIB = 1024 * 1024
MAX_ARCHIVO = 20 * MIB
MAX_MIEMBROS = 2_000
MAX_EXPANDIDO = 200 * MIB
MAX_FILAS = 200_000
MAX_COLUMNAS = 200
MAX_CELDAS = 5_000_000
"""De todas las hojas: filas × columnas, también las vacías, que es lo que se reserva."""
MAX_TEXTO = 200 * MIB
"""Caracteres de todas las celdas, con cada repetición: un texto compartido se copia en cada una."""
MAX_ERRORES_POR_HOJA = 10_000

FILAS_DE_EXCEL = 1_048_576
COLUMNAS_DE_EXCEL = 16_384


def exigir_tamano(octetos: int) -> None:
    """Rechaza un archivo vacío o que pase del tope."""
    if octetos == 0:
        raise ArchivoIlegible("está vacío (0 bytes); vuelva a copiarlo.")
    if octetos > MAX_ARCHIVO:
        raise ArchivoIlegible(f"pesa más de {MAX_ARCHIVO // MIB} MB, el máximo.")


@dataclass
class Medidor:
    """Suma lo que ocupará un libro al leerlo y se detiene en cuanto pasa de un tope."""

    celdas: int = 0
    texto: int = 0
    max_columnas: int = MAX_COLUMNAS

    def sumar_texto(self, caracteres: int) -> None:
        """Cuenta el texto de una celda."""
        self.texto += caracteres
        if self.texto > MAX_TEXTO:
            raise ArchivoIlegible(
                "sus textos repetidos ocuparían más memoria de la permitida; no se abre."
            )

    def sumar_hoja(self, hoja: str, filas: int, columnas: int) -> None:
        """Cuenta una hoja por la última fila y la última columna con datos."""
        if filas > MAX_FILAS:
            raise ArchivoIlegible(
                f"la hoja «{hoja}» tiene datos hasta la fila {numero(filas)}; "
                f"el máximo es {numero(MAX_FILAS)}."
            )
        if columnas > self.max_columnas:
            raise ArchivoIlegible(
                f"la hoja «{hoja}» tiene datos hasta la columna {numero(columnas)}; "
                f"el máximo es {numero(self.max_columnas)}."
            )
        self.celdas += filas * columnas
        if self.celdas > MAX_CELDAS:
            raise ArchivoIlegible(f"tiene más de {numero(MAX_CELDAS)} celdas, el máximo.")
