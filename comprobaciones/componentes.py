"""La lista de componentes del tablero (SBOM), en CycloneDX.

Uso: python -m comprobaciones.componentes

Escribe `construido/tablero.cdx.json`: cada paquete de `requirements.txt` con su versión, su
licencia y de qué otros depende. Es lo que pide quien debe saber qué hay dentro de un programa antes
de instalarlo, o si una vulnerabilidad recién publicada lo alcanza. Con los mismos paquetes sale
siempre el mismo archivo.
"""

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packaging.utils import canonicalize_name

from comprobaciones.paquetes import RAIZ, REQUISITOS, decir, fijados

SALIDA = RAIZ / "construido" / "tablero.cdx.json"
Lista = dict[str, Any]


class ListaIncompleta(Exception):
    """Lo instalado no es lo que fija `requirements.txt`, o la lista no es CycloneDX válido."""


def del_entorno() -> Lista:
    """Todo lo instalado en este entorno, también lo que solo usan las pruebas."""
    with TemporaryDirectory() as carpeta:
        salida = Path(carpeta) / "entorno.json"
        orden = [sys.executable, "-W", "ignore", "-m", "cyclonedx_py", "environment"]
        orden += ["--pyproject", str(RAIZ / "pyproject.toml"), "--output-reproducible"]
        # Se valida después de quitar lo que sobra: antes, costaría el triple.
        orden += ["--no-validate", "--output-format", "JSON", "--output-file", str(salida)]
        subprocess.run(
            [*orden, sys.executable], check=True, capture_output=True, encoding="utf-8", cwd=RAIZ
        )
        leida: Lista = json.loads(salida.read_text(encoding="utf-8"))
    return leida


def solo_del_tablero(entorno: Lista, fijos: Mapping[str, str]) -> Lista:
    """La misma lista con los paquetes fijados y nada más; exige la versión fijada de cada uno.

    Sin las direcciones de cada proyecto, que son las tres cuartas partes y validarlas toma quince
    segundos: `purl` ya dice dónde se halla cada paquete.
    """
    componentes = [
        {clave: valor for clave, valor in c.items() if clave != "externalReferences"}
        for c in entorno["components"]
        if canonicalize_name(c["name"]) in fijos
    ]
    tiene: dict[str, str] = {canonicalize_name(c["name"]): c["version"] for c in componentes}
    otros = [f"{n}=={v} (hay {tiene.get(n)})" for n, v in fijos.items() if tiene.get(n) != v]
    if otros:
        raise ListaIncompleta(f"No está instalado lo que fija requirements.txt: {', '.join(otros)}")
    raiz = entorno["metadata"]["component"]["bom-ref"]
    quedan = {c["bom-ref"] for c in componentes}
    de_paquetes = [
        {**d, **({"dependsOn": sorted(quedan & set(d["dependsOn"]))} if "dependsOn" in d else {})}
        for d in entorno["dependencies"]
        if d["ref"] in quedan
    ]
    # `requirements.txt` lo fija todo: el tablero los pide todos.
    dependencias = [{"ref": raiz, "dependsOn": sorted(quedan)}, *de_paquetes]
    return {**entorno, "components": componentes, "dependencies": dependencias}


def escribir(lista: Lista, salida: Path) -> None:
    """Deja el archivo en su lugar si es CycloneDX válido."""
    texto = json.dumps(lista, ensure_ascii=False, indent=2) + "\n"
    version = SchemaVersion.from_version(lista["specVersion"])
    falla = JsonStrictValidator(version).validate_str(texto)
    if falla is not None:
        raise ListaIncompleta(f"La lista de componentes no es CycloneDX válido: {falla}")
    salida.parent.mkdir(exist_ok=True)
    salida.write_text(texto, encoding="utf-8", newline="\n")


def principal() -> int:
    """Escribe la lista y dice dónde quedó."""
    fijos = fijados(REQUISITOS)
    try:
        escribir(solo_del_tablero(del_entorno(), fijos), SALIDA)
    except ListaIncompleta as falla:
        decir(str(falla))
        return 1
    decir(f"{len(fijos)} componentes en {SALIDA.relative_to(RAIZ).as_posix()}.")
    return 0


if __name__ == "__main__":
    sys.exit(principal())
