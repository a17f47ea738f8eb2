"""El paquete completo en la página de descargas, y con qué licencia sale."""

from html import escape

import streamlit as st

from tablero.exportar.paquete.emision import Emision, edicion_de
from tablero.exportar.paquete.escribir import paquete
from tablero.interfaz.marco import edicion_pedida
from tablero.interfaz.marco.conexion import base, por_archivo
from tablero.interfaz.servidor.carpeta import carpeta
from tablero.publicacion import POR_DEFINIR, publicacion
from tablero.registro.ediciones import Edicion

pedida = edicion_pedida.numero
"""La edición que dice la dirección."""


def licencia() -> None:
    """Con qué licencia sale lo del tablero, y que no es la de lo que otros publicaron."""
    decidida = publicacion()
    dicha = decidida.licencia_dicha
    if decidida.licencia_direccion != POR_DEFINIR:
        dicha += f" ({decidida.licencia_direccion})"
    st.html(
        f'<p class="tb-nota"><strong>Licencia de los datos del tablero:</strong> {escape(dicha)}. '
        "Lo que otros publicaron tiene la de su documento, que se dice en «¿De dónde salen?».</p>"
    )


def programas() -> None:
    """Que los mismos datos se piden desde otros programas, y dónde se explica."""
    st.html(
        '<p class="tb-nota"><strong>Para otros programas</strong> (Excel, R, Power BI, un portal): '
        f'cada serie tiene su dirección. <a href="{escape(carpeta())}/api/v1/docs" '
        'target="_self">Ver cómo se piden →</a></p>'
    )


def completo(preferida: int | None) -> bytes:
    """El mismo que escribe `tablero paquete`, con la edición que dice lo que se mira."""
    edicion = edicion_de(base(), edicion_pedida.publicadas(), preferida)
    return _escrito(None if edicion is None else edicion.numero, edicion)


@por_archivo
def _escrito(numero: int | None, _edicion: Edicion | None) -> bytes:
    """El de la edición de ese número: si se publica otra con los mismos datos, es otro."""
    return paquete(Emision(base(), _edicion, publicacion()))
