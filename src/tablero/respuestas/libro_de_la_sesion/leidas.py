"""Las filas de cada hoja del libro de una sesión, también las que tienen algún error."""

from collections.abc import Callable

from tablero.errores import ErrorDeCelda, ErrorTablero
from tablero.libro.fila import FilaLeida, LugarDeHoja
from tablero.libro.leido import LibroLeido
from tablero.modelo import Tabla


class Leidas:
    """Lo que se leyó de un libro que se llama `nombre`."""

    def __init__(self, nombre: str, leido: LibroLeido) -> None:
        self._nombre = nombre
        self._leido = leido

    def __getitem__(self, hoja: type[Tabla]) -> list[FilaLeida]:
        """Las de esa hoja, en su orden; de una con error, lo que no se pudo leer está vacío."""
        a_medias = self._leido.a_medias.get(hoja.tabla, ())
        return sorted((*self._leido.filas[hoja.tabla], *a_medias), key=lambda fila: fila.numero)

    def estan(self, hoja: type[Tabla]) -> bool:
        """Falso si la hoja no se pudo leer: de lo que falta en ella no se sabe nada."""
        de_la_hoja = (e.hoja in (hoja.hoja, "") for e in self._leido.errores)
        return bool(self[hoja]) or not any(de_la_hoja)

    def esta_mal(self, fila: FilaLeida, columna: str) -> bool:
        """Si de esa celda ya se dijo algo: lo que parece vacío en ella no lo está."""
        suya = (fila.hoja, fila.celdas[columna])
        return any((e.hoja, e.celda) == suya for e in self._leido.errores)

    def lugar(self, hoja: type[Tabla]) -> LugarDeHoja:
        """El de una hoja, para acusar lo que no es de ninguna fila."""
        return LugarDeHoja(self._nombre, hoja.hoja)


def acusar(
    hoja: type[Tabla], fila: FilaLeida, columna: str, ver: Callable[[], object]
) -> list[ErrorDeCelda]:
    """El error de esa celda, si `ver` no la acepta."""
    try:
        ver()
    except ErrorTablero as error:
        dicho = str(error)
        return [fila.error(dicho[0].lower() + dicho[1:], hoja.columna(columna))]
    return []
