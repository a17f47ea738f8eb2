"""Que ningún paquete obligue a quien use o reparta el tablero a más que a citarlo.

Uso: python -m comprobaciones.licencias [--escribir]

Pregunta a `pip-licenses` qué licencia declara cada paquete de `requirements.txt` y la busca entre
las que se permiten. Para permitir otra, se agrega abajo con la razón. Revisa también que
`docs/licencias.md` diga eso mismo; con `--escribir`, lo escribe.
"""

import json
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence

from packaging.utils import canonicalize_name

from comprobaciones.paquetes import RAIZ, REQUISITOS, decir, fijados, requisitos

DOCUMENTO = RAIZ / "docs" / "licencias.md"

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
}
"""Cómo las llaman los paquetes que no usan el identificador."""

DE_ALGUN_SISTEMA = {
    "colorama": "BSD-3-Clause",  # solo en Windows
    "uvloop": "Apache-2.0 AND MIT",  # en Windows, no
}
"""Lo que declaran los paquetes que no se instalan en todo sistema, para donde falten."""

ENCABEZADO = """\
# Licencias de lo que trae el tablero

Ninguna obliga, a quien lo reparte sin cambiarlo, a más que a conservar su aviso. Este archivo sale
de lo que declara cada paquete instalado; `python3 iniciar.py pruebas` revisa que esté al día y, si
no lo está, se escribe con `python -m comprobaciones.licencias --escribir`. Las versiones, en
`requirements.txt`.

El código es [MIT](../LICENSE). Los datos, según su fuente: [data/LICENCIA.md](../data/LICENCIA.md).

## La letra

Source Sans Pro, de Adobe (© 2010, 2012, 2014), con licencia
[SIL OFL 1.1](../src/tablero/letra_del_papel/OFL.txt): cuatro cortes, sin ningún cambio, en
`src/tablero/letra_del_papel/`. Los PDF la llevan adentro; eso no los pone bajo su licencia.

## Los paquetes

| Paquete | Licencia |
|---|---|
"""

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


def en_spdx(expresion: str) -> str:
    """La misma, con identificadores SPDX: «MIT License; ISC» es `MIT AND ISC`."""
    return " OR ".join(
        " AND ".join(OTROS_NOMBRES.get(una, una) for una in todas.split(" AND "))
        for todas in expresion.replace("; ", " AND ").split(" OR ")
    )


def se_permite(expresion: str) -> bool:
    """`A OR B` se cumple con una; `A AND B` y «A; B», con todas."""
    return any(PERMITIDAS.issuperset(t.split(" AND ")) for t in en_spdx(expresion).split(" OR "))


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


def documento(nombres: Iterable[str], leidos: Iterable[Declarado]) -> str:
    """El texto de `docs/licencias.md`, el mismo en todo sistema.

    `KeyError` si un paquete no está instalado ni entre los que solo son de algún sistema.
    """
    por_nombre = DE_ALGUN_SISTEMA | {
        canonicalize_name(p["Name"]): en_spdx(licencia(p)) for p in leidos
    }
    return ENCABEZADO + "".join(f"| {n} | {por_nombre[n]} |\n" for n in sorted(nombres))


def principal(argumentos: Sequence[str] = ()) -> int:
    """0 si todas se permiten y el documento lo dice; 1, con los reparos, si no."""
    fijos = fijados(REQUISITOS)
    leidos = declaradas(fijos)
    hallados = list(reparos(fijos, leidos))
    for reparo in hallados:
        decir(reparo)
    if hallados:
        decir("Cambie el paquete, o permita su licencia en comprobaciones/licencias.py.")
        return 1
    texto = documento((canonicalize_name(r.name) for r in requisitos(REQUISITOS)), leidos)
    if "--escribir" in argumentos:
        DOCUMENTO.write_text(texto, encoding="utf-8", newline="\n")
    elif not DOCUMENTO.is_file() or DOCUMENTO.read_text(encoding="utf-8") != texto:
        decir("docs/licencias.md no está al día: python -m comprobaciones.licencias --escribir")
        return 1
    decir(f"{len(fijos)} paquetes, todos con licencia permitida.")
    return 0


if __name__ == "__main__":
    sys.exit(principal(sys.argv[1:]))
