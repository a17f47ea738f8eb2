"""Los compromisos en pantalla y en un archivo: los vencidos primero, y los cerrados al final."""

from collections.abc import Sequence
from datetime import date
from urllib.parse import urlencode

import streamlit as st

from tablero import formato
from tablero.consultas.base import Resultado
from tablero.interfaz.pared.grabadora import puesta
from tablero.interfaz.piezas import descarga
from tablero.interfaz.piezas.marcado import NADA, Marcado, debajo, marcar, unir
from tablero.interfaz.piezas.tabla import APILABLE, Columna, escribir
from tablero.registro.sesiones.estado import Actas, Compromiso
from tablero.respuestas.compromisos import en_orden, en_tabla
from tablero.respuestas.cosas.compromisos import DEL_REGISTRO

NOMBRE = "compromisos"
CIERRA = Marcado("</a>")
Renglon = tuple[Compromiso, str, date]
"""El compromiso, cuándo se hizo y el día en que se mira."""


def titulo(compromisos: Sequence[Compromiso], hoy: date) -> str:
    """«2 compromisos abiertos, 1 vencido»."""
    if not compromisos:
        return "No hay compromisos"
    abiertos = sum(c.estado == "abierto" for c in compromisos)
    vencidos = sum(c.esta_vencido(hoy) for c in compromisos)
    cuantos = formato.contar(abiertos, "compromiso abierto", "compromisos abiertos")
    return f"{cuantos}, {formato.contar(vencidos, 'vencido', 'vencidos')}"


def tabla(compromisos: Sequence[Compromiso], actas: Actas, hoy: date, entidad: str = "") -> None:
    """Los abiertos, con los vencidos de primeros, luego los demás, y lo que se lleva de ellos.

    `entidad`, si son los de una sola: va en el nombre del archivo.
    """
    dias = _dias(actas)
    renglones = [(c, dias.get(c.sesion, formato.SIN_DATO), hoy) for c in en_orden(compromisos)]
    html = escribir("Compromisos", COLUMNAS, renglones, clase=APILABLE)
    datos = Resultado.del_tablero(NOMBRE, en_tabla(compromisos, actas))
    if (grabadora := puesta()) is not None:
        grabadora.escrito(html, titulo(compromisos, hoy), NOMBRE, DEL_REGISTRO, datos)
    st.html(html)
    descarga.botones(datos, NOMBRE, (entidad,) if entidad else ())


def _dias(actas: Actas) -> dict[str, str]:
    return {sesion.codigo: formato.fecha(sesion.fecha) for sesion in actas.sesiones}


def _que(renglon: Renglon) -> Marcado:
    compromiso, dia, _ = renglon
    return unir(compromiso.que, debajo(unir(f"Sesión del {dia}", _producto(compromiso.producto))))


def _vence(renglon: Renglon) -> Marcado:
    compromiso, _, hoy = renglon
    dias = (hoy - compromiso.vence).days
    vencido = f"vencido hace {formato.contar(dias, 'día', 'días')}"
    return unir(
        formato.fecha(compromiso.vence), debajo(vencido if compromiso.esta_vencido(hoy) else "")
    )


def _producto(codigo: str) -> Marcado:
    if not codigo:
        return NADA
    destino = f"./producto?{urlencode({'codigo': codigo})}"
    return unir(
        Marcado(f' · <a href="{marcar(destino)}" target="_self">'), f"producto {codigo}", CIERRA
    )


def _estado(renglon: Renglon) -> Marcado:
    return unir(renglon[0].estado, debajo(renglon[0].evidencia))


COLUMNAS = (
    Columna[Renglon]("Vence", _vence, orden=lambda r: r[0].vence, rotulo="Vence"),
    Columna[Renglon]("Compromiso", _que, "l", es_titulo=True),
    Columna[Renglon]("Entidad", lambda r: r[0].entidad, rotulo="Entidad"),
    Columna[Renglon]("Estado", _estado, rotulo="Estado"),
)
