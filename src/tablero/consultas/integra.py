"""El proyecto Integra, en su última ficha."""

from tablero.consultas.base import Base, Resultado


def ciudades(base: Base) -> Resultado:
    """Las ciudades que nombra la ficha, con su código DIVIPOLA."""
    return base.consultar("integra/ciudades")
