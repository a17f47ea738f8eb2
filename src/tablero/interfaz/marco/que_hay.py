"""Qué hay en este tablero de lo que algunas páginas necesitan para tener algo que mostrar."""

from collections.abc import Callable, Iterator, Mapping
from typing import Literal

import pandas as pd

from tablero.consultas import ipt, plan, politica
from tablero.interfaz.marco.conexion import preguntar

Necesidad = Literal["", "valores del IPT", "libro oficial", "otro corte"]


def hay(necesidad: Necesidad) -> bool:
    """Si el tablero abierto trae eso; lo que no se necesita, siempre está."""
    return necesidad == "" or _COMO_SE_SABE[necesidad]()


def _valores_del_ipt() -> bool:
    return not preguntar(ipt.ediciones).esta_vacio


def _libro_oficial() -> bool:
    return any(cortes["tiene_libro"].any() for _, cortes in _cortes())


def _otro_corte() -> bool:
    """Dos cortes de una política, o su plan de acción: sin ellos no hay historia que contar."""
    return any(len(cortes) > 1 or _tiene_plan(codigo, cortes) for codigo, cortes in _cortes())


def _tiene_plan(politica_codigo: str, cortes: pd.DataFrame) -> bool:
    ultimo = cortes["corte_fecha"].max()
    return not preguntar(plan.vigente, politica=politica_codigo, corte=ultimo).esta_vacio


def _cortes() -> Iterator[tuple[str, pd.DataFrame]]:
    """Cada política y sus cortes."""
    for codigo in preguntar(politica.politicas).datos["politica_codigo"]:
        yield codigo, preguntar(politica.cortes, politica=codigo).datos


_COMO_SE_SABE: Mapping[Necesidad, Callable[[], bool]] = {
    "valores del IPT": _valores_del_ipt,
    "libro oficial": _libro_oficial,
    "otro corte": _otro_corte,
}
