"""Las unidades técnicas de apoyo (UTA) del Comité, una ficha por cada una."""

from html import escape

import pandas as pd
import streamlit as st

from tablero import formato
from tablero.consultas import comite
from tablero.filas import Fila, filas_de
from tablero.interfaz.marco.conexion import preguntar
from tablero.interfaz.marco.fallas import decir_fallas
from tablero.interfaz.piezas import copia, tarjeta
from tablero.interfaz.piezas.bloques import con_unidad
from tablero.respuestas.cosas.planes import QUE_ES_UNA_UTA

QUE_ES = QUE_ES_UNA_UTA


@decir_fallas
def fichas() -> None:
    """Una ficha por UTA: lo que reportó, quién reportó, lo que destaca y las barreras que ve."""
    utas = filas_de(preguntar(comite.utas).datos)
    for columna, uta in zip(st.columns(max(len(utas), 1)), utas, strict=False):
        with columna, st.container(border=True, height="stretch"):
            tarjeta.bloque(
                preguntar(comite.detalle_uta, uta=uta["uta_numero"]),
                f"UTA {uta['uta_numero']}. {uta['uta_nombre']}",
                f"comite_uta_{uta['uta_numero']}",
                ficha,
            )


def ficha(datos: pd.DataFrame) -> str:
    """El HTML de una UTA, de las filas de `comite.detalle_uta`."""
    filas = filas_de(datos)
    reporte = next(f for f in filas if f["clase"] == "cumplimiento en el reporte")
    actividades = [
        f"{formato.numero(f['valor'])} {f['descripcion']}" for f in _de(filas, "actividades")
    ]
    dicho, hechas = escape(reporte["descripcion"]), escape(formato.enumerar(actividades))
    las_dos = (
        f"<strong>Publicado:</strong> {con_unidad(reporte['valor'], '%')} · "
        f"<strong>calculado:</strong> {con_unidad(reporte['valor_calculado'], '%')}"
    )
    entidades = [f["descripcion"] for f in _de(filas, "entidad que reportó")]
    barreras = "".join(f"<li>{escape(f['descripcion'])}</li>" for f in _de(filas, "barrera"))
    return (
        f'<p class="tb-menor"{copia.suya("", dicho, f"{hechas}. {las_dos}")}>{dicho}</p>'
        f"<p>{hechas}. {las_dos}.</p>"
        f"<p><strong>{formato.contar(len(entidades), 'entidad reportó', 'entidades reportaron')}:"
        f"</strong> {escape(formato.enumerar(entidades))}.</p>"
        '<p class="tb-grupo">Actividades destacadas</p>'
        + "".join(_destacada(f) for f in _de(filas, "actividad destacada"))
        + f'<p class="tb-grupo">Barreras que ve</p><ul class="tb-lista">{barreras}</ul>'
    )


def _de(filas: list[Fila], clase: str) -> list[Fila]:
    return [f for f in filas if f["clase"] == clase]


def _destacada(fila: Fila) -> str:
    nota = f"<br><em>{escape(fila['nota'])}</em>" if isinstance(fila["nota"], str) else ""
    numero = formato.numero_justo(fila["valor"])
    que = escape(fila["descripcion"])
    if numero == formato.SIN_DATO:
        return f'<div class="tb-dato"><p class="tb-nota">{que}{nota}</p></div>'
    return (
        f'<div class="tb-dato"{copia.suya(que, numero, nota)}><p class="tb-menor">{numero}</p>'
        f'<p class="tb-nota">{que}{nota}</p></div>'
    )
