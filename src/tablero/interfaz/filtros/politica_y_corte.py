"""La política y el corte que se miran: van en la URL y los eligen dos listas, si hay de dónde."""

from collections.abc import Iterable
from datetime import date

import streamlit as st

from tablero import formato
from tablero.consultas import politica
from tablero.filas import filas_de
from tablero.interfaz import filtros
from tablero.interfaz.filtros.comparados import COMPARAR
from tablero.interfaz.filtros.direccion import entender, pedido
from tablero.interfaz.marco.conexion import preguntar
from tablero.interfaz.marco.fallas import decir_que_no_existe
from tablero.respuestas.vista import CORTE, POLITICA, PoliticaMirada

DE_POLITICA, DE_CORTE = "Política", "Corte"
"""Cómo se llaman sus listas."""
DE_UNA_POLITICA = (
    *(CORTE, "antes", "cambio", "serie", "codigo", "buscar", "supone", COMPARAR),
    *("objetivo", "sector", "producto", "regla", "causa", "parte", "tramo"),
)
"""Los parámetros que solo dicen algo de la política elegida: al cambiarla se quitan."""


def elegir() -> PoliticaMirada:
    """Dibuja las listas de política y de corte que hagan falta y devuelve lo elegido."""
    nombres = _politicas()
    with st.container(horizontal=True, key="vista_politica"):
        if len(nombres) > 1:
            codigo = filtros.elegir_una(POLITICA, DE_POLITICA, nombres, borra=DE_UNA_POLITICA)
        else:
            codigo = filtros.la_unica(POLITICA, DE_POLITICA, next(iter(nombres)))
        cortes = _cortes(codigo)
        if len(cortes) > 1:
            elegido = filtros.elegir_una(
                CORTE,
                DE_CORTE,
                _rotulos(cortes),
                borra=("cambio",),
            )
        else:
            elegido = filtros.la_unica(CORTE, DE_CORTE, next(iter(cortes)))
    return _vista(codigo, nombres[codigo], elegido, cortes)


def de_la_url() -> PoliticaMirada:
    """La vista que pide la URL, sin dibujar listas; lo que no existe es lo primero que hay."""
    nombres = _politicas()
    codigo = entender(POLITICA, nombres, nombres) or next(iter(nombres))
    cortes = _cortes(codigo)
    elegido = entender(CORTE, cortes, _rotulos(cortes)) or next(iter(cortes))
    return _vista(codigo, nombres[codigo], elegido, cortes)


def mirar() -> PoliticaMirada:
    """La que pide la URL, en una página sin listas: lo que pide y no hay, se dice."""
    vista, nombres = de_la_url(), _politicas()
    cortes = _rotulos(dia.isoformat() for dia in vista.cortes)
    for parametro, etiqueta, opciones, muestra in (
        (POLITICA, DE_POLITICA, nombres, "la primera" if len(nombres) > 1 else "la que hay"),
        (CORTE, DE_CORTE, cortes, f"el del {formato.fecha(vista.corte)}"),
    ):
        if (dicho := pedido(parametro)) and entender(parametro, opciones, opciones) is None:
            decir_que_no_existe(etiqueta, dicho, muestra)
    return vista


def _vista(codigo: str, nombre: str, elegido: str, cortes: dict[str, bool]) -> PoliticaMirada:
    dias = tuple(date.fromisoformat(dia) for dia in cortes)
    return PoliticaMirada(codigo, nombre, date.fromisoformat(elegido), dias, cortes[elegido])


def _rotulos(cortes: Iterable[str]) -> dict[str, str]:
    return {dia: formato.fecha(date.fromisoformat(dia)) for dia in cortes}


def _politicas() -> dict[str, str]:
    datos = preguntar(politica.politicas).datos
    return dict(zip(datos["politica_codigo"], datos["politica_nombre"], strict=True))


def _cortes(codigo: str) -> dict[str, bool]:
    """Corte (AAAA-MM-DD) → si tiene libro, del más reciente al más antiguo."""
    datos = preguntar(politica.cortes, politica=codigo).datos
    return {fila["corte_fecha"].isoformat(): bool(fila["tiene_libro"]) for fila in filas_de(datos)}
