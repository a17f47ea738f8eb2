"""El Plan Estratégico de la CNIM, en su último informe."""

from tablero.consultas.base import Base, Resultado


def resumen(base: Base) -> Resultado:
    """Cuántas acciones y tareas hay, y de cuántas no se presenta avance, en una fila."""
    return base.consultar("cnim/resumen")


def acciones(base: Base) -> Resultado:
    """Las acciones con sus tareas (una por línea) y lo que se reportó."""
    return base.consultar("cnim/acciones")


def mesas(base: Base) -> Resultado:
    """Las mesas técnicas, por fecha."""
    return base.consultar("cnim/mesas")


def resoluciones(base: Base) -> Resultado:
    """Las resoluciones que nombra el informe, por fecha."""
    return base.consultar("cnim/resoluciones")


def taller(base: Base) -> Resultado:
    """Las cifras del taller de planeación, y las entidades que su lista nombra."""
    return base.consultar("cnim/taller")
