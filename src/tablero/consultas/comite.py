"""El Comité de la política de Bogotá, en su última sesión."""

from tablero.consultas.base import Base, Resultado


def plan(base: Base) -> Resultado:
    """Las cifras del plan de trabajo, publicadas y calculadas con sus partes."""
    return base.consultar("comite/plan")


def utas(base: Base) -> Resultado:
    """Cada UTA: actividades, cuántas se reportaron y el porcentaje publicado y calculado."""
    return base.consultar("comite/utas")


def detalle_uta(base: Base, *, uta: int) -> Resultado:
    """Una UTA: su reporte, quién reportó, lo que destaca y sus barreras, un hecho por fila."""
    return base.consultar("comite/detalle_uta", uta=uta)


def delegados(base: Base) -> Resultado:
    """Delegados de la población migrante en cada comité de derechos humanos."""
    return base.consultar("comite/delegados")


def entidades(base: Base) -> Resultado:
    """Las entidades del Comité y las UTA que las nombran entre quienes reportaron.

    Su asistencia es «no publicada» si la fuente no la dice.
    """
    return base.consultar("comite/entidades")
