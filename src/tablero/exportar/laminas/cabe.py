"""La letra más grande con que un texto cabe en su sitio.

Nada se recorta ni se sale: lo largo va en letra menor, por una escala fija, y quien arma la
diapositiva decide qué hacer con lo que no cabe ni en la más pequeña.
"""

from collections.abc import Sequence
from itertools import accumulate

PULGADA = 72
"""Puntos."""
ANGOSTAS, ANCHAS = frozenset("ijltfrI.,;:|'()[]¡!·- \u00a0"), frozenset("mwMW%@—…")
ANCHO_ANGOSTA, ANCHO_MAYUSCULA, ANCHO_ANCHA, ANCHO_COMUN = 0.29, 0.71, 0.88, 0.56
"""Lo que ocupa una letra de Arial por cada punto de su tamaño, según cómo es."""
NEGRILLA = 1.07
"""Lo más ancha que es en negrilla."""
RENGLON = 1.2
"""Lo que mide un renglón, por cada punto de su letra."""
TITULO = (30, 28, 26, 24, 22, 20, 18, 16)
NOTA = (18, 16, 15, 14, 13, 12)
NOTA_GRANDE = (24, 22, 20, *NOTA)
FUENTE = (12, 11, 10)
TEXTO = (28, 24, 20, 18, 16, 14)


def ancho_de(texto: str, letra: float, *, negrilla: bool = False) -> float:
    """Las pulgadas que mide un texto en un solo renglón."""
    ancho = sum(map(_ancho, texto)) * letra / PULGADA
    return ancho * NEGRILLA if negrilla else ancho


def renglones(texto: str, ancho: float, letra: float, *, negrilla: bool = False) -> int:
    """En cuántos renglones queda un texto, en un sitio de `ancho` pulgadas."""
    return sum(
        _de_un_parrafo(parrafo, ancho, letra, negrilla=negrilla) for parrafo in texto.split("\n")
    )


def alto(texto: str, ancho: float, letra: float, *, negrilla: bool = False) -> float:
    """Las pulgadas que mide, así partido."""
    return renglones(texto, ancho, letra, negrilla=negrilla) * letra * RENGLON / PULGADA


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


def _ancho(signo: str) -> float:
    if signo in ANGOSTAS:
        return ANCHO_ANGOSTA
    if signo in ANCHAS:
        return ANCHO_ANCHA
    return ANCHO_MAYUSCULA if signo.isupper() else ANCHO_COMUN


def _de_un_parrafo(parrafo: str, ancho: float, letra: float, *, negrilla: bool) -> int:
    """Parte por palabras, como quien lo dibuja; una más larga que el renglón se parte sola."""
    espacio = ancho_de(" ", letra, negrilla=negrilla)
    van, lleva = 1, 0.0
    for palabra in parrafo.split(" "):
        suyo = ancho_de(palabra, letra, negrilla=negrilla)
        if lleva and lleva + espacio + suyo > ancho:
            van, lleva = van + 1, 0.0
        lleva += suyo + (espacio if lleva else 0.0)
        while lleva > ancho:
            van, lleva = van + 1, lleva - ancho
    return van
