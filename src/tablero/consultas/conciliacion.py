"""Lo publicado contra lo que dan sus propias partes, en el último corte de cada documento."""

from tablero.consultas.base import Base, Resultado


def contrastes(base: Base, *, documento: str | None, estado: str | None) -> Resultado:
    """Los contrastes: primero los que difieren, luego los no calculables y los que coinciden.

    `documento` es el comienzo de `fuente_codigo` (`sdp`, `cnim`…); `None` es todos.
    """
    return base.consultar("conciliacion/contrastes", documento=documento, estado=estado)


def resumen(base: Base, *, documento: str | None) -> Resultado:
    """Cuántos hay de cada estado, en una fila; sin filas si el documento no tiene contrastes."""
    return base.consultar("conciliacion/resumen", documento=documento)


def por_documento(base: Base) -> Resultado:
    """Cuántos hay de cada estado en cada documento, del que más contrastes tiene al que menos."""
    return base.consultar("conciliacion/por_documento")
