"""Las metas y los reportes de un producto en el tiempo, y su serie en los cortes guardados."""

from functools import partial
from html import escape

import pandas as pd
import streamlit as st

from tablero import formato
from tablero.calculo.seguimiento.metas import CON_LINEA_BASE
from tablero.filas import Fila, filas_de
from tablero.graficos.producto import metas as graficos
from tablero.graficos.producto import serie as producto_serie
from tablero.interfaz.marco.fallas import decir_fallas
from tablero.interfaz.piezas import dibujo, plegada
from tablero.interfaz.piezas.tabla import Celda, Columna, escribir
from tablero.respuestas.producto import ProductoMirado

SERIE = (
    "corte_fecha",
    "semaforo",
    "pahv_pct",
    "pav_pct",
    "paa_pct",
    "trayectoria_pct",
    "brecha_pp",
    "ponderacion_pct",
)
UN_CORTE = (
    "Solo hay un corte guardado con este producto: la serie de sus avances se dibuja desde el "
    "segundo."
)

NINGUN_AVANCE = "Ningún corte da cuánto lleva ni cuánto debía llevar: no hay serie que dibujar."


@decir_fallas
def metas_y_reportes(mirado: ProductoMirado) -> None:
    """Los gráficos por año y en total, y la tabla con sus celdas; sin libro, nada que dibujar."""
    if not mirado.tiene_libro:
        return
    respuesta, fila = mirado.linea, mirado.fila
    if respuesta.esta_vacio:
        st.info("El libro no trae metas ni reportes de este producto: no hay qué dibujar.")
        return
    tipo = fila["anualizacion_tipo"]
    dibujo.grafico(
        respuesta,
        graficos.reportes,
        "producto_reportes",
        otros_filtros=mirado.palabras,
        tipo=tipo,
        corte=mirado.vista.corte,
        mp=fila["mp"],
        linea_base=fila["linea_base"] if tipo in CON_LINEA_BASE else None,
    )
    if tipo == "Suma":
        dibujo.grafico(
            respuesta,
            graficos.acumulado,
            "producto_acumulado",
            otros_filtros=mirado.palabras,
            corte=mirado.vista.corte,
            ma=fila["ma"],
            meta_final=fila["meta_final"],
        )
    if raros := _raros(respuesta.datos):
        st.html(f'<p class="tb-nota">{escape(raros)}</p>')
    plegada.propia(
        respuesta,
        "Metas y reportes, trimestre por trimestre, con su celda",
        "producto_linea",
        partial(tabla, respuesta.datos),
        mirado,
    )


@decir_fallas
def serie(mirado: ProductoMirado) -> None:
    """El PAA contra la trayectoria en todos los cortes; con uno solo, o sin datos, no hay serie."""
    datos = mirado.serie.datos
    if len(datos) == 1 or datos[["paa_pct", "trayectoria_pct"]].isna().all(axis=None):
        st.html(f'<p class="tb-nota">{UN_CORTE if len(datos) == 1 else NINGUN_AVANCE}</p>')
        return
    nombre, corte = "producto_serie", mirado.vista.corte
    dibujo.grafico(mirado.serie, producto_serie.serie, nombre, con_boton=False, corte=corte)
    titulo = "Sus porcentajes en cada corte"
    plegada.tabla(mirado.serie, titulo, nombre, SERIE, mirado, es_dibujo=True)


def tabla(datos: pd.DataFrame) -> str:
    """El HTML de una fila por trimestre con meta o con reporte, y la celda de cada dato."""
    con_algo = datos[datos["tiene_meta"] | datos["tiene_reporte"]]
    return escribir("Metas y reportes", COLUMNAS, filas_de(con_algo))


def _trimestre(fila: Fila) -> str:
    cual = formato.trimestre(fila["anio"], fila["trimestre"]).capitalize()
    return cual if fila["valor_posterior"] is None else f"{cual} (posterior al corte: no cuenta)"


def _reporte(fila: Fila) -> Celda:
    return _numero(_reportado(fila), escrito=bool(fila["tiene_reporte"]))


def _reportado(fila: Fila) -> float | None:
    posterior: float | None = fila["valor_posterior"]
    return fila["valor"] if posterior is None else posterior


def _numero(valor: float | None, *, escrito: bool = False) -> Celda:
    """El número; lo que está escrito y no se puede leer lo dice."""
    if valor is None:
        return Celda("ilegible" if escrito else formato.SIN_DATO, falta=True)
    return Celda(formato.numero_justo(valor))


COLUMNAS = (
    Columna[Fila]("Trimestre", _trimestre, orden=lambda f: f"{f['anio']}.{f['trimestre']}"),
    Columna[Fila](
        "Meta del año",
        lambda f: _numero(f["meta"], escrito=bool(f["tiene_meta"])),
        "n",
        orden=lambda f: f["meta"],
    ),
    Columna[Fila]("Reporte", _reporte, "n", orden=_reportado),
    Columna[Fila]("Llevaba", lambda f: _numero(f["av"]), "n", orden=lambda f: f["av"]),
    Columna[Fila]("Debía llevar", lambda f: _numero(f["ma"]), "n", orden=lambda f: f["ma"]),
    Columna[Fila]("Celdas del libro", lambda f: f["ubicacion"]),
)


def _raros(datos: pd.DataFrame) -> str:
    """Los reportes que el gráfico no dibuja: los que no se pueden leer y los posteriores."""
    ilegibles = datos[
        datos["tiene_reporte"] & datos["valor"].isna() & datos["valor_posterior"].isna()
    ]
    posteriores = datos[datos["valor_posterior"].notna()]
    frases = (
        (ilegibles, "El gráfico no lleva lo que no se puede leer"),
        (posteriores, "El libro trae reportes posteriores al corte, que no cuentan"),
    )
    return " ".join(
        f"{frase}: {formato.enumerar(_trimestres(cuales))}."
        for cuales, frase in frases
        if not cuales.empty
    )


def _trimestres(datos: pd.DataFrame) -> list[str]:
    return [
        formato.trimestre(int(a), int(q))
        for a, q in zip(datos["anio"], datos["trimestre"], strict=True)
    ]
