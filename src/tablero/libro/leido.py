"""Lo que se leyó de un libro."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tablero.errores import ErrorDeCelda
from tablero.libro.fila import FilaLeida
from tablero.libro.leer_tabla import TablaLeida
from tablero.modelo import Tabla


@dataclass(frozen=True)
class LibroLeido:
    """Las filas sin error de un libro, todos sus errores y sus avisos."""

    filas: dict[str, tuple[FilaLeida, ...]]
    """Por nombre de tabla; vacía si su hoja falta o está mal."""
    errores: tuple[ErrorDeCelda, ...]
    avisos: tuple[ErrorDeCelda, ...] = ()
    """Lo que conviene mirar y no impide leer: qué se limpió de una clave, qué hoja no se lee."""
    a_medias: Mapping[str, tuple[FilaLeida, ...]] = field(default_factory=dict)
    """Por nombre de tabla, las filas con error: de ellas vale lo que se pudo leer."""


class Lectura:
    """Lo que se va leyendo, tabla por tabla."""

    def __init__(self, tablas: Sequence[type[Tabla]]) -> None:
        self._filas: dict[str, tuple[FilaLeida, ...]] = {t.tabla: () for t in tablas}
        self._a_medias: dict[str, tuple[FilaLeida, ...]] = {}
        self.errores: list[ErrorDeCelda] = []
        self.avisos: list[ErrorDeCelda] = []

    def agregar(self, tabla: type[Tabla], leida: TablaLeida) -> None:
        """Suma lo leído de una tabla."""
        self._filas[tabla.tabla] = leida.filas
        self._a_medias[tabla.tabla] = leida.a_medias
        self.errores += leida.errores
        self.avisos += leida.avisos

    def terminar(self) -> LibroLeido:
        """Todo lo leído."""
        return LibroLeido(self._filas, tuple(self.errores), tuple(self.avisos), self._a_medias)
