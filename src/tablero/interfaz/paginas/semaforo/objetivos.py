"""Los objetivos de la política: lo publicado y lo calculado, lado a lado."""

from collections.abc import Callable, Sequence
from html import escape

import pandas as pd
import streamlit as st

from tablero import formato
from tablero.consultas import politica
from tablero.filas import Fila, filas_de
from tablero.graficos.piezas import destinos
from tablero.graficos.politica import avance
from tablero.interfaz.marco.conexion import preguntar
from tablero.interfaz.marco.fallas import decir_fallas
from tablero.interfaz.paginas.semaforo import columnas as columnas_politica
from tablero.interfaz.piezas import tarjeta
from tablero.interfaz.piezas.bloques import con_unidad
from tablero.interfaz.piezas.marcado import Marcado, debajo, unir
from tablero.interfaz.piezas.tabla import APILABLE, Columna, escribir
from tablero.modelo.fuera import Fuera
from tablero.respuestas.vista import PoliticaMirada

Escritor = Callable[[Fila], str]
DEL_COMITE = "El objetivo que nombra la presentación del Comité"
NOTA = (
    "Publ.: lo que publica la fuente. Calc.: lo calculado con sus productos. Fuera: lo que no suma "
    "al avance ni a la trayectoria por no tener dato, y su peso en la política, que no se reescala."
)


@decir_fallas
def dibujar(vista: PoliticaMirada) -> None:
    """El avance de cada objetivo contra su trayectoria, y su tabla con el total de la política."""
    respuesta = preguntar(politica.objetivos, **vista.consulta)
    de_objetivos = respuesta.datos[respuesta.datos["objetivo_numero"].notna()]
    if de_objetivos["brecha_calculada_pp"].notna().any():
        tarjeta.grafico(
            respuesta, avance.objetivos, "objetivos_avance", columnas=columnas_politica.OBJETIVOS
        )
    por_que = escape(destinos.semaforo(tuple(vista.url.items()), "por_que"))
    st.html(
        f'<p class="tb-frase"><a href="{por_que}" target="_self">'
        "Qué productos explican la brecha de cada objetivo →</a></p>"
    )
    tarjeta.bloque(respuesta, _titulo(respuesta.datos), "objetivos", tabla)
    st.html(f'<p class="tb-nota">{NOTA}{_redondeo(respuesta.datos)}</p>')
    del_comite(vista)


@decir_fallas
def del_comite(vista: PoliticaMirada, producto: str | None = None) -> None:
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
    return escribir(
        "Objetivos de la política",
        COLUMNAS,
        filas_de(datos),
        clase=APILABLE,
        es_total=lambda f: f["objetivo_numero"] is None,
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


def _objetivo(fila: Fila) -> Marcado:
    nombre = fila["objetivo_nombre"]
    return unir(
        fila["objetivo"],
        debajo(f"Nombre: {nombre}" if nombre else ""),
        debajo(Fuera.de_fila(fila).breve),
    )


AMBOS = ("Publ.", "Calc.")
ROTULOS = {"Publ.": "publicado", "Calc.": "calculado"}


def _grupo(nombre: str, titulos: Sequence[str], *celdas: Escritor) -> list[Columna[Fila]]:
    """Dos columnas con un título común; en un teléfono se rotulan «Peso: calculado»."""
    return [
        Columna(
            titulo, celda, "n", f"{nombre}: {ROTULOS.get(titulo, titulo.lower())}", grupo=nombre
        )
        for titulo, celda in zip(titulos, celdas, strict=True)
    ]


COLUMNAS = (
    Columna[Fila]("Objetivo", _objetivo, es_titulo=True, orden=lambda f: f["objetivo_numero"]),
    *_grupo(
        "Aporte a la política (p. p.)",
        ("Avance", "Brecha"),
        lambda f: formato.numero(f["avance_aporte_pp"], 2),
        lambda f: formato.numero(f["brecha_aporte_pp"], 2, signo=True),
    ),
    *_grupo(
        "Calculado, en % del objetivo",
        ("Avance", "Trayectoria"),
        lambda f: formato.porcentaje(f["avance_pct"]),
        lambda f: formato.porcentaje(f["trayectoria_pct"]),
    ),
    *_grupo(
        "Brecha (p. p.)",
        AMBOS,
        lambda f: formato.numero(f["brecha_publicada_pp"], 2, signo=True),
        lambda f: formato.numero(f["brecha_calculada_pp"], 2, signo=True),
    ),
    *_grupo(
        "Peso",
        AMBOS,
        lambda f: con_unidad(f["ponderacion_publicada_pct"], "%"),
        lambda f: con_unidad(f["ponderacion_calculada_pct"], "%"),
    ),
    *_grupo(
        "Productos",
        AMBOS,
        lambda f: formato.numero(f["productos_publicados"]),
        lambda f: formato.numero(f["productos_calculados"]),
    ),
)
"""En cada grupo va primero la que dice el título."""
