"""Las unidades técnicas de apoyo (UTA) del Comité, una ficha por cada una."""

from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from tablero import formato
from tablero.consultas import comite
from tablero.interfaz import tarjeta
from tablero.interfaz.conexion import preguntar

QUE_ES = "UTA: unidad técnica de apoyo, el grupo de entidades que trabaja un tema del Comité."


def fichas() -> None:
    """Una ficha por UTA: lo que reportó, quién reportó, lo que destaca y las barreras que ve."""
    utas = preguntar(comite.utas).datos.to_dict("records")
    for columna, uta in zip(st.columns(max(len(utas), 1)), utas, strict=False):
        with columna:
            tarjeta.bloque(
                preguntar(comite.detalle_uta, uta=uta["uta_numero"]),
                f"{uta['uta_numero']}. {uta['uta_nombre']}",
                f"comite_uta_{uta['uta_numero']}",
                ficha,
            )


def ficha(datos: pd.DataFrame) -> str:
    """El HTML de una UTA, de las filas de `comite.detalle_uta`."""
    por_clase = {clase: filas.to_dict("records") for clase, filas in datos.groupby("clase")}
    destacadas = "".join(_destacada(f) for f in por_clase.get("actividad destacada", []))
    barreras = "".join(f"<li>{escape(f['descripcion'])}</li>" for f in por_clase.get("barrera", []))
    entidades = [f["descripcion"] for f in por_clase.get("entidad que reportó", [])]
    return (
        f"<p><strong>{_conteo(len(entidades))}</strong> {escape(formato.enumerar(entidades))}.</p>"
        f"<p><strong>Actividades destacadas</strong></p>{destacadas}"
        f'<p><strong>Barreras que ve</strong></p><ul class="tb-lista">{barreras}</ul>'
    )


def _conteo(entidades: int) -> str:
    return f"{formato.contar(entidades, 'entidad reportó', 'entidades reportaron')}:"


def _destacada(fila: dict[Any, Any]) -> str:
    nota = f"<br><em>{escape(fila['nota'])}</em>" if isinstance(fila["nota"], str) else ""
    numero = formato.numero_justo(fila["valor"])
    cifra = "" if numero == formato.SIN_DATO else f'<p class="tb-etiqueta">{numero}</p>'
    return (
        f'<div class="tb-dato">{cifra}<p class="tb-nota">{escape(fila["descripcion"])}'
        f"{nota}</p></div>"
    )
