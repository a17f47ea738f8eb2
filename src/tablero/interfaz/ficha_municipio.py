"""La ficha de un municipio: lo que dice cada fuente de él, y lo que ninguna dice."""

from html import escape

import pandas as pd
import streamlit as st

from tablero import formato
from tablero.consultas import eat
from tablero.formato import SIN_DATO
from tablero.graficos import eat as graficos
from tablero.interfaz import hechos, mapa, tarjeta
from tablero.interfaz.conexion import preguntar
from tablero.interfaz.filtros import Filtros, boton_de_municipio
from tablero.interfaz.hechos import Hecho

TITULOS = {
    "orden": "Orden en el IPT",
    "clúster": "Clúster",
    "centro": "Centro Intégrate",
    "transferencia": "Transferencia para apoyo psicosocial",
    "taller": "Taller de la segunda fase",
}
INVITACION = (
    "Toque un municipio en el mapa, o elíjalo en el filtro de arriba, para ver su ficha: clúster, "
    "Centro Intégrate, transferencias y talleres."
)
PUNTAJE = "El puntaje del IPT no se publica: sin dato. La fuente publica solo el orden."


@st.fragment
def mapa_con_ficha(filtros: Filtros) -> None:
    """El mapa de los priorizados y, al lado, la ficha del elegido y la tabla.

    Tocar un municipio vuelve a dibujar solo esta parte de la página.
    """
    izquierda, derecha = st.columns(2, gap="medium")
    with izquierda:
        tocado = mapa.mapa(
            preguntar(eat.priorizados, departamento=filtros.departamento, municipio=None),
            graficos.mapa_priorizados,
            "priorizados",
            filtros,
            si_vacio=f"Ninguno de los municipios priorizados está en {filtros.departamento}.",
            departamento=filtros.departamento,
            municipio=filtros.municipio,
        )
    with derecha:
        dibujar(tocado or filtros.municipio, filtros)
        orden = preguntar(eat.priorizados, **filtros.consulta)
        if not orden.esta_vacio:
            tarjeta.tabla(
                orden,
                "El orden publicado",
                "municipios_priorizados",
                columnas=("orden", "municipio_nombre", "departamento_nombre", "cluster_numero"),
            )


def dibujar(municipio: str | None, filtros: Filtros) -> None:
    """La ficha del municipio de ese código, o cómo pedirla."""
    if municipio is None:
        st.info(INVITACION)
        return
    resultado = preguntar(eat.ficha_municipio, municipio=municipio)
    nombre = str(resultado.datos["municipio_nombre"].iloc[0])
    es_del_filtro = municipio == filtros.municipio
    with st.container(border=True):
        tarjeta.bloque(
            resultado,
            nombre,
            "ficha_municipio",
            ficha,
            otros_filtros=() if es_del_filtro else (nombre,),
        )
        if not es_del_filtro:
            boton_de_municipio(municipio, f"Ver solo {nombre}")


def ficha(datos: pd.DataFrame) -> str:
    """El HTML de la ficha: un aspecto por renglón, con lo que falta dicho en palabras."""
    filas = hechos.lista(datos)
    grupos: dict[str, list[str]] = {}
    for fila in filas:
        grupos.setdefault(fila["aspecto"], []).append(_renglon(fila))
    cuerpo = "".join(
        f"<dt>{escape(TITULOS[aspecto])}</dt>"
        + "".join(f"<dd>{renglon}</dd>" for renglon in renglones)
        for aspecto, renglones in grupos.items()
    )
    return (
        f'<p class="tb-nota">{escape(filas[0]["departamento_nombre"])} · código DIVIPOLA '
        f"{escape(filas[0]['municipio_codigo'])}</p>"
        f'<dl class="tb-ficha">{cuerpo}</dl><p class="tb-fuente">{PUNTAJE}</p>'
    )


def _renglon(hecho: Hecho) -> str:
    nota = formato.texto(hecho["nota"])
    if nota != SIN_DATO:
        return hechos.renglon(nota, falta=True)
    if hecho["aspecto"] == "orden":
        return hechos.renglon(hechos.cantidad(hecho))
    if hecho["aspecto"] == "clúster":
        otros = formato.texto(hecho["nombre"])
        juntos = "sin otro municipio" if otros == SIN_DATO else f"con {otros}"
        return hechos.renglon(hechos.cantidad(hecho), juntos)
    if hecho["aspecto"] == "transferencia":
        return hechos.renglon(
            hechos.cantidad(hecho), formato.texto(hecho["estado"]), formato.texto(hecho["nombre"])
        )
    return hechos.renglon(hechos.con_estado(hecho), hechos.cantidad(hecho), hechos.periodo(hecho))
