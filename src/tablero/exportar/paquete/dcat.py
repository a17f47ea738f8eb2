"""`dcat.jsonld`: el catálogo en DCAT-AP 3, como JSON-LD que se lee sin internet.

Los términos van con su contexto adentro. Cada tabla es un conjunto de datos con dos distribuciones,
y el tablero entero, otro: el archivo DuckDB. Las direcciones relativas son las de los archivos del
paquete. Obligatorio según DCAT-AP 3.0 (semiceu.github.io/DCAT-AP): del catálogo, título,
descripción y quien publica; de un conjunto, título y descripción; de una distribución, `accessURL`;
de una suma de comprobación, su algoritmo y su valor; de un agente, su nombre.
"""

from collections.abc import Sequence
from datetime import date

from tablero.exportar.paquete.conjunto import Conjunto, Sello
from tablero.exportar.paquete.emision import DESCRIPCION, PALABRAS_CLAVE, Emision, en_palabras
from tablero.exportar.paquete.palabras import (
    CSV,
    frecuencia,
    lugar_de_consulta,
    productores,
    recuadro,
)
from tablero.filas import Fila
from tablero.publicacion import POR_DEFINIR
from tablero.un_json import Json, Objeto

UE = "http://publications.europa.eu/resource/authority"
CONTEXTO: Objeto = {
    "adms": "http://www.w3.org/ns/adms#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "prov": "http://www.w3.org/ns/prov#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
ESPANOL = {"@id": f"{UE}/language/SPA"}
IRREGULAR = {"@id": f"{UE}/frequency/IRREG"}
COLOMBIA = f"{UE}/country/COL"
TEMAS = [{"@id": f"{UE}/data-theme/{tema}"} for tema in ("SOCI", "GOVE")]
WKT = "http://www.opengis.net/ont/geosparql#wktLiteral"
MEDIO = "https://www.iana.org/assignments/media-types"
ARCHIVO_DUCKDB = "application/octet-stream"
PUBLICA, CONTACTO, RECUADRO, DERECHOS = "#publica", "#contacto", "#recuadro", "#derechos"
"""Los nodos que varios nombran."""


def dcat(emision: Emision, conjuntos: Sequence[Conjunto], duckdb: str) -> Objeto:
    """El catálogo; `duckdb` es la ruta de ese archivo en el paquete."""
    return {
        "@context": CONTEXTO,
        "@id": "#catalogo",
        "@type": "dcat:Catalog",
        "dct:title": _texto(emision.titulo),
        "dct:description": _texto(DESCRIPCION),
        "dct:publisher": _quien(emision),
        "dct:language": ESPANOL,
        "dct:modified": _dia(emision.fecha),
        "dct:spatial": _lugares(emision),
        **_pagina(emision),
        **_licencia(emision),
        "dcat:dataset": [
            _entero(emision, duckdb),
            *(_de_tabla(emision, conjunto) for conjunto in conjuntos),
        ],
    }


def _entero(emision: Emision, duckdb: str) -> Objeto:
    """El tablero en un solo archivo: sin suma, porque sus octetos cambian y lo que dice no."""
    return {
        "@id": "#tablero",
        "@type": "dcat:Dataset",
        "dct:title": _texto(emision.titulo),
        "dct:description": _texto(DESCRIPCION),
        "dct:identifier": emision.contenido,
        "dcat:version": emision.version,
        "dcat:keyword": [_texto(palabra) for palabra in PALABRAS_CLAVE],
        **_comun(emision),
        "dcat:contactPoint": _contacto(emision),
        "dct:temporal": _periodo(emision.primer_corte, emision.corte),
        "dct:source": [_fuente(fuente) for fuente in emision.fuentes],
        "dcat:distribution": [
            {
                "@id": duckdb,
                "@type": "dcat:Distribution",
                "dct:title": _texto("Archivo DuckDB, con todas las tablas"),
                **_acceso(emision, duckdb),
                "dcat:mediaType": {"@id": f"{MEDIO}/{ARCHIVO_DUCKDB}"},
                **_la_licencia(emision),
            }
        ],
    }


def _de_tabla(emision: Emision, conjunto: Conjunto) -> Objeto:
    dicho: Objeto = {
        "@id": f"#{conjunto.nombre}",
        "@type": "dcat:Dataset",
        "dct:title": _texto(emision.marcado(conjunto.titulo)),
        "dct:description": _texto(conjunto.descripcion),
        "dct:identifier": conjunto.nombre,
        "dcat:version": emision.version,
        "dcat:keyword": [_texto(palabra) for palabra in (*PALABRAS_CLAVE, conjunto.titulo)],
        **_comun(emision),
        "dcat:contactPoint": {"@id": CONTACTO},
        "dct:provenance": {
            "@type": "dct:ProvenanceStatement",
            "rdfs:label": _texto(f"{productores(conjunto)}. {frecuencia(conjunto)}."),
        },
        "dct:source": [{"@id": f"#{f['fuente_codigo']}"} for f in conjunto.fuentes],
        "dcat:distribution": [
            _csv(emision, conjunto.maquina, "CSV para programas (coma y punto decimal)"),
            _csv(emision, conjunto.excel, "CSV para Excel (punto y coma, y coma decimal)"),
        ],
    }
    if conjunto.desde is not None and conjunto.hasta is not None:
        dicho["dct:temporal"] = _periodo(conjunto.desde, conjunto.hasta)
    return dicho


def _comun(emision: Emision) -> Objeto:
    """Lo que llevan todos los conjuntos; los nodos, dichos una vez, por su nombre."""
    return {
        "dct:publisher": {"@id": PUBLICA},
        "dct:language": ESPANOL,
        "dct:modified": _dia(emision.fecha),
        "dcat:theme": TEMAS,
        "dct:accrualPeriodicity": IRREGULAR,
        "dct:spatial": [{"@id": COLOMBIA}, {"@id": RECUADRO}],
    }


def _csv(emision: Emision, archivo: Sello, titulo: str) -> Objeto:
    return {
        "@id": archivo.ruta,
        "@type": "dcat:Distribution",
        "dct:title": _texto(titulo),
        **_acceso(emision, archivo.ruta),
        "dcat:mediaType": {"@id": f"{MEDIO}/{CSV}"},
        "dct:format": {"@id": f"{UE}/file-type/CSV"},
        "dcat:byteSize": {"@value": str(archivo.octetos), "@type": "xsd:nonNegativeInteger"},
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
            "spdx:checksumValue": {"@value": archivo.sha256, "@type": "xsd:hexBinary"},
        },
        **_la_licencia(emision),
    }


