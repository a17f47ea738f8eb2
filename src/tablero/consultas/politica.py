"""El seguimiento de la política: productos, objetivos y su semáforo."""

from tablero.consultas.base import Base, Resultado


def corte(base: Base) -> Resultado:
    """Avance, trayectoria y brecha del último corte: publicado y calculado, en una fila."""
    return base.consultar("politica/corte")


def semaforo(base: Base) -> Resultado:
    """Productos por estado según el PAHV, en el último corte."""
    return base.consultar("politica/semaforo")


def semaforo_contrastado(base: Base) -> Resultado:
    """La distribución publicada y la calculada con cada uno de los tres porcentajes."""
    return base.consultar("politica/semaforo_contrastado")


def objetivos(base: Base) -> Resultado:
    """Cada objetivo: productos, peso, avance, trayectoria y brecha, publicados y calculados."""
    return base.consultar("politica/objetivos")


def productos(
    base: Base,
    *,
    objetivo: str | None,
    estado: str | None,
    tipo: str | None,
    sector: str | None,
) -> Resultado:
    """Los productos del último corte que cumplen los filtros (`None` es todos)."""
    return base.consultar(
        "politica/productos", objetivo=objetivo, estado=estado, tipo=tipo, sector=sector
    )
