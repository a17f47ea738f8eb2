"""Escribe el libro de una fuente: vacío es la plantilla; con filas, el libro mismo.

Cada hoja es una tabla; cada encabezado lleva una nota con su descripción, y las listas cerradas,
un desplegable. Las notas dicen lo mismo que el modelo porque salen de él.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path

import xlsxwriter
from xlsxwriter.format import Format

from tablero import tema
from tablero.modelo import Columna, Hecho, Tabla
from tablero.modelo.celda import Valores
from tablero.un_json import Objeto

FILAS_CON_DESPLEGABLE = 2000
ANCHO_MAXIMO = 60
FECHA_FIJA = datetime(2026, 1, 1)
"""El mismo contenido da siempre el mismo archivo."""


def escribir_libro(
    ruta: Path,
    tablas: Sequence[type[Tabla]],
    filas: Mapping[str, Sequence[Valores]] | None = None,
) -> None:
    """Escribe en `ruta` (.xlsx) una hoja por tabla.

    `filas` lleva, por nombre de tabla, filas con los nombres de columna del modelo; solo se
    escriben las columnas de libro. Un nombre de columna que la tabla no tiene es un `KeyError`.
    """
    filas = filas or {}
    with xlsxwriter.Workbook(str(ruta), {"default_date_format": "yyyy-mm-dd"}) as libro:
        libro.set_properties({"created": FECHA_FIJA})
        formatos = {
            "encabezado": libro.add_format(
                {
                    "bold": True,
                    "bg_color": tema.FONDO_ENCABEZADO_LIBRO,
                    "bottom": 1,
                    "text_wrap": True,
                    "valign": "top",
                }
            ),
            "texto": libro.add_format({"num_format": "@", "text_wrap": True, "valign": "top"}),
            "numero": libro.add_format({"num_format": "General", "valign": "top"}),
            "fecha": libro.add_format({"num_format": "yyyy-mm-dd", "valign": "top"}),
        }
        for tabla in tablas:
            _escribir_hoja(libro, tabla, filas.get(tabla.tabla, ()), formatos)


def _escribir_hoja(
    libro: xlsxwriter.Workbook,
    tabla: type[Tabla],
    filas: Sequence[Valores],
    formatos: Mapping[str, Format],
) -> None:
    hoja = libro.add_worksheet(tabla.hoja)
    hoja.freeze_panes(1, 0)
    columnas = tabla.columnas_libro()
    conocidas = {c.nombre for c in columnas}
    for fila in filas:
        if sobrantes := set(fila) - conocidas:
            raise KeyError(f"{tabla.tabla}: {', '.join(sorted(sobrantes))}")
    for indice, columna in enumerate(columnas):
        formato = formatos[_formato(columna)]
        valores = [fila.get(columna.nombre) for fila in filas]
        hoja.set_column(indice, indice, _ancho(columna, valores), formato)
        hoja.write_string(0, indice, columna.titulo, formatos["encabezado"])
        hoja.write_comment(0, indice, nota_de(columna, tabla), {"x_scale": 2})
        opciones = ["sí", "no"] if columna.tipo is bool else list(columna.opciones)
        if opciones:
            hoja.data_validation(
                1, indice, FILAS_CON_DESPLEGABLE, indice, _desplegable(opciones, columna)
            )
        for numero, valor in enumerate(valores, start=1):
            if valor is None:
                continue
            if isinstance(valor, bool):
                hoja.write_string(numero, indice, "sí" if valor else "no", formato)
            elif isinstance(valor, date):
                hoja.write_datetime(numero, indice, valor, formato)
            elif isinstance(valor, int | float):
                hoja.write_number(numero, indice, valor, formato)
            else:
                hoja.write_string(numero, indice, valor, formato)


def nota_de(columna: Columna, tabla: type[Tabla]) -> str:
    """La nota del encabezado: descripción, unidad, opciones y si es obligatoria."""
    partes = [columna.descripcion]
    if columna.nombre == "corte_fecha" and issubclass(tabla, Hecho):
        partes.append(f"Aquí, {tabla.cortes}.")
    if columna.unidad:
        partes.append(f"Unidad: {columna.unidad}.")
    if columna.tipo is date:
        partes.append("Fecha AAAA-MM-DD.")
    if columna.opciones:
        partes.append("Use: " + ", ".join(columna.opciones) + ".")
    partes.append("Obligatoria." if columna.obligatoria else "Vacía = la fuente no lo publica.")
    return " ".join(partes)


def _formato(columna: Columna) -> str:
    if columna.tipo is date:
        return "fecha"
    return "numero" if columna.tipo in (int, float) else "texto"


def _ancho(columna: Columna, valores: Sequence[object]) -> int:
    largo = max([len(columna.titulo) + 2, *(len(str(v)) for v in valores if v is not None)])
    return min(largo, ANCHO_MAXIMO)


def _desplegable(opciones: Sequence[str], columna: Columna) -> Objeto:
    """Validación de lista; Excel admite a lo sumo 255 caracteres en ella."""
    if len(",".join(opciones)) > 255:  # noqa: PLR2004 - límite de Excel
        return {"validate": "any"}
    return {
        "validate": "list",
        "source": list(opciones),
        "ignore_blank": not columna.obligatoria,
        "error_title": "Valor no válido",
        "error_message": "Use uno de la lista.",
    }
