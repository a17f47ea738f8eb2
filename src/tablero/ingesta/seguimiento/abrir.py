"""Abre un libro de seguimiento y encuentra en él sus hojas y sus columnas, sin leer las filas."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tablero.errores import ArchivoIlegible, ErrorDeCelda, ErroresDeDatos
from tablero.formato import enumerar
from tablero.ingesta.seguimiento.bloques import ubicar
from tablero.ingesta.seguimiento.columnas import Columnas
from tablero.ingesta.seguimiento.diseno import Diseno, disenos_conocidos
from tablero.ingesta.seguimiento.hojas import HojaLeida, abrir_hojas
from tablero.ingesta.seguimiento.parejas import Parejas, ubicar_parejas
from tablero.libro.fila import LugarDeHoja
from tablero.texto import plano

FALTA = "falta esta hoja."
NUMEROS = re.compile(r"^(?:\d+ )+|(?: \d+)+$")
"""Los que a veces van delante del nombre de una hoja, o detrás si es una copia."""


@dataclass(frozen=True)
class Abierto:
    """Un libro con su diseño reconocido."""

    nombre: str
    diseno: Diseno
    cuantitativa: HojaLeida
    columnas: Columnas
    cualitativa: HojaLeida | None = None
    parejas: Parejas = field(default_factory=Parejas)
    errores: tuple[ErrorDeCelda, ...] = ()
    """Lo de la hoja cualitativa."""
    ignoradas: tuple[HojaLeida, ...] = ()
    """Las que se parecen a las suyas, están ocultas y no se leen."""
    otras: tuple[str, ...] = ()
    """Los nombres de las demás, que no se miran."""


def abrir_seguimiento(ruta: Path) -> Abierto:
    """Abre un `.xlsx` o un `.xlsb` con el diseño que le corresponda.

    `ArchivoIlegible` si no se puede abrir; `ErroresDeDatos` si le falta la hoja cuantitativa o un
    bloque sin el que no hay cálculo, o si algo se puede entender de dos maneras.
    """
    nombre = ruta.name
    otras: list[str] = []

    def sirve(hoja: str) -> bool:
        es_suya = es_de_seguimiento(hoja)
        if not es_suya:
            otras.append(hoja)
        return es_suya

    try:
        hojas = abrir_hojas(ruta, sirve)
    except ArchivoIlegible as error:
        raise ArchivoIlegible(f"{nombre}: {error}") from None
    intentos = [_intentar(hojas, diseno, nombre) for diseno in disenos_conocidos()]
    mejor = min(intentos, key=lambda intento: len(intento.columnas.fatales))
    if mejor.columnas.fatales or mejor.hoja is None:
        raise ErroresDeDatos(mejor.columnas.fatales)
    cualitativa, errores, ocultas = _elegir(hojas, mejor.diseno.hojas.cualitativo, nombre)
    parejas = Parejas()
    if cualitativa is not None:
        parejas = ubicar_parejas(cualitativa, mejor.diseno, LugarDeHoja(nombre, cualitativa.nombre))
    return Abierto(
        nombre,
        mejor.diseno,
        mejor.hoja,
        mejor.columnas,
        cualitativa,
        parejas,
        (*errores, *parejas.errores),
        (*mejor.ocultas, *ocultas),
        tuple(otras),
    )


def es_de_seguimiento(hoja: str) -> bool:
    """Si algún diseño conocido tiene una hoja con ese nombre; las demás no importan."""
    return any(
        _parecido(hoja, buscada) is not None
        for diseno in disenos_conocidos()
        for buscada in (diseno.hojas.cuantitativo, diseno.hojas.cualitativo)
    )


@dataclass(frozen=True)
class _Intento:
    diseno: Diseno
    hoja: HojaLeida | None
    columnas: Columnas
    ocultas: Sequence[HojaLeida] = ()


def _intentar(hojas: Sequence[HojaLeida], diseno: Diseno, nombre: str) -> _Intento:
    hoja, errores, ocultas = _elegir(hojas, diseno.hojas.cuantitativo, nombre)
    if hoja is None:
        return _Intento(diseno, None, Columnas(fatales=errores))
    return _Intento(diseno, hoja, ubicar(hoja, diseno, LugarDeHoja(nombre, hoja.nombre)), ocultas)


def _elegir(
    hojas: Sequence[HojaLeida], buscada: str, nombre: str
) -> tuple[HojaLeida | None, list[ErrorDeCelda], list[HojaLeida]]:
    """La hoja de ese nombre, y las ocultas que se le parecen; si hay varias a la vista, ninguna.

    Una oculta solo se lee si no hay otra.
    """
    parecidos = [(_parecido(h.nombre, buscada), h) for h in hojas]
    parecidas = [(parecido, h) for parecido, h in parecidos if parecido is not None]
    a_la_vista = [par for par in parecidas if not par[1].esta_oculta]
    posibles = a_la_vista or parecidas
    mejores = [h for parecido, h in posibles if parecido == min(p for p, _ in posibles)]
    if len(mejores) == 1:
        ocultas = [h for _, h in parecidas if h.esta_oculta and h is not mejores[0]]
        return mejores[0], [], ocultas
    mensaje = FALTA
    if mejores:
        cuales = enumerar([f"«{h.nombre}»" for h in mejores])
        mensaje = f"hay varias hojas que pueden ser esta ({cuales}); deje una sola."
    return None, [LugarDeHoja(nombre, buscada).error(mensaje)], []


def _parecido(hoja: str, buscada: str) -> int | None:
    """0 si es su nombre, con o sin números; 1 si lo contiene; `None` si es otra."""
    dicha, esperada = plano(hoja), plano(buscada)
    if NUMEROS.sub("", dicha) == esperada:
        return 0
    return 1 if f" {esperada} " in f" {dicha} " else None
