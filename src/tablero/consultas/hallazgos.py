"""Lo que hay que revisar en el libro de un corte, y lo reportado al lado de lo recalculado.

`politica` es el código de la política y `corte`, la fecha de uno de sus cortes. Un filtro en `None`
es «todos».
"""

from datetime import date

from tablero.consultas.base import Base, Resultado


def por_regla(base: Base, *, politica: str, corte: date) -> Resultado:
    """Cuántos hallazgos hay de cada regla y severidad."""
    return base.consultar("hallazgos/por_regla", politica=politica, corte=corte)


def lista(
    base: Base,
    *,
    politica: str,
    corte: date,
    severidad: str | None,
    regla: str | None,
    entidad: str | None,
    objetivo: str | None,
    producto: str | None,
) -> Resultado:
    """Los hallazgos que cumplen los filtros, los más graves primero."""
    return base.consultar(
        "hallazgos/lista",
        politica=politica,
        corte=corte,
        severidad=severidad,
        regla=regla,
        entidad=entidad,
        objetivo=objetivo,
        producto=producto,
    )


def opciones(base: Base, *, politica: str, corte: date, objetivo: str | None) -> Resultado:
    """Los valores de cada filtro de hallazgos; los productos, solo los del objetivo."""
    return base.consultar("hallazgos/opciones", politica=politica, corte=corte, objetivo=objetivo)


def contrastes(
    base: Base,
    *,
    politica: str,
    corte: date,
    medida: str | None,
    estado: str | None,
    causa: str | None,
    entidad: str | None,
    objetivo: str | None,
) -> Resultado:
    """Cada porcentaje del libro al lado del recalculado; primero los que difieren."""
    return base.consultar(
        "hallazgos/contrastes",
        politica=politica,
        corte=corte,
        medida=medida,
        estado=estado,
        causa=causa,
        entidad=entidad,
        objetivo=objetivo,
    )


def contrastes_por_causa(base: Base, *, politica: str, corte: date) -> Resultado:
    """Cuántos porcentajes coinciden, difieren (por causa) o no se pueden comparar."""
    return base.consultar("hallazgos/contrastes_por_causa", politica=politica, corte=corte)
