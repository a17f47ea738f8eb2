"""Si alguno de los paquetes del tablero tiene una vulnerabilidad conocida.

Uso: python -m comprobaciones.vulnerabilidades

Se lo pregunta a OSV con `pip-audit`. Sin internet no se sabe, y se dice así: no detiene nada. Solo
una respuesta con vulnerabilidades lo hace.
"""

import json
import subprocess
import sys

from comprobaciones.paquetes import REQUISITOS, decir

SEGUNDOS_POR_RESPUESTA = 5
SEGUNDOS_EN_TOTAL = 90
COMO = "docs/decisiones/014-versiones-fijas.md"
NO_SE_SABE = "No se pudo consultar el servicio de vulnerabilidades: no se sabe si hay alguna."
DE_LA_RED = ("ConnectionError", "ServiceError", "Timeout", "HTTPError", "JSONDecodeError")
"""Cómo se llaman, en lo que dice `pip-audit`, las fallas que no son de los paquetes."""


def preguntar() -> "subprocess.CompletedProcess[str] | None":
    """Lo que respondió `pip-audit`; `None` si no terminó a tiempo."""
    orden = [sys.executable, "-m", "pip_audit", "--requirement", str(REQUISITOS), "--no-deps"]
    orden += ["--disable-pip", "--vulnerability-service", "osv", "--format", "json"]
    orden += ["--timeout", str(SEGUNDOS_POR_RESPUESTA), "--progress-spinner", "off"]
    try:
        return subprocess.run(
            orden, check=False, capture_output=True, encoding="utf-8", timeout=SEGUNDOS_EN_TOTAL
        )
    except subprocess.TimeoutExpired:
        return None


def leer(salida: str) -> tuple[list[str], list[str]] | None:
    """Las vulnerabilidades y los paquetes sin respuesta; `None` si no es una respuesta."""
    try:
        paquetes = json.loads(salida)["dependencies"]
    except (ValueError, KeyError, TypeError):
        return None
    halladas = [
        f"{p['name']} {p['version']}: {v['id']}"
        + (f"; la corrige la {', '.join(v['fix_versions'])}" if v["fix_versions"] else "")
        for p in paquetes
        for v in p.get("vulns", [])
    ]
    return halladas, [p["name"] for p in paquetes if "skip_reason" in p]


def principal() -> int:
    """0 si no hay ninguna o no se pudo saber; 1 si hay, o si la pregunta misma falló."""
    respuesta = preguntar()
    leido = None if respuesta is None else leer(respuesta.stdout)
    if leido is None:
        if respuesta is None or any(falla in respuesta.stderr for falla in DE_LA_RED):
            decir(NO_SE_SABE)
            return 0
        decir(f"pip-audit no se pudo ejecutar:\n{respuesta.stderr.strip()}")
        return 1
    halladas, sin_respuesta = leido
    for hallada in halladas:
        decir(hallada)
    if sin_respuesta:
        decir(f"{NO_SE_SABE} De estos paquetes: {', '.join(sin_respuesta)}.")
    if halladas:
        decir("Suba la versión del paquete: python -m comprobaciones.fijar --subir PAQUETE")
        return 1
    if not sin_respuesta:
        decir("Ningún paquete tiene vulnerabilidades conocidas.")
    return 0


if __name__ == "__main__":
    sys.exit(principal())
