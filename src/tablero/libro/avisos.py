"""Lo que se leyó distinto de como está escrito, donde importa: se dice, y no impide nada."""

from collections import Counter

from tablero import letra
from tablero.formato import enumerar
from tablero.libro.convertir import citar
from tablero.modelo import Columna
from tablero.modelo.celda import Celda, Valor
from tablero.texto import codigo, limpiar, que_cambio


def de_lectura(escrito: Celda, leido: Valor, columna: Columna) -> str:
    """Qué se limpió de una celda; vacío si nada, o si solo es una frase.

    Importa en lo que identifica (claves, códigos, referencias, entidades, municipios) y en lo que
    no es texto. En una frase, un espacio duro o un salto de línea no dicen otra cosa.
    """
    if escrito == leido or not isinstance(escrito, str):
        return ""
    es_texto = columna.tipo is str
    if es_texto and not columna.identifica:
        return ""
    es_codigo = columna.es_codigo or not es_texto
    limpio = (codigo if es_codigo else limpiar)(escrito)
    # Los espacios que rodean una fecha o un número no engañan a nadie.
    if limpio == (escrito if es_texto and limpio else escrito.strip(" ")):
        return ""
    tenia = enumerar(list(que_cambio(escrito, es_codigo=es_codigo)))
    if not limpio:
        return f"solo tiene {tenia}; se leyó vacía."
    return f"{citar(escrito)} tiene {tenia}; se leyó «{limpio}»."


def de_letra(leido: Valor) -> str:
    """Qué signos de un texto no tiene la letra de los PDF, y cuál va en su lugar; vacío si ninguno.

    No es un error: el PDF se hace. Pero quien puede cambiar el signo es quien escribió la celda.
    """
    if not isinstance(leido, str):
        return ""
    cambios: Counter[letra.Cambio] = Counter()
    letra.del_papel().escribible(leido, cambios)
    if not cambios:
        return ""
    return f"tiene signos que la letra de los PDF no trae; ahí se escribe {letra.pares(cambios)}."
