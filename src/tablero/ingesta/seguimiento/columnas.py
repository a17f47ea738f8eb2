"""Dónde está cada dato de la hoja cuantitativa."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from tablero.calculo.seguimiento.indicador import Periodo
from tablero.errores import ErrorDeCelda
from tablero.ingesta.seguimiento.cabecera import Cabecera
from tablero.ingesta.seguimiento.fijas import Fijas


@dataclass
class Columnas:
    """La columna de cada dato, desde 0, y lo que no se encontró."""

    cabecera: Cabecera | None = None
    fijas: Fijas = field(default_factory=Fijas)
    reportes: dict[Periodo, int] = field(default_factory=dict)
    metas: dict[int, int] = field(default_factory=dict)
    meta_final: int | None = None
    por_anio: dict[str, dict[int, int]] = field(default_factory=dict)
    """`acumulado`, `meta_acumulada`, `pav`, `pahv`, `paa`: año → columna."""
    fatales: list[ErrorDeCelda] = field(default_factory=list)
    avisos: list[ErrorDeCelda] = field(default_factory=list)
    """Bloques de los que nada depende y que no se pueden leer."""

    @property
    def anios(self) -> tuple[int, ...]:
        """Los años del libro, en orden."""
        return tuple(sorted(self.metas))

    @property
    def primera_fila(self) -> int:
        """Donde empiezan los datos, desde 0."""
        return 0 if self.cabecera is None else self.cabecera.ultima + 1

    def de_bloques(self) -> Iterator[int]:
        """Las columnas de los bloques que se leen."""
        yield from self.reportes.values()
        yield from self.metas.values()
        if self.meta_final is not None:
            yield self.meta_final
        for columnas in self.por_anio.values():
            yield from columnas.values()

    def todas(self) -> Iterator[int]:
        """Todas las columnas que se leen."""
        yield from self.fijas.columnas.values()
        yield from self.de_bloques()
