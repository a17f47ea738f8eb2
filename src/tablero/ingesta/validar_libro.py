"""Revisa un libro suelto, por ejemplo el que un funcionario acaba de llenar."""

from dataclasses import replace
from pathlib import Path

from tablero.errores import ArchivoIlegible, ErroresDeDatos
from tablero.ingesta.ajustes import ajustes_mal_escritos
from tablero.ingesta.fuentes import descubrir
from tablero.ingesta.leer_libro import leer_libro
from tablero.ingesta.reglas import REGLAS, Leidas, cortes_posteriores, revisar
from tablero.modelo import LIBROS

REGLAS_DE_UN_LIBRO = tuple(regla for regla in REGLAS if regla is not cortes_posteriores)
"""Todas menos la del corte: un libro suelto todavía no dice de qué corte es."""


def validar_libro(ruta: Path, fuentes: Path) -> None:
    """Revisa el libro como si reemplazara al de su documento; `ErroresDeDatos` con todo lo malo.

    El nombre del archivo dice de qué documento es (`cnim.xlsx`). Los nombres de municipios y las
    referencias se buscan en los demás libros de `fuentes`; solo se dicen los errores de este.
    """
    if ruta.stem not in LIBROS:
        conocidos = ", ".join(f"{nombre}.xlsx" for nombre in LIBROS)
        raise ArchivoIlegible(
            f"{ruta.name}: el nombre del archivo no dice de qué documento es; use: {conocidos}."
        )
    leido = leer_libro(ruta, LIBROS[ruta.stem], ruta.name)
    errores = list(leido.errores)
    documentos = descubrir(fuentes)
    propios = [d for d in documentos if d.nombre == ruta.stem]
    # De un documento opcional puede no haber ninguno todavía.
    propios = propios or [replace(d, nombre=ruta.stem) for d in documentos[:1]]
    if propios:
        leidas = Leidas(tabla.tabla for tablas in LIBROS.values() for tabla in tablas)
        leidas.agregar(replace(propios[-1], libro=ruta), leido)
        for otro in documentos:
            if otro.nombre != ruta.stem:
                leidas.agregar(otro, leer_libro(otro.libro, otro.tablas, otro.ruta_corta))
        todos = [*revisar(leidas, REGLAS_DE_UN_LIBRO), *ajustes_mal_escritos(leidas)]
        errores += [e for e in todos if e.archivo == ruta.name]
    if errores:
        raise ErroresDeDatos(errores)
