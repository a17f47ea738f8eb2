"""Lo que queda de la sesión, para llevárselo: un ZIP con todo, o cada archivo."""

from collections.abc import Sequence
from functools import partial
from html import escape

import streamlit as st

from tablero import formato, rutas
from tablero.consultas import comite
from tablero.errores import ErrorTablero
from tablero.exportar.anexo.archivos import ARCHIVOS, Archivo
from tablero.exportar.carpeta import en_zip
from tablero.interfaz.marco import decir, edicion_pedida
from tablero.interfaz.marco.conexion import (
    base,
    con_este_tablero,
    por_archivo,
    preguntar,
    un_solo_tablero,
)
from tablero.interfaz.marco.rehacer import REHACER
from tablero.interfaz.marco.sin_marcas import llano
from tablero.interfaz.paginas.sesion.elegida import SIN_NINGUNA, Mirada
from tablero.interfaz.piezas import rehacer
from tablero.interfaz.piezas.descarga import nombrar
from tablero.registro.archivo import leer
from tablero.registro.ediciones import Edicion, buscar
from tablero.registro.lugares import Lugares
from tablero.registro.sesiones.estado import Sesion
from tablero.respuestas.acta import Acta, de_sesion, en_su_momento
from tablero.respuestas.quorum import frase

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
    edicion = _edicion(sesion)
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
        nombre = _como_se_llama(archivo, sesion)
        st.download_button(
            llano(nombre),
            data=con_este_tablero(partial(uno, archivo, sesion.codigo)),
            file_name=nombre,
            mime=archivo.mime,
            key=f"entrega_{archivo.nombre}",
            icon=ICONOS.get(archivo.mime, ":material/description:"),
            on_click="ignore",
        )


def comprimidos(codigo: str) -> bytes:
    """Todos los de esa sesión en un ZIP: la misma sesión da los mismos bytes."""
    return en_zip(_escritos(codigo, ARCHIVOS))


def uno(archivo: Archivo, codigo: str) -> bytes:
    """El contenido de uno de los de esa sesión."""
    ((_, contenido),) = _escritos(codigo, [archivo])
    return contenido


def _escritos(codigo: str, archivos: Sequence[Archivo]) -> list[tuple[str, bytes]]:
    """Unos archivos de la sesión, hechos con el tablero de la edición que congeló."""
    hechos, leidas = en_su_momento(leer(Lugares.de(rutas.BASE).registro), codigo)
    sesion = next((s for s in leidas.sesiones if s.codigo == codigo), None)
    if sesion is None:
        raise ErrorTablero("Esa sesión ya no está en el registro.")
    edicion, avisos, suyo = _edicion(sesion), [], None
    if edicion is not None:
        if REHACER.se_puede and (dicho := REHACER.edicion(edicion)):
            avisos = [dicho]
        suyo = edicion_pedida.tablero(edicion.numero)
        if suyo is None:
            raise ErrorTablero(f"La edición {edicion.numero} ya no conserva su archivo.")
    with un_solo_tablero(suyo):
        acta = de_sesion(preguntar, sesion, leidas, hechos, edicion, avisos=avisos)
        return [
            (_como_se_llama(a, sesion), _contenido(a.nombre, acta.eslabon, acta.avisos, a, acta))
            for a in archivos
        ]


@por_archivo
def _contenido(
    nombre: str, eslabon: str, avisos: tuple[str, ...], _archivo: Archivo, _acta: Acta
) -> bytes:
    """Lo escrito: con el mismo último hecho, el mismo tablero y los mismos avisos, es lo mismo."""
    return _archivo.escribir(_acta)


def _como_se_llama(archivo: Archivo, sesion: Sesion) -> str:
    return archivo.como_se_llama(sesion.fecha, es_simulado=base().es_simulado)


def _lista() -> str:
    renglones = "".join(
        f"<li><strong>{escape(a.titulo)}</strong> {escape(a.que_es)}</li>" for a in ARCHIVOS
    )
    return f'<ul class="tb-lista">{renglones}</ul>'


def _llevan(mirada: Mirada, sesion: Sesion) -> str:
    """«3 puntos, 14 pantallas, 1 decisión…»: lo que hay, para saber si falta algo por anotar."""
    entidades = {f["entidad"] for f in preguntar(comite.entidades).filas}
    presentes = sum(entidad in entidades for entidad in sesion.presentes)
    suyos = sum(c.sesion == sesion.codigo for c in mirada.actas.compromisos)
    cuentas = (
        (len(sesion.puntos), "punto", "puntos"),
        (len(sesion.pantallas), "pantalla", "pantallas"),
        (sum(bool(p.decision) for p in sesion.pantallas), "decisión", "decisiones"),
        (len(sesion.preguntas), "pregunta", "preguntas"),
        (suyos, "compromiso", "compromisos"),
    )
    dichas = formato.enumerar([formato.contar(*cuenta) for cuenta in cuentas])
    return f"{dichas}; {frase(presentes, len(entidades), sesion.minimo)}."


def _edicion(sesion: Sesion) -> Edicion | None:
    if sesion.edicion is None:
        return None
    return buscar(edicion_pedida.publicadas(), sesion.edicion)
