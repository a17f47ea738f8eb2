"""Las plantillas con que otro reemplaza las del acta y las diapositivas.

Se dejan en la carpeta `plantillas`, al lado del tablero, con el nombre que les da
`tablero plantilla`; sin ellas se usan las propias.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Self

from tablero.exportar.escribir import docx, pptx


@dataclass(frozen=True)
class Plantillas:
    """Las que hay: `None` donde se usa la propia."""

    acta: Path | None = None
    diapositivas: Path | None = None

    @classmethod
    def de(cls, tablero: Path) -> Self:
        """Las que están al lado de ese archivo DuckDB."""
        carpeta = tablero.parent / "plantillas"
        nombres = (docx.PLANTILLA, pptx.PLANTILLA)
        acta, diapositivas = (
            ruta if (ruta := carpeta / nombre).is_file() else None for nombre in nombres
        )
        return cls(acta, diapositivas)

    @property
    def huella(self) -> tuple[tuple[str, int], ...]:
        """Lo que las distingue de otras: su nombre y su fecha."""
        hay = (ruta for ruta in (self.acta, self.diapositivas) if ruta is not None)
        return tuple((ruta.name, ruta.stat().st_mtime_ns) for ruta in hay)
