"""Piezas de JSON Schema: objetos, listas y lo que acompaña a toda respuesta."""

from collections.abc import Iterable

from tablero.api.campos import Campo
from tablero.un_json import Objeto

TEXTO: Objeto = {"type": "string"}
TEXTO_O_NADA: Objeto = {"type": ["string", "null"]}
ENTERO: Objeto = {"type": "integer"}


def de_campos(campos: Iterable[Campo]) -> Objeto:
    """Las propiedades de una fila."""
    return {campo.nombre: campo.esquema for campo in campos}


def objeto(propiedades: Objeto, descripcion: str = "") -> Objeto:
    """Un objeto con esas propiedades, todas, y ninguna más."""
    dicho = {"description": descripcion} if descripcion else {}
    return {
        "type": "object",
        "properties": propiedades,
        "required": list(propiedades),
        "additionalProperties": False,
        **dicho,
    }


def lista_de(propiedades: Objeto, descripcion: str) -> Objeto:
    """Una lista de objetos con esas propiedades."""
    return {"type": "array", "description": descripcion, "items": objeto(propiedades)}


EDICION = objeto(
    {
        "numero": ENTERO,
        "publicada": {"type": ["string", "null"], "format": "date-time"},
        "nota": TEXTO,
        "contenido": {**TEXTO, "description": "sha256 de lo que dicen las tablas."},
        "huella": {**TEXTO, "description": "La del hecho en el registro."},
    }
)
SOBRE: Objeto = {
    "fuentes": lista_de(
        {
            "fuente_codigo": TEXTO,
            "titulo": TEXTO,
            "entidad": TEXTO,
            "corte_fecha": {**TEXTO, "format": "date"},
            "corte_texto": {**TEXTO, "description": "El corte como está impreso."},
            "licencia": TEXTO,
        },
        "Los documentos de donde sale lo que se contesta.",
    ),
    "edicion": {
        "description": "La edición que dice esto; nulo si el tablero no ha publicado ninguna.",
        "anyOf": [{"$ref": "#/components/schemas/Edicion"}, {"type": "null"}],
    },
    "licencia": objeto({"nombre": TEXTO, "direccion": TEXTO_O_NADA}, "Con la que se publica."),
    "publica": {**TEXTO, "description": "La entidad que publica el tablero."},
    "simulado": {"type": "boolean", "description": "Si los datos son inventados."},
    "aviso": {**TEXTO_O_NADA, "description": "Si son inventados, lo dice en palabras."},
    "enlace": {**TEXTO, "description": "La dirección que vuelve a dar lo mismo: fija su edición."},
}
"""Lo que lleva toda respuesta, además de lo propio."""
PAGINAS: Objeto = {
    "total": {**ENTERO, "description": "Las filas que cumplen el pedido."},
    "pagina": ENTERO,
    "por_pagina": ENTERO,
    "siguiente": {**TEXTO_O_NADA, "description": "La dirección de la página que sigue."},
    "anterior": {**TEXTO_O_NADA, "description": "La de la página de antes."},
}
PROBLEMA: Objeto = {
    "type": "object",
    "description": "Por qué no se contestó (RFC 9457).",
    "properties": {
        "type": {**TEXTO, "format": "uri-reference", "description": "Dónde se explica."},
        "title": TEXTO,
        "status": ENTERO,
        "detail": {**TEXTO, "description": "Qué está mal y qué se esperaba."},
        "instance": TEXTO,
    },
    "required": ["type", "title", "status", "detail", "instance"],
}
