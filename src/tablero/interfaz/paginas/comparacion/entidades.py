"""Entidades lado a lado, en la página Por entidad."""

from collections.abc import Mapping

import streamlit as st

from tablero.consultas import entidad as consultas
from tablero.formato import SIN_DATO
from tablero.graficos import comparacion as graficos
from tablero.graficos.piezas import destinos
from tablero.interfaz.filtros import nombres_de_entidad
from tablero.interfaz.marco.conexion import preguntar
from tablero.interfaz.marco.fallas import decir_fallas
from tablero.interfaz.paginas.comparacion import vista
from tablero.interfaz.paginas.entidad import archivo
from tablero.interfaz.piezas import dibujo
from tablero.respuestas.comparacion.entidades import comparar, situaciones
from tablero.respuestas.entidad import hoja as hojas
from tablero.respuestas.vista import PoliticaMirada

SIN_ENTIDAD = "Productos sin entidad en la fuente"


@decir_fallas
def dibujar(mirada: PoliticaMirada, mirado: str | None) -> None:
    """La lista «Comparar con» y, si hay con qué, las entidades lado a lado.

    `mirado` es el nombre de la que se mira. En la dirección va el código que le da la tabla de
    entidades y, si no tiene, su nombre.
    """
    nombres = _nombres(mirada)
    claves_por_nombre = {nombre: clave for clave, nombre in nombres.items()}
    hallar_nombre = nombres_de_entidad.hallador(list(claves_por_nombre))

    def hallar(escrita: str) -> str | None:
        return claves_por_nombre.get(hallar_nombre(escrita) or escrita)

    rotulos = {c: SIN_ENTIDAD if n == SIN_DATO else n for c, n in nombres.items()}
    propia = claves_por_nombre.get(mirado or "", "")
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
        )


def _nombres(mirada: PoliticaMirada) -> Mapping[str, str]:
    """Clave en la dirección → nombre de la entidad, de todas las del corte."""
    filas = preguntar(consultas.entidades, **mirada.consulta).filas
    claves = {f["entidad"]: f["entidad_codigo"] or f["entidad"] for f in filas}
    ordenados = hojas.nombres(preguntar, politica=mirada.politica, corte=mirada.corte)
    return {claves.get(n) or n: n for n in ordenados}
