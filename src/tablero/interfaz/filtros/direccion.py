"""Lo que pide la dirección, como lo escribe la gente: se entiende o se dice, nunca se calla.

Un enlace copiado de un correo o de un documento trae espacios duros, otras mayúsculas o tildes
perdidas. Aquí se limpia una vez y se busca a qué opción corresponde; la dirección queda con la
verdadera, para que los demás enlaces la lleven.
"""

import re
from collections.abc import Iterable, Mapping
from typing import TypeVar

import streamlit as st

from tablero.texto import a_codigo, codigo, limpiar, plano

Opcion = TypeVar("Opcion", bound=str)
PRODUCTO = re.compile(
    r"(?:p|prod|producto|cod|codigo|c)?[\s.:#]*"
    r"(\d{1,4}(?:\s*[.,;:/_-]\s*\d{1,4}){1,2}|\d{1,4}(?:\s+\d{1,4}){1,2}|\d{1,4})\s*[.,;]?",
    re.ASCII,
)
"""«1.1.4», «1,1,4», «P1.1.4», «1-1-04», «Producto 1 1 4»."""


def normalizar_nombres() -> None:
    """Los parámetros, con su nombre de siempre: `?Código=…` es `?codigo=…`."""
    for nombre in list(st.query_params):
        llano = a_codigo(nombre)
        if llano in ("", nombre):
            continue
        valor = st.query_params.pop(nombre)
        if llano not in st.query_params:
            st.query_params[llano] = valor


def pedido(nombre: str) -> str | None:
    """El valor de ese parámetro, limpio; `None` si no está o no dice nada."""
    valor = st.query_params.get(nombre)
    return None if valor is None else limpiar(valor) or None


def reconocer(
    valor: str, opciones: Iterable[str], rotulos: Mapping[Opcion, str] | None = None
) -> str | None:
    """La opción que dice el valor: igual, o igual sin tildes, mayúsculas ni signos.

    También vale su rótulo. `None` si no es ninguna, o si podrían ser varias.
    """
    opciones = list(opciones)
    if valor in opciones:
        return valor
    buscado = plano(valor)
    leidos: Mapping[str, str] = {str(o): rotulo for o, rotulo in (rotulos or {}).items()}
    iguales = [o for o in opciones if buscado and buscado in (plano(o), plano(leidos.get(o, "")))]
    return iguales[0] if len(iguales) == 1 else None


def entender(
    nombre: str, opciones: Iterable[str], rotulos: Mapping[Opcion, str] | None = None
) -> str | None:
    """La opción que pide ese parámetro, que queda en la dirección; `None` si no es ninguna."""
    valor = pedido(nombre)
    if valor is None:
        return None
    opcion = reconocer(valor, opciones, rotulos)
    if opcion is not None and st.query_params[nombre] != opcion:
        st.query_params[nombre] = opcion
    return opcion


def codigo_de_producto(texto: str) -> str | None:
    """«P1.1.04» → «1.1.4»; `None` si no es un código, entero o su comienzo («1.1»)."""
    hallado = PRODUCTO.fullmatch(codigo(texto).lower().replace("ó", "o"))
    return ".".join(str(int(n)) for n in re.findall(r"\d+", hallado[1])) if hallado else None


def pedido_de_producto(nombre: str) -> str:
    """El código de producto de ese parámetro, que queda en la dirección; lo demás, como vino."""
    valor = pedido(nombre)
    if valor is None:
        return ""
    entendido = codigo_de_producto(valor) or valor
    if st.query_params[nombre] != entendido:
        st.query_params[nombre] = entendido
    return entendido
