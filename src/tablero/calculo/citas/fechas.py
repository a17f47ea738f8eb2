"""Las fechas que dicen unas palabras: días, meses, semestres y trimestres."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from typing import Literal, NamedTuple

from tablero.calculo.citas.plano import plano, tapar

Extremo = Literal["", "desde", "hasta"]
BISIESTO = 2000
MESES = (
    *("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre"),
    *("octubre", "noviembre", "diciembre"),
)
ORDINALES = {"primer": 1, "segundo": 2, "tercer": 3, "cuarto": 4}
MESES_DE = {"semestre": 6, "trimestre": 3}
MES = f"(?:{'|'.join(m[:n] for m in MESES for n in range(len(m), 2, -1))})"
"""El nombre de un mes o un recorte suyo: «septiembre», «sept», «juli»."""
ANIO = r"(?:19|20)\d\d"
DE_ANIO = rf"(?:\s*(?:de|del|/|-|,)?\s*(?P<anio>{ANIO})(?!\d))"

DIA_Y_MES = re.compile(rf"\b(?P<dia>\d{{1,2}})\s*(?:de\s|/|-|\s)\s*(?P<mes>{MES})\b{DE_ANIO}?")
ISO = re.compile(rf"\b(?P<anio>{ANIO})-(?P<mes>\d\d)-(?P<dia>\d\d)\b")
CON_BARRAS = re.compile(rf"\b(?P<dia>\d{{1,2}})/(?P<mes>\d{{1,2}})/(?P<anio>{ANIO})\b")
MES_A_MES = re.compile(rf"\b(?P<uno>{MES})\s+a\s+(?P<otro>{MES})\b{DE_ANIO}?")
MES_Y_ANIO = re.compile(rf"\b(?P<mes>{MES})\b{DE_ANIO}")
PARTE = re.compile(
    rf"\b(?P<cual>{'|'.join(ORDINALES)})\s+(?P<parte>{'|'.join(MESES_DE)})\b{DE_ANIO}"
)
PATRONES = (ISO, CON_BARRAS, DIA_Y_MES, PARTE, MES_A_MES, MES_Y_ANIO)
"""En este orden: cada uno se lleva lo suyo antes de que lo lea el siguiente."""


class Dicha(NamedTuple):
    """Una fecha dicha; sin año, vale para cualquiera."""

    anio: int | None
    mes: int
    dia: int
    extremo: Extremo = ""
    """De un mes, un trimestre o un semestre, si es su primer día o el último."""


def dice_fecha(
    cita: str,
    fecha: date,
    extremo: Extremo = "",
    *,
    con_partes: bool = True,
    corte: date | None = None,
) -> bool | None:
    """Si la cita dice esa fecha; `None` si no dice ninguna.

    De un mes, un trimestre o un semestre valen el primer día y el último, o solo el que se pide.
    Sin `con_partes`, un trimestre o un semestre no cuentan: pueden nombrar un informe y no su dato.
    Con `corte`, la que no dice su año es la última hasta ese día.
    """
    crudo = plano(cita)
    dichas, _ = separar_fechas(crudo if con_partes else PARTE.sub(" ", crudo))
    if not dichas:
        return None
    return any(
        (d.mes, d.dia) == (fecha.month, fecha.day)
        and d.anio in (None, fecha.year)
        and (d.anio is not None or corte is None or _es_la_ultima(fecha, corte))
        and (not extremo or d.extremo in ("", extremo))
        for d in dichas
    )


def _es_la_ultima(fecha: date, corte: date) -> bool:
    """Si entre la fecha y el corte no vuelve a haber otra del mismo día y mes."""
    cumple = (corte.month, corte.day) >= (fecha.month, fecha.day)
    return fecha.year == corte.year - (not cumple)


def separar_fechas(texto: str) -> tuple[list[Dicha], str]:
    """Las fechas de un texto plano, y el texto con ellas en blanco."""
    dichas: list[Dicha] = []
    for patron in PATRONES:
        for hallada in patron.finditer(texto):
            propias = list(_leer(hallada.groupdict()))
            if propias:
                dichas += propias
                texto = tapar(texto, *hallada.span())
    return dichas, texto


def _leer(partes: dict[str, str | None]) -> Iterator[Dicha]:
    """Las fechas que dice una coincidencia; ninguna si no existe en el calendario."""
    anio = int(partes["anio"]) if partes["anio"] else None
    if parte := partes.get("parte"):
        largo = MESES_DE[parte]
        hasta = ORDINALES[str(partes["cual"])] * largo
        if hasta <= len(MESES):
            yield from _extremos(anio, hasta - largo + 1, hasta)
    elif partes.get("uno"):
        yield from _extremos(anio, _mes(str(partes["uno"])), _mes(str(partes["otro"])))
    elif dia := partes.get("dia"):
        mes = _mes(str(partes["mes"]))
        if 1 <= mes <= len(MESES) and 1 <= int(dia) <= monthrange(anio or BISIESTO, mes)[1]:
            yield Dicha(anio, mes, int(dia))
    else:
        mes = _mes(str(partes["mes"]))
        yield from _extremos(anio, mes, mes)


def _extremos(anio: int | None, desde: int, hasta: int) -> Iterator[Dicha]:
    yield Dicha(anio, desde, 1, "desde")
    yield Dicha(anio, hasta, monthrange(anio or BISIESTO, hasta)[1], "hasta")


def _mes(nombre: str) -> int:
    """Su número; de un nombre recortado («juli», «sept») cuentan sus tres primeras letras."""
    if nombre.isdigit():
        return int(nombre)
    return next(n for n, mes in enumerate(MESES, 1) if mes[:3] == nombre[:3])
