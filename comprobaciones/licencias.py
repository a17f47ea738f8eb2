"""Que ningún paquete obligue a quien use o reparta el tablero a más que a citarlo.

Uso: python -m comprobaciones.licencias

Pregunta a `pip-licenses` qué licencia declara cada paquete de `requirements.txt` y la busca entre
las que se permiten. Para permitir otra, se agrega abajo con la razón.
"""

import json
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping

from packaging.utils import canonicalize_name

from comprobaciones.paquetes import REQUISITOS, decir, fijados

PERMITIDAS = {
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MIT-CMU",
    "MPL-2.0",  # obliga a publicar los cambios a sus propios archivos: no se cambian
    "OFL-1.1",  # la letra: se reparte tal cual
    "PSF-2.0",
    "Zlib",
}
"""Las que se permiten, por su identificador SPDX."""

OTROS_NOMBRES = {
    "3-Clause BSD License": "BSD-3-Clause",
    "Apache License 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD-3-Clause",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "SIL Open Font License 1.1 (OFL-1.1)": "OFL-1.1",
}
"""Cómo las llaman los paquetes que no usan el identificador."""

SIN_DECLARAR = "UNKNOWN"
Declarado = Mapping[str, str]


def declaradas(nombres: Iterable[str]) -> list[Declarado]:
    """Lo que `pip-licenses` lee de cada paquete instalado, de las tres maneras de declararlo."""
    orden = [sys.executable, "-m", "piplicenses", "--format=json", "--from=all", "--packages"]
    salida = subprocess.run([*orden, *nombres], check=True, capture_output=True, encoding="utf-8")
    leidas: list[Declarado] = json.loads(salida.stdout)
    return leidas


def licencia(paquete: Declarado) -> str:
    """La que vale: la expresión SPDX; si no la hay, el clasificador; si no, el texto libre."""
    maneras = ("License-Expression", "License-Classifier", "License-Metadata")
    dichas = (paquete[m].strip() for m in maneras)
    return next((d for d in dichas if d != SIN_DECLARAR), SIN_DECLARAR)


def se_permite(expresion: str) -> bool:
    """`A OR B` se cumple con una; `A AND B` y «A; B», con todas."""
    return any(
        all(OTROS_NOMBRES.get(una, una) in PERMITIDAS for una in todas.split(" AND "))
        for todas in expresion.replace("; ", " AND ").split(" OR ")
    )


def reparos(fijos: Mapping[str, str], leidos: Iterable[Declarado]) -> Iterator[str]:
    """Un renglón por paquete que falta, que no declara licencia o cuya licencia no se permite."""
    por_nombre = {canonicalize_name(p["Name"]): p for p in leidos}
    for nombre in fijos:
        paquete = por_nombre.get(canonicalize_name(nombre))
        if paquete is None:
            yield f"{nombre}: no está instalado; no se sabe qué licencia tiene."
        elif (declarada := licencia(paquete)) == SIN_DECLARAR:
            yield f"{nombre}: no declara su licencia; búsquela y decida si se puede usar."
        elif not se_permite(declarada):
            resumen = declarada.splitlines()[0][:80]
            yield f"{nombre}: su licencia, «{resumen}», no está entre las permitidas."


def principal() -> int:
    """0 si todas se permiten; 1, con los reparos, si no."""
    fijos = fijados(REQUISITOS)
    hallados = list(reparos(fijos, declaradas(fijos)))
    for reparo in hallados:
        decir(reparo)
    if hallados:
        decir("Cambie el paquete, o permita su licencia en comprobaciones/licencias.py.")
        return 1
    decir(f"{len(fijos)} paquetes, todos con licencia permitida.")
    return 0


if __name__ == "__main__":
    sys.exit(principal())
