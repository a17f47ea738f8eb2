"""Un pedazo de una respuesta (RFC 9110, Range): así leen Polars y DuckDB un archivo remoto."""

import re

from tablero.api.fallas import Falla

UNO = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")
Rango = tuple[int, int]
"""El primer octeto y el que sigue al último."""


def entender(dicho: str, largo: int) -> Rango | None:
    """El pedido en `Range`; `None` si no es uno solo de octetos, y entonces se da todo.

    `Falla` si empieza después del final.
    """
    hallado = UNO.fullmatch(dicho.strip())
    if hallado is None or hallado.group(0) == "bytes=-":
        return None
    desde, hasta = hallado.groups()
    if not desde:
        comienzo, fin = max(0, largo - int(hasta)), largo
    else:
        comienzo, fin = int(desde), min(largo, int(hasta) + 1 if hasta else largo)
    if desde and hasta and int(hasta) < int(desde):
        return None
    if comienzo >= largo:
        raise Falla("rango-fuera", f"La respuesta tiene {largo} octetos y se pide desde otro más.")
    return comienzo, fin
