"""La sesión que alguien nombra en una orden: por su código, por cómo empieza o por su día."""

from tablero import formato
from tablero.errores import ErrorTablero
from tablero.registro.sesiones import validar
from tablero.registro.sesiones.estado import Actas, Sesion
from tablero.texto import codigo

LETRAS_DE_CODIGO = 4
"""Las que hacen falta para decir cuál es sin escribirlo entero."""


def buscar(actas: Actas, dicho: str) -> Sesion:
    """La única que se llama así; `ErrorTablero` si no es ninguna o son varias."""
    limpio = codigo(dicho).lower()
    halladas = [s for s in actas.sesiones if s.codigo == limpio]
    if not halladas and len(limpio) >= LETRAS_DE_CODIGO:
        halladas = [s for s in actas.sesiones if s.codigo.startswith(limpio)] or _de_ese_dia(
            actas, limpio
        )
    if len(halladas) == 1:
        return halladas[0]
    hay = [f"{s.codigo} ({formato.fecha(s.fecha)})" for s in halladas or actas.sesiones]
    if halladas:
        raise ErrorTablero(f"«{dicho}» puede ser cualquiera de estas: {formato.enumerar(hay)}.")
    que_hay = f"Hay: {formato.enumerar(hay)}." if hay else "Todavía no hay ninguna."
    raise ErrorTablero(f"No hay ninguna sesión «{dicho}». {que_hay}")


def _de_ese_dia(actas: Actas, escrito: str) -> list[Sesion]:
    try:
        dia = validar.fecha(escrito)
    except ErrorTablero:
        return []
    return [s for s in actas.sesiones if s.fecha == dia]
