"""El esquema de DuckDB, derivado del modelo."""

from datetime import date

from tablero.modelo import TABLAS, Columna, ConFuente, Hecho, Tabla
from tablero.modelo.relaciones import Cortes

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


VIGENTE = "vigente"
"""El esquema con lo que vale hoy de cada tabla: se decide aquí y ninguna pregunta lo repite."""


VIGENCIA_DE_LAS_FUENTES = """\
CREATE VIEW vigente.fuentes AS
SELECT
    fuente_codigo,
    regexp_extract(fuente_codigo, '^(.*)_[^_]*$', 1) AS documento,
    corte_fecha AS desde_fecha,
    lead(corte_fecha) OVER (PARTITION BY documento ORDER BY corte_fecha) AS antes_de_fecha
FROM main.fuentes;"""
"""Cuándo vale cada fuente: desde su corte hasta antes del siguiente de su documento, si lo hay.

El documento de «sdp_2024-12-31» es «sdp».
"""


def crear_vigente(tabla: type[Tabla]) -> str:
    """La vista con las filas de una tabla que valen hoy: las de su documento más reciente.

    De un periodo que se informa valen, además, solo las del último; de dos que terminan el mismo
    día, el más largo.
    """
    orden = ["fuentes.corte_fecha DESC"]
    if issubclass(tabla, Hecho) and tabla.cortes is Cortes.PERIODO:
        orden += ["filas.hasta_fecha DESC", "filas.desde_fecha"]
    grupo = [f"filas.{columna}" for columna in tabla.vigente_por]
    ventana = f"PARTITION BY {', '.join(grupo)} " if grupo else ""
    renglones = (
        f"CREATE VIEW {VIGENTE}.{tabla.tabla} AS",
        "SELECT filas.*",
        f"FROM main.{tabla.tabla} AS filas",
        "INNER JOIN main.fuentes AS fuentes USING (fuente_codigo)",
        f"QUALIFY dense_rank() OVER ({ventana}ORDER BY {', '.join(orden)}) = 1;",
    )
    return "\n".join(renglones)


def vigentes() -> tuple[type[Tabla], ...]:
    """Las tablas que tienen su vista: las que dicen de qué documento y corte es cada fila."""
    return tuple(t for t in TABLAS if issubclass(t, ConFuente) and "corte_fecha" in t.model_fields)


def esquema() -> str:
    """Todas las tablas, en el orden del catálogo, y las vistas de lo que vale hoy."""
    tablas = [crear_tabla(tabla) for tabla in TABLAS]
    vistas = [f"CREATE SCHEMA {VIGENTE};", VIGENCIA_DE_LAS_FUENTES, *map(crear_vigente, vigentes())]
    return "\n\n".join([*tablas, *vistas]) + "\n"
