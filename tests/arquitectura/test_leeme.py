"""Lo que el README enumera es lo que hay: páginas, órdenes y modos de `iniciar.py`.

Que cada orden escrita tenga además las opciones que se le dan lo mira `test_documentos.py`.
"""

import ast
import re
from collections.abc import Iterator
from typing import Any

import pytest
import typer

from tablero import rutas
from tablero.cli.principal import aplicacion
from tablero.interfaz.marco.menu import SECCIONES

LEEME = (rutas.RAIZ / "README.md").read_text(encoding="utf-8")
PROGRAMA: Any = typer.main.get_command(aplicacion)
PAGINAS = [pagina.titulo for paginas in SECCIONES.values() for pagina in paginas]
CODIGO = re.compile(r"^```\n(.*?)^```|`([^`\n]+)`", re.MULTILINE | re.DOTALL)
INICIAR = re.compile(r"(?:python3|py) iniciar\.py(.*)")
TABLERO = re.compile(r"(?:.*[ /])?tablero((?: [a-z]+)*)(?= |$)")


def seccion(titulo: str) -> str:
    return re.split(r"^## ", LEEME.split(f"\n## {titulo}\n")[1], flags=re.MULTILINE)[0]


def primera_columna(texto: str) -> list[str]:
    """La primera celda de cada fila de la tabla de una sección, sin su encabezado."""
    return re.findall(r"^\| (.+?) \| ", texto, re.MULTILINE)[1:]


def escrito(texto: str) -> Iterator[str]:
    """Cada línea que va en un bloque de código o entre comillas invertidas."""
    for bloque, suelta in CODIGO.findall(texto):
        yield from (linea.strip() for linea in (bloque or suelta).splitlines())


def nombrada(linea: str) -> str | None:
    """La orden que nombra una línea («plan importar»); `None` si no nombra ninguna.

    Las palabras son de la orden mientras el programa las conozca; después de la última que abre
    otras, una desconocida es una orden que no existe.
    """
    hallada = TABLERO.match(linea)
    if hallada is None or linea.startswith("iniciar.py"):
        return None
    orden, nombre = PROGRAMA, ""
    for palabra in hallada[1].split():
        if not hasattr(orden, "commands"):
            break  # ya es un argumento
        orden = orden.commands.get(palabra)
        nombre = f"{nombre} {palabra}".strip()
        if orden is None:
            break
    return nombre


def del_programa(orden: Any = PROGRAMA, nombre: str = "") -> Iterator[str]:
    """Cada orden que se puede dar: «estado», «seguimiento importar»."""
    for propia, hija in getattr(orden, "commands", {}).items():
        completo = f"{nombre} {propia}".strip()
        if not hasattr(hija, "commands") or hija.invoke_without_command:
            yield completo
        yield from del_programa(hija, completo)


def de_iniciar() -> list[str]:
    """Los modos que su ayuda enumera: «», «--puerto», «tablero», «pruebas»…"""
    ayuda = ast.get_docstring(ast.parse((rutas.RAIZ / "iniciar.py").read_text("utf-8"))) or ""
    lineas = re.findall(r"^ +python3 iniciar\.py(.*?)  ", ayuda, re.MULTILINE)
    return [(linea.split() or [""])[0] for linea in lineas]


ORDENES = sorted(set(del_programa()))
GRUPOS = {o.rsplit(" ", 1)[0] for o in ORDENES if " " in o} | {""}
DE_INICIAR = sorted(set(de_iniciar()))


def test_la_tabla_de_paginas_es_el_menu_en_su_orden() -> None:
    assert primera_columna(seccion("Qué muestra")) == PAGINAS


@pytest.mark.parametrize("orden", ORDENES)
def test_toda_orden_esta_en_la_tabla_de_ordenes(orden: str) -> None:
    tabla = [fila for fila in seccion("La línea de comandos").splitlines() if fila[:2] == "| "]
    assert orden in {nombrada(linea) for fila in tabla for linea in escrito(fila)}


def test_toda_orden_escrita_existe() -> None:
    escritas = {nombrada(linea) for linea in escrito(LEEME)} - {None}
    assert escritas - {*ORDENES, *GRUPOS} == set()
    assert escritas >= set(ORDENES)


@pytest.mark.parametrize("modo", DE_INICIAR)
def test_todo_modo_de_iniciar_esta_escrito(modo: str) -> None:
    assert modo in {(resto.split() or [""])[0] for resto in modos_escritos()}


def test_todo_modo_de_iniciar_escrito_existe() -> None:
    assert {(resto.split() or [""])[0] for resto in modos_escritos()} - set(DE_INICIAR) == set()


def modos_escritos() -> Iterator[str]:
    for linea in escrito(LEEME):
        hallado = INICIAR.match(linea)
        if hallado:
            yield hallado[1]
