"""Lo que las tres comparaciones muestran igual: la lista, lo que se deja, la tabla y su archivo."""

from collections.abc import Callable, Mapping
from html import escape

import streamlit as st

from tablero import formato
from tablero.interfaz.filtros import comparados
from tablero.interfaz.filtros.comparados import Comparados, Hallar
from tablero.interfaz.marco import decir
from tablero.interfaz.paginas.comparacion.tabla import Encabezado, enlace, tabla
from tablero.interfaz.piezas import tarjeta
from tablero.respuestas.comparacion.lado_a_lado import Comparacion

SIN_DATO_NO_ES_CERO = "«Sin dato»: ninguna fuente da esa cifra, y no es cero."
SU_HOJA = "La hoja de cada uno:"


def elegir(
    que: str, rotulos: Mapping[str, str], hallar: Hallar, propia: str = ""
) -> tuple[str, ...]:
    """Dibuja la lista y da las claves que se comparan, la que se mira primero; vacío si no hay dos.

    `que` son las cosas, en plural y con artículo («los municipios»); `propia`, la que se mira.
    """
    elegidas: Comparados = comparados.leer(hallar, propia)
    etiqueta = "Comparar con" if propia else f"Comparar {que}"
    with st.container(key="comparar_con"):
        comparados.elegir(etiqueta, rotulos, elegidas, propia)
    comparados.decir_lo_que_se_deja(elegidas, que, rotulos)
    claves = (*([propia] if propia else []), *elegidas.claves)
    if len(claves) == 1 and not propia:
        decir.informar(f"Elija otro para ponerlo al lado de {rotulos[claves[0]]}.")
    return claves if len(claves) > 1 else ()


def dibujar(
    comparacion: Comparacion,
    nombre: str,
    destino: Callable[[str], str],
    palabras: tuple[str, ...],
    nota: str = "",
) -> None:
    """La tabla, con su fuente y su CSV; `nombre` y `palabras` son los del archivo.

    `destino` da, por clave, la página de su hoja; `nota`, lo demás que hay que saber de la tabla.
    """
    encabezados = tuple(
        Encabezado(c.clave, c.nombre, c.nota, destino(c.clave)) for c in comparacion.cosas
    )
    tarjeta.bloque(
        comparacion.resultado,
        f"Lado a lado: {formato.enumerar(list(comparacion.nombres))}",
        nombre,
        tabla,
        otros_filtros=palabras,
        cosas=encabezados,
    )
    pie = " ".join(filter(None, (nota, SIN_DATO_NO_ES_CERO, SU_HOJA)))
    # En un teléfono la tabla no tiene títulos: aquí están sus enlaces.
    hojas = " · ".join(enlace(c) for c in encabezados)
    st.html(f'<p class="tb-nota">{escape(pie)} {hojas}</p>')
