"""Lo que mide un texto en Arial, sin dibujarlo: para saber si cabe y cómo repartir columnas."""

from collections.abc import Sequence

PULGADA = 72
"""Puntos."""
ANGOSTAS, ANCHAS = frozenset("ijltfrI.,;:|'()[]¡!·- \u00a0"), frozenset("mwMW%@—…")
ANCHO_ANGOSTA, ANCHO_MAYUSCULA, ANCHO_ANCHA, ANCHO_COMUN = 0.29, 0.71, 0.88, 0.56
"""Lo que ocupa una letra de Arial por cada punto de su tamaño, según cómo es."""
FORMAS = "\u2190"
"""Desde aquí van las formas (▼, ●, □), que otra letra dibuja y son tan anchas como altas."""
NEGRILLA = 1.07
"""Lo más ancha que es en negrilla."""
RENGLON = 1.2
"""Lo que mide un renglón, por cada punto de su letra."""


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


def columnas(
    filas: Sequence[Sequence[str]], ancho: float, letra: float, *, lados: float, entera: float
) -> tuple[float, ...]:
    """El ancho de cada columna de una tabla, que juntas llenan `ancho` pulgadas.

    La primera fila es la del encabezado. Ninguna palabra se parte, si caben; las columnas de hasta
    `entera` pulgadas van sin partir, y entre las largas se reparte lo que queda. `lados` son las
    que una celda deja libres.
    """
    por_columna = list(zip(*filas, strict=True))
    menores = [_palabra_mayor(textos, letra) + lados for textos in por_columna]
    piden = [
        max(menor, max(ancho_de(t, letra, negrilla=True) for t in textos) + lados)
        for textos, menor in zip(por_columna, menores, strict=True)
    ]
    if sum(piden) <= ancho:
        return tuple(uno * ancho / sum(piden) for uno in piden)
    fijas = [pide if pide <= entera else menor for pide, menor in zip(piden, menores, strict=True)]
    if sum(fijas) > ancho:
        return tuple(uno * ancho / sum(fijas) for uno in fijas)
    sobra = ancho - sum(fijas)
    falta = sum(pide - fija for pide, fija in zip(piden, fijas, strict=True))
    return tuple(
        fija + (pide - fija) * sobra / falta for pide, fija in zip(piden, fijas, strict=True)
    )


def _palabra_mayor(textos: Sequence[str], letra: float) -> float:
    palabras = (palabra for texto in textos for palabra in texto.split(" "))
    return max(ancho_de(palabra, letra, negrilla=True) for palabra in palabras)


def _ancho(signo: str) -> float:
    if signo >= FORMAS:
        return 1.0
    if signo in ANCHAS:
        return ANCHO_ANCHA
    if signo in ANGOSTAS:
        return ANCHO_ANGOSTA
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
