"""Lo que se pone al lado de lo que se mira: `?comparar=54001,05001`.

Quien escribe la dirección separa con comas, puntos y comas o espacios, y usa códigos o nombres; un
nombre puede llevar comas. Lo que no se entiende y lo que no cabe se dice, y nunca se calla.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import streamlit as st

from tablero import formato
from tablero.interfaz.filtros.direccion import pedido
from tablero.interfaz.filtros.opciones import escribir
from tablero.interfaz.marco import decir
from tablero.interfaz.marco.decir import citado
from tablero.interfaz.marco.sin_marcas import llano
from tablero.texto import limpiar

COMPARAR = "comparar"
LADO_A_LADO = 5
"""Las que se comparan, contando la que se mira: más columnas no se leen de lejos."""
PARTES = 20
"""Los trozos de una dirección que se miran; los demás son de sobra."""
TROZOS_DE_UN_NOMBRE = 4
"""En cuántos parten las comas el nombre más largo."""
Hallar = Callable[[str], str | None]


@dataclass(frozen=True)
class Comparados:
    """Lo que pide la dirección: las claves que se entienden, sin repetir, y lo que se deja."""

    claves: tuple[str, ...] = ()
    desconocidos: tuple[str, ...] = ()
    sobran: tuple[str, ...] = ()

    @property
    def se_entiende(self) -> bool:
        """Si la dirección no pide nada de más."""
        return not self.desconocidos and not self.sobran


def repartir(texto: str, hallar: Hallar, propia: str = "") -> Comparados:
    """Lo que pide un texto, en su orden; `hallar` da la clave de lo que se escribe, o `None`.

    `propia` es la que ya se mira, y no se repite.
    """
    trozos = [t for t in (limpiar(t) for t in re.split(r"[,;|]", texto)) if t]
    halladas: dict[str, None] = {}
    desconocidos = []
    for clave, trozo in _entender(trozos[:PARTES], hallar):
        if clave is None:
            desconocidos.append(trozo)
        elif clave != propia:
            halladas[clave] = None
    caben = LADO_A_LADO - bool(propia)
    claves = tuple(halladas)
    sobran = (*claves[caben:], *trozos[PARTES:])
    return Comparados(claves[:caben], tuple(dict.fromkeys(desconocidos)), sobran)


def se_piden() -> bool:
    """Si la dirección pide comparar con algo."""
    return pedido(COMPARAR) is not None


def leer(hallar: Hallar, propia: str = "") -> Comparados:
    """Lo que pide la dirección, que queda con las claves verdaderas si se entiende toda."""
    comparados = repartir(pedido(COMPARAR) or "", hallar, propia)
    if comparados.se_entiende:
        _guardar(comparados.claves)
    return comparados


def elegir(etiqueta: str, rotulos: Mapping[str, str], elegidos: Comparados, propia: str) -> None:
    """Dibuja la lista de lo que se puede poner al lado; lo elegido va a la dirección.

    `rotulos` dice, por clave, cómo se lee cada una.
    """
    clave = f"filtro_{COMPARAR}"
    st.session_state[clave] = [c for c in elegidos.claves if c in rotulos]
    st.multiselect(
        llano(etiqueta),
        [c for c in rotulos if c != propia],
        key=clave,
        format_func=lambda opcion: rotulos[opcion],
        placeholder=f"Elija hasta {formato.numero(LADO_A_LADO - bool(propia))}",
        max_selections=LADO_A_LADO - bool(propia),
        select_all=False,  # de unas pocas que caben, elegirlas todas con un Entrar no es de nadie
        on_change=lambda: _guardar(st.session_state[clave]),
    )


def decir_lo_que_se_deja(elegidos: Comparados, que: str, rotulos: Mapping[str, str]) -> None:
    """Lo que la dirección pide y no se compara; `que` son esas cosas («los municipios»)."""
    if elegidos.desconocidos:
        nombres = formato.enumerar([f"«{citado(d)}»" for d in elegidos.desconocidos])
        decir.advertir(f"El enlace pide comparar con {nombres}, que no se halla entre {que}.")
    if elegidos.sobran:
        nombres = formato.enumerar([citado(rotulos.get(s, s)) for s in elegidos.sobran])
        decir.advertir(f"Se comparan a lo sumo {LADO_A_LADO}: quedan por fuera {nombres}.")


def olvidar() -> None:
    """Quita lo comparado de la dirección: lo que se mira ya no es de la misma clase."""
    _guardar(())


def _guardar(claves: Iterable[str]) -> None:
    escribir(COMPARAR, ",".join(claves), "")


def _entender(trozos: list[str], hallar: Hallar) -> Iterable[tuple[str | None, str]]:
    """Cada trozo con su clave; un nombre con comas puede ser varios trozos seguidos."""
    lugar = 0
    while lugar < len(trozos):
        for cuantos in range(min(TROZOS_DE_UN_NOMBRE, len(trozos) - lugar), 0, -1):
            nombre = ", ".join(trozos[lugar : lugar + cuantos])
            if (clave := hallar(nombre)) is not None:
                yield clave, nombre
                break
        else:
            cuantos = 1
            yield from _por_espacios(trozos[lugar], hallar)
        lugar += cuantos


def _por_espacios(trozo: str, hallar: Hallar) -> Iterable[tuple[str | None, str]]:
    """Unos códigos separados con espacios («54001 05001»); si no lo son, un desconocido."""
    partes = trozo.split()
    if 1 < len(partes) <= LADO_A_LADO and all(any(c.isdigit() for c in p) for p in partes):
        claves = [hallar(p) for p in partes]
        if all(claves):
            return zip(claves, partes, strict=True)
    return [(None, trozo)]
