"""El esquema de DuckDB, derivado del modelo."""

from datetime import date

from tablero.modelo import TABLAS, Columna, Tabla

TIPOS_SQL = {str: "VARCHAR", int: "BIGINT", float: "DOUBLE", bool: "BOOLEAN", date: "DATE"}

ALMACEN = "v1.0.0"
"""Versión del formato del archivo: la más vieja que DuckDB escribe, para que lo abran los programas
que la gente tiene (DBeaver, Metabase, R)."""
CLIENTE_MINIMO = "1.1"
"""El DuckDB más viejo que lo abre: el 1.0 no conoce los bloques pequeños."""


def literal(texto: str) -> str:
    """El texto como literal de SQL, con sus comillas dobladas."""
    return "'" + texto.replace("'", "''") + "'"


def crear_tabla(tabla: type[Tabla]) -> str:
    """Las sentencias que crean una tabla: tipos, claves, restricciones y comentarios."""
    lineas = [f"    {_columna(c)}" for c in tabla.columnas()]
    lineas.append(f"    PRIMARY KEY ({', '.join(tabla.clave)})")
    sentencias = [f"CREATE TABLE {tabla.tabla} (\n" + ",\n".join(lineas) + "\n);"]
    sentencias.append(f"COMMENT ON TABLE {tabla.tabla} IS {literal(tabla.resumen())};")
    sentencias += [
        f"COMMENT ON COLUMN {tabla.tabla}.{c.nombre} IS {literal(f'{c.titulo}. {c.descripcion}')};"
        for c in tabla.columnas()
    ]
    return "\n".join(sentencias)


def _columna(columna: Columna) -> str:
    partes = [columna.nombre, TIPOS_SQL[columna.tipo]]
    if columna.obligatoria:
        partes.append("NOT NULL")
    if columna.opciones:
        opciones = ", ".join(literal(o) for o in columna.opciones)
        partes.append(f"CHECK ({columna.nombre} IN ({opciones}))")
    if columna.minimo is not None:
        partes.append(f"CHECK ({columna.nombre} >= {columna.minimo:g})")
    if columna.maximo is not None:
        partes.append(f"CHECK ({columna.nombre} <= {columna.maximo:g})")
    return " ".join(partes)


def esquema() -> str:
    """Todas las tablas, en el orden del catálogo."""
    return "\n\n".join(crear_tabla(tabla) for tabla in TABLAS) + "\n"
