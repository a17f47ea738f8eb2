"""Revisa un libro suelto, por ejemplo el que un funcionario acaba de llenar."""

from pathlib import Path

from tablero.errores import ArchivoIlegible, ErroresDeDatos
from tablero.ingesta.leer_libro import leer_libro
from tablero.modelo import LIBROS


def validar_libro(ruta: Path) -> None:
    """Lee el libro y comprueba cada celda; `ErroresDeDatos` con todo lo que esté mal.

    El nombre del archivo dice de qué documento es (`cnim.xlsx`). Lo que depende de otros libros
    (nombres de municipios, referencias) se comprueba al construir.
    """
    if ruta.stem not in LIBROS:
        conocidos = ", ".join(f"{nombre}.xlsx" for nombre in LIBROS)
        raise ArchivoIlegible(
            f"{ruta.name}: el nombre del archivo no dice de qué documento es; use: {conocidos}."
        )
    leido = leer_libro(ruta, LIBROS[ruta.stem], ruta.name)
    if leido.errores:
        raise ErroresDeDatos(leido.errores)
