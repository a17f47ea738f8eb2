"""Los productos de una política por la entidad que los tiene a cargo.

`politica` es el código de la política y `corte`, la fecha de uno de sus cortes. `entidad` es el
nombre que la une (el oficial o, si la tabla de entidades no la trae, el de la fuente), o «sin dato»
para los productos que no dicen quién responde.
"""

from datetime import date

from tablero.consultas.base import Base, Resultado
from tablero.texto import plano


def oficiales(base: Base) -> Resultado:
    """La tabla de entidades: código, nombre oficial y sigla."""
    return base.consultar("entidad/oficiales")


def grafias(base: Base) -> Resultado:
    """Las otras grafías de cada entidad; sin código, las que quedan como están impresas."""
    return base.consultar("entidad/grafias")


def entidades(base: Base, *, politica: str, corte: date) -> Resultado:
    """Una fila por entidad: productos por situación, peso, aportes y hallazgos.

    Primero la que más resta a la brecha; al final, la de los productos sin entidad (nombre vacío).
    """
    return base.consultar("entidad/entidades", politica=politica, corte=corte)


def situaciones(base: Base, *, politica: str, corte: date) -> Resultado:
    """Cuántos productos hay en cada situación, por entidad; sin nombre, los que no la dicen."""
    return base.consultar("entidad/situaciones", politica=politica, corte=corte)


def productos(base: Base, *, politica: str, corte: date, entidad: str) -> Resultado:
    """Los productos de una entidad, primero los que tienen algo por hacer."""
    return base.consultar("entidad/productos", politica=politica, corte=corte, entidad=entidad)


def hallazgos(base: Base, *, politica: str, corte: date, entidad: str) -> Resultado:
    """Lo que hay que revisar en las celdas de los productos de una entidad."""
    return base.consultar("entidad/hallazgos", politica=politica, corte=corte, entidad=entidad)


def en_politicas(base: Base, *, entidad: str) -> Resultado:
    """Las políticas en que esa entidad tiene productos en su último corte, con cuántos."""
    return base.consultar("entidad/en_politicas", entidad=plano(entidad))
