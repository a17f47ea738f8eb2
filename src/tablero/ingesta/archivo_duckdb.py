"""El archivo DuckDB: escribirlo entero y leer las fuentes de uno ya hecho."""

import errno
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from tablero.derivados.ddl import ALMACEN, esquema
from tablero.derivados.huellas import huellas
from tablero.errores import ErrorTablero, Ocupado
from tablero.ingesta.comprobar import a_lote
from tablero.ingesta.espacio import habla_de_espacio
from tablero.ingesta.seguimiento.guardados import Guardados
from tablero.modelo import TABLAS
from tablero.modelo.por_tabla import PorTabla

Suelta = tuple[Any, ...]
"""Una fila como la da DuckDB: de qué clase es cada valor lo dice su tabla."""
QUITADO = (
    "Otra orden escribió mientras esta construía, y quitó lo que llevaba a medias. El tablero "
    "queda como esa lo dejó; repita la suya."
)


@dataclass(frozen=True)
class ResumenDeTabla:
    """Lo que dice una tabla: dos con el mismo resumen tienen las mismas filas."""

    nombre: str
    filas: int
    huella: str
    formulas: frozenset[str]
    """Las versiones de las fórmulas con que se calcularon, si las lleva."""


def escribir(filas: PorTabla, ruta: Path, guardados: Guardados) -> None:
    """Escribe un archivo nuevo; `OSError` si no cabe, `Ocupado` si otra orden quitó su carpeta y
    `ErrorTablero` si DuckDB no puede.

    DuckDB no da el número del error del sistema, solo sus palabras en inglés.
    """
    try:
        _escribir(filas, ruta, guardados)
    except duckdb.Error as error:
        dicho = str(error)
        if habla_de_espacio(dicho):
            raise OSError(errno.ENOSPC, dicho) from error
        if not ruta.parent.is_dir():
            raise Ocupado(QUITADO) from error
        raise ErrorTablero(
            f"No se pudo escribir {ruta.name}; el tablero anterior queda como estaba. DuckDB dice: "
            f"{dicho.splitlines()[0]}"
        ) from error


def leer_fuentes(tablero: Path, columnas: Sequence[str]) -> list[Suelta] | None:
    """Esas columnas de cada fuente de un tablero; `None` si no se puede leer."""
    try:
        # En memoria y aparte: el archivo puede estar abierto, de solo lectura, en este proceso.
        with duckdb.connect(":memory:") as conexion:
            conexion.execute("ATTACH ? AS anterior (READ_ONLY)", [str(tablero)])
            tabla = conexion.table("anterior.fuentes").project(
                *(duckdb.ColumnExpression(columna) for columna in columnas)
            )
            return tabla.fetchall()
    except duckdb.Error:
        return None


def resumir(tablero: Path) -> list[ResumenDeTabla] | None:
    """Lo que dice cada tabla de un tablero; `None` si no se puede leer."""
    try:
        with duckdb.connect(":memory:") as conexion:
            conexion.execute("ATTACH ? AS este (READ_ONLY)", [str(tablero)])
            filas = conexion.execute(huellas("este")).fetchall()
    except duckdb.Error:
        return None
    return [
        ResumenDeTabla(nombre, cuantas, huella, frozenset(formulas or ()) - {None})
        for nombre, cuantas, huella, formulas in filas
    ]


def _escribir(filas: PorTabla, ruta: Path, guardados: Guardados) -> None:
    # Bloques pequeños: con los de siempre, medio centenar de tablas cortas ocuparía treinta megas.
    # Un solo hilo: insertar así tarda menos y pide menos memoria.
    opciones: dict[str, str | bool | int | float | list[str]] = {
        "default_block_size": "16384",
        "threads": 1,
        "storage_compatibility_version": ALMACEN,
    }
    with duckdb.connect(str(ruta), config=opciones) as conexion:
        conexion.execute("BEGIN")
        conexion.execute(esquema())
        for tabla in TABLAS:
            if filas[tabla]:
                _insertar(conexion, tabla.tabla, a_lote(tabla, filas[tabla]))
        conexion.execute("COMMIT")
        # Aparte y tabla por tabla: una sola transacción las tendría todas en la memoria.
        for tabla in TABLAS:
            if (lector := guardados.lector(tabla.tabla)) is not None:
                _insertar(conexion, tabla.tabla, lector)
        conexion.execute("CHECKPOINT")


def _insertar(
    conexion: duckdb.DuckDBPyConnection, tabla: str, lote: pa.Table | pa.RecordBatchReader
) -> None:
    conexion.register("lote", lote)
    conexion.table("lote").insert_into(tabla)
    conexion.unregister("lote")
