"""El país que se inventa: qué municipios intervienen y cuánta presión migratoria tiene cada uno.

Los nombres y los códigos son los de la DIVIPOLA, que es nomenclatura. Todo lo demás se sortea: cada
documento con su propia sucesión, que sale de la semilla, para que cambiar uno no cambie los otros.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from zlib import crc32

import numpy as np

from tablero.errores import ErrorTablero
from tablero.formato import numero
from tablero.modelo.celda import Valores

Fila = Valores
Filas = dict[str, list[Fila]]
Divipola = Mapping[str, Sequence[Fila]]
"""Las filas de `municipios`, `municipios_grafias` y `departamentos_grafias`."""

PRIORIZADOS = 34
"""Los que prioriza el índice: menos municipios no alcanzan."""
PRODUCTOS, PRODUCTOS_MINIMOS = 52, 6
"""Los que tiene una política si no se piden otros."""
DE_FRONTERA = frozenset({"20", "44", "54", "81", "94", "99"})
"""Departamentos que limitan con Venezuela (DIVIPOLA)."""
POR_FRONTERA, POR_AREA_METROPOLITANA = 1.1, 0.9


@dataclass(frozen=True)
class Mundo:
    """Lo que comparten todos los documentos de una simulación."""

    semilla: int
    divipola: Divipola
    municipios: tuple[Fila, ...]
    """Los que intervienen, de mayor a menor presión migratoria."""
    presion: tuple[float, ...]
    """La de cada uno: hecha de azar, frontera y área metropolitana."""
    atenciones: int | None
    """Cuántas filas de atención se piden; `None`, una por centro."""
    productos: int
    """Cuántos tiene cada política."""

    @property
    def priorizados(self) -> tuple[Fila, ...]:
        """Los municipios que prioriza el índice, en su orden."""
        return self.municipios[:PRIORIZADOS]

    def azar(self, documento: str) -> np.random.Generator:
        """La sucesión de números al azar de un documento, siempre la misma para una semilla."""
        return np.random.default_rng([self.semilla, crc32(documento.encode())])


def crear(
    divipola: Divipola,
    semilla: int,
    municipios: int,
    atenciones: int | None = None,
    productos: int = PRODUCTOS,
) -> Mundo:
    """Sortea la presión de cada municipio y toma los que más tienen.

    `ErrorTablero` si se piden menos municipios de los que el índice prioriza, más de los que hay, o
    tan pocos productos que no los haya de todos los estados.
    """
    todos = [dict(fila) for fila in divipola["municipios"]]
    if not PRIORIZADOS <= municipios <= len(todos):
        raise ErrorTablero(
            f"Los municipios deben ser entre {PRIORIZADOS} y {numero(len(todos))}; "
            f"se pidieron {numero(municipios)}."
        )
    if productos < PRODUCTOS_MINIMOS:
        raise ErrorTablero(f"Los productos deben ser {PRODUCTOS_MINIMOS} o más, uno por estado.")
    if semilla < 0:
        raise ErrorTablero("La semilla debe ser cero o un entero positivo.")
    azar = np.random.default_rng([semilla, crc32(b"mundo")])
    presion = azar.normal(size=len(todos))
    presion += [POR_FRONTERA * (m["departamento_codigo"] in DE_FRONTERA) for m in todos]
    presion += [POR_AREA_METROPOLITANA * (m["area_metropolitana"] is not None) for m in todos]
    orden = np.argsort(-presion, kind="stable")[:municipios]
    return Mundo(
        semilla,
        divipola,
        tuple(todos[i] for i in orden),
        tuple(float(presion[i]) for i in orden),
        atenciones,
        productos,
    )
