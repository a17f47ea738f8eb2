"""Una fila leída y el lugar de cada uno de sus valores."""

from dataclasses import dataclass

from tablero.errores import ErrorDeCelda
from tablero.modelo import Columna
from tablero.modelo.celda import Valores


def letras(indice: int) -> str:
    """Letras de una columna por su lugar, desde 1: 1 → `A`, 28 → `AB`."""
    resultado = ""
    while indice:
        indice, resto = divmod(indice - 1, 26)
        resultado = chr(ord("A") + resto) + resultado
    return resultado


def numero_de_columna(letras: str) -> int:
    """Lo contrario: `A` → 1, `AB` → 28."""
    numero = 0
    for letra in letras:
        numero = numero * 26 + ord(letra) - ord("A") + 1
    return numero


@dataclass(frozen=True)
class LugarDeHoja:
    """Una hoja de un libro, o un archivo CSV (sin hoja)."""

    archivo: str
    hoja: str = ""

    def error(self, mensaje: str, *, columna: str = "", celda: str = "") -> ErrorDeCelda:
        """Un error en este lugar."""
        return ErrorDeCelda(self.archivo, self.hoja, celda, columna, mensaje)


@dataclass(frozen=True)
class FilaLeida:
    """Una fila leída, con el lugar de cada valor."""

    archivo: str
    hoja: str
    numero: int
    """Número de la fila en la hoja; el encabezado es la 1."""
    valores: Valores
    """Por nombre de columna del modelo, ya con su tipo; `None` si la celda está vacía."""
    celdas: dict[str, str]
    """Nombre de columna → `D14`."""

    def error(self, mensaje: str, columna: Columna | None = None) -> ErrorDeCelda:
        """Un error en una celda de esta fila o, sin columna, en toda la fila.

        Una columna que no está en el libro no tiene celda: se acusa a la que la deduce y, si nada
        la deduce, a la fila.
        """
        lugar = LugarDeHoja(self.archivo, self.hoja)
        celda = columna and (self.celdas.get(columna.nombre) or self.celdas.get(columna.sale_de))
        if not columna or not celda:
            return lugar.error(f"fila {self.numero}: {mensaje}")
        return lugar.error(mensaje, columna=columna.titulo_en_libro, celda=celda)
