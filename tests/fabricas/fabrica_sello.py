"""Sellar sin preguntar lo que una prueba cambió."""

from collections.abc import Sequence

from tablero.ingesta.fuentes.documentos import Documento
from tablero.ingesta.fuentes.sellar import preparar, sellar


def sellar_todo(documentos: Sequence[Documento]) -> list[str]:
    """Sella los libros que cambiaron; devuelve lo que `tablero sellar` muestra de cada uno."""
    por_sellar, iguales = preparar(documentos)
    for pendiente in por_sellar:
        sellar(pendiente)
    return [*iguales, *(renglon for pendiente in por_sellar for renglon in pendiente.renglones)]
