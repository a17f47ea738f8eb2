"""Escribe `requirements.txt` y `requirements-pruebas.txt` desde lo que pide `pyproject.toml`.

Uso:
  python -m comprobaciones.fijar                  después de agregar o quitar una dependencia
  python -m comprobaciones.fijar --subir PAQUETE  a su última versión; sin nombre, todos

Los resuelve uv para todos los sistemas y todo Python que sirva a la vez, con el sha256 de cada
archivo que se puede instalar. Lo ya fijado no cambia de versión si nadie lo pide. Necesita
internet.
"""

import subprocess
import sys

from comprobaciones.paquetes import DE_PRUEBAS, RAIZ, REQUISITOS, decir

CABECERA = (
    "# Versiones exactas, con su sha256. No se edita: sale de pyproject.toml con\n"
    "# «python -m comprobaciones.fijar».\n"
)


def ordenes(subir: list[str] | None = None) -> list[list[str]]:
    """Una por archivo; la segunda se atiene a lo que fijó la primera.

    `subir` son los paquetes que cambian de versión: `None`, ninguno; la lista vacía, todos.
    """
    # Sin la dirección del índice: la de cada equipo es asunto suyo.
    uv = [sys.executable, "-m", "uv", "pip", "compile", "pyproject.toml", "--universal"]
    uv += ["--quiet", "--generate-hashes", "--no-header", "--no-emit-index-url"]
    uv += ["--annotation-style", "line"]
    if subir is not None:
        uv += [f"--upgrade-package={p}" for p in subir] or ["--upgrade"]
    return [
        [*uv, "--output-file", REQUISITOS.name],
        [*uv, "--extra", "pruebas", "-c", REQUISITOS.name, "--output-file", DE_PRUEBAS.name],
    ]


def principal(argumentos: list[str]) -> int:
    """Escribe los dos archivos; el código de salida de uv si no puede."""
    if argumentos and argumentos[0] != "--subir":
        decir((__doc__ or "").strip())
        return 2
    subir = argumentos[1:] if argumentos else None
    for archivo, orden in zip((REQUISITOS, DE_PRUEBAS), ordenes(subir), strict=True):
        codigo = subprocess.run(orden, check=False, cwd=RAIZ).returncode
        if codigo:
            decir(f"uv no pudo fijar las versiones: {archivo.name} queda como estaba.")
            return codigo
        escrito = archivo.read_text(encoding="utf-8")
        archivo.write_text(f"{CABECERA}{escrito}", encoding="utf-8", newline="\n")
        decir(f"Escrito {archivo.name}.")
    return 0


if __name__ == "__main__":
    sys.exit(principal(sys.argv[1:]))
