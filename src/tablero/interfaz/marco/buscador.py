"""El buscador de todo el tablero: su índice, su botón y lo que contesta.

El índice se llena una vez por tablero abierto, y lo comparten todas las personas y todas las
páginas.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from threading import Lock
from weakref import WeakKeyDictionary

from tablero import glosario
from tablero.busqueda.buscar import buscar
from tablero.busqueda.direccion import direccion
from tablero.busqueda.documento import Documento
from tablero.busqueda.indice import Indice
from tablero.busqueda.respuesta import Respuesta
from tablero.busqueda.reunir import todos
from tablero.consultas import politica
from tablero.consultas.base import Preguntas
from tablero.errores import ErrorTablero
from tablero.interfaz.marco import menu
from tablero.interfaz.marco.conexion import tablero
from tablero.interfaz.marco.tableros import Tablero

BOTON = (
    '<button type="button" class="tb-buscar" data-tb-buscar aria-haspopup="dialog" '
    'aria-keyshortcuts="Control+K">Buscar <kbd aria-hidden="true">/</kbd></button>'
)
GLOSARIO = "glosario"
"""La página donde se lee un término."""


def boton() -> str:
    """El HTML del botón que abre el buscador (`guion/busqueda.js`)."""
    return BOTON


def responder(pregunta: str, por_grupo: int) -> Respuesta:
    """Lo que el tablero de esta vuelta contesta; de cada clase, a lo sumo `por_grupo`."""
    return buscar(indice(), pregunta, por_grupo)


def adonde(hallado: Documento, llevados: Mapping[str, str]) -> str:
    """La dirección de lo hallado, con los filtros que se llevan a toda página."""
    return direccion(hallado, llevados, indice().politica)


_indices: WeakKeyDictionary[Tablero, Indice] = WeakKeyDictionary()
_turno = Lock()
"""El de cada tablero abierto, que se va con él. No van en la memoria común: el de una ciudad entera
la llenaría, y llenarlo otra vez tarda segundos."""


def indice() -> Indice:
    """El de este tablero; quien lo pide primero lo llena, y los demás lo esperan."""
    suyo = tablero()
    with _turno:
        if suyo not in _indices:
            _indices[suyo] = _llenar(Preguntas(suyo.base))
        return _indices[suyo]


def _llenar(preguntar: Preguntas) -> Indice:
    """Pregunta sin recordar: cada respuesta se usa aquí una sola vez."""
    politicas = preguntar(politica.politicas).filas
    primera = str(politicas[0]["politica_codigo"]) if politicas else ""
    return Indice(todos(preguntar, (*_paginas(), *_terminos())), primera)


def _paginas() -> Iterator[Documento]:
    """Las del menú, con la pregunta que responde cada una."""
    for pagina in (p for paginas in menu.SECCIONES.values() for p in paginas):
        nombre = "" if pagina is menu.INICIO else Path(pagina.archivo).stem
        otros = (pagina.encabezado,) if pagina.encabezado else ()
        yield Documento("pagina", pagina.titulo, nombre, contexto=pagina.pregunta, nombres=otros)


def _terminos() -> Iterator[Documento]:
    """Los del glosario; si no se puede leer, su página lo dice y aquí no se hallan."""
    try:
        terminos = glosario.terminos()
    except ErrorTablero:
        return
    for termino in terminos:
        yield Documento(
            "termino",
            termino.nombre,
            GLOSARIO,
            (("termino", termino.nombre),),
            contexto=termino.definicion,
            texto=" ".join(termino.codigo).replace("_", " "),
        )
