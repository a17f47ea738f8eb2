"""Lo que dicen en palabras los gráficos de un producto: sus títulos y sus textos alternativos.

`hechos` son las filas que llevan reporte, una por trimestre; `metas`, la de cada año.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from tablero import formato

Fila = dict[Any, Any]
Metas = Mapping[int, float]
TRIMESTRES = 4


def filas(datos: pd.DataFrame) -> list[Fila]:
    """Las filas, con `None` donde no hay número y los años enteros."""
    limpias = datos.astype(object).where(datos.notna(), None).to_dict("records")
    for fila in limpias:
        fila["anio"], fila["trimestre"] = int(fila["anio"]), int(fila["trimestre"])
    return limpias


def titulo_suma(hechos: Sequence[Fila], metas: Metas, anio: int, mp: float | None) -> str:
    """«En 2025 lleva 50 y la meta del año es 100: hasta el corte debía 50»."""
    del_anio = [f["valor"] for f in hechos if f["anio"] == anio]
    lleva = f"lleva {_num(sum(del_anio))}" if del_anio else "no ha reportado"
    meta = metas.get(anio)
    if meta is None:
        return f"En {anio} {lleva}: el año no tiene meta"
    return f"En {anio} {lleva} y la meta del año es {_num(meta)}{_debia(mp)}"


def titulo_nivel(hechos: Sequence[Fila], metas: Metas, anio: int, mp: float | None) -> str:
    """«Su último reporte (Q2 de 2025) es 30 y la meta de 2025 es 40: hasta el corte debía 35»."""
    meta = metas.get(anio)
    programado = (
        f"la meta de {anio} es {_num(meta)}" if meta is not None else f"{anio} no tiene meta"
    )
    if not hechos:
        return f"No ha reportado y {programado}{_debia(mp)}"
    ultimo = hechos[-1]
    return (
        f"Su último reporte ({trimestre(ultimo)}) es {_num(ultimo['valor'])} y {programado}"
        f"{_debia(mp)}"
    )


def titulo_total(todas: Sequence[Fila], ma: float | None, meta_final: float | None) -> str:
    """«En total lleva 250 y debía 250; la meta final es 500»; lo que debía, si se sabe."""
    hechos = [f["av"] for f in todas if f["av"] is not None]
    lleva = f"lleva {_num(hechos[-1])}" if hechos else "no ha reportado"
    debia = "" if ma is None else f" y debía {_num(ma)}"
    return f"En total {lleva}{debia}; la meta final es {_num(meta_final)}"


def por_anio(anios: Sequence[int], metas: Metas, hechos: Sequence[Fila]) -> str:
    """La meta y los reportes de cada año."""
    partes = []
    for anio in anios:
        del_anio = [f"Q{f['trimestre']}, {_num(f['valor'])}" for f in hechos if f["anio"] == anio]
        meta = _num(metas[anio]) if anio in metas else "sin meta"
        partes.append(f"{anio}: meta {meta}; " + (formato.enumerar(del_anio) or "sin reportes"))
    return "Meta de cada año y reporte de cada trimestre. " + ". ".join(partes) + "."


def al_cierre(todas: Sequence[Fila]) -> str:
    """Lo reportado en total y lo programado al cierre de cada año."""
    return "Lo reportado en total y lo programado, al cierre de cada año. " + "; ".join(
        f"{f['anio']}: reportado {_num(f['av'])}, programado {_num(f['ma'])}"
        for f in todas
        if f["trimestre"] == TRIMESTRES
    )


def reporte(fila: Fila) -> str:
    """«Q2 de 2025: 25»."""
    return f"{trimestre(fila)}: {_num(fila['valor'])}"


def trimestre(fila: Fila) -> str:
    """«Q2 de 2025»."""
    return f"Q{fila['trimestre']} de {fila['anio']}"


def _debia(mp: float | None) -> str:
    return "" if mp is None else f": hasta el corte debía {_num(mp)}"


def _num(valor: float | None) -> str:
    return formato.numero_justo(valor)
