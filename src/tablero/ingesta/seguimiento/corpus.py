"""Todos los libros de seguimiento: una política a la vez, o varias si hay con qué."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import groupby
from multiprocessing import get_context
from typing import Any

from tablero.calculo.semaforo import Rangos
from tablero.errores import ErrorDeCelda, ErroresDeDatos
from tablero.formato import contar
from tablero.ingesta.seguimiento.carpetas import DocumentoSeguimiento
from tablero.ingesta.seguimiento.politica import Lotes, Publicados, procesar

LIBROS_PARA_REPARTIR = 16
"""Con menos, abrir otro proceso tarda más que leerlos."""

Fila = Mapping[str, Any]
Tarea = tuple[Sequence[DocumentoSeguimiento], Publicados, Rangos]


def leer_corpus(
    documentos: Sequence[DocumentoSeguimiento],
    productos: Sequence[Fila],
    avances: Sequence[Fila],
    rangos: Rangos,
    avisar: Callable[[str], None],
) -> Lotes:
    """Las filas de todos los libros; `ErroresDeDatos` con los que no se pueden leer.

    `productos` y `avances` son los que publica el informe: a ellos se compara el libro del mismo
    corte, y no los reemplaza.
    """
    todo, errores = Lotes(), list[ErrorDeCelda]()
    tareas = [
        (libros, _publicados(codigo, productos, avances), rangos)
        for codigo, libros in (
            (c, tuple(g)) for c, g in groupby(documentos, lambda d: d.politica_codigo)
        )
    ]
    for (libros, *_), hallado in zip(tareas, _repartir(tareas, len(documentos)), strict=True):
        avisar(
            f"Leyendo {libros[0].nombre}: {contar(len(libros), 'libro', 'libros')} de seguimiento…"
        )
        if isinstance(hallado, Lotes):
            todo.juntar(hallado)
        else:
            errores += hallado
    if errores:
        raise ErroresDeDatos(errores)
    return todo


def _repartir(tareas: Sequence[Tarea], libros: int) -> Iterator[Lotes | list[ErrorDeCelda]]:
    nucleos = min(os.cpu_count() or 1, len(tareas))
    if libros < LIBROS_PARA_REPARTIR or nucleos == 1:
        yield from map(_procesar, tareas)
        return
    with ProcessPoolExecutor(nucleos, mp_context=get_context("spawn")) as procesos:
        yield from procesos.map(_procesar, tareas)


def _procesar(tarea: Tarea) -> Lotes | list[ErrorDeCelda]:
    try:
        return procesar(*tarea)
    except ErroresDeDatos as error:
        return list(error.errores)


def _publicados(politica: str, productos: Sequence[Fila], avances: Sequence[Fila]) -> Publicados:
    """Lo que el informe publica de una política, por corte y código."""
    por_corte: dict[str, dict[str, dict[str, Any]]] = {}
    for filas in (productos, avances):
        for fila in filas:
            if fila["politica_codigo"] == politica:
                corte = por_corte.setdefault(fila["corte_fecha"].isoformat(), {})
                corte.setdefault(fila["producto_codigo"], {}).update(fila)
    return por_corte
