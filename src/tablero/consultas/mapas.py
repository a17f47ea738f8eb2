"""Lo que se pinta en el mapa de los municipios, una variable a la vez."""

from tablero.consultas.base import Base, Resultado


def publicados(base: Base, *, variable: str, departamento: str | None) -> Resultado:
    """Los municipios que tienen esa variable publicada: `orden`, `priorizado`, `cluster`,
    `indicador_1`… Una fila por municipio, con `valor` y, si es una categoría, `texto`."""
    return base.consultar("mapas/publicados", variable=variable, departamento=departamento)


def calculados(base: Base, *, variable: str, departamento: str | None) -> Resultado:
    """Lo mismo para lo que se calcula: `personas`, `dinero`, `puntaje`, `categoria`."""
    return base.consultar("mapas/calculados", variable=variable, departamento=departamento)


def indicadores(base: Base) -> Resultado:
    """Los indicadores del IPT que tienen valores cargados; sin filas si nadie los cargó."""
    return base.consultar("mapas/indicadores")


def todos(base: Base) -> Resultado:
    """Los 1.122 municipios, por código: nombre y departamento."""
    return base.consultar("mapas/todos")
