"""Días abiertos y personas por día de un Centro Intégrate."""

from dataclasses import dataclass
from datetime import date

from tablero.modelo.centros import Supuesto


@dataclass(frozen=True)
class Apertura:
    """Días que un centro estuvo abierto en el periodo y de dónde sale la cuenta."""

    dias: int | None
    supuesto: Supuesto


def dias_abiertos(etapa: str | None, apertura: date | None, desde: date, hasta: date) -> Apertura:
    """Días entre `desde` y `hasta` (ambos incluidos) en que el centro estuvo abierto.

    Un centro inicial no tiene fecha de apertura publicada: se supone abierto todo el periodo. Uno
    nuevo cuenta desde su fecha; si no la tiene, no hay dato.
    """
    if apertura is not None:
        return Apertura(max((hasta - max(apertura, desde)).days + 1, 0), "desde su apertura")
    if etapa == "inicial":
        return Apertura((hasta - desde).days + 1, "todo el periodo")
    return Apertura(None, "sin fecha")


def personas_por_dia(personas: int | None, dias: int | None) -> float | None:
    """Personas atendidas por día abierto; sin personas, sin días o con cero días, `None`."""
    if personas is None or not dias:
        return None
    return personas / dias
