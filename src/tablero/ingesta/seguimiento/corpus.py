"""Todos los libros de seguimiento: una política a la vez, o varias si hay con qué."""

import os
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import groupby
from multiprocessing import get_context
from pathlib import Path
from types import MappingProxyType

from tablero.calculo.entidades import Directorio
from tablero.calculo.plan.referencias import SIN_REFERENCIAS, Referencias
from tablero.calculo.seguimiento.hallazgos.informe import PublicadoEnInforme
from tablero.calculo.semaforo import Rangos
from tablero.errores import ErrorDeCelda, ErroresDeDatos
from tablero.formato import contar
from tablero.ingesta.seguimiento.carpetas import DocumentoSeguimiento
from tablero.ingesta.seguimiento.guardados import Guardados, guardar
from tablero.ingesta.seguimiento.procesar import Publicados, procesar
from tablero.ingesta.seguimiento.repartir import morir_con_quien_lo_abrio
from tablero.modelo.politica import PoliticaAvance, PoliticaProducto

LIBROS_PARA_REPARTIR = 16
"""Con menos, abrir otro proceso tarda más que leerlos."""

Tarea = tuple[Sequence[DocumentoSeguimiento], Publicados, Rangos, Directorio, Path, Referencias]


def leer_corpus(
    documentos: Sequence[DocumentoSeguimiento],
    productos: Sequence[PoliticaProducto],
    avances: Sequence[PoliticaAvance],
    rangos: Rangos,
    entidades: Directorio,
    *,
    carpeta: Path,
    avisar: Callable[[str], None],
    referencias: Mapping[str, Referencias] = MappingProxyType({}),
) -> Guardados:
    """Guarda en `carpeta` las filas de todos los libros.

    `referencias` son, por política, los planes y los ajustes contra los que se revisan.

    `ErroresDeDatos` con los que no se pueden leer.
    `productos` y `avances` son los que publica el informe: a ellos se compara el libro del mismo
    corte, y no los reemplaza.
    """
    todo, errores = Guardados(carpeta), list[ErrorDeCelda]()
    tareas = [
        (
            libros,
            _publicados(codigo, productos, avances),
            rangos,
            entidades,
            carpeta,
            referencias.get(codigo, SIN_REFERENCIAS),
        )
        for codigo, libros in (
            (c, tuple(g)) for c, g in groupby(documentos, lambda d: d.politica_codigo)
        )
    ]
    for (libros, *_), hallado in zip(tareas, _repartir(tareas, len(documentos)), strict=True):
        avisar(
            f"Leyendo {libros[0].nombre}: {contar(len(libros), 'libro', 'libros')} de seguimiento…"
        )
        if isinstance(hallado, Counter):
            todo.filas.update(hallado)
        else:
            errores += hallado
    if errores:
        raise ErroresDeDatos(errores)
    return todo


def _repartir(tareas: Sequence[Tarea], libros: int) -> Iterator[Counter[str] | list[ErrorDeCelda]]:
    nucleos = min(os.cpu_count() or 1, len(tareas))
    if libros < LIBROS_PARA_REPARTIR or nucleos == 1:
        yield from map(_procesar, tareas)
        return
    contexto = get_context("spawn")
    with ProcessPoolExecutor(nucleos, contexto, morir_con_quien_lo_abrio) as procesos:
        yield from procesos.map(_procesar, tareas)


def _procesar(tarea: Tarea) -> Counter[str] | list[ErrorDeCelda]:
    libros, publicados, rangos, entidades, carpeta, referencias = tarea
    try:
        lotes = procesar(libros, publicados, rangos, entidades, referencias)
    except ErroresDeDatos as error:
        return list(error.errores)
    return guardar(carpeta, libros[0].politica_codigo, lotes.por_tabla)


def _publicados(
    politica: str, productos: Sequence[PoliticaProducto], avances: Sequence[PoliticaAvance]
) -> Publicados:
    """Lo que el informe publica de una política, por corte y código."""
    por_clave = {(a.politica_codigo, a.producto_codigo, a.corte_fecha): a for a in avances}
    por_corte: dict[str, dict[str, PublicadoEnInforme]] = {}
    for p in (p for p in productos if p.politica_codigo == politica):
        a = por_clave[p.politica_codigo, p.producto_codigo, p.corte_fecha]
        por_corte.setdefault(p.corte_fecha.isoformat(), {})[p.producto_codigo] = PublicadoEnInforme(
            p.ponderacion_pct,
            p.anualizacion_tipo,
            a.pav_pct,
            a.pahv_pct,
            a.paa_pct,
            a.decimales,
        )
    return por_corte
