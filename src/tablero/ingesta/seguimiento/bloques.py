"""En qué columna está cada dato de la hoja cuantitativa; cada bloque, por su encabezado."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from tablero.calculo.seguimiento.indicador import Periodo
from tablero.errores import ErrorDeCelda
from tablero.formato import enumerar
from tablero.ingesta.fila import Lugar
from tablero.ingesta.seguimiento.diseno import (
    TITULOS,
    Bloque,
    Campo,
    ColumnaFija,
    Diseno,
    FilasDelLibro,
)
from tablero.ingesta.seguimiento.hojas import Hoja, nombre_de_celda

ANIO = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
POR_ANIO = 4
INDISPENSABLES: tuple[Bloque, ...] = ("avance", "metas")
"""Sin ellos no hay nada que calcular; los demás solo sirven para contrastar."""


@dataclass
class Columnas:
    """Dónde está cada dato, desde 0, y lo que no se encontró."""

    fijas: dict[Campo, int] = field(default_factory=dict)
    reportes: dict[Periodo, int] = field(default_factory=dict)
    metas: dict[int, int] = field(default_factory=dict)
    meta_final: int | None = None
    por_anio: dict[str, dict[int, int]] = field(default_factory=dict)
    """`acumulado`, `meta_acumulada`, `pav`, `pahv`, `paa`: año → columna."""
    fatales: list[ErrorDeCelda] = field(default_factory=list)
    errores: list[ErrorDeCelda] = field(default_factory=list)

    @property
    def anios(self) -> tuple[int, ...]:
        """Los años del libro, en orden."""
        return tuple(sorted(self.metas))

    def ordenar(self) -> None:
        """Deja los años y los trimestres en orden, estén como estén en la hoja."""
        self.reportes = dict(sorted(self.reportes.items()))
        self.metas = dict(sorted(self.metas.items()))
        self.por_anio = {c: dict(sorted(de.items())) for c, de in self.por_anio.items()}

    def todas(self) -> Iterator[int]:
        """Todas las columnas que se leen."""
        yield from self.fijas.values()
        yield from self.reportes.values()
        yield from self.metas.values()
        if self.meta_final is not None:
            yield self.meta_final
        for columnas in self.por_anio.values():
            yield from columnas.values()


def ubicar(hoja: Hoja, diseno: Diseno, lugar: Lugar) -> Columnas:
    """Las columnas de la hoja según ese diseño; sin un bloque indispensable, `fatales`."""
    columnas = Columnas()
    inicios = _inicios(hoja, diseno, lugar, columnas)
    if columnas.fatales:
        return columnas
    primera = min(inicios.values())
    columnas.fijas, problemas = ubicar_fijas(hoja, diseno.columnas, diseno.filas, primera, lugar)
    columnas.fatales += problemas
    previos = len(columnas.fatales)
    _avance(hoja, diseno, lugar, inicios["avance"], columnas)
    if len(columnas.fatales) > previos:
        return columnas
    anios = sorted({p.anio for p in columnas.reportes})
    _metas(hoja, diseno, lugar, inicios["metas"], anios, columnas)
    for bloque in ("pav", "pahv", "paa"):
        if bloque in inicios:
            titulo = diseno.bloques[bloque]
            encontradas = _anios(hoja, diseno, inicios[bloque], anios)
            if encontradas is None:
                columnas.errores.append(_sin_anios(lugar, diseno, inicios[bloque], titulo, anios))
            else:
                columnas.por_anio[bloque] = encontradas
    columnas.ordenar()
    return columnas


def ubicar_fijas(
    hoja: Hoja, fijas: Mapping[Campo, ColumnaFija], filas: FilasDelLibro, hasta: int, lugar: Lugar
) -> tuple[dict[Campo, int], list[ErrorDeCelda]]:
    """Las columnas de antes de los bloques: por su título o, si ninguno lo lleva, por su lugar.

    Si alguna con título está corrida, el lugar de las que no lo llevan ya no dice nada.
    """
    titulos = [
        {hoja.titulo(fila, c) for fila in range(filas.bloques, filas.datos)} for c in range(hasta)
    ]
    halladas: dict[Campo, int] = {}
    sin_titulo: set[Campo] = set()
    errores: list[ErrorDeCelda] = []
    for campo, fija in fijas.items():
        con_titulo = [
            c for c in range(hasta) if any(t.startswith(fija.titulos) for t in titulos[c])
        ]
        if len(con_titulo) > 1 and fija.columna not in con_titulo:
            celdas = enumerar([nombre_de_celda(filas.bloques, c) for c in con_titulo])
            errores.append(
                lugar.error(f"hay varias columnas «{TITULOS[campo]}» ({celdas}); deje una sola.")
            )
        if not con_titulo:
            sin_titulo.add(campo)
        unica = len(con_titulo) == 1
        halladas[campo] = con_titulo[0] if unica else fija.columna
    hay_corridas = any(c != fijas[campo].columna for campo, c in halladas.items())
    for campo, columna in halladas.items():
        es_de_otro = any(c == columna for otro, c in halladas.items() if otro != campo)
        if es_de_otro or columna >= hasta or (hay_corridas and campo in sin_titulo):
            errores.append(
                lugar.error(
                    f"no se encuentra la columna «{TITULOS[campo]}»: escriba su título en el "
                    "encabezado."
                )
            )
    return halladas, errores


def leer_anio(texto: str) -> int | None:
    """El único año que nombra un encabezado: «Vigencia 2024» → 2024."""
    anios = set(ANIO.findall(texto))
    return int(anios.pop()) if len(anios) == 1 else None


def _inicios(hoja: Hoja, diseno: Diseno, lugar: Lugar, columnas: Columnas) -> dict[Bloque, int]:
    """La primera columna de cada bloque: su encabezado, con un año debajo."""
    candidatos: dict[Bloque, list[int]] = {bloque: [] for bloque in diseno.bloques}
    for columna in range(hoja.columnas):
        titulo = hoja.titulo(diseno.filas.bloques, columna)
        de_quien = next((b for b, palabras in diseno.bloques.items() if palabras in titulo), None)
        if de_quien and leer_anio(hoja.titulo(diseno.filas.anios, columna)) is not None:
            candidatos[de_quien].append(columna)
    inicios: dict[Bloque, int] = {}
    for bloque, lugares in candidatos.items():
        destino = columnas.fatales if bloque in INDISPENSABLES else columnas.errores
        palabras = diseno.bloques[bloque]
        if not lugares:
            destino.append(
                lugar.error(
                    f"no se encuentra el bloque «{palabras}»: su encabezado va en la fila "
                    f"{diseno.filas.bloques + 1}, con el primer año debajo."
                )
            )
        elif len(lugares) > 1:
            celdas = enumerar([nombre_de_celda(diseno.filas.bloques, c) for c in lugares])
            destino.append(
                lugar.error(f"hay varios bloques «{palabras}» ({celdas}); deje uno solo.")
            )
        else:
            inicios[bloque] = lugares[0]
    return inicios


def _avance(hoja: Hoja, diseno: Diseno, lugar: Lugar, desde: int, columnas: Columnas) -> None:
    """Cuatro trimestres por año y luego un acumulado por año."""
    anios: list[int] = []
    while _son_trimestres(hoja, diseno, desde):
        nombrados = {
            anio
            for c in range(desde, desde + POR_ANIO)
            if (anio := leer_anio(hoja.titulo(diseno.filas.anios, c))) is not None
        }
        celda = nombre_de_celda(diseno.filas.anios, desde)
        if len(nombrados) != 1 or nombrados <= set(anios):
            columnas.fatales.append(
                lugar.error("se espera un año distinto sobre cada cuatro trimestres.", celda=celda)
            )
            return
        anios += nombrados
        for c in range(desde, desde + POR_ANIO):
            columnas.reportes[Periodo(anios[-1], c - desde + 1)] = c
        desde += POR_ANIO
    # Un grupo mal escrito no es el final del bloque: los años que siguen se perderían en silencio.
    anio = leer_anio(hoja.titulo(diseno.filas.anios, desde))
    es_un_grupo = anio is not None or any(_trimestres(hoja, diseno, desde))
    if not anios or (anio not in anios and es_un_grupo):
        celda = nombre_de_celda(diseno.filas.subtitulos, desde)
        trimestres = enumerar([t.upper() for t in diseno.trimestres])
        columnas.fatales.append(lugar.error(f"se esperan {trimestres} en orden.", celda=celda))
        return
    acumulados = _anios(hoja, diseno, desde, anios)
    if acumulados is None:
        columnas.errores.append(_sin_anios(lugar, diseno, desde, "avance acumulado", anios))
    else:
        columnas.por_anio["acumulado"] = acumulados


def _metas(  # noqa: PLR0917 - las mismas piezas que los otros bloques
    hoja: Hoja, diseno: Diseno, lugar: Lugar, desde: int, anios: list[int], columnas: Columnas
) -> None:
    """Una meta por año, la final y una acumulada por año."""
    metas = _anios(hoja, diseno, desde, anios)
    if metas is None:
        titulo = diseno.bloques["metas"]
        columnas.fatales.append(_sin_anios(lugar, diseno, desde, titulo, anios))
        return
    final = desde + len(anios)
    acumuladas = _anios(hoja, diseno, final + 1, anios)
    # «Meta final 2036» lleva año y vale; otra meta de año, o ya una acumulada, se escriben como sus
    # vecinas.
    escrita = _sin_anio(hoja, diseno, final)
    if escrita is not None and escrita in {
        _sin_anio(hoja, diseno, desde),
        _sin_anio(hoja, diseno, final + 1),
    }:
        celda = nombre_de_celda(diseno.filas.anios, final)
        columnas.fatales.append(
            lugar.error("falta la columna de la meta final después de las metas.", celda=celda)
        )
        return
    columnas.metas, columnas.meta_final = metas, final
    if acumuladas is None:
        columnas.errores.append(_sin_anios(lugar, diseno, final + 1, "metas acumuladas", anios))
    else:
        columnas.por_anio["meta_acumulada"] = acumuladas


def _son_trimestres(hoja: Hoja, diseno: Diseno, desde: int) -> bool:
    son = _trimestres(hoja, diseno, desde)
    return all(n in trimestres for n, trimestres in enumerate(son, start=1))


def _trimestres(hoja: Hoja, diseno: Diseno, desde: int) -> list[set[int]]:
    """Los trimestres que nombran los subtítulos de las cuatro columnas que siguen."""
    textos = [hoja.titulo(diseno.filas.subtitulos, c) for c in range(desde, desde + POR_ANIO)]
    return [{diseno.trimestres[p] for p in t.split() if p in diseno.trimestres} for t in textos]


def _anios(hoja: Hoja, diseno: Diseno, desde: int, anios: list[int]) -> dict[int, int] | None:
    """Año → columna en las que siguen; `None` si no son justo esos años."""
    columnas = {
        anio: c
        for c in range(desde, desde + len(anios))
        if (anio := leer_anio(hoja.titulo(diseno.filas.anios, c))) is not None
    }
    return columnas if set(columnas) == set(anios) else None


def _sin_anio(hoja: Hoja, diseno: Diseno, columna: int) -> str | None:
    """El título sin su año, en lo que difieren los de un grupo; `None` si no lo lleva."""
    titulo = hoja.titulo(diseno.filas.anios, columna)
    return None if leer_anio(titulo) is None else ANIO.sub("", titulo).strip()


def _sin_anios(
    lugar: Lugar, diseno: Diseno, desde: int, bloque: str, anios: list[int]
) -> ErrorDeCelda:
    return lugar.error(
        f"el bloque «{bloque}» debe llevar aquí los {len(anios)} años del primero "
        f"({min(anios)}–{max(anios)}), uno por columna.",
        celda=nombre_de_celda(diseno.filas.anios, desde),
    )
