"""La historia de los cortes de una política: sus series y lo que hace falta para compararlos.

`politica` es el código de la política y `corte`, la fecha de uno de sus cortes.
"""

from datetime import date

from tablero.consultas.base import Base, Resultado


def opciones(base: Base, *, politica: str) -> Resultado:
    """Los objetivos y los productos de los que hay serie: `clase`, `codigo` y `nombre`."""
    return base.consultar("historia/opciones", politica=politica)


def de_la_politica(base: Base, *, politica: str) -> Resultado:
    """Avance, trayectoria y brecha de cada corte, del más antiguo al más reciente, por nivel."""
    return _segun_lo_que_hay(base.consultar("historia/politica", politica=politica))


def del_objetivo(base: Base, *, politica: str, objetivo: str) -> Resultado:
    """Como la de la política, en porcentaje del objetivo."""
    return _segun_lo_que_hay(
        base.consultar("historia/objetivo", politica=politica, objetivo=objetivo)
    )


def del_producto(base: Base, *, politica: str, producto: str) -> Resultado:
    """Como la de la política, con el avance acumulado (PAA) del producto y su estado."""
    return base.consultar("historia/producto", politica=politica, producto=producto)


def productos(base: Base, *, politica: str, corte: date) -> Resultado:
    """Los productos de un corte, con todo lo que se compara salvo sus metas y reportes."""
    return base.consultar("historia/productos", politica=politica, corte=corte)


def _segun_lo_que_hay(serie: Resultado) -> Resultado:
    """De nivel «calculado», si de ningún corte se publica."""
    publica = serie.datos["nivel"].eq("publicado").any()
    return serie if publica else serie.de_nivel("calculado")
