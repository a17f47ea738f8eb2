"""Qué tablas se ofrecen para llevar: qué contiene cada una, cuántas filas y hasta qué corte."""

from dataclasses import dataclass
from datetime import date

from tablero.consultas.base import Base
from tablero.modelo import LIBROS, TABLAS, Tabla

VARIOS = "varios"
GENERADAS = "tablero"


@dataclass(frozen=True)
class Ficha:
    """Una tabla que se puede descargar."""

    tabla: str
    resumen: str
    documento: str
    """El documento que la llena; `varios` o `tablero` si no es uno solo."""
    filas: int
    corte_fecha: date | None
    """El corte más reciente; `None` si la tabla no lleva corte o está vacía."""


def catalogo(base: Base) -> tuple[Ficha, ...]:
    """Todas las tablas, en el orden en que se publican."""
    return tuple(_ficha(base, tabla) for tabla in TABLAS)


def _ficha(base: Base, tabla: type[Tabla]) -> Ficha:
    filas, corte = base.contar(tabla.tabla)
    return Ficha(
        tabla=tabla.tabla,
        resumen=tabla.resumen(),
        documento=_documento(tabla),
        filas=filas,
        corte_fecha=corte,
    )


def _documento(tabla: type[Tabla]) -> str:
    documentos = [documento for documento, tablas in LIBROS.items() if tabla in tablas]
    if not documentos:
        return GENERADAS
    return documentos[0] if len(documentos) == 1 else VARIOS
