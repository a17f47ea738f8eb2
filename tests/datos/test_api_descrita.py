"""El documento OpenAPI describe lo que la API hace, y schemathesis no halla dónde no."""

import json
import os
import re
from collections import Counter
from functools import cache
from html.parser import HTMLParser
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
import schemathesis
from fabrica_api import API, contestar, dar
from hypothesis import HealthCheck, Phase, given, seed, settings
from jsonschema import Draft202012Validator, FormatChecker
from openapi_spec_validator import validate
from schemathesis.core.failures import Failure
from schemathesis.core.result import Ok
from schemathesis.generation import GenerationMode

from tablero.api.consulta import nombres
from tablero.api.fallas import TIPOS
from tablero.api.todos import DE_DATOS, RECURSOS
from tablero.consultas.base import Base
from tablero.interfaz.servidor.propias import propias
from tablero.modelo import TABLAS

EJEMPLOS = int(os.environ.get("TABLERO_EJEMPLOS", "160"))
"""Cuántos pedidos inventa schemathesis entre todas las direcciones: 10.000, a mano."""
MODOS = (GenerationMode.POSITIVE, GenerationMode.NEGATIVE)
CONFIG = {
    "checks": {
        # Lo que es demasiado se niega con 413, no con 400.
        "negative_data_rejection": {"expected-statuses": ["400", "404", "405", "406", "413"]}
    }
}


@cache
def documento() -> dict[str, Any]:
    dicho: dict[str, Any] = dar("/openapi.json")
    return dicho


def test_el_documento_es_openapi_3_1() -> None:
    validate(documento())
    assert documento()["openapi"] == "3.1.0"
    assert documento()["servers"][0]["url"] == API
    assert set(documento()["paths"]) == {recurso.direccion for recurso in DE_DATOS}
    nombrados = Counter(o["get"]["operationId"] for o in documento()["paths"].values())
    assert max(nombrados.values()) == 1


@pytest.mark.parametrize("tabla", TABLAS, ids=lambda tabla: tabla.tabla)
def test_cada_columna_de_cada_tabla_esta_descrita(tabla: Any) -> None:
    operacion = documento()["paths"][f"/tablas/{tabla.tabla}"]["get"]
    fila = documento()["components"]["schemas"][f"Fila_tablas_{tabla.tabla}"]["properties"]
    filtros = {resolver(p)["name"] for p in operacion["parameters"]}
    for columna in tabla.columnas():
        propia = fila[columna.nombre]
        assert propia["title"] == columna.titulo or columna.nombre == "es_simulado"
        assert propia["description"]
        assert {columna.nombre, f"{columna.nombre}.es"} & filtros or columna.nombre == "es_simulado"
    assert {"orden", "columnas", "pagina", "por_pagina", "formato", "edicion"} <= filtros


def resolver(parametro: dict[str, Any]) -> dict[str, Any]:
    if "$ref" in parametro:
        nombre = parametro["$ref"].rpartition("/")[2]
        compartido: dict[str, Any] = documento()["components"]["parameters"][nombre]
        return compartido
    return parametro


def test_se_describe_cada_filtro_que_se_entiende() -> None:
    for recurso in (r for r in DE_DATOS if r.es_tabla):
        operacion = documento()["paths"][recurso.direccion]["get"]
        descritos = {resolver(p)["name"] for p in operacion["parameters"]}
        entendidos = set(nombres(recurso.campos))
        # `.es` es otro nombre del filtro de siempre: se describe uno de los dos.
        assert {n for n in entendidos - descritos if not n.endswith(".es")} == set()


