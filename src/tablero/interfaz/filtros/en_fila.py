"""Una fila de filtros, cada uno unido a su parámetro de la URL."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from tablero.interfaz.filtros.entidades import OTRO_NOMBRE, pedida
from tablero.interfaz.filtros.nombres_de_entidad import hallador
from tablero.interfaz.filtros.opciones import TODOS, elegir

FEMENINOS = frozenset({"severidad", "medida", "causa", "entidad"})
"""Los que sin elegir dicen «Todas»."""


@dataclass(frozen=True)
class Filtro:
    """Un filtro: su título, sus opciones y cómo se leen, si no es como van en la URL."""

    titulo: str
    opciones: Sequence[str]
    rotulos: Mapping[str, str] | None = None
    borra: Sequence[str] = ()
    """Los parámetros que dejan de tener sentido cuando cambia."""


def elegir_en_fila(filtros: Mapping[str, Filtro]) -> dict[str, str | None]:
    """Dibuja los filtros, uno al lado de otro, y da lo elegido en cada uno.

    La entidad se puede pedir con cualquiera de sus nombres.
    """
    elegidos = {}
    for columna, (nombre, filtro) in zip(st.columns(len(filtros)), filtros.items(), strict=True):
        if nombre == OTRO_NOMBRE:
            pedida(hallador(list(filtro.opciones)), nombre)
        with columna:
            elegidos[nombre] = elegir(
                nombre,
                filtro.titulo,
                list(filtro.opciones),
                "Todas" if nombre in FEMENINOS else TODOS,
                rotulos=filtro.rotulos,
                borra=filtro.borra,
            )
    return elegidos
