"""Cómo se ponen los encabezados de un libro inventado: la disposición oficial o una más corta.

Los datos van en las mismas filas y columnas; cambian los títulos, y dónde dice los años y los
trimestres.
"""

from dataclasses import dataclass
from typing import Literal

from tablero.simulacion.seguimiento.formulas import TRIMESTRES

Disposicion = Literal["compacta", "oficial"]
Escritos = dict[tuple[int, int], str | int]
"""Fila y columna, desde 0, de cada celda del encabezado."""

FILA_BLOQUES, FILA_ANIOS, FILA_TRIMESTRES, FILA_DATOS = 2, 3, 4, 5
PRIMERA_FIJA, PRIMER_BLOQUE = 2, 15
ORDINALES = {1: "1er", 2: "2o", 3: "3er", 4: "4o"}


@dataclass(frozen=True)
class Textos:
    """Lo que dicen los encabezados."""

    fijas: tuple[str, ...]
    """Desde la primera columna."""
    fila_de_fijas: int
    bloques: dict[str, str]
    trimestre: str
    acumulado: str
    """Vacío si es solo el año."""
    fila_de_metas: int
    """Donde van los años de las metas y de los porcentajes."""
    meta_final: str


TEXTOS: dict[Disposicion, Textos] = {
    "compacta": Textos(
        fijas=(
            *("", "", "Estado", "Indicador esperado", "Nombre del indicador", "Sector", "Entidad"),
            *("Ponderación relativa", "Línea base", "Tipo de anualización", "Periodicidad"),
            *("Fecha de inicio", "Fecha de finalización", "Corte", "Año del reporte"),
        ),
        fila_de_fijas=FILA_BLOQUES,
        bloques={
            "avance": "Avance y seguimiento del indicador",
            "metas": "Metas programadas del indicador",
            "pav": "Porcentaje de avance frente a la meta programada de la vigencia",
            "pahv": "Porcentaje de avance frente a la meta acumulada hasta la vigencia",
            "paa": "Porcentaje de avance frente a la meta final",
        },
        trimestre="Q{q}",
        acumulado="",
        fila_de_metas=FILA_ANIOS,
        meta_final="Meta final",
    ),
    "oficial": Textos(
        fijas=(
            *("Indicador No.", "Key", "Estado del Indicador", "Indicador esperado"),
            *("Nombre del Indicador", "Sector Responsable", "Entidad Responsable"),
            *("Ponderación relativa (%)", "Valor Linea Base", "Tipo de anualización"),
            *("Periodicidad de medición", "Fecha de Inicio", "Fecha de Finalización"),
            *("Corte del último reporte", "Año del último reporte"),
        ),
        fila_de_fijas=FILA_TRIMESTRES,
        bloques={
            "avance": "AVANCE Y SEGUIMIENTO",
            "metas": "METAS PROGRAMADAS",
            "pav": "Avance Cuantitativo de la Vigencia / Meta programada de la vigencia ",
            "pahv": "Avance Acumulado / Meta acumulada hasta la Vigencia",
            "paa": "Avance Acumulado del Año / Meta Final ",
        },
        trimestre="{ordinal} Trimestre {anio}",
        acumulado="Acumulado {anio}",
        fila_de_metas=FILA_TRIMESTRES,
        meta_final="Meta Final",
    ),
}


def cuantitativo(
    disposicion: Disposicion, anios: tuple[int, ...], columnas: dict[str, int]
) -> Escritos:
    """El encabezado de la primera hoja; `columnas` es dónde empieza cada bloque."""
    textos, n = TEXTOS[disposicion], len(anios)
    escritos = _fijas(textos)
    escritos |= {(FILA_BLOQUES, columnas[b]): titulo for b, titulo in textos.bloques.items()}
    metas = columnas["metas"]
    for i, anio in enumerate(anios):
        primera = columnas["avance"] + 4 * i
        escritos[FILA_ANIOS, primera] = anio
        for q in TRIMESTRES:
            rotulo = textos.trimestre.format(q=q, ordinal=ORDINALES[q], anio=anio)
            escritos[FILA_TRIMESTRES, primera + q - 1] = rotulo
        acumulado = columnas["avance"] + 4 * n + i
        if textos.acumulado:
            escritos[FILA_TRIMESTRES, acumulado] = textos.acumulado.format(anio=anio)
        else:
            escritos[FILA_ANIOS, acumulado] = anio
        for desde in (metas, metas + n + 1, *(columnas[b] for b in ("pav", "pahv", "paa"))):
            escritos[textos.fila_de_metas, desde + i] = anio
    escritos[textos.fila_de_metas, metas + n] = textos.meta_final
    return escritos


def cualitativo(disposicion: Disposicion, anios: tuple[int, ...]) -> Escritos:
    """El encabezado de la segunda: dos columnas por trimestre."""
    textos, es_oficial = TEXTOS[disposicion], disposicion == "oficial"
    escritos = _fijas(textos)
    for i, (anio, q) in enumerate((a, q) for a in anios for q in TRIMESTRES):
        columna = PRIMER_BLOQUE + 2 * i
        if q == TRIMESTRES[0]:
            escritos[FILA_BLOQUES if es_oficial else FILA_ANIOS, columna] = anio
        if es_oficial:
            escritos[FILA_ANIOS, columna] = f"{ORDINALES[q]} Trimestre"
            escritos |= {
                (FILA_TRIMESTRES, columna): "Cualitativo",
                (FILA_TRIMESTRES, columna + 1): "Enfoques",
            }
        else:
            escritos |= {
                (FILA_TRIMESTRES, columna): f"Q{q} Avance",
                (FILA_TRIMESTRES, columna + 1): f"Q{q} Enfoques",
            }
    return escritos


def _fijas(textos: Textos) -> Escritos:
    return {(textos.fila_de_fijas, c): titulo for c, titulo in enumerate(textos.fijas) if titulo}
