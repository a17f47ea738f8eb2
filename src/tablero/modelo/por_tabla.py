"""Las filas de muchas tablas, que se piden por la clase de la suya."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Self, TypeVar, cast

from tablero.modelo.base import Tabla

Una = TypeVar("Una", bound=Tabla)


class PorTabla:
    """Tabla → sus filas, que son instancias de su clase: de `filas[Cifra]` salen `Cifra`."""

    def __init__(self, tablas: Iterable[type[Tabla]] = ()) -> None:
        self._filas: dict[type[Tabla], Sequence[Tabla]] = dict.fromkeys(tablas, ())

    def __getitem__(self, tabla: type[Una]) -> Sequence[Una]:
        """Las filas de esa tabla; `KeyError` si nadie la puso."""
        return cast("Sequence[Una]", self._filas[tabla])

    def poner(self, tabla: type[Una], filas: Iterable[Una]) -> None:
        """Pone las filas de una tabla en lugar de las que tuviera; `TypeError` si son de otra.

        Se mira aquí porque mypy no lo ve: dos tablas tienen siempre una clase en común.
        """
        propias = tuple(filas)
        if ajena := next((type(f) for f in propias if type(f) is not tabla), None):
            raise TypeError(f"una fila de {ajena.tabla} no es de {tabla.tabla}")
        self._filas[tabla] = propias

    def agregar(self, otras: Self) -> None:
        """Pone las de todas las tablas de `otras` en lugar de las que tuvieran."""
        self._filas |= otras._filas

    def sumar(self, otras: Self) -> None:
        """Agrega las filas de `otras` detrás de las que hay."""
        for tabla, filas in otras._filas.items():
            self._filas[tabla] = (*self._filas.get(tabla, ()), *filas)

    def copia(self) -> "PorTabla":
        """Otra con las mismas filas, que puede cambiar sola."""
        nueva = PorTabla()
        nueva._filas = dict(self._filas)
        return nueva

    def cuantas(self) -> Mapping[str, int]:
        """Nombre de la tabla → cuántas filas tiene."""
        return {tabla.tabla: len(filas) for tabla, filas in self._filas.items()}
