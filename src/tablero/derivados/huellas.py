"""La pregunta que resume un tablero entero: de cada tabla, cuántas filas y la huella de todas."""

import hashlib
from collections.abc import Iterable

from tablero.modelo import TABLAS, Tabla

VERSION = "formula_version"


def huellas(catalogo: str) -> str:
    """El SQL: tabla, filas, huella de las filas en el orden de su clave y fórmulas que dicen.

    Una sola pregunta: medio centenar, una por tabla, tardarían más que contestarlas.
    """
    return "\nUNION ALL\n".join(_de(tabla, catalogo) for tabla in TABLAS)


def _de(tabla: type[Tabla], catalogo: str) -> str:
    clave = ", ".join(f'fila."{columna}"' for columna in tabla.clave)
    formulas = f"list(DISTINCT fila.{VERSION})" if VERSION in tabla.model_fields else "NULL"
    # Los nombres salen del modelo.
    return (
        f"SELECT '{tabla.tabla}', count(*), sha256(coalesce(string_agg("  # noqa: S608  # nosec B608
        f"sha256(to_json(fila)::VARCHAR), '' ORDER BY {clave}), '')), {formulas}::VARCHAR[] "
        f'FROM {catalogo}."{tabla.tabla}" AS fila'
    )


def huella_de_todo(tablas: Iterable[tuple[str, int, str]]) -> str:
    """El sha256 de lo que dice un tablero, de lo que dice cada tabla: nombre, filas y huella.

    Dos archivos DuckDB con las mismas filas no son los mismos octetos; esta huella sí es la misma.
    """
    todo = hashlib.sha256()
    for nombre, filas, huella in tablas:
        todo.update(f"{nombre}\0{filas}\0{huella}\n".encode())
    return todo.hexdigest()