class Pagina(HTMLParser):
    """Los identificadores, los enlaces y las etiquetas de una página."""

    def __init__(self, texto: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.enlaces: list[str] = []
        self.etiquetas: set[str] = set()
        self.feed(texto)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.etiquetas.add(tag)
        propios = dict(attrs)
        if propios.get("id"):
            self.ids.append(str(propios["id"]))
        if tag == "a":
            self.enlaces.append(str(propios["href"]))


def test_la_pagina_explica_cada_direccion_y_cada_error() -> None:
    estado, cabeceras, cuerpo = contestar("/docs")
    assert (estado, cabeceras["content-type"]) == (200, "text/html; charset=utf-8")
    pagina = Pagina(cuerpo.decode())
    assert "script" not in pagina.etiquetas
    assert set(TIPOS) <= set(pagina.ids)
    assert len(pagina.ids) == len(set(pagina.ids))
    descritas = {o["get"]["operationId"] for o in documento()["paths"].values()}
    assert descritas <= set(pagina.ids)
    assert [e for e in pagina.enlaces if "://" in e] == []
    for enlace in pagina.enlaces:
        if enlace.startswith("/api/v1"):
            estado, _, _ = contestar(enlace.removeprefix("/api/v1"))
            assert estado == 200, enlace
    assert len(pagina.enlaces) > len(RECURSOS)


def vale_lo_que_viajo(direccion: str) -> bool:
    """Si los parámetros de esa dirección son todos conocidos y como los describe el documento.

    schemathesis daña un valor antes de escribirlo, y a veces lo escrito vale: un objeto vacío no
    escribe nada, y el `false` que pone donde va un texto es el texto «false».
    """
    partes = urlsplit(direccion)
    descrita = documento()["paths"].get(partes.path.removeprefix(urlsplit(API).path))
    if descrita is None:
        return False
    suyos = {p["name"]: p["schema"] for p in map(resolver, descrita["get"]["parameters"])}
    viajaron = parse_qsl(partes.query, keep_blank_values=True)
    return all(n in suyos and _vale(valor, suyos[n]) for n, valor in viajaron)


def _vale(valor: str, esquema: dict[str, Any]) -> bool:
    propio = esquema.get("items", esquema)
    leido = int(valor) if propio.get("type") == "integer" and valor.isdecimal() else valor
    return bool(Draft202012Validator(propio, format_checker=FormatChecker()).is_valid(leido))


@pytest.mark.parametrize(
    ("consulta", "vale"),
    [
        ("", True),
        ("politica_codigo=false", True),
        ("politica_codigo=NO%20ES", False),
        ("pagina=2&orden=-vigencia", False),
        ("pagina=2", True),
        ("pagina=dos", False),
        ("no_hay=1", False),
    ],
)
def test_se_distingue_lo_que_vale_de_lo_que_no(consulta: str, *, vale: bool) -> None:
    assert vale_lo_que_viajo(f"{API}/tablas/plan_versiones?{consulta}") is vale


def preguntar(
    operacion: Any, modo: GenerationMode, cuantas: int, contestados: Counter[tuple[str, int]]
) -> list[str]:
    """Las fallas de esos pedidos inventados; en `contestados`, con qué código se respondió."""

    @seed(20261130)
    @given(operacion.as_strategy(generation_mode=modo))
    @settings(
        max_examples=cuantas,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    def probar(caso: Any) -> None:
        respuesta = caso.call()
        es_valido = modo is GenerationMode.NEGATIVE and vale_lo_que_viajo(respuesta.request.url)
        sin = [schemathesis.checks.CHECKS.get_one("negative_data_rejection")] if es_valido else []
        caso.validate_response(respuesta, excluded_checks=sin)
        contestados[modo.name, respuesta.status_code] += 1
        contestados["valen", respuesta.status_code] += es_valido

    fallas: list[str] = []
    try:
        probar()
    except* Failure as grupo:
        pedidos = re.findall(r"curl .*", str(grupo))
        fallas = [f"{operacion.path} {modo.name}: {f} {pedidos}" for f in grupo.exceptions]
    return fallas


def test_schemathesis_no_halla_nada() -> None:
    """Con `TABLERO_EJEMPLOS=10000` es el ensayo largo; aquí, unos pocos de cada dirección."""
    esquema = schemathesis.openapi.from_asgi(
        "/api/v1/openapi.json", propias(), config=schemathesis.Config.from_dict(CONFIG)
    )
    operaciones = [r.ok() for r in esquema.get_all_operations() if isinstance(r, Ok)]
    assert len(operaciones) == len(DE_DATOS)
    de_cada_una = max(1, -(-EJEMPLOS // (len(operaciones) * len(MODOS))))
    contestados: Counter[tuple[str, int]] = Counter()
    fallas: list[str] = []
    for operacion in operaciones:
        for modo in MODOS:
            fallas += preguntar(operacion, modo, de_cada_una, contestados)
    print(json.dumps({f"{m} {e}": n for (m, e), n in sorted(contestados.items())}))
    print(*fallas, sep="\n")
    assert fallas == []
    assert contestados["POSITIVE", 200] > EJEMPLOS / 4
    assert contestados["NEGATIVE", 400] > 0
    assert max(estado for _, estado in contestados) < 500
    # Los más de los dañados lo están también en la dirección: si no, no se probaría nada.
    valen = sum(n for (modo, _), n in contestados.items() if modo == "valen")
    assert valen < sum(n for (modo, _), n in contestados.items() if modo == "NEGATIVE") / 4


def test_cada_fila_de_muestra_es_como_la_describe(base: Base) -> None:
    esquemas = documento()["components"]["schemas"]
    con_filas = [tabla.tabla for tabla in TABLAS if not base.tabla(tabla.tabla).empty]
    for tabla in con_filas:
        (muestra,) = esquemas[f"Fila_tablas_{tabla}"]["examples"]
        propiedades = esquemas[f"Fila_tablas_{tabla}"]["properties"]
        assert set(muestra) <= set(propiedades)
        assert muestra == dar(f"/tablas/{tabla}?por_pagina=1")["datos"][0]
    assert len(con_filas) > 35


def test_lo_que_se_repite_se_escribe_una_vez() -> None:
    escritos = [
        json.dumps(parametro)
        for direccion in documento()["paths"].values()
        for parametro in direccion["get"]["parameters"]
        if "$ref" not in parametro
    ]
    assert len(escritos) == len(set(escritos))
