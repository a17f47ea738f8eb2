"""`datapackage.json`: un Data Package de Frictionless (v1), escrito desde el modelo.

Cada tabla es un recurso con sus tipos, restricciones, claves, unidades y fuentes; su archivo para
Excel es otro, con el dialecto en que está escrito. Las normas: Data Package, Tabular Data Resource,
Table Schema y CSV Dialect, de specs.frictionlessdata.io.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from datetime import date

from tablero.exportar import cuadro
from tablero.exportar.csv_oficial import FORMAS, Dialecto
from tablero.exportar.paquete.conjunto import Conjunto, Sello
from tablero.exportar.paquete.emision import (
    DESCRIPCION,
    PALABRAS_CLAVE,
    Emision,
    en_palabras,
)
from tablero.filas import Fila
from tablero.modelo.columnas import Columna
from tablero.publicacion import POR_DEFINIR, Publicacion
from tablero.un_json import Objeto

TIPOS = {str: "string", int: "integer", float: "number", bool: "boolean", date: "date"}
"""De Python a Table Schema."""
NOMBRE = "tablero-poblacion-migrante-internacional"
SUFIJO_EXCEL = "-excel"
ALCANCE = "La organización de los datos y lo que el tablero calcula; no lo que otros publicaron."


def datapackage(emision: Emision, conjuntos: Sequence[Conjunto]) -> Objeto:
    """El descriptor del paquete entero."""
    publicacion = emision.publicacion
    paquete: Objeto = {
        "profile": "data-package",
        "name": NOMBRE,
        "id": emision.contenido,
        "title": emision.titulo,
        "description": DESCRIPCION,
        "version": emision.version,
        "created": f"{emision.fecha.isoformat()}T00:00:00-05:00",
        "keywords": list(PALABRAS_CLAVE),
        "contributors": [_quien_publica(publicacion)],
        "sources": [_fuente(fuente) for fuente in emision.fuentes],
        **licencias(publicacion),
        "formulas": emision.formulas,
        "contenidoSha256": emision.contenido,
    }
    if publicacion.direccion != POR_DEFINIR:
        paquete["homepage"] = publicacion.direccion
    presentes = {conjunto.nombre for conjunto in conjuntos}
    paquete["resources"] = [
        *(_de_maquina(emision, conjunto, presentes) for conjunto in conjuntos),
        *(_de_excel(emision, conjunto) for conjunto in conjuntos),
    ]
    return paquete


def licencias(publicacion: Publicacion) -> Objeto:
    """`licenses` si alguien decidió una; siempre, `licencia`, que lo dice en palabras."""
    dicha: Objeto = {
        "licencia": publicacion.licencia_dicha,
        "licenciaAlcance": ALCANCE,
    }
    if publicacion.licencia == POR_DEFINIR:
        return dicha
    una = {"name": codigo_de_licencia(publicacion.licencia), "title": publicacion.licencia}
    if publicacion.licencia_direccion != POR_DEFINIR:
        una["path"] = publicacion.licencia_direccion
    return {"licenses": [una], **dicha}


def codigo_de_licencia(licencia: str) -> str:
    """«CC BY 4.0» → «CC-BY-4.0»: como la nombra Open Definition, sin espacios."""
    return re.sub(r"[^-A-Za-z0-9._]+", "-", licencia).strip("-")


def _quien_publica(publicacion: Publicacion) -> Objeto:
    quien: Objeto = {"title": publicacion.entidad, "role": "publisher"}
    if publicacion.area != POR_DEFINIR:
        quien["organization"] = publicacion.area
    if publicacion.correo != POR_DEFINIR:
        quien["email"] = publicacion.correo
    return quien


def _fuente(fuente: Fila) -> Objeto:
    return {
        "title": en_palabras(fuente),
        "codigo": fuente["fuente_codigo"],
        "entidad": fuente["entidad"],
        "corte": fuente["corte_fecha"].isoformat(),
        "licencia": fuente["licencia"],
        "archivo": fuente["archivo"],
    }


def _de_maquina(emision: Emision, conjunto: Conjunto, presentes: Collection[str]) -> Objeto:
    return {
        **_recurso(emision, conjunto, conjunto.nombre, conjunto.maquina, "maquina"),
        "schema": esquema(conjunto, presentes),
    }


def _de_excel(emision: Emision, conjunto: Conjunto) -> Objeto:
    """El archivo para una hoja de cálculo, con los tipos de lo que trae.

    Las claves y las restricciones son las del otro, que lleva lo mismo.
    """
    return {
        **_recurso(emision, conjunto, conjunto.nombre + SUFIJO_EXCEL, conjunto.excel, "excel"),
        "schema": {
            "fields": [_campo_de_personas(columna) for columna in conjunto.de_personas],
            "missingValues": [""],
        },
    }


def _campo_de_personas(columna: cuadro.Columna) -> Objeto:
    campo = {
        "name": columna.encabezado,
        "type": TIPOS[columna.tipo],
        "description": columna.descripcion,
        "columna": columna.nombre,
        **_escritura(columna.tipo, "excel"),
    }
    return campo | ({"unit": columna.unidad} if columna.unidad else {})


def _escritura(tipo: cuadro.Tipo, dialecto: Dialecto) -> Objeto:
    """Cómo escribe el dialecto los valores de ese tipo, si no es como supone la norma."""
    forma = FORMAS[dialecto]
    if tipo is bool:
        return {"trueValues": [forma.verdadero], "falseValues": [forma.falso]}
    return {"decimalChar": ","} if tipo is float and forma.coma_decimal else {}


def _recurso(
    emision: Emision, conjunto: Conjunto, nombre: str, archivo: Sello, dialecto: Dialecto
) -> Objeto:
    forma = FORMAS[dialecto]
    return {
        "profile": "tabular-data-resource",
        "name": nombre.replace("_", "-"),
        "path": archivo.ruta,
        "title": emision.marcado(conjunto.titulo),
        "description": conjunto.descripcion,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8-sig" if forma.marca else "utf-8",
        "dialect": {
            "delimiter": forma.separador,
            "lineTerminator": "\r\n",
            "quoteChar": '"',
            "doubleQuote": True,
            "header": True,
        },
        "bytes": archivo.octetos,
        "hash": f"sha256:{archivo.sha256}",
        "sources": [_fuente(fuente) for fuente in conjunto.fuentes],
    }


def esquema(conjunto: Conjunto, presentes: Collection[str]) -> Objeto:
    """El Table Schema de una tabla; `presentes`, las que una clave foránea puede nombrar."""
    esquema: Objeto = {
        "fields": [_campo(columna, conjunto.tabla.clave) for columna in conjunto.columnas],
        "missingValues": [""],
        "primaryKey": list(conjunto.tabla.clave),
    }
    if foraneas := list(_foraneas(conjunto, presentes)):
        esquema["foreignKeys"] = foraneas
    return esquema


def _foraneas(conjunto: Conjunto, presentes: Collection[str]) -> Iterable[Objeto]:
    for columna in conjunto.columnas:
        tabla, _, otra = columna.referencia.partition(".")
        if tabla not in presentes or (tabla, otra) == (conjunto.nombre, columna.nombre):
            continue
        recurso = "" if tabla == conjunto.nombre else tabla.replace("_", "-")
        yield {
            "fields": [columna.nombre],
            "reference": {"resource": recurso, "fields": [otra]},
        }


def _campo(columna: Columna, clave: Sequence[str]) -> Objeto:
    campo: Objeto = {
        "name": columna.nombre,
        "type": TIPOS[columna.tipo],
        "title": columna.titulo,
        "description": columna.descripcion,
        **_escritura(columna.tipo, "maquina"),
    }
    if columna.unidad:
        campo["unit"] = columna.unidad
    if restricciones := _restricciones(columna, clave):
        campo["constraints"] = restricciones
    return campo


def _restricciones(columna: Columna, clave: Sequence[str]) -> Objeto:
    posibles: Objeto = {
        "required": columna.obligatoria or None,
        "unique": list(clave) == [columna.nombre] or None,
        "enum": list(columna.opciones) or None,
        "pattern": columna.patron,
        "minimum": _limite(columna, columna.minimo),
        "maximum": _limite(columna, columna.maximo),
    }
    return {nombre: valor for nombre, valor in posibles.items() if valor is not None}


def _limite(columna: Columna, valor: float | None) -> float | int | None:
    """Entero si la columna lo es: «0», no «0.0»."""
    return int(valor) if valor is not None and columna.tipo is int else valor
