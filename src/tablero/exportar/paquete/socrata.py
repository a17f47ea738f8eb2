"""`datos_gov_co.json`: cada tabla como un conjunto de datos de datos.gov.co, lista para publicar.

El portal es de Socrata: los metadatos son los de su `/api/views`, y lo propio de Colombia va en
`metadata.custom_fields`, en los bloques «Información de la Entidad» e «Información de Datos», con
los nombres que muestran sus conjuntos publicados. Los que nadie ha decidido dicen «por definir»:
el portal no los acepta vacíos.
"""

from collections.abc import Sequence
from datetime import date

from tablero.exportar.paquete.conjunto import Conjunto
from tablero.exportar.paquete.emision import PALABRAS_CLAVE, Emision
from tablero.exportar.paquete.palabras import (
    COBERTURA,
    IDIOMA,
    frecuencia,
    lugar_de_consulta,
    titulo_de,
)
from tablero.modelo.columnas import Columna
from tablero.publicacion import POR_DEFINIR, Publicacion
from tablero.un_json import Objeto

DE_LA_ENTIDAD, DE_DATOS = "Información de la Entidad", "Información de Datos"
TIPOS = {
    str: "text",
    int: "number",
    float: "number",
    bool: "checkbox",
    date: "calendar_date",
}
"""De Python a los tipos de una columna de Socrata."""
CATEGORIA = "Inclusión Social y Reconciliación"
"""La del portal que mejor la dice: es una propuesta."""
LICENCIAS = {"CC BY 4.0": "CC_40_BY", "CC BY-SA 4.0": "CC_40_BY_SA"}
"""Cómo llama Socrata a las que alguien podría decidir."""


def datos_gov_co(emision: Emision, conjuntos: Sequence[Conjunto]) -> Objeto:
    """Los metadatos de cada tabla que tiene filas, con el archivo que se sube."""
    return {
        "portal": "https://www.datos.gov.co",
        "conjuntos": [_conjunto(emision, conjunto) for conjunto in conjuntos if conjunto.filas],
    }


def _conjunto(emision: Emision, conjunto: Conjunto) -> Objeto:
    publicacion = emision.publicacion
    dicho: Objeto = {
        "archivo": conjunto.maquina.ruta,
        "name": titulo_de(emision, conjunto),
        "description": conjunto.descripcion,
        "category": CATEGORIA,
        "tags": [*PALABRAS_CLAVE, conjunto.titulo],
        "attribution": publicacion.entidad,
        "attributionLink": publicacion.direccion,
        "license": {
            "name": publicacion.licencia_dicha,
            "termsLink": publicacion.licencia_direccion,
        },
        "rowIdentifier": conjunto.tabla.clave[0] if len(conjunto.tabla.clave) == 1 else None,
        "columns": [_columna(columna) for columna in conjunto.columnas],
        "metadata": {
            "custom_fields": {
                DE_LA_ENTIDAD: {
                    "Nombre de la Entidad": publicacion.entidad,
                    "Departamento": _de_la_entidad(publicacion, "Bogotá D.C."),
                    "Municipio": _de_la_entidad(publicacion, "Bogotá D.C."),
                    "Orden": _de_la_entidad(publicacion, "Territorial"),
                    "Sector": POR_DEFINIR,
                    "Área o dependencia": publicacion.area,
                },
                DE_DATOS: {
                    "Idioma": IDIOMA,
                    "Cobertura Geográfica": COBERTURA,
                    "Frecuencia de Actualización": frecuencia(conjunto),
                    "Fecha Emisión (aaaa-mm-dd)": emision.fecha.isoformat(),
                    "URL Documentación": lugar_de_consulta(emision),
                    "URL Normativa": POR_DEFINIR,
                },
            }
        },
        "privateMetadata": {"contactEmail": publicacion.correo},
    }
    if publicacion.licencia in LICENCIAS:
        dicho["licenseId"] = LICENCIAS[publicacion.licencia]
    return dicho


def _de_la_entidad(publicacion: Publicacion, propuesta: str) -> str:
    """Lo que sería de la entidad que publica, si es del Distrito; sin ella, se propone."""
    if publicacion.entidad != POR_DEFINIR:
        return propuesta
    return f"{POR_DEFINIR} (propuesta: {propuesta})"


def _columna(columna: Columna) -> Objeto:
    unidad = f" Unidad: {columna.unidad}." if columna.unidad else ""
    return {
        "name": columna.titulo,
        "fieldName": columna.nombre,
        "dataTypeName": TIPOS[columna.tipo],
        "description": f"{columna.descripcion}{unidad}",
    }
