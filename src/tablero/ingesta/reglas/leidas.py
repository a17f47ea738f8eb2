"""Las filas leídas de todos los libros: lo que recibe cada regla."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from tablero.errores import ErrorDeCelda
from tablero.ingesta.clave import comparable
from tablero.ingesta.fuentes.documentos import Documento
from tablero.libro.leer import FilaLeida, LibroLeido
from tablero.modelo import TABLA_POR_NOMBRE, Tabla


class Leidas(dict[str, list[tuple[Documento, FilaLeida]]]):
    """Tabla → sus filas, con el documento de donde salieron.

    Una tabla de la que no se pudieron leer todas las filas está en `incompletas`: las reglas no
    acusan a otra de remitir a lo que quizá sí está, ni a un conteo de no salir.
    """

    def __init__(self, tablas: Iterable[str]) -> None:
        super().__init__({tabla: [] for tabla in tablas})
        self.incompletas: set[str] = set()

    def agregar(self, documento: Documento, leido: LibroLeido) -> None:
        """Suma lo leído de un libro y anota qué tablas quedaron a medias."""
        for nombre, filas in leido.filas.items():
            self[nombre] += [(documento, fila) for fila in filas]
        hojas = {error.hoja for error in leido.errores}
        self.incompletas |= {t.tabla for t in documento.tablas if t.hoja in hojas or "" in hojas}

    def esta_completa(self, *tablas: str) -> bool:
        """Verdadero si se leyeron todas las filas de esas tablas."""
        return self.incompletas.isdisjoint(tablas)

    def libros(self, tabla: str) -> list[tuple[Documento, list[FilaLeida]]]:
        """Las filas de una tabla, libro por libro y en su orden."""
        documentos: dict[str, Documento] = {}
        filas: defaultdict[str, list[FilaLeida]] = defaultdict(list)
        for documento, fila in self[tabla]:
            documentos[documento.fuente_codigo] = documento
            filas[documento.fuente_codigo].append(fila)
        return [(documentos[codigo], propias) for codigo, propias in filas.items()]

    def tablas(self) -> Iterator[type[Tabla]]:
        """Las tablas que hay, con su clase."""
        return (TABLA_POR_NOMBRE[nombre] for nombre in self)


Regla = Callable[[Leidas], Iterator[ErrorDeCelda]]


def valores(fila: FilaLeida, columnas: Iterable[str]) -> tuple[Any, ...]:  # los de `Valores`
    """Los de esas columnas; vacío el de una que no está en el libro y no se pudo deducir."""
    return tuple(fila.valores.get(columna) for columna in columnas)


def comparables(tabla: type[Tabla], fila: FilaLeida, columnas: Iterable[str]) -> tuple[object, ...]:
    """Como `valores`, sin fijarse en cómo está escrito lo que dice de quién es la fila."""
    return tuple(comparable(fila.valores.get(c), tabla.columna(c)) for c in columnas)


def mostrado(tabla: type[Tabla], fila: FilaLeida, columna: str) -> str:
    """El valor de una columna como está en el libro: de un código deducido, el nombre."""
    valor = fila.valores.get(tabla.columna(columna).sale_de, fila.valores.get(columna))
    return f"«{valor}»" if valor is not None else "vacío"
