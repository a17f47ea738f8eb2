"""Cada fila pasa por la clase de su tabla: desde ahí es una instancia suya."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from typing import TypeVar, cast

import pyarrow as pa
from pydantic import ValidationError

from tablero.errores import ErrorTablero
from tablero.modelo import TABLAS, Origen, Tabla
from tablero.modelo.orden import por_clave

TIPOS_ARROW = {
    "str": pa.string(),
    "int": pa.int64(),
    "float": pa.float64(),
    "bool": pa.bool_(),
    "date": pa.date32(),
}

Una = TypeVar("Una", bound=Tabla)


def leida(tabla: type[Una], valores: Mapping[str, object]) -> Una:
    """La fila leída de un libro, comprobada.

    Si su tabla tiene columnas obligatorias que llena la construcción, va sin ellas y sin comprobar:
    quien las calcula (`calculo.derivar`) arma la fila entera.
    """
    if _obligatorias(tabla) <= valores.keys():
        return tabla.model_validate(valores)
    return cast("Una", tabla.model_construct(None, **valores))


@contextmanager
def segun_el_modelo() -> Iterator[None]:
    """`ErrorTablero` si adentro se arma una fila que su clase no admite.

    Lo leído ya se revisó, así que el error es del tablero.
    """
    try:
        yield
    except ValidationError as error:
        tabla = next(t for t in TABLAS if t.__name__ == error.title)
        deducidas = {c.nombre for c in tabla.columnas() if c.origen is Origen.CONSTRUCCION}
        campo = ".".join(str(p) for p in error.errors()[0]["loc"])
        origen = "calculada" if campo in deducidas else "leída"
        raise ErrorTablero(
            f"Error interno: la columna {origen} «{campo}» de {tabla.tabla} no cumple el modelo: "
            f"{error.errors()[0]['msg']}"
        ) from error


def en_orden(tabla: type[Una], filas: Iterable[Una]) -> list[Una]:
    """Las filas, por su clave."""
    return sorted(filas, key=por_clave(tabla))


def a_lote(tabla: type[Tabla], filas: Sequence[Tabla]) -> pa.Table:
    """Las filas como tabla de Arrow, con los tipos del modelo (también si están todas vacías)."""
    campos = [(c.nombre, TIPOS_ARROW[c.tipo.__name__]) for c in tabla.columnas()]
    # Los campos son valores sueltos: no hace falta el volcado de pydantic, que los recorre.
    return pa.Table.from_pylist([vars(fila) for fila in filas], schema=pa.schema(campos))


@cache
def _obligatorias(tabla: type[Tabla]) -> frozenset[str]:
    return frozenset(nombre for nombre, campo in tabla.model_fields.items() if campo.is_required())
