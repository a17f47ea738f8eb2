"""Los objetivos de la política: lo publicado y lo calculado, lado a lado."""

from html import escape

import pandas as pd
import streamlit as st

from tablero import formato
from tablero.consultas import politica
from tablero.filas import Fila, filas_de
from tablero.graficos.politica import avance
from tablero.interfaz.marco.conexion import preguntar
from tablero.interfaz.marco.fallas import decir_fallas
from tablero.interfaz.paginas.semaforo import columnas as columnas_politica
from tablero.interfaz.piezas import tarjeta
from tablero.interfaz.piezas.bloques import con_unidad
from tablero.modelo.fuera import Fuera
from tablero.respuestas.vista import Vista

GRUPOS = (
    ("Aporte a la política (p.\u00a0p.)", ("Avance", "Brecha")),
    ("Calculado, en % del objetivo", ("Avance", "Trayectoria")),
    ("Brecha (p.\u00a0p.)", ("Publ.", "Calc.")),
    ("Peso", ("Publ.", "Calc.")),
    ("Productos", ("Publ.", "Calc.")),
)
"""Encabezado de cada pareja de columnas: primero, la que dice el título."""
DEL_COMITE = "El objetivo que nombra la presentación del Comité"
ABREVIADAS = {"Publ.": "publicado", "Calc.": "calculado"}
NOTA = (
    "Publ.: lo que publica la fuente. Calc.: lo calculado con sus productos. Fuera: lo que no suma "
    "al avance ni a la trayectoria por no tener dato, y su peso en la política, que no se reescala."
)


@decir_fallas
def dibujar(vista: Vista) -> None:
    """El avance de cada objetivo contra su trayectoria, y su tabla con el total de la política."""
    respuesta = preguntar(politica.objetivos, **vista.consulta)
    de_objetivos = respuesta.datos[respuesta.datos["objetivo_numero"].notna()]
    if de_objetivos["brecha_calculada_pp"].notna().any():
        tarjeta.grafico(
            respuesta, avance.objetivos, "objetivos_avance", columnas=columnas_politica.OBJETIVOS
        )
    tarjeta.bloque(respuesta, _titulo(respuesta.datos), "objetivos", tabla)
    st.html(f'<p class="tb-nota">{NOTA}{_redondeo(respuesta.datos)}</p>')
    del_comite(vista)


@decir_fallas
def del_comite(vista: Vista, producto: str | None = None) -> None:
    """El objetivo que nombra la presentación del Comité, con su fuente y sin unirlo al informe.

    Con `producto`, solo si lo dice de él. Nada, si no nombra ninguno de esta política.
    """
    respuesta = preguntar(politica.objetivo_del_comite, **vista.consulta)
    datos = respuesta.datos
    if producto is not None:
        suyas = datos[datos["producto_codigo"] == producto]
        respuesta = respuesta.con(suyas, ("codigo", producto))
    if not respuesta.esta_vacio:
        tarjeta.bloque(respuesta, DEL_COMITE, "objetivo_del_comite", escribir_del_comite)


def escribir_del_comite(datos: pd.DataFrame) -> str:
    """El HTML: las palabras de la presentación, de qué producto las dice y qué no se sabe."""
    return "".join(
        f'<p class="tb-nombre">«{escape(fila["objetivo_comite"])}»</p>'
        '<p class="tb-nota">Así nombra la presentación del Comité el objetivo del plan de acción '
        "al que contribuye el Tablero de Control, que en el informe es el producto "
        f"{escape(fila['producto_codigo'])}, del objetivo {fila['objetivo_numero']}. El informe no "
        "publica los nombres de los objetivos: que ese sea el del objetivo "
        f"{fila['objetivo_numero']} no lo dice ninguno de los dos documentos.</p>"
        for fila in filas_de(datos)
    )


def tabla(datos: pd.DataFrame) -> str:
    """El HTML: una fila por objetivo y, al final, la de toda la política."""
    grupos = "".join(
        f'<th scope="colgroup" colspan="2" class="n">{nombre}</th>' for nombre, _ in GRUPOS
    )
    columnas = "".join(
        f'<th scope="col" class="n">{nombre}</th>' for _, nombres in GRUPOS for nombre in nombres
    )
    cuerpo = "".join(_fila(fila) for fila in filas_de(datos))
    return (
        '<div class="tb-caja" tabindex="0" role="region" aria-label="Objetivos de la política">'
        f'<table class="tb tb-apilable"><thead><tr><td></td>{grupos}</tr>'
        f'<tr><th scope="col">Objetivo</th>{columnas}</tr></thead><tbody>{cuerpo}</tbody></table>'
        "</div>"
    )


def _titulo(datos: pd.DataFrame) -> str:
    """Los aportes de los objetivos y la brecha que suman."""
    de_objetivos = datos["objetivo_numero"].notna()
    aportes = list(datos.loc[de_objetivos, "brecha_aporte_pp"].dropna())
    total = datos.loc[~de_objetivos, "brecha_aporte_pp"].iloc[0]
    if not aportes:
        return f"Lo que los objetivos aportan a la política: {formato.SIN_DATO}"
    dichos = [formato.numero(v, 2, signo=True) for v in aportes]
    suma = formato.numero(total, 2, signo=True) + formato.por_redondeo(aportes, total)
    return (
        f"En puntos de la política, los objetivos aportan {formato.enumerar(dichos)}: suman su "
        f"brecha calculada, {suma}"
    )


def _redondeo(datos: pd.DataFrame) -> str:
    """Que los aportes al avance, como se escriben, no den justo el total, si es el caso."""
    de_objetivos = datos["objetivo_numero"].notna()
    aportes = list(datos.loc[de_objetivos, "avance_aporte_pp"].dropna())
    total = datos.loc[~de_objetivos, "avance_aporte_pp"].iloc[0]
    dicho = formato.por_redondeo(aportes, total)
    return f" Los aportes al avance suman {formato.numero(total, 2)}{dicho}." if dicho else ""


def _fila(fila: Fila) -> str:
    celdas = (
        formato.numero(fila["avance_aporte_pp"], 2),
        formato.numero(fila["brecha_aporte_pp"], 2, signo=True),
        formato.porcentaje(fila["avance_pct"]),
        formato.porcentaje(fila["trayectoria_pct"]),
        formato.numero(fila["brecha_publicada_pp"], 2, signo=True),
        formato.numero(fila["brecha_calculada_pp"], 2, signo=True),
        con_unidad(fila["ponderacion_publicada_pct"], "%"),
        con_unidad(fila["ponderacion_calculada_pct"], "%"),
        formato.numero(fila["productos_publicados"]),
        formato.numero(fila["productos_calculados"]),
    )
    nombre, fuera = fila["objetivo_nombre"], Fuera.de_fila(fila).breve
    debajo = "".join(
        f'<span class="tb-sub">{escape(dicho)}</span>'
        for dicho in (f"Nombre: {nombre}" if nombre else "", fuera)
        if dicho
    )
    numeros = "".join(
        f'<td class="n{" vacio" if celda == formato.SIN_DATO else ""}" '
        f'data-rotulo="{rotulo}">{celda}</td>'
        for rotulo, celda in zip(_rotulos(), celdas, strict=True)
    )
    return f'<tr><th scope="row">{escape(fila["objetivo"])}{debajo}</th>{numeros}</tr>'


def _rotulos() -> list[str]:
    """El rótulo de cada columna en un teléfono: «Peso: calculado»."""
    return [
        f"{grupo}: {ABREVIADAS.get(n, n.lower())}" for grupo, nombres in GRUPOS for n in nombres
    ]
