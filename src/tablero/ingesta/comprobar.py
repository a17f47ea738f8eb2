"""Cada fila final pasa por su clase antes de escribirse."""

from collections.abc import Iterable, Mapping
from typing import Any

import pyarrow as pa
from pydantic import ValidationError

from tablero.errores import ErrorTablero
from tablero.modelo import Origen, Tabla
from tablero.modelo.orden import por_clave

TIPOS_ARROW = {
    "str": pa.string(),
    "int": pa.int64(),
    "float": pa.float64(),
    "bool": pa.bool_(),
    "date": pa.date32(),
}


def comprobar(tabla: type[Tabla], filas: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Las filas, ordenadas por su clave, después de pasar por el modelo.

    `ErrorTablero` si una no lo cumple: lo leído ya se revisó, así que el error es del tablero.
    """
    deducidas = {c.nombre for c in tabla.columnas() if c.origen is Origen.CONSTRUCCION}
    try:
        modelos = [tabla.model_validate(fila) for fila in filas]
    except ValidationError as error:
        campo = ".".join(str(p) for p in error.errors()[0]["loc"])
        origen = "calculada" if campo in deducidas else "leída"
        raise ErrorTablero(
            f"Error interno: la columna {origen} «{campo}» de {tabla.tabla} no cumple el modelo: "
            f"{error.errors()[0]['msg']}"
        ) from error
    # Los campos son valores sueltos: no hace falta el volcado de pydantic, que los recorre.
    return sorted((vars(modelo) for modelo in modelos), key=por_clave(tabla))


def a_lote(tabla: type[Tabla], filas: list[dict[str, Any]]) -> pa.Table:
    """Las filas como tabla de Arrow, con los tipos del modelo (también si están todas vacías)."""
    campos = [(c.nombre, TIPOS_ARROW[c.tipo.__name__]) for c in tabla.columnas()]
    return pa.Table.from_pylist(filas, schema=pa.schema(campos))
