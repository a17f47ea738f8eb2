"""Lo que cabe en una pared: unas columnas, unas letras, unas barras; lo demás se cuenta."""

import re
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import replace

import pandas as pd

from tablero import formato
from tablero.consultas.base import Resultado
from tablero.exportar.imagen import a_svg
from tablero.graficos.piezas.base import Grafico, Spec
from tablero.graficos.piezas.sala import para_la_sala
from tablero.interfaz.pared.lectura import TablaLeida
from tablero.respuestas.cosas.cosa import BARRAS, Cifra, Tabla, tabla

LETRAS_DE_CELDA = 120
"""Las de una celda: lo que pase de ahí termina en puntos."""
LETRAS_DE_RENGLON = 84
"""Las que caben a lo ancho de un proyector de cuatro a tres."""
ANCHOS = (26, 20, 16, 12)
"""Las letras que ocupa, a lo sumo, una columna de texto, de ahí en adelante baja de renglón: si con
un ancho no caben todas, se prueba el que sigue."""
LETRAS_DE_NOTAS = 300
"""Las de todas las notas de una pantalla: más le quitarían su lugar a lo que se muestra."""
FIN_DE_FRASE = re.compile(r"(?<=[.»)]) (?=[A-ZÁÉÍÓÚÑ«])")
HAY_MAS = "Hay más notas en la página del tablero."
LETRAS_DE_NUMERO = 16
"""Las de un número, que no se parte; con más letras es un texto, y va a la izquierda."""
AIRE = 3
"""Lo que separa dos columnas, en letras."""
LETRAS_DE_CIFRA = 9
"""Las de una cifra grande al lado de un dibujo."""
ALTO_DE_DIBUJO = 330
"""Píxeles del dibujo: uno más alto se encogería, y su letra no se leería desde el fondo."""
NUMERO_Y_PALABRA = re.compile(r"(?P<numero>\S*\d\S*?)[ \xa0](?P<palabra>[^\W\d_].*)")
CAJA = re.compile(r'viewBox="0 0 [\d.]+ (?P<alto>[\d.]+)"')
MENOS = (BARRAS, 6, 4)
"""Cuántas barras se prueban cuando todas no caben."""
NOMINALES = ("nominal", "ordinal")


def en_tabla(leida: TablaLeida, titulo: str) -> tuple[Tabla, str]:
    """La tabla con las columnas y las letras que caben, y lo que no va; vacío si van todas."""
    llenas = [n for n, _ in enumerate(leida.columnas) if any(fila[n] for fila in leida.filas)]
    pruebas = [_columnas(leida, llenas, ancho) for ancho in ANCHOS]
    van = next((van for van in pruebas if van == llenas), pruebas[0])
    filas = [tuple(corta(fila[n]) for n in van) for fila in leida.filas]
    titulos = [leida.columnas[n] for n in van]
    numericas = [leida.columnas[n] for n in van if _es_numerica(leida, n)]
    hecha = replace(tabla(titulo, titulos, filas, numericas=numericas), total=leida.total)
    faltan = [leida.columnas[n] for n in llenas if n not in van]
    if not faltan:
        return hecha, ""
    dichas = formato.enumerar([f"«{c}»" for c in faltan])
    cuantas = formato.contar(len(llenas), "columna", "columnas")
    return hecha, f"Van {len(van)} de {cuantas}: quedan fuera {dichas}."


def _es_numerica(leida: TablaLeida, lugar: int) -> bool:
    de_numeros = leida.columnas[lugar] in leida.numericas
    return de_numeros and all(len(fila[lugar]) <= LETRAS_DE_NUMERO for fila in leida.filas)


def _columnas(leida: TablaLeida, llenas: Sequence[int], ancho: int) -> list[int]:
    """Los lugares de las que caben, de izquierda a derecha; la primera siempre."""
    van: list[int] = []
    ocupadas = 0
    for lugar in llenas:
        palabra = max((len(p) for p in leida.columnas[lugar].split()), default=0)
        tope = LETRAS_DE_NUMERO if _es_numerica(leida, lugar) else ancho
        largo = max(palabra, *(min(len(fila[lugar]), tope) for fila in leida.filas))
        if van and ocupadas + largo + AIRE > LETRAS_DE_RENGLON:
            break
        van.append(lugar)
        ocupadas += largo + AIRE
    return van


def corta(texto: str, letras: int = LETRAS_DE_CELDA) -> str:
    """El texto o, si no cabe, su comienzo hasta una palabra entera; el espacio duro no se parte."""
    if len(texto) <= letras:
        return texto
    return f"{texto[: letras - 1].rpartition(' ')[0].rstrip(' ,;:·')}…"


