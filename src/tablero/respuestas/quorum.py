"""Cuántas entidades están en una sesión, y si alcanzan para decidir."""

from collections.abc import Collection

from tablero import formato
from tablero.consultas import comite
from tablero.consultas.base import Preguntas
from tablero.registro.sesiones.estado import Sesion

SIN_REGLA = "regla sin configurar"


def entidades(preguntar: Preguntas) -> tuple[str, ...]:
    """Las del Comité, como se llaman en el registro, en el orden de su tabla de asistencia."""
    return tuple(fila["entidad"] for fila in preguntar(comite.entidades).filas)


def presentes(sesion: Sesion, todas: Collection[str]) -> int:
    """Cuántas de esas están: quien se marcó y no es del Comité no hace quórum."""
    return sum(entidad in todas for entidad in sesion.presentes)


def de_sesion(sesion: Sesion, todas: Collection[str]) -> str:
    """La frase de una sesión; `todas` son las entidades del Comité."""
    return frase(presentes(sesion, todas), len(todas), sesion.minimo)


def frase(presentes: int, todas: int, minimo: int | None) -> str:
    """«3 de 19 entidades presentes: no hay quórum, faltan 7».

    `minimo` es `None` mientras nadie configure la regla.
    """
    cuantas = f"{formato.numero(presentes)} de {formato.numero(todas)} entidades presentes"
    if minimo is None:
        return f"{cuantas}: {SIN_REGLA}"
    if presentes >= minimo:
        return f"{cuantas}: hay quórum (se piden {formato.numero(minimo)})"
    faltan = minimo - presentes
    return f"{cuantas}: no hay quórum, {'falta' if faltan == 1 else 'faltan'} {faltan}"
