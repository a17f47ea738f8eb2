"""Los nombres y los números de un texto, comparados con los de su cita."""

import re
from collections.abc import Set

from tablero import texto

NUMERO = re.compile(r"\d+")


def nombrados(cita: str, nombres: Set[str]) -> set[str]:
    """De esos nombres, ya planos (`texto.plano`), los que la cita trae enteros."""
    palabras = texto.plano(cita).split()
    seguidas = {
        " ".join(palabras[desde:hasta])
        for desde in range(len(palabras))
        for hasta in range(desde + 1, len(palabras) + 1)
    }
    return seguidas & nombres


def contradice_numeros(cita: str, nombre: str) -> bool:
    """Si el texto trae un número («Decreto 600») y la cita trae otros y no ese."""
    propios, de_la_cita = set(NUMERO.findall(nombre)), set(NUMERO.findall(cita))
    return bool(de_la_cita) and not propios <= de_la_cita
