"""Ninguna pregunta escoge un corte por su cuenta: qué vale hoy lo decide la construcción.

Se mira el árbol de cada consulta, no su texto: la fecha que se muestra al lado de una suma
(`max(corte_fecha) AS corte_fecha`) no escoge nada; la misma función dentro de una condición, sí.
"""

from typing import Any

import pytest
from arbol_sql import PREGUNTAS, Nodo, arbol, nodos

from tablero.consultas.base import leer_pregunta
from tablero.modelo import LIBROS, Hecho
from tablero.modelo.politica import DePolitica

FECHAS = {"corte_fecha", "desde_fecha", "hasta_fecha"}
EXTREMOS = {"max", "min"}
POR_FECHA = {"arg_max", "arg_min", "max_by", "min_by", "argmax", "argmin", "first", "last"}
CONDICIONES = ("where_clause", "qualify", "having", "condition")
VENTANAS_QUE_ESCOGEN = {"row_number", "rank", "dense_rank", "first_value", "last_value"}

LISTAN_VERSIONES = {"producto/relatos"}
"""Muestra todas las versiones de un texto hasta un corte que se le pide, y marca la de entonces."""
DE_UN_CORTE_PEDIDO = {"politica/objetivos"}
"""Lee una cifra del informe del corte que se le pide, no la de hoy."""


def nombra_fecha(raiz: Any) -> bool:
    return any(
        n.get("class") == "COLUMN_REF" and n["column_names"][-1] in FECHAS for n in nodos(raiz)
    )


def agrega_fecha(nodo: Nodo) -> bool:
    return (
        nodo.get("class") in ("FUNCTION", "WINDOW")
        and nodo["function_name"] in EXTREMOS
        and nombra_fecha(nodo)
    )


def escoge(sql: str) -> list[str]:
    """Las maneras en que una consulta escoge un corte; ninguna si no lo hace."""
    raiz = arbol(sql)
    con_maximo = {
        entrada["key"]
        for nodo in nodos(raiz)
        for entrada in (nodo.get("cte_map") or {}).get("map", [])
        if hay_maximo(entrada["value"]["query_node"].get("select_list"))
    }
    return [
        motivo
        for nodo in nodos(raiz)
        for motivo, es in {
            "una función por fecha": nodo.get("function_name") in POR_FECHA and nombra_fecha(nodo),
            "una ventana por fecha": nodo.get("class") == "WINDOW"
            and (agrega_fecha(nodo) or ordena_por_fecha(nodo)),
            "el extremo de una fecha en una subconsulta": nodo.get("class") == "SUBQUERY"
            and hay_maximo(nodo),
            "el extremo de una fecha en una condición": any(
                hay_maximo(nodo.get(clausula)) for clausula in CONDICIONES
            ),
            "un tope por fecha": nodo.get("type") == "SELECT_NODE" and recorta_por_fecha(nodo),
            "una unión por la fecha mayor": nodo.get("type") == "JOIN"
            and une_por_maximo(nodo, con_maximo),
        }.items()
        if es
    ]


def hay_maximo(raiz: Any) -> bool:
    return any(agrega_fecha(nodo) for nodo in nodos(raiz))


def ordena_por_fecha(nodo: Nodo) -> bool:
    return nodo["function_name"] in VENTANAS_QUE_ESCOGEN and nombra_fecha(nodo["orders"])


def recorta_por_fecha(nodo: Nodo) -> bool:
    """`ORDER BY corte_fecha … LIMIT`, o `DISTINCT ON`."""
    partes = {parte["type"]: parte for parte in nodo["modifiers"]}
    return ("LIMIT_MODIFIER" in partes and nombra_fecha(partes.get("ORDER_MODIFIER"))) or bool(
        partes.get("DISTINCT_MODIFIER", {}).get("distinct_on_targets")
    )


def une_por_maximo(nodo: Nodo, con_maximo: set[str]) -> bool:
    es_por_fecha = FECHAS & set(nodo["using_columns"]) or nombra_fecha(nodo["condition"])
    return bool(es_por_fecha) and any(
        _trae_maximo(nodo[lado], con_maximo) for lado in ("left", "right")
    )


