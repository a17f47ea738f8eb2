"""Lo que se dice de un producto: hallazgos, reportes de la entidad y lo que relata el informe."""

from collections.abc import Hashable
from html import escape

import pandas as pd
import streamlit as st

from tablero import formato
from tablero.consultas import hallazgos as consultas_hallazgos
from tablero.consultas import producto
from tablero.consultas.base import Resultado
from tablero.filas import Fila, filas_de
from tablero.interfaz.marco.conexion import por_archivo, preguntar
from tablero.interfaz.marco.fallas import decir_fallas
from tablero.interfaz.marco.sin_marcas import llano
from tablero.interfaz.paginas.hallazgos import lista
from tablero.interfaz.paginas.logros import relatos
from tablero.interfaz.piezas import bloques, descarga, procedencia, tarjeta
from tablero.modelo.reglas import NOMBRES
from tablero.respuestas.producto import ProductoMirado

SIN_FILTRO = dict.fromkeys(("severidad", "regla", "entidad", "objetivo"))
LARGO = 700
"""Letras desde las que un texto va plegado."""
COMIENZO = 320
"""Las que se leen de un texto plegado."""
SIN_LIBRO = (
    "Sin dato: lo que la entidad reporta con palabras viene en el libro oficial de seguimiento "
    "(SISPP) de este corte.  \nEntréguelo a quien administra el tablero."
)
NADA_QUE_REVISAR = "Ninguna comprobación encontró algo que revisar en sus celdas."
SIN_RELATO = (
    "Sin dato: el libro no trae ningún reporte cualitativo de este producto hasta el corte."
)


@decir_fallas
def revisar(mirado: ProductoMirado) -> None:
    """Los hallazgos de sus celdas: qué pasa, dónde y qué hacer. Sin libro no hay celdas."""
    if not mirado.tiene_libro:
        return
    respuesta = preguntar(
        consultas_hallazgos.lista, **mirado.vista.consulta, **SIN_FILTRO, producto=mirado.codigo
    )
    cuantos = len(respuesta.datos)
    if not cuantos:
        st.subheader("Qué hay que revisar", anchor=False)
        st.markdown(NADA_QUE_REVISAR)
        return
    tarjeta.bloque(
        respuesta.con(respuesta.datos.assign(regla=respuesta.datos["regla"].map(NOMBRES))),
        f"{formato.contar(cuantos, 'cosa', 'cosas')} por revisar en sus celdas",
        "producto_hallazgos",
        lista.tabla,
        otros_filtros=mirado.palabras,
        url=tuple(mirado.vista.url.items()),
    )


@decir_fallas
def de_la_entidad(mirado: ProductoMirado) -> None:
    """El último reporte cualitativo y, plegados, los anteriores; sin libro, de quién vendría."""
    if not mirado.tiene_libro:
        st.subheader("Lo que cuenta la entidad", anchor=False)
        st.info(SIN_LIBRO)
        return
    respuesta = mirado.pedir(producto.relatos)
    if respuesta.esta_vacio:
        st.subheader("Lo que cuenta la entidad", anchor=False)
        st.info(SIN_RELATO)
        return
    ultimo, anteriores = _partir(respuesta.parametros, respuesta)
    fila = ultimo.datos.iloc[0]
    titulo = f"Lo que cuenta la entidad del {formato.trimestre(fila['anio'], fila['trimestre'])}"
    tarjeta.bloque(ultimo, titulo, "producto_relato", _ultimo, otros_filtros=mirado.palabras)
    if not anteriores.esta_vacio:
        _anteriores(mirado, anteriores)


@decir_fallas
def del_informe(mirado: ProductoMirado) -> None:
    """Lo que el informe relata del producto y si pide revisarlo; nada, si no lo nombra."""
    relatado, mejora = mirado.pedir(producto.informe), mirado.pedir(producto.mejora)
    if not relatado.esta_vacio:
        tarjeta.bloque(
            relatado,
            "Lo que relata el informe de este producto",
            "producto_informe",
            relatos.plegados,
            otros_filtros=mirado.palabras,
        )
    if not mejora.esta_vacio:
        tarjeta.bloque(
            mejora,
            "El informe pide revisarlo: está en «Acciones para mejorar»",
            "producto_mejora",
            _mejora,
            otros_filtros=mirado.palabras,
        )


