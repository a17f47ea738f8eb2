"""Escribe el libro de una fuente: vacío es la plantilla; con filas, el libro mismo.

Cada hoja es una tabla; cada encabezado lleva una nota con su descripción, y las listas cerradas,
un desplegable. Las notas dicen lo mismo que el modelo porque salen de él.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from tablero.derivados import hoja_excel
from tablero.modelo import Columna, Hecho, Tabla
from tablero.modelo.celda import Valores
from tablero.un_json import Objeto

FILAS_CON_DESPLEGABLE = 2000
SIN_PUBLICAR = "Vacía = la fuente no lo publica."


@dataclass(frozen=True)
class Apariencia:
    """Lo que cambia de un libro a otro."""

    anchos: Mapping[type[Tabla], Sequence[int]] = field(default_factory=dict)
    """De cada columna, en letras; los de una tabla que no está salen de lo que dice."""
    vacia: str = SIN_PUBLICAR
    """Lo que la nota del encabezado dice de una celda vacía."""
    alineado: str = ""
    """Hacia dónde van los números y las fechas; vacío es como los ponga la hoja de cálculo."""


def escribir_libro(
    ruta: Path,
    tablas: Sequence[type[Tabla]],
    filas: Mapping[str, Sequence[Valores]] | None = None,
) -> None:
    """Escribe en `ruta` (.xlsx) una hoja por tabla.

    `filas` lleva, por nombre de tabla, filas con los nombres de columna del modelo; solo se
    escriben las columnas de libro. Un nombre de columna que la tabla no tiene es un `KeyError`.
    """
    with hoja_excel.abrir(ruta) as libro:
        agregar_hojas(libro, tablas, filas or {})


def agregar_hojas(
    libro: xlsxwriter.Workbook,
    tablas: Sequence[type[Tabla]],
    filas: Mapping[str, Sequence[Valores]],
    como: Apariencia = Apariencia(),
) -> dict[type[Tabla], Worksheet]:
    """Agrega a un libro que se está escribiendo una hoja por tabla, y las da."""
    hacia = {"align": como.alineado} if como.alineado else {}
    formatos = {
        "encabezado": libro.add_format(hoja_excel.ENCABEZADO),
        "texto": libro.add_format({**hoja_excel.TEXTO, "text_wrap": True, "valign": "top"}),
        "numero": libro.add_format({"num_format": "General", "valign": "top", **hacia}),
        "fecha": libro.add_format({"num_format": hoja_excel.FECHA, "valign": "top", **hacia}),
    }
    return {
        tabla: _escribir_hoja(libro, tabla, filas.get(tabla.tabla, ()), (formatos, como))
        for tabla in tablas
    }


def _escribir_hoja(
    libro: xlsxwriter.Workbook,
    tabla: type[Tabla],
    filas: Sequence[Valores],
    como_se_ve: tuple[Mapping[str, Format], Apariencia],
) -> Worksheet:
    formatos, como = como_se_ve
    hoja = libro.add_worksheet(tabla.hoja)
    hoja.freeze_panes(1, 0)
    columnas = tabla.columnas_libro()
    conocidas = {c.nombre for c in columnas}
    for fila in filas:
        if sobrantes := set(fila) - conocidas:
            raise KeyError(f"{tabla.tabla}: {', '.join(sorted(sobrantes))}")
    anchos = como.anchos.get(tabla)
    for indice, columna in enumerate(columnas):
        formato = formatos[_formato(columna)]
        valores = [fila.get(columna.nombre) for fila in filas]
        ancho = anchos[indice] if anchos else _ancho(columna, valores)
        hoja.set_column(indice, indice, ancho, formato)
        hoja.write_string(0, indice, columna.titulo, formatos["encabezado"])
        hoja.write_comment(0, indice, nota_de(columna, tabla, como.vacia), {"x_scale": 2})
        opciones = ["sí", "no"] if columna.tipo is bool else list(columna.opciones)
        if opciones:
            hoja.data_validation(
                1, indice, FILAS_CON_DESPLEGABLE, indice, _desplegable(opciones, columna)
            )
        for numero, valor in enumerate(valores, start=1):
            hoja_excel.escribir(hoja, (numero, indice), valor, formato)
    return hoja


def nota_de(columna: Columna, tabla: type[Tabla], vacia: str = SIN_PUBLICAR) -> str:
    """La nota del encabezado: descripción, unidad, opciones y si es obligatoria.

    `vacia` es lo que dice una celda vacía, en la columna que no lo es.
    """
    partes = [columna.descripcion]
    if columna.nombre == "corte_fecha" and issubclass(tabla, Hecho):
        partes.append(f"Aquí, {tabla.cortes}.")
    if columna.unidad:
        partes.append(f"Unidad: {columna.unidad}.")
    if columna.tipo is date:
        partes.append("Fecha AAAA-MM-DD.")
    if columna.opciones:
        partes.append("Use: " + ", ".join(columna.opciones) + ".")
    partes.append("Obligatoria." if columna.obligatoria else vacia)
    return " ".join(filter(None, partes))


def _formato(columna: Columna) -> str:
    if columna.tipo is date:
        return "fecha"
    return "numero" if columna.tipo in (int, float) else "texto"


def _ancho(columna: Columna, valores: Sequence[object]) -> int:
    largo = max([len(columna.titulo) + 2, *(len(str(v)) for v in valores if v is not None)])
    return min(largo, hoja_excel.ANCHO_MAXIMO)


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