def _trae_maximo(tabla: Nodo, con_maximo: set[str]) -> bool:
    if tabla["type"] == "BASE_TABLE":
        return tabla["table_name"] in con_maximo
    return tabla["type"] == "SUBQUERY" and any(agrega_fecha(n) for n in nodos(tabla["subquery"]))


def test_ninguna_pregunta_escoge_un_corte() -> None:
    escogen = {n: motivos for n in PREGUNTAS if (motivos := escoge(leer_pregunta(n).sql))}
    assert escogen.keys() <= LISTAN_VERSIONES, escogen


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT x FROM t WHERE corte_fecha = (SELECT max(corte_fecha) FROM t)",
        "SELECT x FROM t WHERE a = 1 AND t.hasta_fecha IN (SELECT max(u.hasta_fecha) FROM t AS u)",
        "SELECT x FROM t QUALIFY corte_fecha = max(corte_fecha) OVER (PARTITION BY x)",
        "SELECT x FROM t QUALIFY row_number() OVER (PARTITION BY x ORDER BY corte_fecha DESC) = 1",
        "SELECT x, row_number() OVER (ORDER BY corte_fecha) AS n FROM t",
        "SELECT arg_max(x, corte_fecha) AS x FROM t",
        "SELECT max_by(x, (a, corte_fecha)) AS x FROM t",
        "SELECT last(x ORDER BY corte_fecha) AS x FROM t",
        "SELECT x FROM t ORDER BY corte_fecha DESC LIMIT 1",
        "SELECT x FROM (SELECT x FROM t ORDER BY a, corte_fecha LIMIT 1)",
        "SELECT DISTINCT ON (x) x FROM t ORDER BY corte_fecha",
        "WITH u AS (SELECT p, max(corte_fecha) AS corte_fecha FROM t GROUP BY p) "
        "SELECT x FROM t INNER JOIN u USING (p, corte_fecha)",
        "SELECT x FROM t INNER JOIN (SELECT max(corte_fecha) AS c FROM t) AS u "
        "ON t.corte_fecha = u.c",
        "WITH u AS (SELECT *, max(corte_fecha) OVER () AS c FROM t) "
        "SELECT x FROM u WHERE corte_fecha = c",
        "SELECT x FROM t GROUP BY x HAVING max(corte_fecha) > DATE '2024-01-01'",
    ],
)
def test_se_reconoce_a_la_que_escoge(sql: str) -> None:
    assert escoge(sql)


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT sum(x) AS x, max(corte_fecha) AS corte_fecha FROM t",
        "SELECT x, corte_fecha FROM t ORDER BY corte_fecha",
        "SELECT x FROM t WHERE corte_fecha = $corte",
        "SELECT x FROM t INNER JOIN u USING (p, corte_fecha)",
        "WITH u AS (SELECT max(corte_fecha) AS corte_fecha FROM t) SELECT x FROM t CROSS JOIN u",
        "SELECT x FROM t WHERE y = (SELECT max(y) FROM t)",
        "SELECT x, row_number() OVER (ORDER BY x) AS n FROM t",
    ],
)
def test_y_a_la_que_no(sql: str) -> None:
    assert escoge(sql) == []


def test_lo_que_no_se_pregunta_por_corte_se_lee_de_lo_vigente() -> None:
    """De una hoja sin política nadie pide un corte: sin la vista, dos informes se sumarían."""
    sin_corte = {
        t.tabla
        for tablas in LIBROS.values()
        for t in tablas
        if issubclass(t, Hecho) and not issubclass(t, DePolitica)
    }
    de_todos = {n: suyas for n in PREGUNTAS if (suyas := enteras(n) & sin_corte)}
    assert de_todos.keys() <= DE_UN_CORTE_PEDIDO, de_todos


def enteras(pregunta: str) -> set[str]:
    """Las tablas que lee con todos sus cortes: `tablero.cifras`, y no `tablero.vigente.cifras`."""
    return {
        nodo["table_name"]
        for nodo in nodos(arbol(leer_pregunta(pregunta).sql))
        if nodo.get("type") == "BASE_TABLE" and nodo["schema_name"] == "tablero"
    }
