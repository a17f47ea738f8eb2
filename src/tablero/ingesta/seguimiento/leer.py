"""Del archivo oficial a los indicadores, y todo lo que no se pudo leer."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from tablero.calculo.seguimiento.indicador import Clase, Indicador
from tablero.errores import ErroresDeDatos
from tablero.formato import contar, enumerar
from tablero.ingesta.seguimiento.abrir import Abierto, abrir_seguimiento
from tablero.ingesta.seguimiento.celdas import (
    DE_CONTRASTE,
    Lector,
    Leido,
    de_todo_el_libro,
)
from tablero.ingesta.seguimiento.filas import leer_filas
from tablero.ingesta.seguimiento.hojas import HojaLeida
from tablero.ingesta.seguimiento.relatos import leer_relatos
from tablero.libro.fila import LugarDeHoja, letras
from tablero.modelo.fuentes import TITULO_SIMULADO
from tablero.modelo.reglas import Regla

COMBINADAS = "son celdas combinadas; sepárelas y escriba el valor en cada una."
PRIMERAS = 5
"""Cuántas filas o columnas ocultas se nombran."""


@dataclass(frozen=True)
class LibroSeguimiento:
    """Lo que se leyó de un libro, o de los dos de un corte."""

    diseno: str
    indicadores: tuple[Indicador, ...]
    """Productos y resultados, en el orden de sus filas."""
    errores: tuple[Leido, ...]
    """Lo que no se pudo leer: las cifras que dependen de ello quedan sin dato."""
    notas: tuple[Leido, ...] = ()
    """Lo que se leyó sin estar como se espera."""
    filas_sin_codigo: tuple[float | None, ...] = ()
    """Lo que pesan las filas de indicadores sin un código que se pueda leer; `ILEGIBLE` si tampoco
    se puede."""
    es_simulado: bool = False

    @property
    def clases(self) -> frozenset[Clase]:
        """Qué trae: productos, resultados o los dos."""
        return frozenset(i.clase for i in self.indicadores)


def leer_seguimiento(ruta: Path) -> LibroSeguimiento:
    """Lee un `.xlsx` o un `.xlsb` con el diseño que le corresponda.

    `ArchivoIlegible` si no se puede abrir; `ErroresDeDatos` si le falta la hoja cuantitativa, un
    bloque sin el que no hay cálculo, o no tiene ningún indicador.
    """
    return leer_abierto(abrir_seguimiento(ruta))


def leer_abierto(abierto: Abierto) -> LibroSeguimiento:
    """Lee las filas de un libro ya abierto."""
    hoja, columnas = abierto.cuantitativa, abierto.columnas
    lector = Lector(hoja, LugarDeHoja(abierto.nombre, hoja.nombre))
    lector.errores += [de_todo_el_libro(e, "nota", DE_CONTRASTE) for e in columnas.avisos]
    filas = leer_filas(lector, columnas, abierto.diseno)
    lector.errores += _combinadas(hoja, columnas.primera_fila, lector.lugar)
    indicadores = filas.indicadores
    if not indicadores:
        raise ErroresDeDatos(
            [*lector.errores, lector.lugar.error("no tiene ninguna fila con un indicador.")]
        )
    notas = [*_ocultas(hoja, filas.numeros, list(columnas.todas()), lector.lugar)]
    errores, cualitativa = [*lector.errores], abierto.cualitativa
    errores += [de_todo_el_libro(error) for error in abierto.errores]
    notas += lector.notas
    if cualitativa is not None and not abierto.parejas.errores:
        de_textos = Lector(cualitativa, LugarDeHoja(abierto.nombre, cualitativa.nombre))
        indicadores = leer_relatos(de_textos, abierto.parejas, indicadores)
        errores += de_textos.errores
        notas += [*_ocultas(cualitativa, (), [], de_textos.lugar), *de_textos.notas]
    return LibroSeguimiento(
        abierto.diseno.nombre,
        tuple(indicadores),
        tuple(errores),
        tuple(notas),
        filas.sin_codigo,
        es_simulado=_es_simulado(hoja, columnas.primera_fila),
    )


def _es_simulado(hoja: HojaLeida, hasta: int) -> bool:
    """Si alguna celda del encabezado, que puede estar corrido, lleva la marca de lo inventado."""
    return any(
        isinstance(valor, str) and valor.lstrip().startswith(TITULO_SIMULADO)
        for fila in hoja.celdas[:hasta]
        for valor in fila
    )


def _combinadas(hoja: HojaLeida, primera_fila: int, lugar: LugarDeHoja) -> list[Leido]:
    """Celdas combinadas entre los datos: solo una de ellas tendría el valor."""
    return [
        de_todo_el_libro(lugar.error(COMBINADAS, celda=rango))
        for rango in hoja.rarezas.combinadas
        if _ultima_fila(rango) > primera_fila
    ]


def _ultima_fila(rango: str) -> int:
    """`B3:C8` → 8; desde 1."""
    digitos = "".join(c for c in rango.rpartition(":")[2] if c.isdigit())
    return int(digitos) if digitos else 0


def _ocultas(
    hoja: HojaLeida, filas: tuple[int, ...], columnas: list[int], lugar: LugarDeHoja
) -> Iterator[Leido]:
    """Lo que se lee sin que se vea al abrir el libro: la hoja, filas o columnas."""
    que_hacer = "Muéstrelas para revisarlas: se leen como las demás."
    de_filas = sorted(f + 1 for f in filas if f + 1 in hoja.rarezas.filas_ocultas)
    de_columnas = sorted(c + 1 for c in columnas if c + 1 in hoja.rarezas.columnas_ocultas)
    dicho = []
    if hoja.esta_oculta:
        dicho.append(("la hoja está oculta y se lee.", "Muéstrela para revisarla."))
    if de_filas:
        cuantas = contar(len(de_filas), "fila oculta", "filas ocultas")
        cuales = _primeras([str(f) for f in de_filas])
        dicho.append((f"hay {cuantas} con un indicador: {cuales}.", que_hacer))
    if de_columnas:
        cuantas = contar(len(de_columnas), "columna oculta", "columnas ocultas")
        dicho.append(
            (f"hay {cuantas} que se leen: {_primeras([*map(letras, de_columnas)])}.", que_hacer)
        )
    for mensaje, cura in dicho:
        leido = de_todo_el_libro(lugar.error(mensaje), "nota", cura)
        yield replace(leido, regla=Regla.OCULTO)


def _primeras(cuales: list[str]) -> str:
    if len(cuales) <= PRIMERAS:
        return enumerar(cuales)
    return f"{', '.join(cuales[:PRIMERAS])} y {len(cuales) - PRIMERAS} más"
