"""El diccionario de datos (`docs/diccionario.md`), derivado del modelo."""

from datetime import date

from tablero.modelo import LIBROS, TABLAS, Columna, Hecho, Origen, Tabla

NOMBRES_DE_TIPO = {str: "texto", int: "entero", float: "número", bool: "sí/no", date: "fecha"}


def diccionario() -> str:
    """Todas las tablas y columnas, en Markdown."""
    partes = [
        "# Diccionario de datos",
        "",
        "Generado por `tablero generar` a partir de `src/tablero/modelo/`; no se edita a mano.",
        "Las columnas marcadas «construcción» las deduce o calcula el tablero; las demás se",
        "escriben en el libro de la fuente. Vacío significa que la fuente no lo publica.",
        "",
    ]
    for tabla in TABLAS:
        partes += _tabla(tabla)
    return "\n".join(partes)


def _tabla(tabla: type[Tabla]) -> list[str]:
    return [
        f"## `{tabla.tabla}`",
        "",
        f"{tabla.resumen()} Clave: {', '.join(f'`{c}`' for c in tabla.clave)}.{_corte(tabla)}",
        "",
        "| columna | título | tipo | unidad | obligatoria | origen | descripción |",
        "|---|---|---|---|---|---|---|",
        *(_fila(c) for c in tabla.columnas()),
        "",
    ]


def _corte(tabla: type[Tabla]) -> str:
    """Qué corte llevan las filas de una hoja de libro."""
    es_de_libro = any(tabla in tablas for tablas in LIBROS.values())
    return f" Corte: {tabla.cortes}." if es_de_libro and issubclass(tabla, Hecho) else ""


def _fila(c: Columna) -> str:
    descripcion = c.descripcion
    if c.opciones:
        descripcion += " Valores: " + ", ".join(f"«{o}»" for o in c.opciones) + "."
    celdas = (
        f"`{c.nombre}`",
        c.titulo,
        NOMBRES_DE_TIPO[c.tipo],
        c.unidad,
        "sí" if c.obligatoria else "no",
        "libro" if c.origen is Origen.LIBRO else "construcción",
        descripcion,
    )
    return "| " + " | ".join(celda.replace("|", "\\|") for celda in celdas) + " |"
