"""Departamentos y municipios para elegir."""

from tablero.consultas.base import Base, Resultado


def departamentos(base: Base) -> Resultado:
    """Los 33 departamentos (código y nombre), por nombre."""
    return base.consultar("territorio/departamentos")


def municipios(base: Base, *, departamento: str | None) -> Resultado:
    """Municipios para elegir: todos los del departamento o, sin él, los que tienen algún dato."""
    return base.consultar("territorio/municipios", departamento=departamento)


def municipio(base: Base, *, codigo: str) -> Resultado:
    """Un municipio por su código DIVIPOLA; sin filas si no existe."""
    return base.consultar("territorio/municipio", codigo=codigo)
