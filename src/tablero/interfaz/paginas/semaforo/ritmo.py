"""A qué ritmo van la política y sus productos, y cuáles no llegan a tiempo."""

from datetime import date

import pandas as pd
import streamlit as st

from tablero.calculo.seguimiento.ritmo import ritmo_de_politica
from tablero.consultas import ritmo
from tablero.consultas.base import Resultado
from tablero.filas import filas_de
from tablero.graficos.politica import ritmo as graficos
from tablero.interfaz.marco.conexion import por_archivo, preguntar
from tablero.interfaz.marco.fallas import decir_fallas
from tablero.interfaz.paginas.semaforo import columnas
from tablero.interfaz.piezas import dibujo, plegada, tarjeta
from tablero.respuestas.vista import PoliticaMirada

SUPOSICION = "línea recta: cada mes se avanza lo mismo"
"""Lo que lleva el CSV del ritmo de la política."""
SIN_LIBRO = (
    "El ritmo de cada producto es «sin dato» en este corte: la fuente no publica sus metas, sus "
    "reportes ni sus fechas.  \nEntregue el libro oficial de seguimiento (SISPP) de ese corte a "
    "quien administra el tablero."
)


@decir_fallas
def dibujar(vista: PoliticaMirada) -> None:
    """El ritmo de la política y, con el libro oficial, los productos que no alcanzan su meta."""
    respuesta = _de_la_politica(vista)
    if not respuesta.esta_vacio:
        tarjeta.grafico(
            respuesta,
            graficos.politica,
            "ritmo_politica",
            columnas=columnas.RITMO_POLITICA,
            otros_filtros=vista.palabras,
        )
    if vista.tiene_libro:
        _productos(vista)
    else:
        st.info(SIN_LIBRO)


def _productos(vista: PoliticaMirada) -> None:
    respuesta = _de_los_productos(vista)
    nombre, lecturas = "ritmo_productos", set(respuesta.datos["ritmo_lectura"])
    if no_llegan := bool(lecturas & set(graficos.NO_LLEGAN)):
        dibujo.grafico(respuesta, graficos.productos, nombre, con_boton=False)
    elif lecturas & set(graficos.SE_MIDEN):
        st.subheader(
            "Al ritmo que llevan, todos los productos que se pueden medir alcanzan su meta final",
            anchor=False,
        )
    else:
        st.info("De ningún producto hay todavía con qué medir el ritmo.")
    plegada.tabla(
        respuesta,
        "El ritmo de cada producto, del más urgente al menos",
        nombre,
        columnas.RITMO_PRODUCTOS,
        vista,
        es_dibujo=no_llegan,
    )


@por_archivo
def _de_la_politica(vista: PoliticaMirada) -> Resultado:
    """La fila de la consulta, con su ritmo; sin filas si no hay con qué medirlo."""
    propia = preguntar(ritmo.de_la_politica, **vista.consulta)
    if propia.esta_vacio:
        return propia
    fila = propia.fila
    paso = ritmo_de_politica(
        fila["avance_pct"],
        fila["trayectoria_pct"],
        date(fila["desde_anio"], 1, 1),
        date(fila["hasta_anio"], 12, 31),
        fila["corte_fecha"],
    )
    if paso.lectura == "sin dato":
        return propia.con(propia.datos.iloc[:0])
    datos = propia.datos.assign(
        ritmo_actual_pp=paso.actual_pp,
        ritmo_anio_pp=paso.para_el_anio_pp,
        ritmo_anio=paso.anio,
        ritmo_final_pp=paso.para_el_final_pp,
        llegada_fecha=paso.llegada,
        limite_fecha=paso.limite,
        ritmo_lectura=paso.lectura,
        suposicion=SUPOSICION,
        formula_version=paso.formula_version,
    )
    # Con lo publicado o con lo calculado, el ritmo siempre es una cuenta del tablero.
    medido = Resultado.derivar(datos, de=propia, nivel="calculado")
    return _con_palabras(medido)


@por_archivo
def _de_los_productos(vista: PoliticaMirada) -> Resultado:
    return _con_palabras(preguntar(ritmo.de_los_productos, **vista.consulta))


def _con_palabras(resultado: Resultado) -> Resultado:
    """La respuesta, con la llegada y el límite dichos también donde no hay fecha."""
    filas = filas_de(resultado.datos)
    datos = resultado.datos.assign(
        llegada_texto=pd.Series([graficos.llegada(f) for f in filas], dtype="object"),
        limite_texto=pd.Series([graficos.limite(f) for f in filas], dtype="object"),
    )
    return resultado.con(datos)
