"""La letra más grande con que un texto cabe en su sitio.

Nada se recorta ni se sale: lo largo va en letra menor, por una escala fija, y quien arma la
diapositiva decide qué hacer con lo que no cabe ni en la más pequeña.
"""

from collections.abc import Sequence
from itertools import accumulate

from tablero.exportar.escribir.oficina.medir import alto

TITULO = (30, 28, 26, 24, 22, 20, 18, 16)
NOTA = (18, 16, 15, 14, 13, 12)
NOTA_GRANDE = (24, 22, 20, *NOTA)
FUENTE = (12, 11, 10)
TEXTO = (28, 24, 20, 18, 16, 14)


def mayor(
    texto: str,
    ancho: float,
    alto_del_sitio: float,
    escala: Sequence[int],
    *,
    negrilla: bool = False,
) -> int:
    """El primer tamaño de la escala con que cabe; el último, si no cabe con ninguno."""
    caben = (e for e in escala if alto(texto, ancho, e, negrilla=negrilla) <= alto_del_sitio)
    return next(caben, escala[-1])


def cuantos(textos: Sequence[str], ancho: float, alto_del_sitio: float, letra: int) -> int:
    """Cuántos de esos párrafos, desde el primero, caben uno debajo de otro."""
    altos = accumulate(alto(texto, ancho, letra) for texto in textos)
    return sum(hasta <= alto_del_sitio for hasta in altos)
