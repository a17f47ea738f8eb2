"""Las tablas del archivo construido, para ofrecerlas."""

from tablero.consultas.base import Base, Resultado


def tablas(base: Base) -> Resultado:
    """Nombre, descripción y número de filas de cada tabla."""
    return base.consultar("tablas/tablas")
