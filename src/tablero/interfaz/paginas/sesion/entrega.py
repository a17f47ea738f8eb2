"""Lo que queda de la sesión, para llevárselo: un ZIP con todo, o cada archivo."""

from functools import partial
from html import escape

import streamlit as st

from tablero import formato
from tablero.exportar.sesion.archivos import ARCHIVOS
from tablero.interfaz.marco import decir, edicion_pedida
from tablero.interfaz.marco.conexion import con_este_tablero, preguntar
from tablero.interfaz.marco.sin_marcas import llano
from tablero.interfaz.paginas.sesion.archivos import como_se_llama, comprimidos, edicion_de, uno
from tablero.interfaz.paginas.sesion.elegida import SIN_NINGUNA, Mirada
from tablero.interfaz.piezas import rehacer
from tablero.interfaz.piezas.descarga import nombrar
from tablero.registro.sesiones.estado import Sesion
from tablero.respuestas import quorum

SIN_EDICION = (
    "Esta sesión no congeló ninguna edición: los archivos llevan el tablero de ahora, y mañana "
    "pueden decir otra cosa."
)
ES_LO_MISMO = (
    "Los archivos salen de lo que se anotó en la sesión y de la edición que congeló: pedidos otra "
    "vez, son los mismos."
)
ICONOS = {"application/pdf": ":material/picture_as_pdf:", "text/html": ":material/slideshow:"}


def seccion(mirada: Mirada) -> None:
    """Lo que llevan los archivos y los botones; se hacen cuando alguien los pide."""
    if (sesion := mirada.sesion) is None:
        decir.informar(SIN_NINGUNA)
        return
    rehacer.decir_lo_hecho()
    edicion = edicion_de(sesion)
    if edicion is not None and edicion_pedida.tablero(edicion.numero) is None:
        rehacer.ofrecer(edicion)
        return
    cuantos = formato.contar(len(ARCHIVOS), "archivo", "archivos")
    st.subheader(llano(f"{cuantos} de la sesión del {formato.fecha(sesion.fecha)}"), anchor=False)
    if edicion is None:
        decir.informar(SIN_EDICION)
    izquierda, derecha = st.columns([3, 2], gap="large")
    with izquierda:
        st.html(_lista())
        decir.frase(_llevan(mirada, sesion), fuerte="Llevan:")
        decir.frase(ES_LO_MISMO)
    with derecha, st.container(border=True):
        _botones(sesion)


@st.fragment
def _botones(sesion: Sesion) -> None:
    """Descargar no vuelve a dibujar la página."""
    st.download_button(
        llano(f"Descargar los {formato.numero(len(ARCHIVOS))} archivos (ZIP)"),
        data=con_este_tablero(partial(comprimidos, sesion.codigo)),
        file_name=nombrar(f"sesion_{sesion.fecha.isoformat()}.zip"),
        mime="application/zip",
        key="entrega_zip",
        type="primary",
        icon=":material/folder_zip:",
        on_click="ignore",
    )
    for archivo in ARCHIVOS:
        nombre = como_se_llama(archivo, sesion)
        st.download_button(
            llano(nombre),
            data=con_este_tablero(partial(uno, archivo, sesion.codigo)),
            file_name=nombre,
            mime=archivo.mime,
            key=f"entrega_{archivo.nombre}",
            icon=ICONOS.get(archivo.mime, ":material/description:"),
            on_click="ignore",
        )


def _lista() -> str:
    renglones = "".join(
        f"<li><strong>{escape(a.titulo)}</strong> {escape(a.que_es)}</li>" for a in ARCHIVOS
    )
    return f'<ul class="tb-lista">{renglones}</ul>'


def _llevan(mirada: Mirada, sesion: Sesion) -> str:
    """«3 puntos, 14 pantallas, 1 decisión…»: lo que hay, para saber si falta algo por anotar."""
    suyos = sum(c.sesion == sesion.codigo for c in mirada.actas.compromisos)
    cuentas = (
        (len(sesion.puntos), "punto", "puntos"),
        (len(sesion.pantallas), "pantalla", "pantallas"),
        (sum(bool(p.decision) for p in sesion.pantallas), "decisión", "decisiones"),
        (len(sesion.preguntas), "pregunta", "preguntas"),
        (suyos, "compromiso", "compromisos"),
    )
    dichas = formato.enumerar([formato.contar(*cuenta) for cuenta in cuentas])
    return f"{dichas}; {quorum.de_sesion(sesion, quorum.entidades(preguntar))}."
