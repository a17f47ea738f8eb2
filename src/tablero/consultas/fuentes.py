"""Las fuentes y su frescura."""

from tablero.consultas.base import Base, Resultado


def fuentes(base: Base) -> Resultado:
    """Todas las fuentes, de la más reciente a la más antigua."""
    return base.consultar("fuentes/fuentes")
