"""El seguimiento de una política en un corte: productos, objetivos y su semáforo.

`politica` es el código de la política y `corte`, la fecha de uno de sus cortes.
"""

from datetime import date

from tablero.consultas.base import Base, Resultado

FUERA_DE_LA_SUMA = "fuera de la suma"
"""Con este `estado`, los productos que no suman al avance ni a la trayectoria."""


def politicas(base: Base) -> Resultado:
    """Las políticas con seguimiento, primero la que tiene informe."""
    return base.consultar("politica/politicas")


def cortes(base: Base, *, politica: str) -> Resultado:
    """Los cortes de una política, del más reciente al más antiguo, con su avance."""
    return base.consultar("politica/cortes", politica=politica)


def corte(base: Base, *, politica: str, corte: date) -> Resultado:
    """Avance, trayectoria y brecha: publicado (si lo hay) y calculado, en una fila.

    De lo calculado, también lo que queda fuera de la suma.
    """
    return _segun_lo_que_hay(
        base.consultar("politica/corte", politica=politica, corte=corte), "avance_pct"
    )


def semaforo(base: Base, *, politica: str, corte: date) -> Resultado:
    """Productos por estado según el PAHV."""
    return base.consultar("politica/semaforo", politica=politica, corte=corte)


def rangos(base: Base) -> Resultado:
    """Los rangos del semáforo que valen hoy, del más bajo al más alto."""
    return base.consultar("politica/rangos")


def semaforo_contrastado(base: Base, *, politica: str, corte: date) -> Resultado:
    """La distribución publicada y la calculada con cada uno de los tres porcentajes."""
    return base.consultar("politica/semaforo_contrastado", politica=politica, corte=corte)


def objetivos(base: Base, *, politica: str, corte: date) -> Resultado:
    """Cada objetivo: productos, peso, avance, trayectoria y brecha, publicados y calculados."""
    return _segun_lo_que_hay(
        base.consultar("politica/objetivos", politica=politica, corte=corte),
        "ponderacion_publicada_pct",
    )


def objetivo_del_comite(base: Base, *, politica: str, corte: date) -> Resultado:
    """El objetivo que el Comité nombra de un producto de ese corte; ninguna fila, si no lo hay."""
    return base.consultar("politica/objetivo_del_comite", politica=politica, corte=corte)


def productos(
    base: Base,
    *,
    politica: str,
    corte: date,
    objetivo: str | None,
    estado: str | None,
    tipo: str | None,
    sector: str | None,
    entidad: str | None,
) -> Resultado:
    """Los productos del corte que cumplen los filtros (`None` es todos)."""
    return base.consultar(
        "politica/productos",
        politica=politica,
        corte=corte,
        objetivo=objetivo,
        estado=estado,
        tipo=tipo,
        sector=sector,
        entidad=entidad,
    )


def sobre_ejecucion(base: Base, *, politica: str, corte: date) -> Resultado:
    """Los productos en sobreejecución, del mayor PAHV al menor."""
    return base.consultar("politica/sobre_ejecucion", politica=politica, corte=corte)


def sectores(base: Base, *, politica: str, corte: date) -> Resultado:
    """Los productos por sector y nivel que cuenta la prosa del informe de ese corte."""
    return base.consultar("politica/sectores", politica=politica, corte=corte)


def opciones(base: Base, *, politica: str, corte: date) -> Resultado:
    """Los valores de cada filtro de productos (objetivo, estado, tipo, sector, entidad)."""
    return base.consultar("politica/opciones", politica=politica, corte=corte)


def acciones_mejora(base: Base, *, politica: str) -> Resultado:
    """Los productos de «Acciones para mejorar», con su PAHV al lado del que da el anexo."""
    return base.consultar("politica/acciones_mejora", politica=politica)


def relatos(base: Base, *, politica: str, seccion: str) -> Resultado:
    """Lo que el informe relata en una sección: `logros`, `aportes` o `acciones`."""
    return base.consultar("politica/relatos", politica=politica, seccion=seccion)


def ficha(base: Base, *, politica: str) -> Resultado:
    """La política: nombre, decreto, vigencia y objetivo; una fila, o ninguna si no hay informe."""
    return base.consultar("politica/ficha", politica=politica)


def _segun_lo_que_hay(respuesta: Resultado, publicada: str) -> Resultado:
    """De nivel «calculado», si ninguna fuente publica esa columna."""
    hay = respuesta.datos[publicada].notna().any()
    return respuesta if hay or respuesta.esta_vacio else respuesta.de_nivel("calculado")
