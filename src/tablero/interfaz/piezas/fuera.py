"""Lo que queda fuera de las sumas de la política: la frase que va junto a cada cifra, y cuáles."""

from collections import defaultdict
from html import escape

import streamlit as st

from tablero import formato
from tablero.consultas import politica
from tablero.graficos.piezas import destinos
from tablero.interfaz.marco.conexion import preguntar
from tablero.interfaz.marco.fallas import decir_fallas
from tablero.interfaz.piezas import enlaces
from tablero.modelo.fuera import Fuera
from tablero.respuestas.vista import PoliticaMirada

SIN_FILTRO = dict.fromkeys(("objetivo", "tipo", "sector", "entidad"))
A_LA_VISTA = 8
"""Los productos que se nombran; los demás están en la lista del Semáforo."""
SIN_CODIGO = (
    "Una fila del libro sin un código que se pueda leer no se sabe de qué producto es: su celda "
    "está en Hallazgos."
)


def de_la_vista(vista: PoliticaMirada) -> Fuera:
    """Lo que no suma en la política, en ese corte."""
    corte = preguntar(politica.corte, **vista.consulta)
    return Fuera() if corte.esta_vacio else Fuera.de_fila(corte.fila)


def frase(vista: PoliticaMirada) -> str:
    """Cuántos y cuánto pesan; vacía si todo suma."""
    return de_la_vista(vista).frase


@decir_fallas
def dibujar(vista: PoliticaMirada, fuera: Fuera | None = None) -> None:
    """La frase y, debajo, cuáles son y por qué; nada si todo suma.

    `fuera` es lo que no suma, si no es lo del corte.
    """
    fuera = fuera or de_la_vista(vista)
    if fuera:
        st.html(
            f'<div class="tb-dato"><p class="tb-etiqueta">{escape(fuera.frase)}</p>'
            f'<p class="tb-nota">{_cuales(vista, fuera)}</p></div>'
        )


def _cuales(vista: PoliticaMirada, fuera: Fuera) -> str:
    """Los códigos, por causa, con enlace a su hoja y a la lista."""
    url = tuple(vista.url.items())
    partes = ["No suman al avance ni a la trayectoria, y los pesos no se reescalan."]
    if fuera.productos:
        por_causa = _por_causa(vista)
        dichos, quedan = [], A_LA_VISTA
        for causa, codigos in por_causa.items():
            if vistos := codigos[:quedan]:
                con_enlace = formato.enumerar([enlaces.producto(c, url) for c in vistos])
                dichos.append(f"{con_enlace} ({escape(causa)})")
                quedan -= len(vistos)
        otros = sum(map(len, por_causa.values())) - A_LA_VISTA
        if otros > 0:
            dichos.append(f"{formato.numero(otros)} más")
        lista = escape(destinos.semaforo((("estado", politica.FUERA_DE_LA_SUMA), *url)))
        partes.append(
            f"{formato.enumerar(dichos)}. "
            f'<a href="{lista}" target="_self">Verlos en la lista del Semáforo →</a>'
        )
    if fuera.filas:
        partes.append(SIN_CODIGO)
    return " ".join(partes)


def _por_causa(vista: PoliticaMirada) -> dict[str, list[str]]:
    datos = preguntar(
        politica.productos, **vista.consulta, **SIN_FILTRO, estado=politica.FUERA_DE_LA_SUMA
    ).datos
    grupos: defaultdict[str, list[str]] = defaultdict(list)
    for codigo, causa in zip(datos["producto_codigo"], datos["fuera_causa"], strict=True):
        grupos[causa].append(codigo)
    return dict(grupos)
