"""Cómo empieza toda página: título, corte, filtros y aviso de lo que el filtro no toca."""

from collections.abc import Sequence
from html import escape
from importlib.resources import files

import streamlit as st

from tablero import formato, reloj
from tablero.consultas import fuentes as consultas_fuentes
from tablero.consultas import politica
from tablero.errores import ErrorTablero
from tablero.exportar.marca import AVISO, EXPLICACION
from tablero.interfaz import filtros
from tablero.interfaz.filtros import Filtros
from tablero.interfaz.filtros import politica_y_corte as vista_politica
from tablero.interfaz.filtros.direccion import normalizar_nombres
from tablero.interfaz.marco import (
    aviso_de_copia,
    buscador,
    decir,
    descarga_fallas,
    edicion_pedida,
    estilo,
    llevar,
    menu,
    papel,
    proyectar,
    que_veo,
)
from tablero.interfaz.marco.conexion import base, preguntar
from tablero.interfaz.marco.fallas import sin_rutas
from tablero.interfaz.marco.menu import Pagina
from tablero.interfaz.marco.sin_marcas import llano
from tablero.interfaz.servidor import desarrollo
from tablero.modelo.documentos import documento as documento_de
from tablero.respuestas.antiguedad import mirar

NOMBRE = "Tablero de Control"
ICONO = files("tablero.interfaz.marco") / "icono.png"
POLITICA = "política"
"""En lugar de un documento: las fuentes de la política y el corte que pide la URL."""
FRANJA = (
    f'<p class="tb-simulado" role="note" data-marca="{AVISO}"><strong>{AVISO}</strong> '
    f"<span>{EXPLICACION}</span></p>"
)
NO_TOCA = {
    "Bogotá": "Esta página trata de la política de Bogotá",
    "nacional": "Esta página trata de un plan de todo el país",
    "todas las fuentes": "Esta página trata de las fuentes completas",
}


def abrir(pagina: Pagina, documentos: Sequence[str]) -> Filtros:
    """Dibuja el encabezado y devuelve el filtro de territorio.

    `documentos` son los nombres de las fuentes (`sdp`, `cnim`…, o `POLITICA`) cuyos cortes se
    muestran. Sin archivo construido, o si está dañado, lo
    dice y detiene la página. Si los datos son simulados, lo dicen una franja en lo alto y el título
    de la pestaña.
    """
    simulado = _es_simulado()
    st.set_page_config(
        page_title=" · ".join([*([AVISO] if simulado else []), pagina.titulo, NOMBRE]),
        page_icon=str(ICONO),
        layout="wide",
    )
    desarrollo.exigir_este_equipo()
    estilo.aplicar()
    descarga_fallas.en_espanol()
    if simulado:
        st.html(FRANJA)
    for aviso in (aviso_de_copia.html(), edicion_pedida.franja()):
        if aviso:
            st.html(aviso)
    try:
        return _encabezado(pagina, documentos)
    except ErrorTablero as error:
        st.title(llano(pagina.titulo))
        decir.advertir(sin_rutas(str(error)))
        st.stop()


def _es_simulado() -> bool:
    """Si los datos son inventados; sin archivo construido, o si está dañado, no hay datos."""
    try:
        return base().es_simulado
    except ErrorTablero:
        return False


def _encabezado(pagina: Pagina, documentos: Sequence[str]) -> Filtros:
    normalizar_nombres()
    elegidos = filtros.leer()
    menu.dibujar(pagina, elegidos)
    with st.container(horizontal=True, vertical_alignment="center", key="arriba"):
        menu.donde(pagina, elegidos)
        st.html(proyectar.enlace(pagina) + buscador.boton())
        llevar.boton(pagina)
    con_territorio = pagina.alcance == "territorio"
    with st.container(key="encabezado"):
        columnas = (
            st.columns([3, 2], vertical_alignment="bottom") if con_territorio else [st.container()]
        )
    with columnas[0], st.container(gap="xsmall"):
        st.title(llano(pagina.encabezado or pagina.titulo), anchor=False)
        st.markdown(llano(pagina.pregunta))
        if documentos:
            st.html(_cortes(documentos))
        st.html(que_veo.html(pagina, elegidos.url) + papel.html())
    if extranos := filtros.desconocidos():
        decir.advertir(
            f"El enlace pide {formato.enumerar(extranos)}, que no existe: se muestra todo."
        )
    if contradicho := filtros.contradicho():
        decir.advertir(contradicho)
    if con_territorio:
        with columnas[1]:
            return filtros.elegir_territorio()
    if elegidos.departamento:
        decir.informar(
            f"{NO_TOCA[pagina.alcance]}: el filtro «{elegidos.lugar}» no la cambia, pero se "
            "conserva para las demás."
        )
    return elegidos


def _cortes(documentos: Sequence[str]) -> str:
    """«Corte de los datos — SDP: 31 de diciembre de 2024, hace 23 meses · CNIM: …».

    En HTML. La edad es del día en que se mira: se cuenta al dibujar, no se guarda ni se imprime.
    """
    hoy = reloj.hoy()
    de_la_vista = _de_la_vista() if POLITICA in documentos else set()
    fuentes = preguntar(consultas_fuentes.fuentes).fuentes
    miradas = [
        mirar(fuente, hoy)
        for documento in documentos
        for fuente in fuentes
        if (
            fuente.fuente_codigo in de_la_vista
            if documento == POLITICA
            else documento_de(fuente.fuente_codigo) == documento
        )
    ]
    partes = (
        f'{escape(f"{m.sigla}: {m.corte}")}<span class="tb-edad">, {escape(m.edad)}</span>'
        for m in miradas
    )
    return f'<p class="tb-cortes">Corte de los datos — {" · ".join(partes)}</p>'


def _de_la_vista() -> set[str]:
    """Las fuentes de la política y del corte que se miran."""
    vista = vista_politica.de_la_url()
    cortes = preguntar(politica.cortes, politica=vista.politica).datos
    propias = cortes.loc[cortes["corte_fecha"] == vista.corte, "fuente_codigo"]
    return {codigo for codigos in propias for codigo in codigos.split(" | ")}
