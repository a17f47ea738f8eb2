"""Que cada paquete fijado se instale sin compilar nada, en todo equipo que sirve.

Uso: python -m comprobaciones.ruedas

Le pregunta a uv, sin instalar, si hay un archivo ya compilado («rueda») de cada paquete de
`requirements-pruebas.txt` para cada sistema y cada Python. Quien no tiene compilador no podría
instalar lo que falte. Sin internet no se sabe, y se dice así: no detiene nada.
"""

import os
import re
import subprocess
import sys
from collections.abc import Collection, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import product

from packaging.requirements import Requirement

from comprobaciones.paquetes import DE_PRUEBAS, decir, requisitos

SISTEMAS = {
    "x86_64-unknown-linux-gnu": "Linux",
    "x86_64-pc-windows-msvc": "Windows",
    "x86_64-apple-darwin": "Mac con Intel",
    "aarch64-apple-darwin": "Mac con Apple Silicon",
}
MACOS_MINIMO = "14.0"
"""El más viejo que Apple corrige todavía; pyproj no publica ruedas para los de antes."""
PYTHON = ("3.11", "3.12", "3.13", "3.14")
EXCEPCIONES = {
    ("odfpy", sistema): "solo publica su código, que es Python y no se compila; es de las pruebas"
    for sistema in SISTEMAS
} | {
    ("cryptography", "x86_64-apple-darwin"): (
        "ya no publica ruedas para Mac con Intel; ahí se compila, y solo lo usan las pruebas"
    ),
    ("lazy-object-proxy", "x86_64-apple-darwin"): (
        "no publica ruedas para Mac con Intel; ahí se compila, y solo lo usa el revisor de OpenAPI"
    ),
}
"""Los que se sabe que no tienen rueda en un sistema, y por qué se acepta."""

SIN_RUEDA = re.compile(r"Because (?:there is no version of )?([\w.-]+)==")
DE_LA_RED = ("Failed to fetch", "error sending request", "timed out", "network was disabled")
"""Cómo se reconocen, en lo que dice uv, las fallas que no son de los paquetes."""


class NoSeSabe(Exception):
    """No se pudo preguntar."""


def preguntar(pedidos: Collection[Requirement], sistema: str, python: str) -> str:
    """Lo que uv objeta de esos paquetes en un sistema y un Python; vacío si nada."""
    orden = [sys.executable, "-m", "uv", "pip", "compile", "-", "--quiet", "--no-deps"]
    orden += ["--only-binary", ":all:", "--python", sys.executable]
    orden += ["--python-platform", sistema, "--python-version", python]
    hecho = subprocess.run(
        orden,
        check=False,
        capture_output=True,
        encoding="utf-8",
        input="\n".join(map(str, pedidos)),
        env={**os.environ, "MACOSX_DEPLOYMENT_TARGET": MACOS_MINIMO},
    )
    if hecho.returncode and any(falla in hecho.stderr for falla in DE_LA_RED):
        raise NoSeSabe
    return hecho.stderr if hecho.returncode else ""


def sin_rueda(fijos: Collection[Requirement], sistema: str, python: str) -> Iterator[str]:
    """Un renglón por paquete: uv nombra uno cada vez, y se le vuelve a preguntar sin él."""
    quedan = {r.name: r for r in fijos if (r.name, sistema) not in EXCEPCIONES}
    while objecion := preguntar(quedan.values(), sistema, python):
        hallado = SIN_RUEDA.search(objecion)
        if hallado is None or hallado[1] not in quedan:
            yield f"uv no se pudo ejecutar:\n{objecion.strip()}"
            return
        pedido = quedan.pop(hallado[1])
        yield (
            f"{pedido.name} {next(iter(pedido.specifier)).version}: no tiene rueda para "
            f"{SISTEMAS[sistema]} con Python {python}."
        )


def principal() -> int:
    """0 si todas están o no se pudo saber; 1, con los paquetes que no la tienen, si no."""
    fijos = requisitos(DE_PRUEBAS)
    with ThreadPoolExecutor(4) as hilos:
        por_equipo = [
            hilos.submit(lambda s, p: list(sin_rueda(fijos, s, p)), sistema, python)
            for sistema, python in product(SISTEMAS, PYTHON)
        ]
    try:
        faltan = [renglon for equipo in por_equipo for renglon in equipo.result()]
    except NoSeSabe:
        decir("No se pudo consultar el índice de paquetes: no se sabe si alguno no tiene rueda.")
        return 0
    for renglon in faltan:
        decir(renglon)
    if faltan:
        decir("Cambie su versión, o acéptelo con su razón en comprobaciones/ruedas.py.")
        return 1
    equipos = f"{len(SISTEMAS)} sistemas y {len(PYTHON)} versiones de Python"
    decir(f"{len(fijos)} paquetes con rueda en {equipos}, salvo {len(EXCEPCIONES)} que se aceptan.")
    return 0


if __name__ == "__main__":
    sys.exit(principal())
