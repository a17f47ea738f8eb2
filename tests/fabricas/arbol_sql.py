"""El árbol de las consultas: lo que las pruebas de la casa miran en lugar de su texto."""

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

import duckdb

from tablero import rutas

SQL = rutas.RAIZ / "src" / "tablero" / "consultas" / "sql"
PREGUNTAS = sorted(p.relative_to(SQL).with_suffix("").as_posix() for p in SQL.rglob("*.sql"))

Nodo = dict[str, Any]


@cache
def _conexion() -> duckdb.DuckDBPyConnection:
    return duckdb.connect()


@cache
def arbol(sql: str) -> Nodo:
    """El de una consulta; se comparte y no se cambia."""
    texto = _conexion().execute("SELECT json_serialize_sql(?)", [sql]).fetchall()[0][0]
    leido = json.loads(texto)
    assert not leido["error"], leido
    return dict(leido["statements"][0]["node"])


def nodos(raiz: Any) -> Iterator[Nodo]:
    if isinstance(raiz, dict):
        yield raiz
        for hijo in raiz.values():
            yield from nodos(hijo)
    elif isinstance(raiz, list):
        for hijo in raiz:
            yield from nodos(hijo)
