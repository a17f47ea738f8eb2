"""Los nombres y los números de un texto, comparados con los de su cita."""

import re

from tablero import texto

NUMERO = re.compile(r"\d+")


def nombra(cita: str, nombre: str) -> bool:
    """Si la cita trae ese nombre, entero, escrito con cualquier tilde o mayúscula."""
    return f" {texto.plano(nombre)} " in f" {texto.plano(cita)} "


def contradice_numeros(cita: str, nombre: str) -> bool:
    """Si el texto trae un número («Decreto 600») y la cita trae otros y no ese."""
    propios, de_la_cita = set(NUMERO.findall(nombre)), set(NUMERO.findall(cita))
    return bool(de_la_cita) and not propios <= de_la_cita
