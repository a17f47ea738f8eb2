"""El código de un indicador: «1.1.4. Presencia de …», «5. 1»."""

import re
from typing import NamedTuple

from tablero.ingesta.convertir import ValorNoValido, citar

DOS_NUMEROS = re.compile(r"(\d{1,4})\s*\.\s*(\d{1,4})(?!\d)(.*)", re.DOTALL | re.ASCII)
OTRO_NUMERO = re.compile(r"(\s*\.\s*)(\d{1,4})(?!\d)(.*)", re.DOTALL | re.ASCII)
CUARTO_NUMERO = re.compile(r"\.\d", re.ASCII)
CIERRES = ".:-–—"
"""Lo que puede separar el código del nombre."""


class Codificado(NamedTuple):
    """El código sin espacios y el nombre que lo acompaña."""

    codigo: str
    nombre: str


def leer_codigo(texto: str) -> Codificado:
    """El código de dos o tres números con que empieza el texto; `ValorNoValido` si no lo hay.

    Los espacios de más no cuentan («5. 1» es 5.1). Si no dejan saber dónde termina («1.1. 4
    talleres»), no se adivina.
    """
    dos = DOS_NUMEROS.fullmatch(texto.strip())
    if dos is None:
        raise ValorNoValido(f"{citar(texto)} no empieza con un código como 1.1.4 o 1.1.")
    numeros, resto = [dos[1], dos[2]], dos[3]
    tercero = OTRO_NUMERO.fullmatch(resto)
    if tercero is not None:
        separa, tres, resto = tercero.groups()
        corto, largo = ".".join(numeros), ".".join([*numeros, tres])
        if separa != "." and resto.strip() and resto.strip()[0] not in CIERRES:
            raise ValorNoValido(
                f"{citar(texto)} no deja saber si el código es {corto} o {largo}; escríbalo sin "
                "espacios y con punto al final."
            )
        if CUARTO_NUMERO.match(resto):
            raise ValorNoValido(f"{citar(texto)} tiene más de tres números; son dos o tres.")
        numeros.append(tres)
    codigo = ".".join(str(int(n)) for n in numeros)
    return Codificado(codigo, " ".join(resto.strip().lstrip(CIERRES).split()))
