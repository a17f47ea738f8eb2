"""Lo que ya se calculó, mientras quepa: un solo tope de memoria para todo lo que se guarda.

Lo que más tiempo lleva sin usarse es lo primero que se olvida, y de un tablero que ya no se sirve
se olvida todo. Lo que una dirección puede inventar sin fin no se guarda: ni una clave larga ni una
respuesta vacía (`conexion.preguntar`).
"""

import inspect
import sys
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Mapping
from functools import cache
from threading import Lock
from types import FunctionType, MethodType, ModuleType
from typing import Any, TypeVar

import numpy as np
import pandas as pd

R = TypeVar("R")
TOPE = 32 * 1024 * 1024
"""Octetos de todo lo guardado."""
LETRAS_DE_CLAVE = 4000
"""Una clave más larga no se guarda: la escribió alguien en la dirección."""
DE_UNA_PIEZA = (str, bytes, int, float, pd.DataFrame, pd.Series, pd.Index, np.ndarray)
SIN_PESO = (type, FunctionType, MethodType, ModuleType, type(None), bool)


class Memoria:
    """Valores por clave, hasta un tope de octetos; la usan varios hilos a la vez."""

    def __init__(self, tope: int = TOPE) -> None:
        self.tope = tope
        self.octetos = 0
        # `Any`: guarda lo que cada función devuelve, y cada una sabe qué es lo suyo.
        self._guardados: OrderedDict[Hashable, tuple[Any, int]] = OrderedDict()
        self._en_marcha: dict[Hashable, Lock] = {}
        self._cerrojo = Lock()

    def __len__(self) -> int:
        return len(self._guardados)

    def dar(
        self, clave: Hashable, hacer: Callable[[], R], guardar: Callable[[R], bool] = lambda _: True
    ) -> R:
        """El valor de la clave; si no está, lo hace uno solo y los demás lo esperan.

        Sin `guardar`, el valor se da y no se guarda.
        """
        if len(repr(clave)) > LETRAS_DE_CLAVE:
            return hacer()
        with self._cerrojo:
            if clave in self._guardados:
                self._guardados.move_to_end(clave)
                valor: R = self._guardados[clave][0]
                return valor
            turno = self._en_marcha.setdefault(clave, Lock())
        with turno:
            with self._cerrojo:
                if clave in self._guardados:
                    ya_hecho: R = self._guardados[clave][0]
                    return ya_hecho
            try:
                valor = hacer()
                if guardar(valor):
                    self._poner(clave, valor)
            finally:
                with self._cerrojo:
                    self._en_marcha.pop(clave, None)
        return valor

    def olvidar(self, sobra: Callable[[Any], bool]) -> None:
        """Quita las claves que sobran. `Any`: qué lleva una clave lo sabe quien la hizo."""
        with self._cerrojo:
            for clave in [c for c in self._guardados if sobra(c)]:
                self.octetos -= self._guardados.pop(clave)[1]

    def _poner(self, clave: Hashable, valor: object) -> None:
        octetos = pesar(valor) + pesar(clave)
        if octetos > self.tope:
            return
        with self._cerrojo:
            self._guardados[clave] = valor, octetos
            self.octetos += octetos
            while self.octetos > self.tope:
                _, (_, sueltos) = self._guardados.popitem(last=False)
                self.octetos -= sueltos


MEMORIA = Memoria()


def llamada(
    funcion: Callable[..., object], valores: tuple[object, ...], opciones: Mapping[str, object]
) -> tuple[Hashable, ...]:
    """Lo que distingue una llamada de otra: con qué argumentos, se digan como se digan.

    Los que empiezan por `_` no cuentan: acompañan a los que sí.
    """
    dados = _firma(funcion).bind(*valores, **opciones).arguments
    return tuple((n, _clave(v)) for n, v in dados.items() if not n.startswith("_"))


def nombre_de(funcion: Callable[..., object]) -> str:
    """El módulo y el nombre de una función."""
    return f"{funcion.__module__}.{getattr(funcion, '__qualname__', type(funcion).__qualname__)}"


@cache
def _firma(funcion: Callable[..., object]) -> inspect.Signature:
    return inspect.signature(funcion)


def _clave(valor: Any) -> Hashable:
    """El valor, como parte de una clave: un diccionario es sus parejas, en orden.

    `Any`: si no sirve de clave, lo dice el diccionario al guardarlo.
    """
    return tuple(sorted(valor.items())) if isinstance(valor, Mapping) else valor


def olvidar_tablero(identidad: Hashable) -> None:
    """Olvida lo que salió de ese tablero."""
    MEMORIA.olvidar(lambda clave: len(clave) > 1 and clave[1] == identidad)


def pesar(valor: object) -> int:
    """Los octetos que ocupa un valor con todo lo que lleva adentro, una vez cada cosa."""
    octetos, vistos, faltan = 0, set[int](), [valor]
    while faltan:
        uno = faltan.pop()
        if id(uno) in vistos or isinstance(uno, SIN_PESO):
            continue
        vistos.add(id(uno))
        octetos += _propios(uno)
        faltan.extend(_adentro(uno))
    return octetos


def _propios(uno: object) -> int:
    if isinstance(uno, pd.DataFrame):
        return int(uno.memory_usage(deep=True).sum())
    if isinstance(uno, pd.Series | pd.Index):
        return int(uno.memory_usage(deep=True))
    if isinstance(uno, np.ndarray):
        return int(uno.nbytes)
    return sys.getsizeof(uno)


def _adentro(uno: object) -> Iterable[object]:
    if isinstance(uno, DE_UNA_PIEZA):
        return ()
    if isinstance(uno, Mapping):
        return [*uno.keys(), *uno.values()]
    if isinstance(uno, list | tuple | set | frozenset):
        return uno
    return [vars(uno)] if hasattr(uno, "__dict__") else ()
