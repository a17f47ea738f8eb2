"""El mapa de los municipios con sus controles: qué se pinta, con qué cortes y qué símbolos."""

from typing import Any

import streamlit as st

from tablero import formato
from tablero.graficos.capas import CAPA_DE_PUNTOS
from tablero.graficos.clases import METODOS
from tablero.graficos.coropleta import CAPA_DE_AREAS
from tablero.graficos.mapas import ALTO
from tablero.graficos.variables import DEL_INDICE
from tablero.interfaz import (
    descarga_mapa,
    filtros,
    geometria,
    menu,
    procedencia,
    tabla_html,
    tarjeta,
)
from tablero.interfaz.filtros import Filtros
from tablero.interfaz.leyenda_mapa import leyenda
from tablero.interfaz.pintado import Pintado, pintar, variables

VARIABLE, CORTES, SIMBOLOS = "variable", "cortes", "simbolos"
CON_SIMBOLO = ("orden", "cluster", "personas", "dinero")
NINGUNO = "ninguno"
SIN_INDICE = (
    "El puntaje, la categoría y los nueve indicadores del IPT se podrán pintar cuando alguien "
    "cargue sus valores: hoy ninguna fuente los publica."
)
COMO_SE_LEE = (
    "Toque un municipio para abrir su ficha. Doble clic acerca el mapa; con la tecla Mayús, lo "
    "aleja; se arrastra para moverlo. Los símbolos que se taparían se corren, y una línea los une "
    "con su sitio; el área de un círculo sin número es proporcional a su valor."
)
FILAS_EN_PANTALLA = 40
COLUMNAS = ("municipio_nombre", "departamento_nombre", "lectura", "clase")


@st.fragment
def mapa_con_lectura(elegidos: Filtros) -> None:
    """El mapa y, al lado, sus controles y lo que dice: leyenda con conteos, resumen, histograma,
    tabla y archivos.

    Cambiar de variable, de cortes o de símbolos vuelve a dibujar solo esta parte de la página.
    """
    izquierda, derecha = st.columns([11, 9], gap="medium")
    with derecha:
        pintado = _elegir_y_pintar(elegidos)
        st.html(leyenda(pintado))
        _repartir(pintado)
        _tabla(pintado)
        descarga_mapa.botones(pintado, elegidos)
    with izquierda:
        st.subheader(pintado.mapa.titulo, anchor=False)
        tocado = dibujar(pintado)
        if elegidos.municipio_nombre:
            nombre = elegidos.municipio_nombre
            menu.enlace(menu.FICHA, f"Abrir la ficha territorial de {nombre} →", elegidos)
    _abrir_ficha(tocado, elegidos)


def _abrir_ficha(tocado: str | None, elegidos: Filtros) -> None:
    """Lleva a la ficha del municipio que se tocó, si se tocó alguno."""
    if tocado is None:
        return
    # También lo elegido en el mapa: al volver atrás, se ve como estaba.
    vista = filtros.de_la_url(VARIABLE, CORTES, SIMBOLOS)
    st.switch_page(menu.FICHA.archivo, query_params={**elegidos.url, **vista, "municipio": tocado})


@st.fragment
def mapa_y_leyenda(variable: str, simbolo: str, elegidos: Filtros) -> None:
    """El mapa de una variable fija con su leyenda al lado, para la página que la explica."""
    pintado = pintar(variable, "natural", elegidos, simbolo)
    izquierda, derecha = st.columns([11, 9], gap="medium")
    with izquierda:
        st.subheader(pintado.mapa.titulo, anchor=False)
        tocado = dibujar(pintado)
    with derecha:
        st.html(leyenda(pintado))
        descarga_mapa.botones(pintado, elegidos)
    _abrir_ficha(tocado, elegidos)


@st.fragment
def mapa_sobre_leyenda(variable: str, elegidos: Filtros) -> None:
    """Lo mismo en una columna angosta y sin símbolos: la leyenda va debajo."""
    pintado = pintar(variable, "natural", elegidos)
    st.subheader(pintado.mapa.titulo, anchor=False)
    tocado = dibujar(pintado)
    st.html(leyenda(pintado))
    descarga_mapa.botones(pintado, elegidos)
    _abrir_ficha(tocado, elegidos)


def _elegir_y_pintar(elegidos: Filtros) -> Pintado:
    nombres = {v.codigo: v.titulo for v in variables().values()}
    con_simbolo = {c: nombres[c] for c in CON_SIMBOLO if c in nombres}
    codigo = filtros.elegir_una(VARIABLE, "Qué se pinta", nombres)
    if DEL_INDICE[0].codigo not in nombres:
        st.caption(SIN_INDICE)
    columnas = st.columns(2)
    with columnas[0]:
        metodo = filtros.elegir_una(CORTES, "Cómo se parte en clases", METODOS)
    with columnas[1]:
        simbolo = filtros.elegir_una(
            SIMBOLOS, "Símbolos encima", {**con_simbolo, NINGUNO: "Ninguno"}
        )
    return pintar(codigo, metodo, elegidos, None if simbolo == NINGUNO else simbolo)


def dibujar(pintado: Pintado) -> str | None:
    """El mapa con su fuente y el aviso de sus límites; el código del municipio que se tocó."""
    evento = st.pydeck_chart(
        pintado.mapa.dibujo,
        height=ALTO,
        on_select="rerun",
        selection_mode="single-object",
        # Siempre la misma: con otra, el navegador volvería a empezar el mapa y perdería la vista.
        key="mapa_municipios",
        alt=pintado.mapa.alternativa,
    )
    procedencia.dibujar(pintado.resultado)
    st.html(f'<p class="tb-fuente">{geometria.aviso()} {COMO_SE_LEE}</p>')
    return _tocado(evento)


def _tocado(evento: Any) -> str | None:
    objetos = evento.selection.get("objects", {})
    if areas := objetos.get(CAPA_DE_AREAS):
        return str(areas[0]["properties"]["c"])
    if puntos := objetos.get(CAPA_DE_PUNTOS):
        return str(puntos[0]["municipio_codigo"])
    return None


def _repartir(pintado: Pintado) -> None:
    """El histograma de todo el país, si la variable se parte en clases."""
    dibujo = pintado.histograma
    if dibujo is None:
        return
    st.markdown(f"**{dibujo.titulo}** (todo el país)")
    st.vega_lite_chart(
        dibujo.datos, dict(dibujo.spec), alt=dibujo.alternativa, key="histograma_del_mapa"
    )


def _tabla(pintado: Pintado) -> None:
    """La tabla gemela: los mismos municipios del mapa, con su valor y su clase."""
    datos = pintado.resultado.datos
    if datos.empty:
        tarjeta.vacio()
        return
    st.html(tabla_html.tabla(datos.head(FILAS_EN_PANTALLA), COLUMNAS, pintado.mapa.titulo))
    if len(datos) > FILAS_EN_PANTALLA:
        st.caption(
            f"Se muestran {FILAS_EN_PANTALLA} de {formato.numero(len(datos))}; el archivo los "
            "lleva todos."
        )
