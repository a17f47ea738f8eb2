"""Los términos del tablero, leídos de `docs/glosario.md`: el único lugar donde se definen."""

import re
from dataclasses import dataclass
from functools import cache

from tablero import rutas
from tablero.errores import ErrorTablero, motivo

NO_ESTA = "No se pudo leer el glosario (docs/glosario.md), que viene con el programa: {}."
FILA = re.compile(r"^\| \*\*(?P<nombre>[^*|]+)\*\* \|(?P<resto>.+)\|$", re.MULTILINE)
COLUMNAS = 3
"""Después del término: qué es, al escribir y en el código."""
CODIGO = re.compile(r"`([^`]+)`")
MARCAS = re.compile(r"\*\*|`")


@dataclass(frozen=True)
class Termino:
    """Una palabra del tablero y lo que quiere decir."""

    nombre: str
    """Como se escribe: «brecha territorial», «avance hasta la vigencia (PAHV)»."""
    definicion: str
    """En palabras corrientes, sin marcas ni punto final."""
    codigo: tuple[str, ...]
    """Cómo se llama en el programa y en los datos: `("avance_pct", "paa_pct")`; puede no tener."""


def terminos() -> tuple[Termino, ...]:
    """Todos, en el orden del documento, que es el alfabético.

    `ErrorTablero` si el documento no se puede leer o no trae ninguno.
    """
    try:
        texto = (rutas.RAIZ / "docs" / "glosario.md").read_text(encoding="utf-8")
    except OSError as error:
        raise ErrorTablero(NO_ESTA.format(motivo(error))) from error
    except UnicodeDecodeError as error:
        raise ErrorTablero(NO_ESTA.format("no está en UTF-8")) from error
    if not (hallados := leer(texto)):
        raise ErrorTablero(NO_ESTA.format("no trae ningún término"))
    return hallados


@cache
def leer(texto: str) -> tuple[Termino, ...]:
    """Los términos de la tabla de un documento; los renglones que no son suyos no cuentan."""
    return tuple(
        Termino(fila["nombre"].strip(), MARCAS.sub("", que_es), tuple(CODIGO.findall(codigo)))
        for fila in FILA.finditer(texto)
        if len(celdas := [celda.strip() for celda in fila["resto"].split("|")]) == COLUMNAS
        for que_es, _, codigo in [celdas]
    )
