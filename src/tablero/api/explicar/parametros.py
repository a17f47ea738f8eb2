"""Los parámetros de cada dirección en OpenAPI: los mismos que `consulta` entiende."""

from collections.abc import Iterator, Mapping
from datetime import date

from tablero.api.campos import JSON_DE, Campo
from tablero.api.consulta import (
    COLUMNAS,
    DE_UNA_VEZ,
    EDICION,
    ES,
    FORMATO,
    ORDEN,
    PAGINA,
    POR_PAGINA,
    POR_PAGINA_DE_SIEMPRE,
    VALORES,
    nombres,
)
from tablero.api.formas import FORMAS
from tablero.api.recurso import Parametro, Recurso, Variable
from tablero.modelo.columnas import TipoColumna
from tablero.un_json import Objeto

MESES = (
    "((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)"
    "|02-(0[1-9]|1[0-9]|2[0-8]))"
)
BISIESTOS = "[0-9](0[48]|[2468][048]|[13579][26])"
ESCRITOS: Mapping[TipoColumna, str] = {
    int: r"^-?(0|[1-9][0-9]{0,17})(\.0+)?$",
    float: r"^-?(0|[1-9][0-9]{0,17})(\.[0-9]{1,17})?([eE][+-]?[0-9]{1,2})?$",
    date: f"^([1-9][0-9]{{3}}-{MESES}|[1-9]{BISIESTOS}-02-29)$",
}
"""Cómo se escribe en una dirección el valor que se busca en una columna."""
COMPARTIDOS: Objeto = {
    EDICION: {
        "name": EDICION,
        "in": "query",
        "description": "El tablero como era en esa edición; sin ella, el de ahora.",
        "schema": {"type": "integer", "minimum": 1},
    },
    FORMATO: {
        "name": FORMATO,
        "in": "query",
        "description": "En qué forma se da. «csv» es para programas; «excel», para hojas "
        "de cálculo de Colombia. También vale la cabecera Accept, o terminar la dirección "
        "en .csv, .json o .parquet.",
        "schema": {"type": "string", "enum": list(FORMAS)},
    },
    PAGINA: {
        "name": PAGINA,
        "in": "query",
        "description": "Cuál página. Si no se dice: en JSON, la primera; en las demás formas, "
        "todas las filas.",
        "schema": {"type": "integer", "minimum": 1, "default": 1},
    },
    POR_PAGINA: {
        "name": POR_PAGINA,
        "in": "query",
        "description": "Las filas de una página.",
        "schema": {
            "type": "integer",
            "minimum": 1,
            "maximum": DE_UNA_VEZ,
            "default": POR_PAGINA_DE_SIEMPRE,
        },
    },
}


def de(recurso: Recurso) -> Iterator[Objeto]:
    """Los de un recurso, en su orden."""
    for variable in recurso.variables:
        yield _variable(variable)
    for parametro in recurso.parametros:
        yield _propio(parametro)
    if recurso.es_tabla:
        for nombre, (campo, compara) in nombres(recurso.campos).items():
            # El mismo filtro con dos nombres se describe una vez.
            if compara != ES or nombre == campo.nombre or campo.nombre in COMPARTIDOS | {ORDEN: 0}:
                yield _filtro(nombre, campo, compara)
        yield _de_nombres(
            ORDEN,
            "Por qué columnas se ordena; con «-» delante, de mayor a menor.",
            [f"{signo}{c.nombre}" for c in recurso.campos for signo in ("", "-")],
        )
        yield _de_nombres(
            COLUMNAS, "Cuáles columnas se dan, y en qué orden.", [c.nombre for c in recurso.campos]
        )
    for nombre in COMPARTIDOS if recurso.es_tabla else (EDICION,):
        yield {"$ref": f"#/components/parameters/{nombre}"}


def _variable(variable: Variable) -> Objeto:
    return {
        "name": variable.nombre,
        "in": "path",
        "required": True,
        "description": variable.descripcion,
        "schema": {"type": "string", "minLength": 1},
        "example": variable.ejemplo,
    }


def _propio(parametro: Parametro) -> Objeto:
    return {
        "name": parametro.nombre,
        "in": "query",
        "description": parametro.descripcion,
        "schema": parametro.esquema,
    }


def _filtro(nombre: str, campo: Campo, compara: str) -> Objeto:
    if compara != ES:
        return {
            "name": nombre,
            "in": "query",
            "description": f"{campo.titulo}, {compara} este valor, incluido.",
            "schema": JSON_DE[campo.tipo],
        }
    return {
        "name": nombre,
        "in": "query",
        "description": f"{campo.titulo}: cualquiera de estos valores; vacío, lo que no se publica.",
        "style": "form",
        "explode": True,
        "schema": {"type": "array", "minItems": 1, "maxItems": VALORES, "items": _valor(campo)},
    }


def _valor(campo: Campo) -> Objeto:
    """Uno de los que admite un filtro: el de su clase, o el texto vacío.

    Como se ve en la dirección, que es texto: con dos clases («número o vacío»), quien la comprueba
    no sabe a cuál de las dos mira «0».
    """
    if campo.opciones:
        return {"type": "string", "enum": [*campo.opciones, ""]}
    if campo.tipo is bool:
        return {"type": "string", "enum": ["true", "false", ""]}
    patron = campo.patron or ESCRITOS.get(campo.tipo)
    return {"type": "string"} if patron is None else {"type": "string", "pattern": f"^$|{patron}"}


def _de_nombres(nombre: str, descripcion: str, hay: list[str]) -> Objeto:
    return {
        "name": nombre,
        "in": "query",
        "description": descripcion,
        "style": "form",
        "explode": False,
        "schema": {"type": "array", "minItems": 1, "items": {"type": "string", "enum": hay}},
    }
