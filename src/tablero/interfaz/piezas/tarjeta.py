"""Las tarjetas: lo único que muestra cifras, y siempre con su fuente."""

from collections.abc import Callable, Hashable, Sequence
from html import escape

import pandas as pd
import streamlit as st

from tablero import formato
from tablero.consultas.base import Resultado
from tablero.filas import Fila
from tablero.interfaz.filtros import Filtros
from tablero.interfaz.marco import estilo
from tablero.interfaz.marco.conexion import por_archivo
from tablero.interfaz.marco.fallas import decir_fallas
from tablero.interfaz.marco.menu import Pagina, enlace
from tablero.interfaz.marco.sin_marcas import llano
from tablero.interfaz.pared.grabadora import puesta
from tablero.interfaz.piezas import (
    bloques,
    copia,
    descarga,
    dibujo,
    procedencia,
    tabla_de_datos,
)
from tablero.interfaz.piezas.dibujo import Constructor
from tablero.interfaz.piezas.guardado import guardado
from tablero.respuestas.columnas import Escritor

Encabezados = tuple[tuple[str, str], ...]
NINGUNA = "Ninguna fuente lo publica para este territorio."


@decir_fallas
def cifra(
    resultado: Resultado,
    etiqueta: str,
    columna: str | None,
    escribir: Escritor,
    *,
    nota: str | Callable[[Fila], str] = "",
    si_falta: str = NINGUNA,
    destino: Pagina | None = None,
    filtros: Filtros | None = None,
) -> None:
    """Una cifra grande: `columna` de la única fila de la respuesta, su nota y su fuente.

    Sin `columna`, `escribir` recibe la fila entera (vacía si la respuesta lo está).

    `nota` es un texto, o una función de la fila que lo escribe (`respuestas/frases.py`);
    `si_falta`, lo que se dice sin fila. Con `destino`, la tarjeta lleva a la página que la explica.
    """
    with st.container(border=True, height="stretch", gap="xsmall"):
        texto, dicha = _cifra_y_nota(resultado, columna, escribir, nota, si_falta)
        if (grabadora := puesta()) is not None:
            grabadora.cifra(resultado, etiqueta, texto, dicha)
        html = _html_de_cifra(etiqueta, texto, dicha)
        st.html(f"<div{copia.atributo(etiqueta, texto, dicha, resultado)}>{html}</div>")
        procedencia.dibujar(resultado, corta=True)
        descarga.de_una_cifra(resultado, etiqueta)
        if destino is not None:
            enlace(destino, f"Ver {destino.titulo} →", filtros or Filtros())


def texto_de_cifra(
    resultado: Resultado,
    etiqueta: str,
    columna: str | None,
    escribir: Escritor,
    nota: str | Callable[[Fila], str],
    *,
    si_falta: str = NINGUNA,
) -> str:
    """El HTML de una cifra grande, con lo que mide y su nota; su fuente va aparte."""
    texto, dicha = _cifra_y_nota(resultado, columna, escribir, nota, si_falta)
    return _html_de_cifra(etiqueta, texto, dicha)


def _cifra_y_nota(
    resultado: Resultado,
    columna: str | None,
    escribir: Escritor,
    nota: str | Callable[[Fila], str],
    si_falta: str,
) -> tuple[str, str]:
    fila = {} if resultado.esta_vacio else resultado.fila
    if callable(nota):
        nota = nota(fila) if fila else si_falta
    return escribir(fila if columna is None else fila.get(columna)), nota


def _html_de_cifra(etiqueta: str, texto: str, nota: str) -> str:
    return estilo.con_cifra(
        texto,
        f'<p class="tb-etiqueta">{escape(etiqueta)}</p>'
        f'<p class="tb-cifra">{escape(texto)}</p>'
        f'<p class="tb-nota">{escape(nota)}</p>',
    )


@decir_fallas
def grafico(
    resultado: Resultado,
    constructor: Constructor,
    nombre: str,
    *,
    columnas: Sequence[str] = (),
    otros_filtros: Sequence[str] = (),
    **opciones: Hashable,
) -> None:
    """Un gráfico titulado con su mensaje, con texto alternativo, fuente, tabla y archivos.

    `constructor` viene de `tablero.graficos`; `nombre` es el del archivo que se descarga;
    `columnas`, las de la tabla (todas las visibles si no se dicen).
    """
    if resultado.esta_vacio:
        vacio()
        return
    dibujado = dibujo.grafico(
        resultado,
        constructor,
        nombre,
        con_boton=False,
        otros_filtros=otros_filtros,
        **opciones,
    )
    with st.container(horizontal=True, key=f"plegada_{nombre}"):
        with st.expander("Ver la tabla de este gráfico"):
            _tabla(resultado, columnas, dibujado.titulo, nombre)
        descarga.botones(resultado, nombre, otros_filtros, es_dibujo=True)


