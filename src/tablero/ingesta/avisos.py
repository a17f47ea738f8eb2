"""Lo que se leyó distinto de como está escrito, donde importa: se dice, y no impide nada."""

from typing import Any

from tablero.formato import enumerar
from tablero.ingesta.convertir import citar
from tablero.modelo import Columna
from tablero.texto import codigo, limpiar, que_cambio


def de_lectura(escrito: Any, leido: Any, columna: Columna) -> str:
    """Qué se limpió de una celda; vacío si nada, o si solo es una frase.

    Importa en lo que identifica (claves, códigos, referencias, entidades, municipios) y en lo que
    no es texto. En una frase, un espacio duro o un salto de línea no dicen otra cosa.
    """
    if escrito == leido or not isinstance(escrito, str):
        return ""
    if columna.tipo is str and not columna.identifica:
        return ""
    if leido is None:
        raros = que_cambio(escrito)
        return f"solo tiene {enumerar(list(raros))}; se leyó vacía." if escrito.strip(" ") else ""
    como_codigo = columna.es_codigo or columna.tipo is not str
    limpio = (codigo if como_codigo else limpiar)(escrito)
    if limpio in (escrito, escrito.strip(" ") if columna.tipo is not str else escrito):
        return ""
    raros = que_cambio(escrito, es_codigo=como_codigo)
    return f"{citar(escrito)} tiene {enumerar(list(raros))}; se leyó «{limpio}»."
