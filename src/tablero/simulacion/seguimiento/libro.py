"""Las dos hojas del diseño oficial, como celdas: lo que escribiría la SDP con datos inventados."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from tablero.modelo.celda import Celda
from tablero.modelo.fuentes import TITULO_SIMULADO
from tablero.simulacion.seguimiento.datos import IndicadorInventado
from tablero.simulacion.seguimiento.disposicion import (
    FILA_DATOS,
    PRIMER_BLOQUE,
    Disposicion,
    Escritos,
    cualitativo,
    cuantitativo,
)
from tablero.simulacion.seguimiento.formulas import TRIMESTRES

CUANTITATIVO, CUALITATIVO = "Avance Cuantitativo", "Avance Cualitativo"
TITULO = f"{TITULO_SIMULADO}libro de seguimiento inventado"

Celdas = list[list[Any]]
"""Una hoja. Es `Any` porque quien la estropea sabe qué hay en cada columna."""
Hojas = dict[str, Celdas]


@dataclass(frozen=True)
class Forma:
    """De qué años es el libro y qué corte declara cada fila."""

    anios: tuple[int, ...]
    corte: tuple[int, int]
    """Año y trimestre."""
    disposicion: Disposicion = "compacta"

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
    escritos = cuantitativo(forma.disposicion, forma.anios, forma.columnas)
    return _encabezado(escritos, forma.ancho) + [_fila(i, forma) for i in indicadores]


def _encabezado(escritos: Escritos, ancho: int) -> Celdas:
    hoja: Celdas = [[None] * ancho for _ in range(FILA_DATOS)]
    hoja[0][0] = TITULO
    for (fila, columna), valor in escritos.items():
        hoja[fila][columna] = valor
    return hoja


def _fila(dato: IndicadorInventado, forma: Forma) -> list[Celda]:
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
    escritos = cualitativo(forma.disposicion, forma.anios)
    hoja = _encabezado(escritos, PRIMER_BLOQUE + 2 * len(parejas))
    for dato in indicadores:
        textos = [texto or None for p in parejas for texto in dato.relatos.get(p, ("", ""))]
        hoja.append([*_fijas(dato, forma), *textos])
    return hoja


def _fijas(dato: IndicadorInventado, forma: Forma) -> list[Celda]:
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
        # En el formato público el año está guardado como texto.
        str(anio) if forma.disposicion == "oficial" else anio,
    ]


def _serial(dia: date | None) -> int | None:
    """El número con que Excel guarda una fecha: así llegan las que nadie le dio formato."""
    return None if dia is None else (dia - date(1899, 12, 30)).days
