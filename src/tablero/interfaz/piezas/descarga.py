"""Los botones de CSV: los mismos datos de la pantalla, en los dos dialectos."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from tablero.consultas.base import Resultado
from tablero.exportar import marca
from tablero.exportar.csv_oficial import Dialecto, a_csv
from tablero.exportar.nombres import nombre_de_archivo
from tablero.interfaz import filtros
from tablero.interfaz.marco.conexion import base
from tablero.interfaz.marco.sin_marcas import llano
from tablero.interfaz.pared.grabadora import puesta
from tablero.interfaz.piezas import anadir
from tablero.respuestas.cortes import corte_de

DIALECTOS: dict[Dialecto, str] = {
    "excel": "CSV para Excel (; y coma decimal)",
    "maquina": "CSV para programas (, y punto decimal)",
}


SIN_SESION, CON_SESION = "Descargar CSV", "Descargar CSV o añadir"
"""Cómo se llama la lista, donde no se escribe y donde sí."""


def nombrar(archivo: str) -> str:
    """El nombre con que se guarda un archivo: con datos simulados, empieza por decirlo."""
    return marca.nombrar(archivo, es_simulado=base().es_simulado)


@st.fragment
def botones(resultado: Resultado, nombre: str, otros_filtros: Sequence[str] = ()) -> None:
    """Un botón que ofrece los dos dialectos y, donde se escribe, añadir la tarjeta a la sesión.

    Ni descargar ni añadir vuelven a dibujar la página.
    """
    if (grabadora := puesta()) is not None:
        grabadora.con_boton.add(nombre)
        return
    palabras = (*_territorio(resultado), *otros_filtros)
    corte = corte_de(resultado.fuentes)
    escribe = anadir.se_puede()
    rotulo = CON_SESION if escribe else SIN_SESION
    with st.popover(llano(rotulo), icon=":material/download:", key=f"csv_{nombre}"):
        for dialecto, etiqueta in DIALECTOS.items():
            st.download_button(
                llano(etiqueta),
                data=partial(a_csv, resultado.datos, dialecto, resultado.fuentes),
                file_name=nombrar(nombre_de_archivo(nombre, palabras, corte, dialecto, "csv")),
                mime="text/csv",
                key=f"csv_{nombre}_{dialecto}",
                on_click="ignore",
            )
        if escribe:
            anadir.en_su_lista(nombre)


def _territorio(resultado: Resultado) -> list[str]:
    """El territorio elegido en palabras, si la pregunta filtra por él: si no, no se nombra."""
    elegidos, pedidos = filtros.leer(), dict(resultado.parametros)
    ternas = (
        (filtros.DEPARTAMENTO, elegidos.departamento, elegidos.departamento),
        (filtros.MUNICIPIO, elegidos.municipio, elegidos.municipio_nombre),
    )
    return [
        palabra for nombre, valor, palabra in ternas if palabra and pedidos.get(nombre) == valor
    ]
