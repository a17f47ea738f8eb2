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


def brechas(base: Base) -> Resultado:
    """Los productos que restan o suman a la brecha, del que más resta al que más suma."""
    return base.consultar("politica/brechas")


def sobre_ejecucion(base: Base) -> Resultado:
    """Los productos con PAHV de más de 125 %, del mayor al menor."""
    return base.consultar("politica/sobre_ejecucion")


def sectores(base: Base) -> Resultado:
    """Los productos por sector y nivel que cuenta la prosa del informe."""
    return base.consultar("politica/sectores")


def opciones(base: Base) -> Resultado:
    """Los valores de cada filtro de productos (objetivo, estado, tipo, sector)."""
    return base.consultar("politica/opciones")


def acciones_mejora(base: Base) -> Resultado:
    """Los productos de «Acciones para mejorar», con su PAHV al lado del que da el anexo."""
    return base.consultar("politica/acciones_mejora")


def relatos(base: Base, *, seccion: str) -> Resultado:
    """Lo que el informe relata en una sección: `logros`, `aportes` o `acciones`."""
    return base.consultar("politica/relatos", seccion=seccion)


def ficha(base: Base) -> Resultado:
    """La política: nombre, decreto, vigencia y objetivo, en una fila."""
    return base.consultar("politica/ficha")
