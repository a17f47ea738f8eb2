"""La misma entidad, o el mismo sector, escrita de maneras que no se distinguen a la vista."""

from collections import defaultdict
from collections.abc import Iterable

from tablero.ingesta.seguimiento.celdas import Lector
from tablero.ingesta.seguimiento.columnas import Columnas
from tablero.ingesta.seguimiento.diseno import TITULOS, Campo
from tablero.modelo.reglas import Regla
from tablero.texto import limpiar, visible

AGRUPAN: tuple[Campo, Campo] = ("sector", "entidad")
"""Los que reúnen productos: dos maneras de escribirlos serían dos grupos."""


def notar_mismos(lector: Lector, columnas: Columnas, filas: Iterable[int]) -> None:
    """Una nota por cada nombre que esté así; `filas` son las que se leyeron, desde 0."""
    for campo in AGRUPAN:
        columna = columnas.fijas.columnas[campo]
        maneras: defaultdict[str, dict[str, int]] = defaultdict(dict)
        for fila in filas:
            valor = lector.hoja.valor(fila, columna)
            if isinstance(valor, str):
                maneras[limpiar(valor)].setdefault(valor.strip(" "), fila)
        for limpio, crudas in maneras.items():
            rara = next((c for c in crudas if c != limpio), None)
            if len(crudas) > 1 and rara is not None:
                lector.notar(
                    crudas[rara],
                    columna,
                    TITULOS[campo],
                    f"«{limpio}» está escrito de {len(crudas)} maneras que no se distinguen a la "
                    f"vista, como «{visible(rara)}»: se leyó como uno solo.",
                    regla=Regla.ESCRITO_DISTINTO,
                    que_hacer="Escríbalo igual en todas las filas.",
                )
