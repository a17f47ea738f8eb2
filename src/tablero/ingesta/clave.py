"""Cuándo dos filas dicen lo mismo de quién son: sin fijarse en cómo está escrito."""

from tablero.modelo import Columna
from tablero.texto import plano


def comparable(valor: object, columna: Columna) -> object:
    """El valor para saber si una clave se repite.

    «Educación», «EDUCACION» y «Educación.» son la misma entidad; dos códigos, o dos grafías, se
    distinguen en cada signo. Un texto de solo signos queda como está.
    """
    if not isinstance(valor, str) or columna.es_codigo or columna.exacta:
        return valor
    return plano(valor) or valor
