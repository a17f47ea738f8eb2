"""Lo que dice un tablero, sin el archivo que lo lleva: la huella de sus tablas.

Dos archivos DuckDB con las mismas filas no son los mismos octetos; esta huella sí es la misma.
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path

import duckdb

from tablero.modelo import TABLAS
from tablero.registro.ediciones import LibroDeEdicion

VERSION = "formula_version"


@dataclass(frozen=True)
class Contenido:
    """Lo que una edición dice de un tablero."""

    sha256: str
    libros: tuple[LibroDeEdicion, ...]
    formulas: tuple[str, ...]


def mirar(tablero: Path) -> Contenido:
    """La huella de todas sus tablas, los libros de que salió y las fórmulas con que se calculó."""
    with duckdb.connect(":memory:") as conexion:
        conexion.execute("ATTACH ? AS t (READ_ONLY)", [str(tablero)])
        huella = hashlib.sha256()
        formulas: set[str] = set()
        for tabla in TABLAS:
            clave = ", ".join(f'fila."{columna}"' for columna in tabla.clave)
            # Los nombres salen del modelo.
            cuantas, suma = _uno(
                conexion,
                "SELECT count(*), sha256(coalesce(string_agg(sha256(to_json(fila)::VARCHAR), '' "
                f"ORDER BY {clave}), '')) FROM t.\"{tabla.tabla}\" AS fila",
            )
            huella.update(f"{tabla.tabla}\0{cuantas}\0{suma}\n".encode())
            if VERSION in tabla.model_fields:
                hallado = conexion.execute(
                    f'SELECT DISTINCT {VERSION} FROM t."{tabla.tabla}" WHERE {VERSION} IS NOT NULL'
                )
                formulas.update(version for (version,) in hallado.fetchall())
        libros = conexion.execute(
            "SELECT fuente_codigo, corte_fecha::VARCHAR, corte_texto, libro_sha256 FROM t.fuentes "
            "ORDER BY fuente_codigo"
        ).fetchall()
    return Contenido(
        huella.hexdigest(),
        tuple(LibroDeEdicion(*libro) for libro in libros),
        tuple(sorted(formulas)),
    )


def _uno(conexion: duckdb.DuckDBPyConnection, pregunta: str) -> tuple[int, str]:
    fila = conexion.execute(pregunta).fetchone()
    assert fila is not None  # noqa: S101 - un conteo siempre da una fila
    return fila[0], fila[1]
