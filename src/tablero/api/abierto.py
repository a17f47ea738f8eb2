"""Lo que la API recibe de quien la publica: el tablero que se sirve y lo que hay alrededor."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime

from tablero.consultas.base import Base, Preguntas
from tablero.registro.ediciones import Edicion


@dataclass(frozen=True)
class Abierto:
    """Un tablero mientras se contesta un pedido."""

    base: Base
    preguntar: Preguntas
    edicion: Edicion | None
    """La que dice lo mismo que este tablero; `None` si no se publicó ninguna."""
    fecha: datetime
    """Desde cuándo se contesta esto: al publicarse, o al arrancar el programa si fue después."""


@dataclass(frozen=True)
class Servicio:
    """Cómo se llega a los tableros y a las ediciones, y cómo se viste una página."""

    abrir: Callable[[int | None], AbstractContextManager[Abierto]]
    """El de una edición o, sin número, el que se sirve ahora. `Falla` si no existe o no se conserva
    y `ErrorTablero` si no hay ninguno."""
    ediciones: Callable[[], Sequence[Edicion]]
    """De la primera a la última."""
    se_conserva: Callable[[int], bool]
    carpeta: Callable[[], str]
    """En la que se publica el tablero, sin barra final."""
    vestir: Callable[[str, str, str], str]
    """Título, cuerpo y carpeta → una página HTML entera."""
    sin_rutas: Callable[[str], str]
    """Un mensaje, sin las carpetas de este equipo."""
