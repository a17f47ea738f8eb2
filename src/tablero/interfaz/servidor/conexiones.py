"""Cuántas conexiones de red admite este proceso."""

import sys

from tablero.interfaz.servidor.aforo import Aforo
from tablero.interfaz.servidor.limites import Limites

AFORO = Aforo(Limites.conexiones, Limites.conexiones_por_direccion)
"""Las que hay; es una sola por proceso, como el servidor."""
PARA_LO_DEMAS = 128
"""Archivos que el proceso abre además de las conexiones."""


def ajustar(limites: Limites) -> None:
    """Admite las que dice `limites`, o menos si el sistema no deja abrir tantas."""
    AFORO.en_total = min(limites.conexiones, _caben(limites.conexiones))
    AFORO.por_direccion = limites.conexiones_por_direccion


def _caben(pedidas: int) -> int:
    """Las que deja el sistema, después de pedirle las que hacen falta."""
    if sys.platform == "win32":
        return pedidas
    import resource  # noqa: PLC0415 - no existe en Windows

    hay, tope = resource.getrlimit(resource.RLIMIT_NOFILE)
    quiere = pedidas + PARA_LO_DEMAS
    if hay != resource.RLIM_INFINITY and hay < quiere:
        hay = quiere if tope == resource.RLIM_INFINITY else min(quiere, tope)
        resource.setrlimit(resource.RLIMIT_NOFILE, (hay, tope))
    return pedidas if hay == resource.RLIM_INFINITY else max(1, hay - PARA_LO_DEMAS)
