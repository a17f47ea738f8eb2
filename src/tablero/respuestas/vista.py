"""Qué política y qué corte se miran: lo que recibe casi toda respuesta."""

from dataclasses import dataclass
from datetime import date
from typing import TypedDict

POLITICA, CORTE, EDICION = "politica", "corte", "edicion"
"""Los parámetros de la dirección que dicen qué tablero y qué parte de él se miran."""


class DeUnCorte(TypedDict):
    """Los parámetros de una consulta sobre una política en un corte."""

    politica: str
    corte: date


@dataclass(frozen=True)
class PoliticaMirada:
    """Una política en un corte."""

    politica: str
    nombre: str
    corte: date
    cortes: tuple[date, ...]
    """Todos los de la política, del más reciente al más antiguo."""
    tiene_libro: bool
    """Si el corte sale del libro oficial; si no, solo se publican sus porcentajes."""

    @property
    def consulta(self) -> DeUnCorte:
        """Los parámetros de una consulta."""
        return {"politica": self.politica, "corte": self.corte}

    @property
    def url(self) -> dict[str, str]:
        """Los parámetros que llevan la vista a otra página."""
        return {POLITICA: self.politica, CORTE: self.corte.isoformat()}

    @property
    def palabras(self) -> tuple[str, ...]:
        """Lo que se agrega al nombre de un archivo, que ya lleva el corte."""
        return (self.politica.replace("_", " "),)
