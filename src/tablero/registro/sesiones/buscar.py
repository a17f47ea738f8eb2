"""Qué sesión pide alguien: por su código, por su fecha o la última."""

from collections.abc import Sequence
from datetime import date

from tablero import formato
from tablero.errores import ErrorTablero
from tablero.registro.sesiones import validar
from tablero.registro.sesiones.estado import Sesion
from tablero.texto import codigo as limpio

ULTIMA = ("última", "ultima")
NOMBRADAS = 5
"""Cuántas se nombran cuando la pedida no está."""


def una(sesiones: Sequence[Sesion], pedida: str, hoy: date) -> Sesion:
    """La de ese código (o su comienzo), la de esa fecha o, con «última», la más reciente.

    La última es la que no sea de después de `hoy` ni se haya cancelado; si no hay ninguna así, la
    más reciente de todas. `ErrorTablero`, con las que hay, si ninguna o varias son la pedida.
    """
    escrita = limpio(pedida).lower()
    if not sesiones:
        raise ErrorTablero("Todavía no hay ninguna sesión.")
    if escrita in ULTIMA:
        hechas = (s for s in sesiones if s.fecha <= hoy and not s.cancelada)
        return next(hechas, sesiones[0])
    halladas = [s for s in sesiones if s.codigo == escrita] or _por_fecha(sesiones, escrita)
    halladas = halladas or [s for s in sesiones if escrita and s.codigo.startswith(escrita)]
    if len(halladas) == 1:
        return halladas[0]
    if halladas:
        cuantas = formato.contar(len(halladas), "sesión", "sesiones")
        raise ErrorTablero(
            f"«{escrita}» es de {cuantas}. Escriba el código de una: {_nombrar(halladas)}."
        )
    raise ErrorTablero(
        f"Ninguna sesión es «{escrita}»: escriba su código, su fecha o «{ULTIMA[0]}». "
        f"Hay: {_nombrar(sesiones)}."
    )


def _por_fecha(sesiones: Sequence[Sesion], escrita: str) -> list[Sesion]:
    try:
        dia = validar.fecha(escrita)
    except ErrorTablero:
        return []
    return [sesion for sesion in sesiones if sesion.fecha == dia]


def _nombrar(sesiones: Sequence[Sesion]) -> str:
    """«2a9cfb08 (15 de diciembre de 2026, Sala Barulé)», de cada una de las primeras."""
    dichas = [
        f"{s.codigo} ({formato.fecha(s.fecha)}, {s.lugar or 'lugar sin definir'})"
        for s in sesiones[:NOMBRADAS]
    ]
    otras = len(sesiones) - len(dichas)
    return formato.enumerar([*dichas, *([f"{otras} más"] if otras > 0 else [])])
