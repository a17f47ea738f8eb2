"""Las dos hojas del diseño oficial, como celdas: lo que escribiría la SDP con datos inventados."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from tablero.modelo.fuentes import TITULO_SIMULADO
from tablero.simulacion.seguimiento.datos import IndicadorInventado
from tablero.simulacion.seguimiento.formulas import TRIMESTRES

CUANTITATIVO, CUALITATIVO = "Avance Cuantitativo", "Avance Cualitativo"
FILA_BLOQUES, FILA_ANIOS, FILA_TRIMESTRES, FILA_DATOS = 2, 3, 4, 5
PRIMERA_FIJA, PRIMER_BLOQUE = 2, 15
TITULO = f"{TITULO_SIMULADO}libro de seguimiento inventado"
FIJAS = (
    "Estado",
    "Indicador esperado",
    "Nombre del indicador",
    "Sector",
    "Entidad",
    "Ponderación relativa",
    "Línea base",
    "Tipo de anualización",
    "Periodicidad",
    "Fecha de inicio",
    "Fecha de finalización",
    "Corte",
    "Año del reporte",
)
BLOQUES = {
    "avance": "Avance y seguimiento del indicador",
    "metas": "Metas programadas del indicador",
    "pav": "Porcentaje de avance frente a la meta programada de la vigencia",
    "pahv": "Porcentaje de avance frente a la meta acumulada hasta la vigencia",
    "paa": "Porcentaje de avance frente a la meta final",
}

Celdas = list[list[Any]]
Hojas = dict[str, Celdas]


@dataclass(frozen=True)
class Forma:
    """De qué años es el libro y qué corte declara cada fila."""

    anios: tuple[int, ...]
    corte: tuple[int, int]
    """Año y trimestre."""

    @property
    def columnas(self) -> dict[str, int]:
        """Dónde empieza cada bloque, desde 0."""
        n = len(self.anios)
        avance = PRIMER_BLOQUE
        metas = avance + 5 * n
        pav = metas + 2 * n + 1
        return {"avance": avance, "metas": metas, "pav": pav, "pahv": pav + n, "paa": pav + 2 * n}

    @property
    def ancho(self) -> int:
        """Columnas de la hoja cuantitativa."""
        return self.columnas["paa"] + len(self.anios)


def armar(indicadores: Sequence[IndicadorInventado], forma: Forma) -> Hojas:
    """Las celdas de las dos hojas, desde A1; `None` es una celda vacía."""
    return {
        CUANTITATIVO: _cuantitativo(indicadores, forma),
        CUALITATIVO: _cualitativo(indicadores, forma),
    }


def _cuantitativo(indicadores: Sequence[IndicadorInventado], forma: Forma) -> Celdas:
    n, lugar = len(forma.anios), forma.columnas
    hoja: Celdas = [[None] * forma.ancho for _ in range(FILA_DATOS)]
    hoja[0][0] = TITULO
    hoja[FILA_BLOQUES][PRIMERA_FIJA:PRIMER_BLOQUE] = FIJAS
    for bloque, titulo in BLOQUES.items():
        hoja[FILA_BLOQUES][lugar[bloque]] = titulo
    for i, anio in enumerate(forma.anios):
        primera = lugar["avance"] + 4 * i
        hoja[FILA_ANIOS][primera] = anio
        hoja[FILA_TRIMESTRES][primera : primera + 4] = [f"Q{q}" for q in TRIMESTRES]
        sueltas = (
            lugar["avance"] + 4 * n,
            lugar["metas"],
            lugar["metas"] + n + 1,
            lugar["pav"],
            lugar["pahv"],
            lugar["paa"],
        )
        for columna in sueltas:
            hoja[FILA_ANIOS][columna + i] = anio
    hoja[FILA_ANIOS][lugar["metas"] + n] = "Meta final"
    return hoja + [_fila(indicador, forma) for indicador in indicadores]


def _fila(dato: IndicadorInventado, forma: Forma) -> list[Any]:
    anios = forma.anios
    return [
        *_fijas(dato, forma),
        *(dato.reportes.get((anio, q)) for anio in anios for q in TRIMESTRES),
        *(dato.acumulados.get(anio) for anio in anios),
        *(dato.metas.get(anio) for anio in anios),
        dato.meta_final,
        *(dato.metas_acumuladas.get(anio) for anio in anios),
        *(dato.pav.get(anio) for anio in anios),
        *(dato.pahv.get(anio) for anio in anios),
        *(dato.paa.get(anio) for anio in anios),
    ]


def _cualitativo(indicadores: Sequence[IndicadorInventado], forma: Forma) -> Celdas:
    parejas = [(anio, q) for anio in forma.anios for q in TRIMESTRES]
    ancho = PRIMER_BLOQUE + 2 * len(parejas)
    hoja: Celdas = [[None] * ancho for _ in range(FILA_DATOS)]
    hoja[0][0] = TITULO
    hoja[FILA_BLOQUES][PRIMERA_FIJA:PRIMER_BLOQUE] = FIJAS
    for i, (anio, q) in enumerate(parejas):
        columna = PRIMER_BLOQUE + 2 * i
        if q == TRIMESTRES[0]:
            hoja[FILA_ANIOS][columna] = anio
        hoja[FILA_TRIMESTRES][columna : columna + 2] = [f"Q{q} Avance", f"Q{q} Enfoques"]
    for dato in indicadores:
        textos = [texto or None for p in parejas for texto in dato.relatos.get(p, ("", ""))]
        hoja.append([*_fijas(dato, forma), *textos])
    return hoja


def _fijas(dato: IndicadorInventado, forma: Forma) -> list[Any]:
    anio, trimestre = forma.corte
    return [
        None,
        None,
        dato.estado,
        f"{dato.codigo}. {dato.nombre}",
        dato.indicador_nombre or dato.nombre,
        dato.sector,
        dato.entidad,
        dato.ponderacion,
        dato.linea_base,
        dato.anualizacion_tipo,
        dato.periodicidad,
        _serial(dato.inicio),
        dato.fin,
        f"Q{trimestre}",
        anio,
    ]


def _serial(dia: date | None) -> int | None:
    """El número con que Excel guarda una fecha: así llegan las que nadie le dio formato."""
    return None if dia is None else (dia - date(1899, 12, 30)).days
