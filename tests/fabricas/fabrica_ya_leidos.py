"""Los libros verdaderos, leídos una sola vez por proceso.

Cada prueba que construye cambia una celda de un libro y lee los otros seis tal como están: leerlos
otra vez es la mitad de lo que tarda. Aquí se recuerda lo que dio leer cada libro de `data/fuentes`,
por la huella de sus bytes; uno cambiado, o cualquier otro, se lee de verdad.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from hashlib import sha256
from importlib import import_module
from pathlib import Path

import pytest

from tablero import rutas
from tablero.libro.leido import LibroLeido
from tablero.modelo import Tabla

Leer = Callable[[Path, Sequence[type[Tabla]], str, Collection[str]], LibroLeido]


def recordar(parche: pytest.MonkeyPatch) -> None:
    """Desde ahora, y hasta que se deshaga `parche`, leer un libro verdadero es copiar lo leído."""
    # Por su nombre: el paquete tiene una función que se llama como el módulo.
    modulo = import_module("tablero.libro.leer")
    parche.setattr(modulo, "_leer_hojas", con_memoria(modulo._leer_hojas))


def con_memoria(leer: Leer) -> Leer:
    """`leer`, que recuerda los libros de `data/fuentes`."""
    verdaderos = {huella(libro) for libro in rutas.FUENTES.rglob("*.xlsx")}
    leidos: dict[tuple[object, ...], LibroLeido] = {}

    def recordado(
        ruta: Path, tablas: Sequence[type[Tabla]], nombre: str, sin_datos: Collection[str]
    ) -> LibroLeido:
        cual = huella(ruta) if ruta.is_file() else ""
        if cual not in verdaderos:
            return leer(ruta, tablas, nombre, sin_datos)
        clave = (cual, ruta.suffix, nombre, *tablas)
        if clave not in leidos:
            leidos[clave] = leer(ruta, tablas, nombre, sin_datos)
        return copia(leidos[clave])

    return recordado


def huella(libro: Path) -> str:
    return sha256(libro.read_bytes()).hexdigest()


def copia(leido: LibroLeido) -> LibroLeido:
    """Las reglas agregan a cada fila lo que deducen: que no quede para la prueba siguiente."""
    filas = {
        tabla: tuple(replace(f, valores=dict(f.valores), celdas=dict(f.celdas)) for f in propias)
        for tabla, propias in leido.filas.items()
    }
    return replace(leido, filas=filas)