@decir_fallas
def tabla(
    resultado: Resultado,
    titulo: str,
    nombre: str,
    *,
    columnas: Sequence[str] = (),
    otros_filtros: Sequence[str] = (),
    encabezados: Encabezados = (),
) -> None:
    """Una tabla con su título, su fuente y sus archivos, que llevan todas las columnas.

    `encabezados`: columna y su título aquí, donde el del modelo no dice qué hay en esta lista.
    """
    st.subheader(llano(titulo), anchor=False)
    if resultado.esta_vacio:
        vacio()
        return
    _tabla(resultado, columnas, titulo, nombre, encabezados)
    _pie(resultado, nombre, otros_filtros)


@decir_fallas
def bloque(
    resultado: Resultado,
    titulo: str,
    nombre: str,
    escribir: Callable[..., str],
    *,
    otros_filtros: Sequence[str] = (),
    **opciones: Hashable,
) -> None:
    """Un bloque propio (cifras en franja, listas, fichas), con su título, su fuente y sus archivos.

    `escribir` recibe los datos y las `opciones` y devuelve el HTML, con todo texto escapado.
    """
    st.subheader(llano(titulo), anchor=False)
    if resultado.esta_vacio:
        vacio()
        return
    if escribir is bloques.franja:
        opciones["fuentes"] = copia.fuentes_de_cada_fila(resultado)
    html = guardado(resultado, escribir, **opciones)
    st.html(copia.con_fuente(html, nombre, titulo, resultado))
    _pie(resultado, nombre, otros_filtros)


def _pie(resultado: Resultado, nombre: str, otros_filtros: Sequence[str]) -> None:
    """La línea de fuente y, a su lado, lo que se lleva."""
    with st.container(horizontal=True, vertical_alignment="center", key=f"pie_{nombre}"):
        procedencia.dibujar(resultado)
        descarga.botones(resultado, nombre, otros_filtros)


def vacio() -> None:
    """Lo que se muestra cuando el filtro no deja ninguna fila: por qué, y no un hueco."""
    st.info("Sin dato: ninguna fuente publica esto para el territorio o el filtro elegido.")


def _tabla(
    resultado: Resultado,
    columnas: Sequence[str],
    titulo: str,
    nombre: str,
    encabezados: Encabezados = (),
) -> None:
    visibles = tuple(columnas) or tuple(_visibles(resultado.datos))
    clave = (resultado.pregunta, resultado.parametros)
    html = _html(clave, visibles, titulo, encabezados, resultado)
    st.html(copia.con_fuente(html, nombre, titulo, resultado))


@por_archivo
def _html(
    clave: Hashable,
    columnas: tuple[str, ...],
    titulo: str,
    encabezados: Encabezados,
    _resultado: Resultado,
) -> str:
    datos = _con_el_corte_dicho(_resultado, columnas)
    return tabla_de_datos.escribir(datos, columnas, titulo, dict(encabezados))


def _con_el_corte_dicho(resultado: Resultado, columnas: Sequence[str]) -> pd.DataFrame:
    """Los datos con cada fecha de corte que se muestra como la dice su fuente: «2023-2024»."""
    datos = resultado.datos
    if CORTE not in columnas or "politica_codigo" in datos.columns:
        return datos
    dichos = {
        (f.fuente_codigo, f.corte_fecha): formato.corte(f.corte_texto, f.corte_fecha)
        for f in resultado.fuentes
    }
    pares = zip(datos["fuente_codigo"], datos[CORTE], strict=True)
    return datos.assign(**{CORTE: [dichos.get((fuente, dia), dia) for fuente, dia in pares]})


CORTE = "corte_fecha"
PROCEDENCIA = {
    "fuente_codigo",
    "ubicacion",
    "cita",
    CORTE,
    "politica_codigo",
    "divipola_fecha",
    "es_simulado",
}


def _visibles(datos: pd.DataFrame) -> list[str]:
    """Las columnas que se leen en pantalla: la procedencia va en su línea y en el CSV."""
    return [c for c in datos.columns if c not in PROCEDENCIA and not c.endswith("_codigo")]
