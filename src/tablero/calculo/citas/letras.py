"""Los números escritos con letras: «nueve», «treinta y cuatro», «mil doscientos», «un centenar»."""

import re
from collections.abc import Iterator, Sequence

UNIDADES = {
    nombre: n
    for n, nombre in enumerate(
        (
            *("uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez"),
            *("once", "doce", "trece", "catorce", "quince", "dieciseis", "diecisiete", "dieciocho"),
            *("diecinueve", "veinte", "veintiuno", "veintidos", "veintitres", "veinticuatro"),
            *("veinticinco", "veintiseis", "veintisiete", "veintiocho", "veintinueve"),
        ),
        start=1,
    )
} | {"un": 1, "una": 1, "veintiun": 21, "veintiuna": 21}
DECENAS = {
    nombre: 10 * n
    for n, nombre in enumerate(
        ("treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa"), start=3
    )
}
CIEN = 100
CENTENAS = {
    **{"cien": 100, "ciento": 100, "doscientos": 200, "trescientos": 300, "cuatrocientos": 400},
    **{"quinientos": 500, "seiscientos": 600, "setecientos": 700, "ochocientos": 800},
    "novecientos": 900,
}
CENTENAS |= {nombre.removesuffix("os") + "as": n for nombre, n in CENTENAS.items() if n > CIEN}
ESCALAS = {"mil": 1_000, "millon": 1_000_000, "millones": 1_000_000}
GRUPOS = {
    **{"par": 2, "decena": 10, "docena": 12, "quincena": 15, "veintena": 20, "treintena": 30},
    **{"centenar": 100, "centena": 100, "millar": 1_000},
}
ARTICULOS = frozenset({"un", "una", "uno"})
SUMANDOS = UNIDADES | DECENAS | CENTENAS
PALABRA = re.compile(r"[a-z]+")
SEGUIDAS = re.compile(r"[a-z]+(?:\s+[a-z]+)*")


def en_letras(texto: str) -> Iterator[tuple[float, str, bool]]:
    """(valor, lo que sigue, si es solo un artículo) de cada número en letras de un texto plano."""
    for seguidas in SEGUIDAS.finditer(texto):
        palabras = list(PALABRA.finditer(texto, *seguidas.span()))
        lugar = 0
        while lugar < len(palabras):
            cuantas, valor = _leer([p[0] for p in palabras[lugar:]])
            if cuantas:
                es_articulo = cuantas == 1 and palabras[lugar][0] in ARTICULOS
                yield float(valor), texto[palabras[lugar + cuantas - 1].end() :], es_articulo
            lugar += max(cuantas, 1)


def _leer(palabras: Sequence[str]) -> tuple[int, int]:
    """Cuántas palabras forman el número que empieza en la primera (ninguna: 0), y cuál es."""
    total = parcial = cuantas = 0
    for lugar, palabra in enumerate(palabras):
        if palabra in SUMANDOS and _cabe(SUMANDOS[palabra], parcial):
            parcial += SUMANDOS[palabra]
        elif palabra in ESCALAS and (parcial or not total):
            total += (parcial or 1) * ESCALAS[palabra]
            parcial = 0
        elif palabra in GRUPOS and (parcial, total) == (1, 0):
            return lugar + 1, GRUPOS[palabra]
        elif palabra == "y" and lugar and palabras[lugar - 1] in DECENAS:
            continue
        else:
            break
        cuantas = lugar + 1
    return cuantas, total + parcial


def _cabe(sumando: int, parcial: int) -> bool:
    """Si puede seguir a lo que va: unidades tras decenas, decenas tras centenas."""
    return not parcial or any(
        parcial % orden == 0 and sumando < orden for orden in (CIEN, CIEN // 10)
    )