def en_el_pie(notas: Sequence[str]) -> list[str]:
    """Las frases que caben bajo lo que se muestra, y que hay más, si las hay."""
    van: list[str] = []
    letras = 0
    for nota in dict.fromkeys(filter(None, notas)):
        frases = FIN_DE_FRASE.split(nota)
        caben: list[str] = []
        for frase in frases:
            if (van or caben) and letras + len(frase) > LETRAS_DE_NOTAS:
                break
            caben.append(frase)
            letras += len(frase)
        if caben:
            van.append(" ".join(caben))
        if len(caben) < len(frases):
            return [*van, HAY_MAS]
    return van


def al_lado(cifra: Cifra) -> Cifra | None:
    """La cifra, como va junto a un dibujo; `None` si no cabe.

    De «$1.588,4 millones» va en grande el número, y en lo que mide, la palabra.
    """
    if len(cifra.texto) <= LETRAS_DE_CIFRA:
        return cifra
    partida = NUMERO_Y_PALABRA.fullmatch(cifra.texto)
    if partida is None or len(partida["numero"]) > LETRAS_DE_CIFRA:
        return None
    rotulo = f"{partida['palabra']}: {cifra.rotulo}"
    return replace(cifra, texto=partida["numero"], rotulo=rotulo)


def el_dibujo(
    resultado: Resultado,
    entero: Grafico,
    constructor: Callable[..., Grafico],
    opciones: Mapping[str, Hashable],
) -> tuple[Grafico, str] | None:
    """El gráfico que cabe y lo que no va; `None` si ni con pocas barras se leería.

    Su mensaje y su texto alternativo siguen siendo los de todas.
    """
    if _alto(entero) <= ALTO_DE_DIBUJO:
        return entero, ""
    eje = _eje(entero.spec)
    nombres = [] if eje not in entero.datos else list(dict.fromkeys(entero.datos[eje].dropna()))
    for cuantas in MENOS:
        if cuantas >= len(nombres):
            continue
        suyos = _de_esos(resultado.datos, eje, nombres, cuantas)
        corto = None if suyos is None else _con(entero, suyos, constructor, opciones)
        if corto is None or not _dice_lo_mismo(entero, corto, eje):
            continue
        if _alto(corto) <= ALTO_DE_DIBUJO:
            fuera = len(nombres) - cuantas
            return corto, f"Van {cuantas} de {len(nombres)}: quedan fuera {fuera}."
    return None


def _de_esos(
    datos: pd.DataFrame, eje: str, nombres: Sequence[object], cuantas: int
) -> pd.DataFrame | None:
    """Las filas de las primeras barras; `None` si no se sabe cuáles son."""
    if eje in datos:
        return datos[datos[eje].isin(nombres[:cuantas])]
    # El dibujo las nombra a su manera: si hay una por fila, van en el mismo orden.
    return datos.head(cuantas) if len(datos) == len(nombres) else None


def _con(
    entero: Grafico,
    datos: pd.DataFrame,
    constructor: Callable[..., Grafico],
    opciones: Mapping[str, Hashable],
) -> Grafico | None:
    """El mismo con esos datos; `None` si no se puede dibujar una parte."""
    try:
        otro = constructor(datos, **opciones)
    except (ValueError, KeyError, IndexError, TypeError):
        return None
    return replace(otro, titulo=entero.titulo, alternativa=entero.alternativa, nota=entero.nota)


def _dice_lo_mismo(entero: Grafico, corto: Grafico, eje: str) -> bool:
    """Si cada barra que queda vale lo mismo que entre todas: un dibujo puede sacar cuentas."""
    suyas = entero.datos[entero.datos[eje].isin(corto.datos[eje])]
    return suyas.reset_index(drop=True).equals(corto.datos.reset_index(drop=True))


def _alto(grafico: Grafico) -> float:
    hallado = CAJA.search(a_svg(para_la_sala(grafico), vivo=True))
    return float(hallado["alto"]) if hallado else 0.0


def _eje(spec: Mapping[str, object]) -> str:
    """La columna que nombra las barras; vacía si no hay una sola."""
    capas: list[Spec] = [dict(spec), *list(spec.get("layer") or [])]  # type: ignore[call-overload]
    for capa in capas:
        eje = (capa.get("encoding") or {}).get("y") or {}
        if isinstance(eje, dict) and eje.get("type") in NOMINALES and eje.get("field"):
            return str(eje["field"])
    return ""
