"""Lo que dicen en palabras los gráficos de un producto: sus títulos y sus textos alternativos.

`hechos` son las filas que llevan reporte, una por trimestre; `metas`, la de cada año. Lo que está
escrito y no se puede leer no cuenta como si no estuviera: se dice.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from tablero import formato
from tablero.filas import Fila, filas_de

Metas = Mapping[int, float]
SIN_META = "el año no tiene meta"
TRIMESTRES = 4


def filas(datos: pd.DataFrame) -> list[Fila]:
    """Las filas, con `None` donde no hay número y los años enteros."""
    return [
        {**fila, "anio": int(fila["anio"]), "trimestre": int(fila["trimestre"])}
        for fila in filas_de(datos)
    ]


@dataclass(frozen=True)
class SinLeer:
    """Lo que el libro trae escrito y no se puede leer."""

    reportes: tuple[Fila, ...] = ()
    """Los que cuentan en el corte, en orden."""
    metas: frozenset[int] = frozenset()
    """Los años."""

    @classmethod
    def de(cls, todas: Sequence[Fila]) -> "SinLeer":
        """De las filas, si dicen qué celdas están escritas."""
        return cls(
            tuple(
                f
                for f in todas
                if f.get("tiene_reporte") and f["valor"] is None and f["valor_posterior"] is None
            ),
            frozenset(f["anio"] for f in todas if f.get("tiene_meta") and f["meta"] is None),
        )

    def en(self, anio: int) -> str:
        """Los trimestres de ese año: «el primer y el segundo trimestre»."""
        cuales = [
            f"el {formato.ORDINALES[f['trimestre'] - 1]}"
            for f in self.reportes
            if f["anio"] == anio
        ]
        return f"{formato.enumerar(cuales)} trimestre" if cuales else ""


def titulo_suma(
    hechos: Sequence[Fila], metas: Metas, anio: int, mp: float | None, sin_leer: SinLeer
) -> str:
    """«En 2025 lleva 50 y la meta del año es 100: hasta el corte debía 50»."""
    del_anio = [f["valor"] for f in hechos if f["anio"] == anio]
    lleva = f"lleva {_num(sum(del_anio))}" if del_anio else "no ha reportado"
    if ilegibles := sin_leer.en(anio):
        lleva = f"{lleva} sin contar {ilegibles}" if del_anio else f"reportó en {ilegibles}"
        lleva += ", que no se puede leer"
    meta = metas.get(anio)
    if meta is None:
        falta = "la meta del año no se puede leer" if anio in sin_leer.metas else SIN_META
        return f"En {anio} {lleva}: {falta}"
    return f"En {anio} {lleva} y la meta del año es {_num(meta)}{_debia(mp)}"


def titulo_nivel(
    hechos: Sequence[Fila], metas: Metas, anio: int, mp: float | None, sin_leer: SinLeer
) -> str:
    """«Su último reporte (segundo trimestre de 2025) es 30 y la meta de 2025 es 40: …»."""
    meta = metas.get(anio)
    programado = f"la meta de {anio} es {_num(meta)}"
    if meta is None:
        programado = f"{anio} no tiene meta"
        if anio in sin_leer.metas:
            programado = f"la meta de {anio} no se puede leer"
    todos = sorted((*hechos, *sin_leer.reportes), key=lambda f: (f["anio"], f["trimestre"]))
    if not todos:
        return f"No ha reportado y {programado}{_debia(mp)}"
    ultimo = todos[-1]
    es = "no se puede leer" if ultimo["valor"] is None else f"es {_num(ultimo['valor'])}"
    return f"Su último reporte ({trimestre(ultimo)}) {es} y {programado}{_debia(mp)}"


def titulo_total(todas: Sequence[Fila], ma: float | None, meta_final: float | None) -> str:
    """«En total lleva 250 y debía 250; la meta final es 500»; lo que debía, si se sabe."""
    hechos = [f["av"] for f in todas if f["av"] is not None]
    lleva = f"lleva {_num(hechos[-1])}" if hechos else "no ha reportado"
    if ilegibles := SinLeer.de(todas).reportes:
        cuales = formato.enumerar([f"del {trimestre(f)}" for f in ilegibles])
        lleva = f"no se sabe cuánto lleva, porque no se puede leer lo {cuales},"
    debia = "" if ma is None else f" y debía {_num(ma)}"
    return f"En total {lleva}{debia}; la meta final es {_num(meta_final)}"


def por_anio(anios: Sequence[int], metas: Metas, hechos: Sequence[Fila], sin_leer: SinLeer) -> str:
    """La meta y los reportes de cada año."""
    partes = []
    for anio in anios:
        del_anio = [
            f"{formato.ORDINALES[f['trimestre'] - 1]} trimestre, {_num(f['valor'])}"
            for f in hechos
            if f["anio"] == anio
        ]
        if ilegibles := sin_leer.en(anio):
            del_anio.append(f"{ilegibles}, ilegible")
        meta = "ilegible" if anio in sin_leer.metas else "sin meta"
        meta = _num(metas[anio]) if anio in metas else meta
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
    """«segundo trimestre de 2025: 25»."""
    return f"{trimestre(fila)}: {_num(fila['valor'])}"


def trimestre(fila: Fila) -> str:
    """«segundo trimestre de 2025»."""
    return formato.trimestre(fila["anio"], fila["trimestre"])


def _debia(mp: float | None) -> str:
    return "" if mp is None else f": hasta el corte debía {_num(mp)}"


def _num(valor: float | None) -> str:
    return formato.numero_justo(valor)
