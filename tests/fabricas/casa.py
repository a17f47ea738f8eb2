"""El código del proyecto, leído y entendido una sola vez para todas las reglas que lo miran."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tablero import rutas

RAIZ = rutas.RAIZ
FUENTES = sorted((RAIZ / "src" / "tablero").rglob("*.py"))
PAGINAS = [RAIZ / "app.py", *sorted((RAIZ / "pages").glob("*.py"))]
SQL = RAIZ / "src" / "tablero" / "consultas" / "sql"


def nombre(ruta: Path) -> str:
    """`src/tablero/formato.py`."""
    return ruta.relative_to(RAIZ).as_posix()


@cache
def texto(ruta: Path) -> str:
    return ruta.read_text(encoding="utf-8")


@cache
def arbol(ruta: Path) -> ast.Module:
    return ast.parse(texto(ruta))


@cache
def nodos(ruta: Path) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(arbol(ruta)))


@cache
def importados(ruta: Path) -> frozenset[str]:
    """Los módulos que importa: de `from tablero import rutas`, `tablero.rutas`."""
    return frozenset(_importados(ruta))


def _importados(ruta: Path) -> Iterator[str]:
    for nodo in nodos(ruta):
        if isinstance(nodo, ast.Import):
            yield from (alias.name for alias in nodo.names)
        elif isinstance(nodo, ast.ImportFrom) and nodo.module:
            for alias in nodo.names:
                propio = f"{nodo.module}.{alias.name}"
                yield propio if es_modulo(propio) else nodo.module


@cache
def es_modulo(propio: str) -> bool:
    """Si es un módulo o un paquete del tablero."""
    ruta = (RAIZ / "src").joinpath(*propio.split("."))
    return propio.startswith("tablero") and (
        ruta.with_suffix(".py").is_file() or (ruta / "__init__.py").is_file()
    )
