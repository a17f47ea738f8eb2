"""`/openapi.json`: OpenAPI 3.1, escrito con las mismas descripciones con que se atiende."""

from collections.abc import Iterator, Sequence
from functools import partial

from tablero.api import esquemas
from tablero.api.campos import SIMULADO
from tablero.api.explicar import parametros
from tablero.api.explicar.compartir import compartir
from tablero.api.explicar.ejemplos import ejemplos
from tablero.api.fallas import MIME, TIPOS, Tipo
from tablero.api.formas import FORMAS, MIME_JSON, a_json
from tablero.api.pedido import Pedido
from tablero.api.recurso import Crudo, Recurso
from tablero.publicacion import POR_DEFINIR
from tablero.texto import para_archivo
from tablero.un_json import Objeto

GRUPO = "La propia API"
QUE_ES = """Los datos del Tablero de Control, para programas. Solo se lee.

- **Filtros**: `?departamento_codigo=05&corte_fecha=2024-12-31`. Varios valores de una columna son
  «cualquiera de ellos»; vacío (`?nota=`) es lo que no se publica. Los rangos llevan `.desde` y
  `.hasta`. Una columna que se llama como un parámetro (`orden`, `edicion`) se filtra con `.es`.
- **Formas**: JSON, CSV, CSV para Excel y Parquet. Las que no son JSON dan todas las filas.
- **Ediciones**: con `?edicion=N`, lo que el tablero decía entonces.
- **Sin bajar lo mismo**: cada respuesta trae `ETag` y `Last-Modified`; con `If-None-Match` o
  `If-Modified-Since`, lo que no ha cambiado es un 304.
- **Errores**: `application/problem+json` (RFC 9457), en español."""
CABECERAS: Objeto = {
    "ETag": {"description": "Cambia si cambia la respuesta.", "schema": esquemas.TEXTO},
    "Last-Modified": {
        "description": "Desde cuándo el tablero dice esto.",
        "schema": esquemas.TEXTO,
    },
}
SIEMPRE = (
    *("pedido-invalido", "no-existe", "metodo-no-admitido", "formato-no-disponible"),
    *("edicion-sin-archivo", "pedido-grande", "direccion-larga", "muy-seguido", "fallo"),
    "sin-tablero",
)
"""Las fallas que cualquier dirección puede contestar."""


def documento(pedido: Pedido, *, recursos: Sequence[Recurso]) -> Crudo:
    """El documento entero."""
    return Crudo(a_json(armar(pedido, recursos)), MIME_JSON)


def armar(pedido: Pedido, recursos: Sequence[Recurso]) -> Objeto:
    """El mismo, antes de escribirse."""
    publica = pedido.publicacion
    licencia: Objeto = {"name": publica.licencia_dicha}
    if publica.licencia_direccion != POR_DEFINIR:
        licencia["url"] = publica.licencia_direccion
    tablas = [r for r in recursos if r.es_tabla]
    muestras = pedido.abierto.preguntar.responder(ejemplos)
    direcciones, repetidos = compartir({r.direccion: {"get": operacion(r)} for r in recursos})
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "API del Tablero de Control",
            "version": "1",
            "summary": "La política para la población migrante internacional, con sus fuentes.",
            "description": QUE_ES,
            "license": licencia,
        },
        "servers": [{"url": pedido.api, "description": "Este tablero"}],
        "tags": [{"name": grupo} for grupo in dict.fromkeys(r.grupo for r in recursos)],
        "paths": direcciones,
        "components": {
            "parameters": parametros.COMPARTIDOS | repetidos,
            "schemas": {
                "Edicion": esquemas.EDICION,
                "Problema": esquemas.PROBLEMA,
                **{fila_de(r): _fila(r, muestras) for r in tablas},
            },
            "responses": {codigo: _falla(TIPOS[codigo]) for codigo in SIEMPRE},
            "headers": CABECERAS,
        },
    }


def operacion(recurso: Recurso) -> Objeto:
    """La de `GET` en una dirección."""
    return {
        "operationId": nombre_de(recurso),
        "tags": [recurso.grupo],
        "summary": recurso.titulo,
        "description": recurso.descripcion,
        "parameters": list(parametros.de(recurso)),
        "responses": {
            "200": {
                "description": "Lo pedido.",
                "headers": {n: {"$ref": f"#/components/headers/{n}"} for n in CABECERAS},
                "content": dict(_contenido(recurso)),
            },
            "304": {"description": "No ha cambiado desde la que dice If-None-Match."},
            **{
                str(int(TIPOS[codigo].estado)): {"$ref": f"#/components/responses/{codigo}"}
                for codigo in SIEMPRE
            },
        },
    }


def nombre_de(recurso: Recurso) -> str:
    """Un nombre para cada dirección: `tablas_cifras`."""
    return para_archivo(recurso.direccion.replace("/", "_")) or "inicio"


def fila_de(recurso: Recurso) -> str:
    """Cómo se llama el esquema de una de sus filas."""
    return f"Fila_{nombre_de(recurso)}"


def _fila(recurso: Recurso, muestras: Objeto) -> Objeto:
    propiedades = esquemas.de_campos([*recurso.campos, SIMULADO])
    muestra = muestras.get(recurso.direccion.removeprefix("/tablas/"))
    return {
        **({} if muestra is None else {"examples": [muestra]}),
        "type": "object",
        "description": recurso.descripcion,
        "properties": propiedades,
        "additionalProperties": False,
    }


def _contenido(recurso: Recurso) -> Iterator[tuple[str, Objeto]]:
    if recurso.es_tabla:
        filas = {
            "type": "array",
            "items": {"$ref": f"#/components/schemas/{fila_de(recurso)}"},
        }
        propio = {"datos": filas, **esquemas.PAGINAS, **esquemas.SOBRE}
        yield MIME_JSON, {"schema": esquemas.objeto(propio)}
        for forma in FORMAS.values():
            if forma.escribir is not None:
                yield forma.mime.partition(";")[0], {"schema": {}}
    elif recurso.esquema is not None:
        propiedades = {**recurso.esquema["properties"], **esquemas.SOBRE}
        yield recurso.mime, {"schema": esquemas.objeto(propiedades)}
    else:
        yield recurso.mime, {"schema": {}}


def _falla(tipo: Tipo) -> Objeto:
    return {
        "description": f"{tipo.titulo}. {tipo.que_hacer}",
        "content": {MIME: {"schema": {"$ref": "#/components/schemas/Problema"}}},
    }


def recursos(de_datos: Sequence[Recurso]) -> tuple[Recurso, ...]:
    """El de este documento."""
    return (
        Recurso(
            "/openapi.json",
            GRUPO,
            "El documento OpenAPI",
            "Todas las direcciones, sus parámetros y sus respuestas.",
            partial(documento, recursos=de_datos),
        ),
    )
