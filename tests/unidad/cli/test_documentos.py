"""Cada orden que escriben los documentos existe, con sus opciones.

Que el README las escriba todas lo mira `tests/arquitectura/test_leeme.py`.
"""

import ast
import re
import shlex
from collections.abc import Iterator
from typing import Any

import pytest
import typer

from tablero import rutas
from tablero.cli.principal import aplicacion

DOCUMENTOS = ("README.md", "docs/actualizar_datos.md", "docs/glosario.md", "docs/metodologia.md")
PROGRAMA: Any = typer.main.get_command(aplicacion)
ORDEN = re.compile(r"^(?:(?:python3|py) iniciar\.py |\.venv/bin/)?tablero( .*)?$")
DE_INICIAR = (
    "python3 iniciar.py",
    "python3 iniciar.py --puerto 8600",
    "python3 iniciar.py --ayuda",
    *(f"python3 iniciar.py {c}" for c in ("pruebas", "rapido", "revisar", "arreglar")),
    "python3 iniciar.py pruebas -k ipt",
    "py iniciar.py",
)
"""Las de `iniciar.py` que no son del tablero; las prueba `test_iniciar.py`."""


def escritas() -> Iterator[tuple[str, str]]:
    """Documento y orden, de los bloques de código y de lo que va entre comillas invertidas."""
    for documento in DOCUMENTOS:
        texto = (rutas.RAIZ / documento).read_text(encoding="utf-8")
        bloques = re.findall(r"^ *```\n(.*?)^ *```", texto, re.MULTILINE | re.DOTALL)
        sin_bloques = re.sub(r"^ *```.*?^ *```", "", texto, flags=re.MULTILINE | re.DOTALL)
        sueltas = [s.replace("\\|", "|") for s in re.findall(r"`([^`\n]+)`", sin_bloques)]
        for linea in [*(r.strip() for b in bloques for r in b.splitlines()), *sueltas]:
            if ORDEN.match(linea) or "iniciar.py" in linea:
                yield documento, linea


ESCRITAS = sorted(set(escritas()))


def resolver(linea: str) -> tuple[Any, list[str]]:
    """La orden que nombra una línea, y lo que le sigue; `AssertionError` si no existe."""
    hallada = ORDEN.match(linea)
    assert hallada, f"«{linea}» no se puede escribir tal cual"
    # Lo opcional va entre corchetes; las alternativas, con una barra; lo repetible, con puntos.
    palabras = shlex.split(re.sub(r"[\[\]…]", " ", hallada[1] or ""))
    orden = PROGRAMA
    while palabras and hasattr(orden, "commands") and not palabras[0].startswith("-"):
        assert palabras[0] in orden.commands, f"«{palabras[0]}» no existe"
        orden = orden.commands[palabras.pop(0)]
    return orden, palabras


@pytest.mark.parametrize(("documento", "linea"), ESCRITAS)
def test_la_orden_existe_con_sus_opciones(documento: str, linea: str) -> None:
    if linea in DE_INICIAR:
        return
    orden, palabras = resolver(linea)
    opciones = {o: p for p in orden.params for o in p.opts if o.startswith("-")}
    caben = sum(p.param_type_name == "argument" for p in orden.params)
    argumentos = 0
    while palabras:
        palabra = palabras.pop(0)
        if palabra == "--help":
            continue
        if not palabra.startswith("-"):
            argumentos += 1
            continue
        assert palabra in opciones, f"{documento}: {linea}"
        if not opciones[palabra].is_flag:
            assert palabras, f"{documento}: a «{palabra}» le falta su valor"
            palabras.pop(0)
    assert argumentos <= caben, f"{documento}: {linea}"


def del_programa(orden: Any, nombre: str = "") -> Iterator[str]:
    """El nombre de cada orden del programa: «seguimiento importar»."""
    for propia, hija in getattr(orden, "commands", {}).items():
        completo = f"{nombre} {propia}".strip()
        if not hasattr(hija, "commands") or hija.invoke_without_command:
            yield completo
        yield from del_programa(hija, completo)


def test_la_primera_orden_de_cada_documento_funciona_en_una_copia_nueva() -> None:
    """`tablero` solo se halla con el entorno activado: los bloques empiezan por `iniciar.py`."""
    for documento in DOCUMENTOS:
        texto = (rutas.RAIZ / documento).read_text(encoding="utf-8")
        for bloque in re.findall(r"^ *```\n(.*?)^ *```", texto, re.MULTILINE | re.DOTALL):
            assert not re.search(r"^ *tablero\b", bloque, re.MULTILINE), documento


@pytest.mark.parametrize("nombre", ["", *sorted(set(del_programa(PROGRAMA)))])
def test_la_ayuda_de_cada_orden_es_en_espanol_y_entera(nombre: str) -> None:
    orden, contexto = PROGRAMA, typer.Context(PROGRAMA, info_name="tablero")
    for palabra in nombre.split():
        orden = orden.commands[palabra]
        contexto = typer.Context(orden, info_name=palabra, parent=contexto)
    ayuda = orden.get_help(contexto)
    for ingles in ("Usage", "Options", "Commands", "Arguments", "Show this", "default", "required"):
        assert ingles not in ayuda
    assert not re.search(r"<(path|int|str|float|list|bool|date)\b", ayuda)
    assert "..." not in ayuda
    for parametro in orden.params:
        if parametro.name != "help":
            assert parametro.help, parametro.name


NO_SON_MENSAJES = {
    "derivados/configuracion.py",
    "derivados/diccionario.py",
    "simulacion/fichas.py",
}
"""Escriben archivos que se guardan: lo que dicen no depende de la consola."""


def test_todo_mensaje_nombra_las_ordenes_como_se_llaman() -> None:
    """Con `rutas.orden`: «tablero construir» no se halla si el entorno no está activado."""
    nombres = "|".join(PROGRAMA.commands)
    literal = re.compile(rf"\btablero ({nombres})\b")
    carpeta = rutas.RAIZ / "src" / "tablero"
    hallados = []
    for archivo in sorted(carpeta.rglob("*.py")):
        arbol = ast.parse(archivo.read_text(encoding="utf-8"))
        explicaciones = {
            id(nodo.value)
            for nodo in ast.walk(arbol)
            if isinstance(nodo, ast.Expr) and isinstance(nodo.value, ast.Constant)
        }
        for nodo in ast.walk(arbol):
            es_texto = isinstance(nodo, ast.Constant) and isinstance(nodo.value, str)
            if es_texto and id(nodo) not in explicaciones and literal.search(str(nodo.value)):
                hallados.append(f"{archivo.relative_to(carpeta).as_posix()}:{nodo.lineno}")
    assert [h for h in hallados if h.split(":")[0] not in NO_SON_MENSAJES] == []
