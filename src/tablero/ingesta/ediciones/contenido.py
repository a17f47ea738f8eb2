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
RESUMEN = (
    "count(*), sha256(coalesce(string_agg(sha256(to_json(fila)::VARCHAR), '' ORDER BY {}), ''))"
)
"""Cuántas filas, y la huella de todas en el orden de su clave."""


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
            filas = conexion.table(f"t.{tabla.tabla}").set_alias("fila")
            clave = ", ".join(f'fila."{columna}"' for columna in tabla.clave)
            huella.update(
                f"{tabla.tabla}\0{filas.aggregate(RESUMEN.format(clave)).fetchall()[0]}\n".encode()
            )
            if VERSION in tabla.model_fields:
                usadas = filas.project(VERSION).distinct().fetchall()
                formulas.update(version for (version,) in usadas if version)
        libros = conexion.execute(
            "SELECT fuente_codigo, corte_fecha::VARCHAR, corte_texto, libro_sha256 FROM t.fuentes "
            "ORDER BY fuente_codigo"
        ).fetchall()
    return Contenido(
        huella.hexdigest(),
        tuple(LibroDeEdicion(*libro) for libro in libros),
        tuple(sorted(formulas)),
    )
