"""Una entidad como la escribe la gente: sin tildes ni mayúsculas, o con parte de su nombre."""

from collections.abc import Sequence
from difflib import get_close_matches

from tablero.coincidencias import hallar as hallar_palabras
from tablero.territorio.busqueda import PARECIDO_MINIMO, PARECIDOS
from tablero.texto import plano


def hallar(pedida: str, nombres: Sequence[str]) -> str | None:
    """La que se llama así; si ninguna, la que se llama así sin tildes, signos ni mayúsculas."""
    if pedida in nombres:
        return pedida
    return next((n for n in nombres if pedida and plano(n) == plano(pedida)), None)


def parecidas(pedida: str, nombres: Sequence[str]) -> list[str]:
    """Las que llevan esas palabras, o las más que haya, y después las de nombre más parecido."""
    con_ellas = hallar_palabras({n: plano(n).split() for n in nombres}, pedida).claves
    planos = {plano(n): n for n in nombres}
    cercanas = get_close_matches(plano(pedida), planos, PARECIDOS, PARECIDO_MINIMO)
    return list(dict.fromkeys([*con_ellas, *(planos[c] for c in cercanas)]))[:PARECIDOS]
