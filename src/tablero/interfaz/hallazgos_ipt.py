"""Lo que encontró el Índice de Priorización Territorial, una tarjeta por hallazgo, con su cita."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from tablero import formato
from tablero.consultas import eat
from tablero.interfaz import tarjeta
from tablero.interfaz.conexion import preguntar


def _un_decimal(valor: float | None) -> str:
    return formato.porcentaje(valor, 1)


def _cerca_de(valor: float | None) -> str:
    return f"cerca de {formato.numero(valor)}"


Escritura = Callable[[float | None], str]
HALLAZGOS: tuple[tuple[str, str, Escritura], ...] = (
    (
        "eat_ipt_municipios_alta_necesidad",
        "Municipios con prioridad alta o muy alta",
        formato.numero,
    ),
    ("eat_ipt_media_o_mas_municipios", "Con prioridad media o mayor", formato.numero),
    ("eat_ipt_media_o_mas_pct", "Parte de los municipios del país", _un_decimal),
    ("eat_ipt_frontera_municipios", "Priorizados en la frontera o junto a ella", _cerca_de),
    ("eat_ipt_bajo_pct", "Municipios que no la necesitan", _un_decimal),
)


def dibujar() -> None:
    """Las tarjetas, de todo el país: el filtro no las cambia."""
    for columna, (codigo, etiqueta, escribir) in zip(
        st.columns(len(HALLAZGOS)), HALLAZGOS, strict=True
    ):
        with columna:
            tarjeta.cifra(
                preguntar(eat.cifra, codigo=codigo),
                etiqueta,
                "valor",
                escribir,
                nota=con_cita,
            )


def con_cita(fila: dict[str, Any]) -> str:
    """Qué mide la cifra y las palabras de la fuente que la llevan."""
    return f"{fila['descripcion']} La fuente: «{fila['cita']}»."
