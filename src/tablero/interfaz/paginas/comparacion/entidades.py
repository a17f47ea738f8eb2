"""Entidades lado a lado, en la página Por entidad."""

from collections.abc import Mapping

import streamlit as st

from tablero.consultas import entidad as consultas
from tablero.graficos import comparacion as graficos
from tablero.graficos.piezas import destinos
from tablero.interfaz.filtros import nombres_de_entidad
from tablero.interfaz.filtros.entidades import NOMBRE, OTRO_NOMBRE, pedida
from tablero.interfaz.marco.conexion import preguntar
from tablero.interfaz.marco.fallas import decir_fallas
from tablero.interfaz.paginas.comparacion import vista
from tablero.interfaz.paginas.entidad import archivo
from tablero.interfaz.piezas import dibujo
from tablero.respuestas.comparacion.entidades import comparar, situaciones
from tablero.respuestas.entidad import hoja as hojas
from tablero.respuestas.vista import PoliticaMirada


@decir_fallas
def dibujar(mirada: PoliticaMirada) -> None:
    """La lista «Comparar con» y, si hay con qué, las entidades lado a lado.

    La que se mira es la que pide la dirección. En lo comparado va el código que le da la tabla de
    entidades y, si no tiene, su nombre.
    """
    nombres = _nombres(mirada)
    claves_por_nombre = {nombre: clave for clave, nombre in nombres.items()}
    hallar_nombre = nombres_de_entidad.hallador(list(claves_por_nombre))

    def hallar(escrita: str) -> str | None:
        return claves_por_nombre.get(hallar_nombre(escrita) or escrita)

    rotulos = {clave: hojas.titulo(nombre) for clave, nombre in nombres.items()}
    propia = claves_por_nombre.get(pedida(hallar_nombre, NOMBRE, OTRO_NOMBRE), "")
    claves = vista.elegir("las entidades", rotulos, hallar, propia)
    if not claves:
        return
    url, elegidas = tuple(mirada.url.items()), tuple(nombres[c] for c in claves)
    propias = [
        (clave, archivo.hoja_de(mirada.politica, mirada.nombre, mirada.corte, nombres[clave]))
        for clave in claves
    ]
    with st.container(key="lado_a_lado"):
        vista.dibujar(
            comparar(propias),
            "comparacion_entidades",
            lambda clave: destinos.entidad(nombres[clave], url),
            (*claves, *mirada.palabras),
        )
        dibujo.grafico(
            situaciones(preguntar, **mirada.consulta, entidades=elegidas),
            graficos.entidades,
            "comparacion_situaciones",
            otros_filtros=(*claves, *mirada.palabras),
        )


def _nombres(mirada: PoliticaMirada) -> Mapping[str, str]:
    """Clave en la dirección → nombre de la entidad, de todas las del corte."""
    filas = preguntar(consultas.entidades, **mirada.consulta).filas
    claves = {f["entidad"]: f["entidad_codigo"] or f["entidad"] for f in filas}
    ordenados = hojas.nombres(preguntar, politica=mirada.politica, corte=mirada.corte)
    return {claves.get(n) or n: n for n in ordenados}
