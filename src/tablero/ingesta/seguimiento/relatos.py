"""La hoja cualitativa: por indicador y trimestre, el texto del avance y el de los enfoques."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from tablero.calculo.seguimiento.indicador import Clave, Indicador, Periodo, Relato
from tablero.errores import ErrorDeCelda
from tablero.ingesta.fila import Lugar, letras
from tablero.ingesta.seguimiento.bloques import leer_anio, ubicar_fijas
from tablero.ingesta.seguimiento.celdas import Lector
from tablero.ingesta.seguimiento.diseno import TITULOS, Campo, ColumnaFija, Diseno
from tablero.ingesta.seguimiento.filas import leer_codigo_de_fila
from tablero.ingesta.seguimiento.hojas import Hoja, nombre_de_celda

Pareja = tuple[int, int]
"""Las columnas del avance y de los enfoques."""
PALABRA = re.compile(r"\S+")


def leer_relatos(
    hoja: Hoja, lugar: Lugar, diseno: Diseno, indicadores: Sequence[Indicador]
) -> tuple[list[Indicador], list[ErrorDeCelda]]:
    """Los indicadores con su reporte cualitativo, y lo que no se pudo leer de la hoja.

    Si la hoja está mal armada, quedan como si no la hubiera: no se acusa a nadie de no explicar.
    """
    desde = _primer_texto(hoja, diseno)
    # Solo el código hace falta: lo demás ya se leyó en la otra hoja y aquí puede no estar.
    del_codigo: dict[Campo, ColumnaFija] = {"codigo": diseno.columnas["codigo"]}
    fijas, errores = ubicar_fijas(hoja, del_codigo, diseno.filas, desde, lugar)
    parejas, mal_armadas = _parejas(hoja, diseno, desde, lugar)
    if errores or mal_armadas:
        return list(indicadores), errores + mal_armadas
    lector = Lector(hoja, lugar)
    relatos: dict[str, dict[Periodo, Relato]] = {}
    lugares: dict[str, dict[Clave, str]] = {}
    esperadas = Counter(i.codigo for i in indicadores)
    de_columna = {("relato", *p): letras(avance + 1) for p, (avance, _) in parejas.items()}
    columnas = [fijas["codigo"], *(c for pareja in parejas.values() for c in pareja)]
    for fila in range(diseno.filas.datos, len(hoja.celdas)):
        if all(hoja.valor(fila, c) is None for c in columnas):
            continue
        codificado = leer_codigo_de_fila(lector, fila, fijas["codigo"])
        if codificado is None:
            continue
        codigo = codificado.codigo
        esperadas[codigo] -= 1
        if codigo in relatos and esperadas[codigo] >= 0:
            # La fila doble de la otra hoja trae aquí la suya: ya se dijo allá.
            continue
        if esperadas[codigo] < 0:
            que = "está repetido" if codigo in relatos else "no está en la hoja cuantitativa"
            mensaje = f"el código {codigo} {que}; la fila no se lee."
            lector.anotar(fila, fijas["codigo"], TITULOS["codigo"], mensaje)
            continue
        relatos[codigo] = _de_fila(lector, fila, parejas)
        lugares[codigo] = {clave: f"{columna}{fila + 1}" for clave, columna in de_columna.items()}
    con_relatos = [
        replace(
            i,
            relatos=relatos.get(i.codigo, {}),
            lugares={**i.lugares, **lugares.get(i.codigo, {})},
        )
        for i in indicadores
    ]
    return con_relatos, lector.errores


def _primer_texto(hoja: Hoja, diseno: Diseno) -> int:
    """La primera columna que dice un año y un trimestre; si ninguna, la que sigue a las fijas."""
    for columna in range(hoja.columnas):
        titulos = _titulos(hoja, diseno, columna)
        palabras = {palabra for titulo in titulos for palabra in PALABRA.findall(titulo)}
        if palabras & diseno.trimestres.keys() and any(map(leer_anio, titulos)):
            return columna
    return 1 + max(fija.columna for fija in diseno.columnas.values())


def _titulos(hoja: Hoja, diseno: Diseno, columna: int) -> list[str]:
    return [hoja.titulo(fila, columna) for fila in range(diseno.filas.bloques, diseno.filas.datos)]


def _parejas(
    hoja: Hoja, diseno: Diseno, desde: int, lugar: Lugar
) -> tuple[dict[Periodo, Pareja], list[ErrorDeCelda]]:
    """Trimestre → sus dos columnas. Un año o un trimestre escrito una vez vale hacia la derecha."""
    encontradas: dict[Periodo, list[int]] = {}
    anio = trimestre = None
    for columna in range(desde, hoja.columnas):
        titulos = _titulos(hoja, diseno, columna)
        nuevo = next((a for a in map(leer_anio, titulos) if a is not None), None)
        if nuevo is not None and nuevo != anio:
            anio, trimestre = nuevo, None
        palabras = [palabra for titulo in titulos for palabra in PALABRA.findall(titulo)]
        trimestre = next(
            (diseno.trimestres[p] for p in palabras if p in diseno.trimestres), trimestre
        )
        completo = anio is not None and len(encontradas.get(Periodo(anio, trimestre or 0), [])) > 1
        if not any(titulos) and (completo or not encontradas):
            continue
        if anio is None or trimestre is None:
            celda = nombre_de_celda(diseno.filas.anios, columna)
            return {}, [lugar.error("se espera el año y el trimestre.", celda=celda)]
        encontradas.setdefault(Periodo(anio, trimestre), []).append(columna)
    if not encontradas:
        return {}, [lugar.error("no se encuentran los años y los trimestres de los textos.")]
    for periodo, columnas in encontradas.items():
        if len(columnas) != len(("avance", "enfoques")):
            celda = nombre_de_celda(diseno.filas.subtitulos, columnas[0])
            mensaje = (
                f"{periodo} debe tener dos columnas, avance y enfoques; tiene {len(columnas)}."
            )
            return {}, [lugar.error(mensaje, celda=celda)]
    return {p: (columnas[0], columnas[1]) for p, columnas in encontradas.items()}, []


def _de_fila(lector: Lector, fila: int, parejas: dict[Periodo, Pareja]) -> dict[Periodo, Relato]:
    relatos = {}
    for periodo, (avance, enfoques) in parejas.items():
        if lector.esta_vacia(fila, avance) and lector.esta_vacia(fila, enfoques):
            continue
        relato = Relato(
            lector.texto(fila, avance, f"Avance de {periodo}"),
            lector.texto(fila, enfoques, f"Enfoques de {periodo}"),
        )
        if any(relato):
            relatos[periodo] = relato
    return relatos
