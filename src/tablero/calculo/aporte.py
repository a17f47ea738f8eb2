"""Lo que un producto suma a la política, en puntos: su peso por lo que lleva y lo que debía."""

from dataclasses import dataclass

TOPE = 100.0
"""Nadie suma más que su peso."""


@dataclass(frozen=True)
class Aporte:
    """Lo que un producto suma a la política, en puntos porcentuales."""

    avance_pp: float
    trayectoria_pp: float

    @property
    def brecha_pp(self) -> float:
        """Avance menos trayectoria: negativa es retraso."""
        return self.avance_pp - self.trayectoria_pp


def aportar(
    peso_pct: float,
    paa_pct: float | None,
    trayectoria_pct: float | None,
    *,
    fuera: str | None = None,
) -> Aporte:
    """Los puntos de un producto en la política, con sus porcentajes entre 0 y 100 %.

    Si queda `fuera`, ninguno: ni de avance ni de trayectoria.
    """
    if fuera:
        return Aporte(0.0, 0.0)
    return Aporte(
        avance_pp=peso_pct * _acotar(paa_pct) / TOPE,
        trayectoria_pp=peso_pct * _acotar(trayectoria_pct) / TOPE,
    )


def _acotar(porcentaje: float | None) -> float:
    return min(max(porcentaje or 0.0, 0.0), TOPE)