def escribir(datos: pd.DataFrame) -> str:
    """El HTML de los reportes: un bloque por trimestre, con lo que decía antes si cambió."""
    return "".join(
        f'<p class="tb-grupo">{_cual(versiones)}</p>{_ultimo(versiones)}'
        for _, versiones in datos.groupby(["anio", "trimestre"], sort=False)
    )


def _cual(versiones: pd.DataFrame) -> str:
    """«Segundo trimestre de 2024»."""
    fila = versiones.iloc[0]
    return formato.trimestre(int(fila["anio"]), int(fila["trimestre"])).capitalize()


@st.fragment
def _anteriores(mirado: ProductoMirado, anteriores: Resultado) -> None:
    """Los demás trimestres: se envían al abrirlos."""
    cuantos = int(anteriores.datos["vale"].sum())
    rotulo = formato.contar(cuantos, "reporte anterior", "reportes anteriores")
    with st.container(horizontal=True, key="plegada_producto_relatos"):
        with st.expander(
            llano(f"Ver {rotulo} de la entidad"), key="abrir_producto_relatos", on_change="rerun"
        ) as pliegue:
            if pliegue.open:
                st.html(escribir(anteriores.datos))
                procedencia.dibujar(anteriores)
        descarga.botones(anteriores, "producto_relatos", mirado.palabras)


@por_archivo
def _partir(
    clave: tuple[tuple[str, Hashable], ...], _respuesta: Resultado
) -> tuple[Resultado, Resultado]:
    """Las versiones del último trimestre, y las de los demás."""
    datos = _respuesta.datos
    primera = datos.iloc[0]
    es_ultimo = (datos["anio"] == primera["anio"]) & (datos["trimestre"] == primera["trimestre"])
    ultimo, anteriores = (
        _respuesta.parte(datos[cuales], ("parte", nombre))
        for cuales, nombre in ((es_ultimo, "último"), (~es_ultimo, "anteriores"))
    )
    return ultimo, anteriores


def _ultimo(datos: pd.DataFrame) -> str:
    """Lo que vale de un trimestre en el corte y, plegada, cada versión anterior."""
    vigente, *viejas = filas_de(datos)
    cambio = ""
    if viejas:
        cortes = formato.enumerar([formato.fecha(v["corte_fecha"]) for v in reversed(viejas)])
        cambio = (
            '<p class="tb-nota"><strong>Este texto cambió</strong> en el libro del '
            f"{formato.fecha(vigente['corte_fecha'])}: antes decía otra cosa (corte del "
            f"{cortes}).</p>"
        )
    return (
        cambio
        + _version(vigente)
        + "".join(
            f'<details class="tb-hecho"><summary>Lo que decía en el corte del '
            f"{formato.fecha(vieja['corte_fecha'])}</summary><div>{_version(vieja)}</div></details>"
            for vieja in viejas
        )
    )


def _version(fila: Fila) -> str:
    """El avance y los enfoques, y la celda de donde salen."""
    avance, enfoques = fila["avance_texto"], fila["enfoques_texto"]
    if not isinstance(avance, str) and not isinstance(enfoques, str):
        return '<p class="vacio">Sin dato: el libro ya no trae este texto.</p>'
    lugar = f'<p class="tb-fuente">{escape(fila["ubicacion"])}</p>'
    return _texto("Avance", avance) + _texto("Enfoques", enfoques) + lugar


def _texto(titulo: str, texto: object) -> str:
    """Un texto ajeno: entero si es corto y, si es largo, su comienzo y un pliegue con todo."""
    if not isinstance(texto, str):
        return f"<p><strong>{titulo}:</strong> {formato.SIN_DATO}</p>"
    if len(texto) <= LARGO:
        return f"<p><strong>{titulo}:</strong> {_parrafos(texto)}</p>"
    comienzo = texto[:COMIENZO].rsplit(" ", 1)[0]
    return (
        f"<p><strong>{titulo}:</strong> {_parrafos(comienzo)}…</p>"
        f'<details class="tb-hecho"><summary>Leerlo completo ({formato.numero(len(texto))} '
        f"letras)</summary><div>{_parrafos(texto)}</div></details>"
    )


def _parrafos(texto: str) -> str:
    return "<br>".join(escape(renglon) for renglon in texto.splitlines())


def _mejora(datos: pd.DataFrame) -> str:
    fila = datos.iloc[0]
    return (
        f"<p>Lo nombra «{escape(fila['producto_nombre'])}», a cargo de "
        f"{escape(fila['entidad'])}, con un PAHV de "
        f"{bloques.con_unidad(fila['pahv_pct'], '%')}.</p>"
    )
