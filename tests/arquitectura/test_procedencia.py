"""El lugar que cita una respuesta sale de sus filas: ninguna consulta lo escribe.

El nombre de una sección es de una edición de un informe: escrito en una consulta, la cita miente
cuando el informe siguiente cambia la numeración. Se mira el árbol de cada consulta y se sigue la
columna `ubicacion` hacia atrás, por sus alias y por su puesto en las uniones.
"""

from collections.abc import Iterator

import pytest
from arbol_sql import PREGUNTAS, Nodo, arbol, nodos

from tablero.consultas.base import leer_pregunta

UBICACION, FUENTE = "ubicacion", "fuente_codigo"
DE_QUIEN = {"kind": "STRING", "text": ": "}
"""Lo que va entre el código de una fuente y un lugar suyo."""
SEPARADOR = {"string_agg": 1, "concat_ws": 0}
"""Qué argumento es lo que va entre dos lugares."""
JUNTAN = {"||", "concat"}


def escritos(sql: str) -> list[str]:
    """Los textos de la consulta que llegan a su columna `ubicacion`."""
    raiz = arbol(sql)
    nombres: set[str] = set()
    siguen = {UBICACION}
    while siguen - nombres:
        nombres |= siguen
        siguen = {n for expresion in _que_dan(raiz, nombres) for n in _columnas(expresion)}
    return [
        hoja["literal"]["text"]
        for expresion in _que_dan(raiz, nombres)
        for hoja in _hojas(expresion)
        if hoja["class"] == "CONSTANT" and hoja["literal"]["kind"] == "STRING"
    ]


def _que_dan(raiz: Nodo, nombres: set[str]) -> Iterator[Nodo]:
    """Las expresiones que dan valor a esas columnas, en cualquier parte de la consulta."""
    for nodo in nodos(raiz):
        if nodo.get("type") == "SET_OPERATION_NODE":
            primera, *otras = _ramas(nodo)
            for puesto, expresion in enumerate(primera["select_list"]):
                if _nombre(expresion) in nombres:
                    yield from (r["select_list"][puesto] for r in otras if puesto < _ancho(r))
        for expresion in nodo.get("select_list", []):
            if _nombre(expresion) in nombres:
                yield expresion
        for cambio in nodo.get("replace_list", []):
            if cambio["key"] in nombres:
                yield cambio["value"]


def _ramas(nodo: Nodo) -> list[Nodo]:
    """Los SELECT de una unión, en su orden; el de una consulta sin uniones, ella."""
    if nodo["type"] == "SELECT_NODE":
        return [nodo]
    return [rama for hijo in nodo["children"] for rama in _ramas(hijo)]


def _ancho(rama: Nodo) -> int:
    return len(rama["select_list"])


def _nombre(expresion: Nodo) -> str:
    return str(expresion["alias"] or expresion.get("column_names", [""])[-1])


def _columnas(expresion: Nodo) -> Iterator[str]:
    return (h["column_names"][-1] for h in _hojas(expresion) if h["class"] == "COLUMN_REF")


def _hojas(expresion: Nodo) -> Iterator[Nodo]:
    """Las columnas y los textos de los que sale un valor: ni condiciones ni separadores.

    Lo que se escribe junto a una columna que no es un lugar la explica («Edición » || edicion).
    """
    partes = _partes(expresion)
    if not partes:
        yield expresion
    for parte in partes:
        yield from _hojas(parte)


def _partes(expresion: Nodo) -> list[Nodo]:
    clase: str = expresion["class"]
    if clase == "CASE":
        return [*(c["then_expr"] for c in expresion["case_checks"]), expresion["else_expr"]]
    if clase == "CAST":
        return [expresion["child"]]
    if clase == "SUBQUERY":
        return [rama["select_list"][0] for rama in _ramas(expresion["subquery"]["node"])]
    if clase in ("FUNCTION", "WINDOW"):
        funcion = expresion["function_name"]
        partes = [a["expression"] for a in expresion["arguments"]]
        if funcion in SEPARADOR:
            del partes[SEPARADOR[funcion]]
        return _sin_lo_que_acompana(partes) if funcion in JUNTAN else partes
    hijos: list[Nodo] = expresion.get("children", [])
    return hijos


def _sin_lo_que_acompana(partes: list[Nodo]) -> list[Nodo]:
    """Sin los textos que explican una columna, o que separan un código de su lugar."""
    columnas = {nombre for parte in partes for nombre in _columnas(parte)}
    if columnas - {UBICACION, FUENTE} and UBICACION not in columnas:
        return [p for p in partes if p["class"] != "CONSTANT"]
    return [p for p in partes if p.get("literal") != DE_QUIEN]


def test_ninguna_pregunta_escribe_un_lugar() -> None:
    assert {n: e for n in PREGUNTAS if (e := escritos(leer_pregunta(n).sql))} == {}


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT 'Tabla 2' AS ubicacion FROM t",
        "SELECT any_value('Tabla 2 | ' || ubicacion) AS ubicacion FROM t",
        "SELECT concat_ws(' | ', ubicacion, 'Anexo 1') AS ubicacion FROM t",
        "SELECT coalesce(ubicacion, 'Anexo 1') AS ubicacion FROM t",
        "SELECT CASE nivel WHEN 'publicado' THEN 'Anexo 1' ELSE ubicacion END AS ubicacion FROM t",
        "SELECT a, ubicacion FROM t UNION ALL SELECT a, 'Acción 3' FROM u",
        "SELECT ubicacion FROM t UNION ALL SELECT b FROM u UNION ALL SELECT 'Tabla 3' FROM v",
        "WITH u AS (SELECT 'Acción 3' AS ubicacion FROM t) SELECT ubicacion FROM u",
        "WITH u AS (SELECT 'Acción 3' AS lugar FROM t) SELECT max(lugar) AS ubicacion FROM u",
        "SELECT t.* REPLACE ('Acción 3' AS ubicacion) FROM t",
        "SELECT (SELECT 'Acción 3') AS ubicacion FROM t",
        "SELECT fuente_codigo || ': ' || 'Acción 3' AS ubicacion FROM t",
        "SELECT lugares(fuente_codigo, 'Acción 3') AS ubicacion FROM t",
    ],
)
def test_se_reconoce_a_la_que_lo_escribe(sql: str) -> None:
    assert escritos(sql)


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT ubicacion FROM t",
        "SELECT string_agg(DISTINCT ubicacion, ' | ' ORDER BY ubicacion) AS ubicacion FROM t",
        "SELECT lugares(fuente_codigo, ubicacion) AS ubicacion FROM t",
        "SELECT concat_ws(' | ', t.ubicacion, u.ubicacion) AS ubicacion FROM t, u",
        "SELECT fuente_codigo || ': ' || ubicacion AS ubicacion FROM t",
        "SELECT 'Calculado con la edición ' || edicion AS ubicacion FROM t",
        "SELECT any_value(ubicacion) FILTER (WHERE titulo = 'Objetivo') AS ubicacion FROM t",
        "SELECT CASE a WHEN 'b' THEN c.ubicacion ELSE d.ubicacion END AS ubicacion FROM c, d",
        "SELECT 'centro' AS aspecto, ubicacion FROM t UNION ALL SELECT 'taller', ubicacion FROM u",
    ],
)
def test_y_a_la_que_no(sql: str) -> None:
    assert escritos(sql) == []
