"""Dónde queda lo de las ediciones y las sesiones: todo al lado del tablero de que son."""

from dataclasses import dataclass
from pathlib import Path
from typing import Self

GUARDADAS = 12
"""Cuántas de las últimas ediciones conservan su archivo DuckDB; las demás se hacen otra vez."""


@dataclass(frozen=True)
class Lugares:
    """Las carpetas de un tablero."""

    registro: Path
    objetos: Path
    """Cada archivo que alguna edición leyó, con su sha256 por nombre."""
    ediciones: Path
    """Los archivos DuckDB de las últimas: `6.duckdb`."""

    @classmethod
    def de(cls, tablero: Path) -> Self:
        """Las de ese archivo DuckDB."""
        carpeta = tablero.parent
        return cls(carpeta / "registro", carpeta / "objetos", carpeta / "ediciones")

    def archivo(self, numero: int) -> Path:
        """El DuckDB de una edición, si se conserva."""
        return self.ediciones / f"{numero}.duckdb"

    @property
    def sesiones(self) -> Path:
        """Donde alguien deja el libro de una sesión, para traerlo."""
        return self.registro.parent / "sesiones"

    @property
    def pendiente(self) -> Path:
        """La edición que se estaba publicando cuando algo la interrumpió."""
        return self.ediciones / "pendiente.json"
