"""Un producto de una política en un corte: qué es, sus metas, sus reportes y lo que se dice de él.

`politica` es el código de la política, `corte`, la fecha de uno de sus cortes y `codigo`, el del
producto.
"""

from datetime import date

from tablero.consultas.base import Base, Resultado


def metas(base: Base, *, politica: str, corte: date, codigo: str | None = None) -> Resultado:
    """La meta de cada año, como está en el libro del corte; vacía si no se puede leer.

    Sin `codigo`, las de todos los productos.
    """
    return base.consultar("producto/metas", politica=politica, corte=corte, codigo=codigo)


def reportes(base: Base, *, politica: str, corte: date, codigo: str | None = None) -> Resultado:
    """El reporte de cada trimestre, como está en el libro del corte; vacío si no se puede leer.

    Sin `codigo`, los de todos los productos. También los posteriores al corte, si el libro trae
    alguno.
    """
    return base.consultar("producto/reportes", politica=politica, corte=corte, codigo=codigo)


def ficha(base: Base, *, politica: str, corte: date, codigo: str) -> Resultado:
    """Todo lo de un producto en un corte, en una fila (ninguna si no está en él)."""
    return base.consultar("producto/ficha", politica=politica, corte=corte, codigo=codigo)


def serie(base: Base, *, politica: str, codigo: str) -> Resultado:
    """Sus porcentajes en todos los cortes guardados, del más antiguo al más reciente."""
    return base.consultar("producto/serie", politica=politica, codigo=codigo)


def linea(base: Base, *, politica: str, corte: date, codigo: str) -> Resultado:
    """Sus metas y sus reportes, una fila por trimestre de los años del libro."""
    return base.consultar("producto/linea", politica=politica, corte=corte, codigo=codigo)


def contrastes(base: Base, *, politica: str, corte: date, codigo: str) -> Resultado:
    """El PAHV, el PAV y el PAA que trae el libro, al lado de los recalculados."""
    return base.consultar("producto/contrastes", politica=politica, corte=corte, codigo=codigo)


def relatos(base: Base, *, politica: str, corte: date, codigo: str) -> Resultado:
    """El reporte cualitativo de cada trimestre, con las versiones anteriores de cada texto."""
    return base.consultar("producto/relatos", politica=politica, corte=corte, codigo=codigo)


def informe(base: Base, *, politica: str, corte: date, codigo: str) -> Resultado:
    """Lo que relata de él el último informe publicado hasta el corte."""
    return base.consultar("producto/informe", politica=politica, corte=corte, codigo=codigo)


def mejora(base: Base, *, politica: str, corte: date, codigo: str) -> Resultado:
    """Su fila en «Acciones para mejorar» del último informe hasta el corte; ninguna si no está."""
    return base.consultar("producto/mejora", politica=politica, corte=corte, codigo=codigo)
