"""Productos lado a lado, en la hoja de cada uno y en la lista."""

from collections.abc import Mapping

import streamlit as st

from tablero.consultas import politica
from tablero.graficos import comparacion as graficos
from tablero.graficos.piezas import destinos
from tablero.interfaz.filtros.direccion import codigo_de_producto
from tablero.interfaz.marco.conexion import preguntar
from tablero.interfaz.marco.fallas import decir_fallas
from tablero.interfaz.paginas.comparacion import vista
from tablero.interfaz.paginas.producto.lista import SIN_FILTRO
from tablero.interfaz.piezas import dibujo
from tablero.respuestas.comparacion.productos import avances, comparar
from tablero.respuestas.producto import ProductoMirado, abrir
from tablero.respuestas.vista import PoliticaMirada

LETRAS = 70
"""Del nombre, en la lista: entero no cabe, y su código ya lo distingue."""


@decir_fallas
def dibujar(mirada: PoliticaMirada, mirado: ProductoMirado | None) -> None:
    """La lista «Comparar con» y, si hay con qué, los productos lado a lado y cuál va peor."""
    rotulos = _rotulos(mirada)

    def hallar(escrito: str) -> str | None:
        codigo = codigo_de_producto(escrito)
        return codigo if codigo in rotulos else None

    propia = mirado.codigo if mirado is not None else ""
    claves = vista.elegir("los productos", rotulos, hallar, propia)
    mirados = [p for c in claves if (p := abrir(preguntar, mirada, c)) is not None]
    if not mirados:
        return
    url = tuple(mirada.url.items())
    with st.container(key="lado_a_lado"):
        vista.dibujar(
            comparar(mirados),
            "comparacion_productos",
            lambda codigo: destinos.producto(codigo, url),
            (*claves, *mirada.palabras),
        )
        lleva = avances(mirados)
        if not lleva.esta_vacio:
            palabras = (*claves, *mirada.palabras)
            nombre = "comparacion_avances"
            dibujo.grafico(lleva, graficos.productos, nombre, otros_filtros=palabras)


def _rotulos(mirada: PoliticaMirada) -> Mapping[str, str]:
    """Código → el código y el comienzo del nombre de todos los productos del corte."""
    todos = preguntar(politica.productos, **mirada.consulta, **SIN_FILTRO).filas
    return {
        f["producto_codigo"]: f"{f['producto_codigo']}. {_corto(f['producto_nombre'] or '')}"
        for f in todos
    }


def _corto(nombre: str) -> str:
    return nombre if len(nombre) <= LETRAS else f"{nombre[:LETRAS].rstrip()}…"
