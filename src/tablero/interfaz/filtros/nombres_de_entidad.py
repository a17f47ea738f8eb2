"""Una entidad como la escribe la gente: con otra grafía, sin tildes o con parte de su nombre."""

from collections.abc import Callable, Sequence
from difflib import get_close_matches
from functools import partial

from tablero.calculo.entidades import Directorio
from tablero.coincidencias import hallar as hallar_palabras
from tablero.consultas import entidad as consultas
from tablero.filas import Fila
from tablero.interfaz.marco.conexion import por_archivo, preguntar
from tablero.territorio.busqueda import PARECIDO_MINIMO, PARECIDOS
from tablero.texto import plano

SIN_TABLA = Directorio()


def hallador(nombres: Sequence[str]) -> Callable[[str], str | None]:
    """La función que halla una de `nombres`, con la tabla de entidades del tablero."""
    return partial(hallar, nombres=nombres, entidades=_directorio())


def hallar(pedida: str, nombres: Sequence[str], entidades: Directorio = SIN_TABLA) -> str | None:
    """La que se llama así o, si ninguna, la que se llama así sin tildes, signos ni mayúsculas.

    También la que tiene esa sigla o esa grafía en la tabla de entidades, aunque no esté entre
    `nombres`.
    """
    if pedida in nombres:
        return pedida
    planos = {plano(n): n for n in reversed(nombres)}
    if plano(pedida) in planos:
        return planos[plano(pedida)]
    hallada = entidades.hallar(pedida)
    return hallada.entidad if hallada else None


def parecidas(pedida: str, nombres: Sequence[str]) -> list[str]:
    """Las que llevan esas palabras, o las más que haya, y después las de nombre más parecido."""
    con_ellas = hallar_palabras({n: plano(n).split() for n in nombres}, pedida).claves
    planos = {plano(n): n for n in nombres}
    cercanas = get_close_matches(plano(pedida), planos, PARECIDOS, PARECIDO_MINIMO)
    return list(dict.fromkeys([*con_ellas, *(planos[c] for c in cercanas)]))[:PARECIDOS]


def impresa(fila: Fila) -> str:
    """«En la fuente: «I. Social»», si no está impresa con su nombre; vacío si lo está."""
    escrita = fila["entidad_nombre"]
    if not isinstance(escrita, str) or escrita == fila["entidad"]:
        return ""
    return f"En la fuente: «{escrita}»"


@por_archivo
def _directorio() -> Directorio:
    oficiales, grafias = preguntar(consultas.oficiales), preguntar(consultas.grafias)
    return Directorio(oficiales.filas, grafias.filas)
