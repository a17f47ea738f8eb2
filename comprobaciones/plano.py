"""El plano de la casa: sus pisos, sus cuartos y quién importa a quién, en un dibujo de Mermaid.

Uso: python -m comprobaciones.plano

Lo escribe en `CONTRIBUTING.md`. Los pisos son los de import-linter (`pyproject.toml`) y las flechas
salen de los imports de verdad; que esté al día lo exige `tests/arquitectura/test_plano.py`.
"""

import ast
import sys
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

from comprobaciones.paquetes import RAIZ, decir

DONDE = RAIZ / "CONTRIBUTING.md"
FUENTES = RAIZ / "src" / "tablero"
COMIENZA = "<!-- Esto lo escribe `python -m comprobaciones.plano`. -->\n"
TERMINA = "<!-- Hasta aquí. -->\n"
SUELO = "suelo"
"""Los módulos sueltos del piso de abajo, que todos usan: en el dibujo son un solo cuarto."""

Flechas = Mapping[str, frozenset[str]]


def pisos() -> list[list[str]]:
    """Los cuartos de cada piso, de arriba abajo; los del último son módulos sueltos."""
    proyecto = tomllib.loads((RAIZ / "pyproject.toml").read_text(encoding="utf-8"))
    contratos = proyecto["tool"]["importlinter"]["contracts"]
    capas = next(c["layers"] for c in contratos if c["type"] == "layers")
    return [capa.replace(":", "|").replace(" ", "").split("|") for capa in capas]


def flechas(fuentes: Path = FUENTES) -> Flechas:
    """Cuarto → los cuartos que importa; los módulos sueltos, con su nombre."""
    hay: dict[str, set[str]] = {}
    for archivo in sorted(fuentes.rglob("*.py")):
        cuarto = archivo.relative_to(fuentes).parts[0].removesuffix(".py")
        hay.setdefault(cuarto, set()).update(_importa(archivo, fuentes))
    return {cuarto: frozenset(otros - {cuarto}) for cuarto, otros in hay.items()}


def directas(todas: Flechas) -> Flechas:
    """Sin las flechas que otro camino ya dice: si A usa B y B usa C, la de A a C sobra."""
    return {
        uno: frozenset(
            otro
            for otro in suyas
            if not any(otro in _alcanza(todas, medio) for medio in suyas - {otro})
        )
        for uno, suyas in todas.items()
    }


def dibujo() -> str:
    """El bloque de Mermaid: un recuadro por piso y las flechas que no sobran."""
    niveles = pisos()
    suelo = set(niveles[-1])
    # Del suelo importan todos: dibujarlo taparía lo demás.
    entre_cuartos = {
        uno: frozenset(suyas - suelo) for uno, suyas in flechas().items() if uno not in suelo
    }
    renglones = ["```mermaid", "flowchart TD"]
    for numero, cuartos in enumerate(niveles[:-1], start=1):
        renglones += [f'  subgraph piso{numero}[" "]', *(f"    {c}" for c in cuartos), "  end"]
    renglones += [f'  {SUELO}["suelo: {", ".join(niveles[-1])}"]']
    quedan = directas(entre_cuartos)
    renglones += [f"  {uno} --> {otro}" for uno in sorted(quedan) for otro in sorted(quedan[uno])]
    renglones += [f"  {niveles[-2][0]} --> {SUELO}", "```"]
    return "\n".join(renglones) + "\n"


def con_plano(texto: str) -> str:
    """El documento con el dibujo de ahora; `ValueError` si no dice dónde va."""
    antes, marca, resto = texto.partition(COMIENZA)
    _, cierre, despues = resto.partition(TERMINA)
    if not (marca and cierre):
        raise ValueError(f"{DONDE.name} no dice dónde va el plano")
    return f"{antes}{COMIENZA}\n{dibujo()}\n{TERMINA}{despues}"


def _alcanza(todas: Flechas, desde: str) -> set[str]:
    vistos: set[str] = set()
    faltan = [desde]
    while faltan:
        for otro in todas.get(faltan.pop(), ()):
            if otro not in vistos:
                vistos.add(otro)
                faltan.append(otro)
    return vistos


def _importa(archivo: Path, fuentes: Path) -> Iterator[str]:
    for nodo in ast.walk(ast.parse(archivo.read_text(encoding="utf-8"))):
        if not isinstance(nodo, ast.ImportFrom) or not nodo.module:
            continue
        primero, _, resto = nodo.module.partition(".")
        if primero != fuentes.name:
            continue
        yield from [resto.split(".")[0]] if resto else (a.name for a in nodo.names)


def principal() -> int:
    """Escribe el plano y devuelve el código de salida."""
    DONDE.write_text(con_plano(DONDE.read_text(encoding="utf-8")), encoding="utf-8")
    decir(f"Escrito el plano en {DONDE.name}.")
    return 0


if __name__ == "__main__":
    sys.exit(principal())
