"""El plan de acción de una política: qué versión vale en un corte, qué promete y qué cambió.

`politica` es el código de la política y `corte`, la fecha de uno de sus cortes. Cuál versión vale
en cada corte se decide al construir (`plan_vigencias`); si ninguna regía todavía, es la primera que
se conoce, y `es_posterior` lo dice.
"""

from datetime import date

from tablero.consultas.base import Base, Resultado


def vigente(base: Base, *, politica: str, corte: date) -> Resultado:
    """La versión que vale en el corte, en una fila; ninguna si no hay plan."""
    return base.consultar("plan/vigente", politica=politica, corte=corte)


def producto(base: Base, *, politica: str, corte: date, codigo: str) -> Resultado:
    """Lo que promete de un producto, en una fila; ninguna si no está en el plan."""
    return base.consultar("plan/producto", politica=politica, corte=corte, codigo=codigo)


def metas(base: Base, *, politica: str, corte: date, codigo: str) -> Resultado:
    """La meta de cada año de un producto, hasta el final."""
    return base.consultar("plan/metas", politica=politica, corte=corte, codigo=codigo)


def trayectoria(base: Base, *, politica: str, corte: date) -> Resultado:
    """Lo que la política debe llevar al cierre de cada año, y lo que llevaba en cada corte."""
    return base.consultar("plan/trayectoria", politica=politica, corte=corte)


def diferencias(base: Base, *, politica: str, corte: date) -> Resultado:
    """Los productos que solo están en el plan o solo en el corte."""
    return base.consultar("plan/diferencias", politica=politica, corte=corte)


def cambios(base: Base, *, politica: str) -> Resultado:
    """Lo que cada versión cambió de la anterior, de la más nueva a la más antigua."""
    return base.consultar("plan/cambios", politica=politica)


def hallazgos(base: Base, *, politica: str, corte: date) -> Resultado:
    """Lo que hay que revisar en la versión que vale en el corte."""
    return base.consultar("plan/hallazgos", politica=politica, corte=corte)
