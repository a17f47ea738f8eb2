"""Los datos de un indicador que dos libros traen distintos."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from tablero.calculo.seguimiento.indicador import Clave, Indicador, Periodo
from tablero.calculo.seguimiento.metas import programadas
from tablero.formato import fecha
from tablero.texto import limpiar

ClaseDeCambio = Literal[
    "ponderación",
    "tipo",
    "línea base",
    "meta de un año",
    "meta final",
    "periodicidad",
    "fechas",
    "período cerrado reescrito",
    "nombre/entidad",
]
Valor = float | str | None
"""Un número o un texto; `None` es una celda vacía."""

PRECISION = 1e-9
"""Relativa: menos que esto es el ruido de guardar un decimal."""


@dataclass(frozen=True)
class Cambio:
    """Un dato de un producto que un corte trae distinto del anterior."""

    producto_codigo: str
    clase: ClaseDeCambio
    dato: str
    """Como se lee: «meta de 2025», «reporte del segundo trimestre de 2024»."""
    antes: Valor
    despues: Valor
    clave: Clave
    """Con la que se busca su celda en `Indicador.lugares`."""


Par = tuple[ClaseDeCambio, str, Valor, Valor, Clave]
"""Lo de un cambio sin su producto, haya cambiado o no."""


def cambios(antes: Indicador, despues: Indicador, cerrado: Periodo) -> list[Cambio]:
    """Lo que cambió de un libro a otro; un reporte, solo si es de `cerrado` o de antes.

    Lo ilegible en cualquiera de los dos no se compara. Un nombre es el mismo con otras
    mayúsculas, otros espacios o sin el punto final. Escribir un 0 donde no había meta, o quitarlo,
    no es un cambio: las dos cosas dicen «no programada».
    """
    ilegibles = antes.ilegibles | despues.ilegibles
    return [
        Cambio(despues.codigo, *par)
        for par in (*_ficha(antes, despues), *_por_periodo(antes, despues, cerrado))
        if par[4] not in ilegibles and cambia(par[2], par[3])
    ]


def cambia(antes: Valor, despues: Valor) -> bool:
    """Falso si son iguales, o si alguno es un número que no se puede leer."""
    if antes == despues or _es_ilegible(antes) or _es_ilegible(despues):
        return False
    if isinstance(antes, str) and isinstance(despues, str):
        return _frase(antes) != _frase(despues)
    if isinstance(antes, int | float) and isinstance(despues, int | float):
        return not math.isclose(antes, despues, rel_tol=PRECISION)
    return True


def _ficha(a: Indicador, d: Indicador) -> Iterator[Par]:
    """Lo que el libro dice una sola vez."""
    tipos = a.anualizacion_tipo, d.anualizacion_tipo
    yield "ponderación", "ponderación", a.ponderacion_pct, d.ponderacion_pct, ("ponderacion",)
    yield "tipo", "tipo de anualización", *tipos, ("anualizacion_tipo",)
    yield "línea base", "línea base", a.linea_base, d.linea_base, ("linea_base",)
    yield "meta final", "meta final", a.meta_final, d.meta_final, ("meta_final",)
    yield "periodicidad", "periodicidad", a.periodicidad, d.periodicidad, ("periodicidad",)
    yield "fechas", "fecha de inicio", _dia(a.inicio), _dia(d.inicio), ("inicio",)
    yield "fechas", "fecha de fin", _dia(a.fin), _dia(d.fin), ("fin",)
    for dato, antes, despues, campo in (
        ("nombre", a.nombre, d.nombre, "codigo"),
        ("nombre del indicador", a.indicador_nombre, d.indicador_nombre, "nombre"),
        ("sector", a.sector, d.sector, "sector"),
        ("entidad", a.entidad, d.entidad, "entidad"),
    ):
        yield "nombre/entidad", dato, antes or None, despues or None, (campo,)


def _por_periodo(a: Indicador, d: Indicador, cerrado: Periodo) -> Iterator[Par]:
    """Lo que dice de cada año y de cada trimestre cerrado."""
    for anio in sorted(programadas(a).keys() | programadas(d).keys()):
        metas = a.metas.get(anio), d.metas.get(anio)
        yield "meta de un año", f"meta de {anio}", *metas, ("meta", anio)
    for periodo in sorted(p for p in a.reportes.keys() | d.reportes.keys() if p <= cerrado):
        reportes = a.reportes.get(periodo), d.reportes.get(periodo)
        yield (
            "período cerrado reescrito",
            f"reporte del {periodo.dicho}",
            *reportes,
            ("reporte", *periodo),
        )


def _dia(valor: date | None) -> str | None:
    return None if valor is None else fecha(valor)


def _es_ilegible(valor: Valor) -> bool:
    return isinstance(valor, float) and math.isnan(valor)


def _frase(texto: str) -> str:
    """Sin mayúsculas ni punto final; con sus signos, que sí dicen algo: «< 50» no es «> 50»."""
    return limpiar(texto).casefold().rstrip(".")
