"""La agenda: cada punto con sus minutos."""

from functools import partial

import streamlit as st

from tablero import formato
from tablero.consultas import listas
from tablero.interfaz.marco import decir, edicion_pedida
from tablero.interfaz.marco.conexion import preguntar
from tablero.interfaz.marco.sin_marcas import llano
from tablero.interfaz.paginas.comite.agenda import agenda as publicada
from tablero.interfaz.paginas.sesion import (
    campos,
    cancelar,
    crear,
    escritura,
    llevar,
    ordenar,
    traer,
)
from tablero.interfaz.paginas.sesion.elegida import SIN_NINGUNA, Mirada
from tablero.interfaz.pared.grabadora import puesta
from tablero.interfaz.piezas import descarga, tarjeta
from tablero.interfaz.piezas.marcado import Marcado, debajo, marcar, unir
from tablero.interfaz.piezas.tabla import APILABLE, Columna, escribir
from tablero.registro.sesiones import validar
from tablero.registro.sesiones.escribir import siguiente
from tablero.registro.sesiones.estado import Punto, Sesion
from tablero.respuestas.cosas.compromisos import DEL_REGISTRO

Renglon = tuple[int, Punto]
SIN_ASIGNAR = "sin asignar"


def seccion(mirada: Mirada) -> None:
    """La agenda de la sesión elegida y, a su lado, cómo se cambia."""
    if mirada.sesion is None:
        _sin_ninguna(mirada)
        return
    sesion = mirada.sesion
    izquierda, derecha = st.columns([3, 2], gap="large")
    with izquierda:
        _tabla(sesion)
        llevar.la_sesion(sesion, mirada.actas)
    if not mirada.se_escribe:
        return
    with derecha:
        with st.expander("Agregar un punto", expanded=not sesion.puntos):
            _formulario(sesion, None)
        if sesion.puntos:
            with st.expander("Cambiar, mover o quitar un punto", expanded=True):
                punto = ordenar.escoger("Punto que se cambia", sesion.puntos)
                ordenar.botones(sesion, punto, sesion.puntos)
                _formulario(sesion, punto)
        with st.expander("Fecha, lugar y edición"):
            crear.cambiar(mirada, sesion)
        with st.expander("Cancelar la sesión" if not sesion.cancelada else "La sesión cancelada"):
            cancelar.formulario(sesion)
        with st.expander("Otra sesión"):
            crear.formulario(mirada)
        with st.expander("Traer una sesión de un libro"):
            traer.formulario(mirada)


def _sin_ninguna(mirada: Mirada) -> None:
    decir.informar(SIN_NINGUNA)
    izquierda, derecha = st.columns(2, gap="large")
    if mirada.se_escribe:
        with izquierda:
            st.subheader("Una sesión nueva", anchor=False)
            crear.formulario(mirada)
            with st.expander("Traer una sesión de un libro"):
                traer.formulario(mirada)
    with derecha if mirada.se_escribe else izquierda:
        puntos = preguntar(listas.enunciados, listas=("comite_agenda",))
        tarjeta.bloque(puntos, "La agenda de la última publicada", "comite_agenda", publicada)


def _tabla(sesion: Sesion) -> None:
    sin = sum(punto.minutos is None for punto in sesion.puntos)
    puntos = formato.contar(len(sesion.puntos), "punto", "puntos")
    titulo = f"{puntos}: {formato.contar(sesion.minutos, 'minuto', 'minutos')}"
    if sin:
        con_otros = f"{titulo} y {formato.contar(sin, 'punto', 'puntos')} sin asignar"
        titulo = con_otros if sesion.minutos else f"{puntos}, sin minutos asignados"
    st.subheader(llano(titulo), anchor=False)
    st.html(_edicion(sesion))
    if sesion.puntos:
        renglones = list(enumerate(sesion.puntos, start=1))
        html = escribir("Agenda", COLUMNAS, renglones, clase=APILABLE, fija=True)
        if (grabadora := puesta()) is not None:
            dicho = f"Sesión del {formato.fecha(sesion.fecha)}: {titulo}"
            grabadora.escrito(html, dicho, "agenda", DEL_REGISTRO)
        st.html(html)
        descarga.de_lo_escrito("agenda")


def _edicion(sesion: Sesion) -> str:
    if sesion.edicion is None:
        return '<p class="tb-nota">No había ninguna edición del tablero cuando se creó.</p>'
    enlace = f"./?{edicion_pedida.EDICION}={sesion.edicion}"
    return (
        f'<p class="tb-nota">Sus pantallas muestran la <a href="{marcar(enlace)}" target="_self">'
        f"edición {sesion.edicion}</a>, que se conserva aunque el tablero cambie.</p>"
    )


def _formulario(sesion: Sesion, punto: Punto | None) -> None:
    """El de un punto nuevo o, si se da, el de ese."""
    cual = punto.codigo if punto else "nuevo"
    clave = partial(str.__add__, escritura.clave(f"punto_{cual}_"))
    with st.form(clave("forma"), border=False):
        titulo = campos.parrafo(
            "Qué se trata",
            punto.titulo if punto else "",
            clave("titulo"),
            letras=validar.LETRAS_DE_UN_NOMBRE,
        )
        minutos = st.number_input(
            "Minutos (0 es sin asignar)",
            0,
            validar.MINUTOS,
            (punto.minutos or 0) if punto else 0,
            key=clave("minutos"),
        )
        nota = campos.parrafo("Nota", punto.nota if punto else "", clave("nota"))
        if st.form_submit_button("Guardar el punto" if punto else "Agregar el punto"):
            escritura.hacer(
                lambda escritor: escritor.punto(
                    sesion.codigo,
                    titulo,
                    minutos=minutos,
                    nota=nota,
                    orden=punto.orden if punto else siguiente(sesion.puntos),
                    codigo=punto.codigo if punto else "",
                ),
                "Se guardó el punto." if punto else "Se agregó el punto.",
            )


def _que(renglon: Renglon) -> Marcado:
    return unir(renglon[1].titulo, debajo(renglon[1].nota))


def _minutos(renglon: Renglon) -> str:
    minutos = renglon[1].minutos
    return SIN_ASIGNAR if minutos is None else formato.numero(minutos)


COLUMNAS = (
    Columna[Renglon]("N.º", lambda r: str(r[0]), "n"),
    Columna[Renglon]("Punto", _que, "l", es_titulo=True),
    Columna[Renglon]("Minutos", _minutos, "n", rotulo="Minutos"),
)
