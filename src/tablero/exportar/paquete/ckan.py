"""`ckan.json`: el cuerpo de `package_create` de CKAN, para Datos Abiertos Bogotá.

Los campos son los de la API de acciones de CKAN (docs.ckan.org, `ckan.logic.action.create`); en
`extras` va lo que pide el formulario del portal, según su guía («Construye el metadato»). Lo que
nadie ha decidido dice «por definir»: `owner_org` debe ser una entidad inscrita en el portal.
"""

import json
import re
from collections.abc import Sequence

from tablero.exportar.paquete.conjunto import Conjunto, Sello
from tablero.exportar.paquete.datapackage import NOMBRE
from tablero.exportar.paquete.emision import DESCRIPCION, Emision, en_palabras
from tablero.exportar.paquete.palabras import (
    CSV,
    FRECUENCIA,
    IDIOMA,
    etiquetas,
    lugar_de_consulta,
    recuadro,
)
from tablero.publicacion import POR_DEFINIR
from tablero.un_json import Objeto

SIN_DECIDIR = "notspecified"
"""Como CKAN llama a una licencia que nadie dijo."""
LICENCIAS = {"CC BY 4.0": "cc-by", "CC BY-SA 4.0": "cc-by-sa"}
"""Cómo llama CKAN a las que alguien podría decidir; la versión la dicen las notas."""
NO_ES_ETIQUETA = re.compile(r"[^\w \-.]+")
"""Una etiqueta de CKAN solo lleva letras, números, espacios y «-_.»."""
ETIQUETA_MAXIMA = 100
CALIDAD = (
    "Cada total publicado que sus partes dejan recalcular está al lado del calculado, con la causa "
    "de su diferencia, en la tabla «conciliaciones»."
)


def ckan(emision: Emision, conjuntos: Sequence[Conjunto]) -> Objeto:
    """Un solo conjunto de datos, con un recurso por archivo de las tablas que tienen filas."""
    publicacion = emision.publicacion
    con_filas = [conjunto for conjunto in conjuntos if conjunto.filas]
    return {
        "name": NOMBRE,
        "title": f"{emision.titulo}. Bogotá D.C.",
        "notes": _notas(emision),
        "owner_org": POR_DEFINIR,
        "private": True,
        "author": publicacion.entidad,
        "author_email": publicacion.correo,
        "maintainer": publicacion.responsable,
        "maintainer_email": publicacion.correo,
        "license_id": LICENCIAS.get(publicacion.licencia, SIN_DECIDIR),
        "version": emision.version,
        "url": publicacion.direccion,
        "type": "dataset",
        "state": "active",
        "tags": [{"name": nombre} for nombre in _etiquetas(con_filas)],
        "groups": [],
        "extras": [{"key": clave, "value": valor} for clave, valor in _extras(emision)],
        "resources": [
            _recurso(conjunto, archivo, para)
            for conjunto in con_filas
            for archivo, para in ((conjunto.maquina, "programas"), (conjunto.excel, "Excel"))
        ],
    }


def _notas(emision: Emision) -> str:
    fuentes = "\n".join(f"- {en_palabras(fuente)}" for fuente in emision.fuentes)
    licencia = emision.publicacion.licencia_dicha
    return (
        f"{DESCRIPCION}\n\nLicencia del tablero: {licencia}. No cubre lo que otros publicaron.\n\n"
        f"Fuentes:\n\n{fuentes}"
    )


def _etiquetas(conjuntos: Sequence[Conjunto]) -> list[str]:
    limpias = (NO_ES_ETIQUETA.sub(" ", e)[:ETIQUETA_MAXIMA].strip() for e in etiquetas(conjuntos))
    return list(dict.fromkeys(limpias))


def _extras(emision: Emision) -> list[tuple[str, str]]:
    """Los campos del formulario del portal, en su orden."""
    return [
        ("Tipo de fecha", "Última actualización"),
        ("Fecha", emision.fecha.isoformat()),
        ("Forma de presentación", "Tabla digital"),
        ("Categoría temática", "Sociedad"),
        ("Cobertura espacial", json.dumps(recuadro(emision))),
        ("Frecuencia de actualización", FRECUENCIA),
        ("Idioma", IDIOMA),
        ("Enlace a otros recursos", lugar_de_consulta(emision)),
        ("Alcance de la calidad de los datos", "Conjunto de datos"),
        ("Reporte de la calidad", CALIDAD),
        ("Distribuidor", emision.publicacion.entidad),
        ("Temática principal", POR_DEFINIR),
        ("Alcance del metadato", "Conjunto de datos"),
        ("Tipo de responsable del metadato", "Custodio"),
        ("Responsable del metadato", emision.publicacion.responsable),
        ("Edición", emision.version),
        ("Huella del contenido (sha256)", emision.contenido),
    ]


def _recurso(conjunto: Conjunto, archivo: Sello, para: str) -> Objeto:
    return {
        "name": f"{conjunto.titulo}, para {para}",
        "description": conjunto.descripcion,
        "url": archivo.ruta,
        "url_type": "upload",
        "format": "CSV",
        "mimetype": CSV,
        "size": archivo.octetos,
        "hash": archivo.sha256,
    }
