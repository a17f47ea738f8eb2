"""Lo que se puede llevar de un mapa: sus datos en CSV, sus áreas en GeoJSON y su imagen."""

from functools import partial

import streamlit as st

from tablero import letra
from tablero.exportar import geojson, imagen, mapa_png
from tablero.exportar.nombres import nombre_de_archivo
from tablero.interfaz.filtros import Filtros
from tablero.interfaz.marco.conexion import base, con_este_tablero
from tablero.interfaz.marco.sin_marcas import llano
from tablero.interfaz.piezas import descarga, procedencia
from tablero.respuestas.cortes import corte_de
from tablero.respuestas.mapa.pintado import Pintado
from tablero.rutas import CARTOGRAFIA
from tablero.territorio import cartografia


@st.fragment
def botones(pintado: Pintado, elegidos: Filtros) -> None:
    """Los botones de CSV, GeoJSON y PNG; nada se arma hasta que alguien lo pide."""
    nombre = f"mapa_{pintado.variable.codigo}"
    with st.container(horizontal=True, key=f"archivos_{nombre}"):
        descarga.botones(pintado.resultado, nombre)
        _del_mapa(pintado, elegidos, nombre)


def png(
    pintado: Pintado, elegidos: Filtros, *, con_lamina: bool = True, de_lejos: bool = False
) -> bytes:
    """La imagen del mapa, con su título, su leyenda y su fuente, o sin nada de eso.

    `de_lejos`, para una pared.
    """
    return mapa_png.mapa_png(
        base(),
        CARTOGRAFIA,
        pintado.variable,
        pintado.clasificacion,
        titulo=pintado.mapa.titulo,
        fuente=procedencia.linea(pintado.resultado),
        departamento=elegidos.departamento,
        simbolos=pintado.simbolos,
        con_lamina=con_lamina,
        de_lejos=de_lejos,
    )


def _geojson(pintado: Pintado, elegidos: Filtros) -> bytes:
    return geojson.geojson(
        base(),
        CARTOGRAFIA,
        pintado.resultado.datos,
        pintado.variable,
        elegidos.departamento,
    )


def _del_mapa(pintado: Pintado, elegidos: Filtros, nombre: str) -> None:
    corte = corte_de(pintado.resultado.fuentes)
    fuente = procedencia.linea(pintado.resultado)
    palabras = [elegidos.departamento] if elegidos.departamento else []
    with st.popover("Descargar el mapa", icon=":material/map:", key=f"mapa_{nombre}"):
        for rotulo, hacer, termina, mime in (
            ("GeoJSON (áreas, códigos, valores y fuente)", _geojson, "geojson", geojson.MIME),
            ("PNG (imagen con título, leyenda y fuente)", png, "png", mapa_png.MIME),
        ):
            archivo = nombre_de_archivo(nombre, palabras, corte, "maquina", termina)
            st.download_button(
                llano(rotulo),
                data=con_este_tablero(partial(hacer, pintado, elegidos)),
                file_name=descarga.nombrar(archivo),
                mime=mime,
                key=f"mapa_{termina}",
                on_click="ignore",
            )
        textos = (pintado.mapa.titulo, fuente, cartografia.vigente(CARTOGRAFIA).credito)
        if cambiados := letra.frase(imagen.cambios(textos), "mapa"):
            st.caption(llano(cambiados))
