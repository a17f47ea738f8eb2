"""Un libro revisado: sus hojas, y una copia limpia con las que se leen."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from io import BytesIO

from tablero.libro.rarezas import Rarezas

FORMATOS = "se leen .xlsx, .ods o una carpeta con un .csv por tabla."
NO_ES_LIBRO = f"es un .zip que no contiene un libro; {FORMATOS}"

Sirve = Callable[[str], bool]
"""Si una hoja con ese nombre se lee; las demás no se revisan ni se copian."""


class Estado(StrEnum):
    """Si una hoja se ve al abrir el libro."""

    VISIBLE = "visible"
    OCULTA = "oculta"
    MUY_OCULTA = "muy oculta"


@dataclass(frozen=True)
class HojaDelLibro:
    """Una hoja, se lea o no."""

    nombre: str
    estado: Estado = Estado.VISIBLE
    tiene_celdas: bool = True
    """Falso en una hoja de gráfico, de diálogo o de macros."""
    lugar: int | None = None
    """El que ocupa en la copia, desde 0; vacío si no se lee."""
    rarezas: Rarezas = field(default_factory=Rarezas)

    @property
    def esta_oculta(self) -> bool:
        """Si no se ve al abrir el libro."""
        return self.estado is not Estado.VISIBLE


@dataclass(frozen=True)
class LibroRevisado:
    """La copia limpia de un libro y, por hoja, lo que el lector de hojas no contaría."""

    copia: BytesIO
    hojas: tuple[HojaDelLibro, ...]

    @property
    def leidas(self) -> tuple[HojaDelLibro, ...]:
        """Las que están en la copia, en su orden."""
        return tuple(hoja for hoja in self.hojas if hoja.lugar is not None)
