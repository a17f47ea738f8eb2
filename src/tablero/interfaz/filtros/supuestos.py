"""Los reportes que alguien supone: `?supone=2.2.6:120,1.1.4:30`, y nada se guarda."""

import re
from collections.abc import Callable

import streamlit as st

from tablero import formato
from tablero.calculo.numero_escrito import leer_numero
from tablero.interfaz.filtros.direccion import pedido
from tablero.interfaz.filtros.opciones import TODOS, escribir
from tablero.interfaz.marco import decir
from tablero.interfaz.marco.decir import citado
from tablero.interfaz.marco.sin_marcas import llano
from tablero.respuestas.suponer.suposicion import DECIMALES, como_se_escribe
from tablero.texto import codigo, esta_vacio

SUPONE = "supone"
TOPE_DE_SUPUESTOS = 40
PARTE = re.compile(r"(\d{1,4}\.\d{1,4}\.\d{1,4}) ?: ?(-?\d{1,12}(?:\.\d{1,6})?)", re.ASCII)
ILEGIBLE = "«{}» no es un número que se pueda suponer: escriba, por ejemplo, 1.200 o 26,5."


def leer_supuestos() -> dict[str, float]:
    """Código de producto → el próximo reporte que se supone; lo mal escrito se dice y no se usa."""
    supuestos, sobra = _leer()
    if sobra:
        decir.advertir(
            f"El enlace supone «{citado(st.query_params[SUPONE])}», que no se entiende del todo: "
            f"deben ser como 2.2.6:120, con comas, y a lo sumo {TOPE_DE_SUPUESTOS}. Se usa lo que "
            "se entiende."
        )
    return supuestos


def poner_supuesto(codigo: str, valor: float) -> None:
    """Agrega o cambia en la URL lo que se supone de un producto."""
    _guardar({**_leer()[0], codigo: valor})


def quitar_supuesto(codigo: str) -> None:
    """Quita de la URL lo que se supone de un producto."""
    _guardar({c: v for c, v in _leer()[0].items() if c != codigo})


def campo_de_supuesto(codigo: str, etiqueta: str, valor: float | None) -> None:
    """Dibuja el número que se supone de un producto; al cambiarlo va a la URL, y vacío se quita.

    Se escribe y se lee como en Colombia: un campo numérico del navegador pierde la coma decimal si
    no está en español (12,5 queda en 125). Lo que no es un número se dice y no cambia nada.
    """
    clave = f"supuesto_{codigo}"
    st.session_state[clave] = "" if valor is None else formato.numero_justo(valor, DECIMALES)
    st.text_input(llano(etiqueta), key=clave, on_change=_guardador(codigo, clave))
    ilegible = st.session_state.pop(f"{clave}_ilegible", None)
    if ilegible is not None:
        decir.advertir(ILEGIBLE.format(citado(ilegible)))


def _guardador(codigo: str, clave: str) -> Callable[[], None]:
    def guardar() -> None:
        texto = st.session_state[clave]
        valor = leer_numero(texto)
        if esta_vacio(texto):
            quitar_supuesto(codigo)
        elif valor is None:
            st.session_state[f"{clave}_ilegible"] = texto
        else:
            poner_supuesto(codigo, valor)

    return guardar


def _leer() -> tuple[dict[str, float], bool]:
    """Lo que se entiende de la URL, y si hay algo que no."""
    partes = [p for p in re.split(r" ?, ?", codigo(pedido(SUPONE) or "")) if p]
    hallados = [h for parte in partes if (h := PARTE.fullmatch(parte))]
    supuestos = {h[1]: float(h[2]) for h in hallados[:TOPE_DE_SUPUESTOS]}
    return supuestos, len(supuestos) < len(partes)


def _guardar(supuestos: dict[str, float]) -> None:
    partes = [f"{codigo}:{como_se_escribe(valor)}" for codigo, valor in supuestos.items()]
    escribir(SUPONE, ",".join(partes) or TODOS, TODOS)
