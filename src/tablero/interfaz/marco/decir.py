"""Lo que la página le dice a una persona, cuando lleva algo que no escribió el programa.

Lo que pide la dirección, el nombre de un municipio o el motivo de un error puede traer un enlace
ajeno, una imagen o una fórmula. Aquí es HTML con todo escapado, y nunca Markdown: en Markdown no
hay cómo impedir del todo que una dirección se vuelva un enlace. Los avisos que el programa escribe
enteros son constantes y los dibuja Streamlit.
"""

from html import escape
from typing import Literal

import streamlit as st

from tablero.texto import visible

LETRAS_DE_UN_PEDIDO = 80
"""Cuánto se muestra de lo que pide un enlace: lo que sobra no dice más y empuja la página."""
Clase = Literal["informa", "advierte", "falla"]
OFICIO: dict[Clase, str] = {"informa": "status", "advierte": "alert", "falla": "alert"}
"""Con qué urgencia lo anuncia un lector de pantalla."""


def citado(texto: str) -> str:
    """Lo que pide un enlace, con lo que no se ve por su nombre y sin pasarse de largo."""
    sobra = "…" if len(texto) > LETRAS_DE_UN_PEDIDO else ""
    return visible(texto[:LETRAS_DE_UN_PEDIDO]) + sobra


def informar(texto: str) -> None:
    """Un aviso de lo que conviene saber."""
    _aviso("informa", texto)


def advertir(texto: str, *, fuerte: str = "") -> None:
    """Un aviso de algo que no es como se pidió o se espera; empieza por lo `fuerte`."""
    _aviso("advierte", texto, fuerte)


def fallar(texto: str) -> None:
    """Un aviso de lo que no se pudo hacer."""
    _aviso("falla", texto)


def frase(texto: str, *, fuerte: str = "") -> None:
    """Un párrafo; empieza por lo `fuerte`."""
    st.html(f'<p class="tb-frase">{_letra(texto, fuerte)}</p>')


def _aviso(clase: Clase, texto: str, fuerte: str = "") -> None:
    st.html(
        f'<div class="tb-alerta tb-{clase}" role="{OFICIO[clase]}">{_letra(texto, fuerte)}</div>'
    )


def _letra(texto: str, fuerte: str) -> str:
    return (f"<strong>{escape(fuerte)}</strong> " if fuerte else "") + escape(texto)
