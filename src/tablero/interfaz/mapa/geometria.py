"""La geometría que dibujan los mapas, publicada una vez por archivo construido y cartografía."""

from collections.abc import Hashable, Mapping
from html import escape
from pathlib import Path

import streamlit as st

from tablero import formato
from tablero.exportar import mapa_web
from tablero.graficos.mapas.coropleta import Lienzo
from tablero.interfaz.marco.conexion import por_archivo, preguntar
from tablero.interfaz.marco.fallas import decir_fallas
from tablero.interfaz.marco.sin_marcas import llano
from tablero.interfaz.servidor.desarrollo import es_desarrollo
from tablero.rutas import CARTOGRAFIA, ESTATICOS, RAIZ
from tablero.territorio import cartografia

COMO_INSTALAR = "descargas?ver=fuentes#limites-oficiales"
"""Dónde se explica cómo instalar los límites oficiales."""
QUE_HACER: Mapping[cartografia.Procedencia, str] = {
    "propia": "Cómo instalar los oficiales",
    "sin declarar": "Cómo decir de quién son",
}
COMO_SE_INSTALAN = """\
Los límites oficiales son los del Marco Geoestadístico Nacional (MGN), que el DANE publica en su
geoportal como «Municipio, Distrito y Área no municipalizada», en cualquiera de sus formatos (.zip,
.shp, .gpkg, .geojson, .topojson). Quien administra el tablero la instala como dice «Cambiar los
límites de los mapas», en la guía `docs/actualizar_datos.md`; desde entonces la usan todos los
mapas. De quién es lo dicen sus metadatos o, si no los trae, quien la instala: mientras nadie lo
diga, los mapas dicen «sin procedencia declarada»."""


def carpeta() -> Path:
    """Dónde se publica: con `streamlit run` quien la entrega es Streamlit, y busca en `static/`."""
    return RAIZ / "static" if es_desarrollo() else ESTATICOS


def lienzo() -> Lienzo:
    """Dónde está la geometría en uso; si no está publicada, o la borraron, la publica."""
    limites = cartografia.vigente(CARTOGRAFIA).identidad
    publicado = _publicar(limites)
    if not (carpeta() / Path(publicado.url_municipios).name).is_file():
        _publicar.olvidar()
        publicado = _publicar(limites)
    return publicado


@por_archivo
def _publicar(limites: Hashable) -> Lienzo:
    """`limites` es la identidad de la cartografía en uso."""
    return mapa_web.publicar(preguntar, CARTOGRAFIA, carpeta())


def aviso() -> str:
    """El pie de todo mapa, en HTML: de quién son los límites y qué hacer si no se sabe."""
    en_uso = cartografia.vigente(CARTOGRAFIA)
    texto = f"<strong>{escape(en_uso.credito)}</strong>"
    que_hacer = QUE_HACER.get(en_uso.procedencia)
    if que_hacer is None:
        return texto
    return f'{texto} <a href="{COMO_INSTALAR}" target="_self">{que_hacer}</a>.'


@decir_fallas
def limites() -> None:
    """De quién son los límites de los mapas, qué les falta y cómo instalar otros."""
    en_uso = cartografia.vigente(CARTOGRAFIA)
    st.subheader("Límites oficiales", anchor="limites-oficiales")
    st.markdown(f"**En uso:** {llano(en_uso.credito)}")
    for que, codigos in (("sin área", en_uso.ausentes), ("que no se dibujan", en_uso.sobrantes)):
        if codigos:
            st.markdown(llano(f"Códigos {que}: {formato.enumerar(list(codigos))}."))
    st.markdown(COMO_SE_INSTALAN)
