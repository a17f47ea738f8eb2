"""Todas las direcciones de la API, en el orden en que se explican."""

from collections.abc import Mapping

from tablero.api.explicar import documento, pagina
from tablero.api.fallas import Falla
from tablero.api.formas import POR_EXTENSION
from tablero.api.recurso import Recurso
from tablero.api.recursos import (
    ediciones,
    indicadores,
    inicio,
    municipios,
    productos,
    series,
    tablas,
)

DE_DATOS = (
    *inicio.RECURSOS,
    *tablas.RECURSOS,
    *indicadores.RECURSOS,
    *productos.RECURSOS,
    *municipios.RECURSOS,
    *series.RECURSOS,
    *ediciones.RECURSOS,
)
RECURSOS = (*DE_DATOS, *documento.recursos(DE_DATOS), *pagina.recursos(DE_DATOS))


def hallar(ruta: str) -> tuple[Recurso, Mapping[str, str], str]:
    """El recurso de una ruta, sus variables y la extensión con que se pidió; `Falla` si no hay."""
    for recurso in RECURSOS:
        variables = recurso.hallar(ruta)
        if variables is not None and not _con_extension(recurso, ruta):
            return recurso, variables, ""
    for extension in POR_EXTENSION:
        for recurso in RECURSOS:
            variables = recurso.hallar(ruta.removesuffix(extension))
            if ruta.endswith(extension) and recurso.es_tabla and variables is not None:
                return recurso, variables, extension
    raise Falla("no-existe", "En esta dirección no hay nada. Todo lo que hay está en /api/v1/.")


def _con_extension(recurso: Recurso, ruta: str) -> bool:
    """Si la ruta termina en una extensión que ese recurso entiende."""
    return recurso.es_tabla and ruta.endswith(tuple(POR_EXTENSION))