def _acceso(emision: Emision, ruta: str) -> Objeto:
    """Dónde se pide y dónde está: sin dirección decidida, el propio archivo del paquete."""
    lugar = lugar_de_consulta(emision)
    acceso = ruta if lugar == POR_DEFINIR else lugar
    return {"dcat:accessURL": {"@id": acceso}, "dcat:downloadURL": {"@id": ruta}}


def _pagina(emision: Emision) -> Objeto:
    direccion = emision.publicacion.direccion
    return {} if direccion == POR_DEFINIR else {"foaf:homepage": {"@id": direccion}}


def _licencia(emision: Emision) -> Objeto:
    """La licencia o, si nadie ha decidido, lo que se dice de ella."""
    publicacion = emision.publicacion
    dicho: Objeto = {
        "dct:rights": {
            "@id": DERECHOS,
            "@type": "dct:RightsStatement",
            "rdfs:label": _texto(f"Licencia del tablero: {publicacion.licencia_dicha}."),
        }
    }
    if publicacion.licencia_direccion != POR_DEFINIR:
        dicho["dct:license"] = {
            "@id": publicacion.licencia_direccion,
            "@type": "dct:LicenseDocument",
            "dct:title": _texto(publicacion.licencia),
        }
    return dicho


def _la_licencia(emision: Emision) -> Objeto:
    """La misma, por su nombre."""
    return {que: {"@id": nodo["@id"]} for que, nodo in _licencia(emision).items()}


def _quien(emision: Emision) -> Objeto:
    return {"@id": PUBLICA, "@type": "foaf:Agent", "foaf:name": emision.publicacion.entidad}


def _contacto(emision: Emision) -> Objeto:
    publicacion = emision.publicacion
    contacto: Objeto = {
        "@id": CONTACTO,
        "@type": "vcard:Organization",
        "vcard:fn": publicacion.responsable,
        "vcard:organization-unit": publicacion.area,
    }
    if publicacion.correo != POR_DEFINIR:
        contacto["vcard:hasEmail"] = {"@id": f"mailto:{publicacion.correo}"}
    return contacto


def _fuente(fuente: Fila) -> Objeto:
    """El documento de donde sale, con su propia licencia: la del tablero no la cubre."""
    return {
        "@id": f"#{fuente['fuente_codigo']}",
        "@type": "rdfs:Resource",
        "dct:title": _texto(fuente["titulo"]),
        "dct:creator": {"@type": "foaf:Agent", "foaf:name": fuente["entidad"]},
        "dct:description": _texto(en_palabras(fuente)),
        "dct:rights": {
            "@type": "dct:RightsStatement",
            "rdfs:label": _texto(f"Licencia: {fuente['licencia']}."),
        },
    }


def _lugares(emision: Emision) -> list[Json]:
    """Colombia, y el recuadro donde caben los municipios del tablero."""
    (vuelta,) = recuadro(emision)["coordinates"]
    puntos = ", ".join(f"{longitud:g} {latitud:g}" for longitud, latitud in vuelta)
    caja = {"@value": f"POLYGON(({puntos}))", "@type": WKT}
    return [
        {"@id": COLOMBIA},
        {"@id": RECUADRO, "@type": "dct:Location", "dcat:bbox": caja},
    ]


def _periodo(desde: date, hasta: date) -> Objeto:
    return {
        "@type": "dct:PeriodOfTime",
        "dcat:startDate": _dia(desde),
        "dcat:endDate": _dia(hasta),
    }


def _dia(dia: date) -> Objeto:
    return {"@value": dia.isoformat(), "@type": "xsd:date"}


def _texto(texto: str) -> Objeto:
    return {"@value": texto, "@language": "es"}
