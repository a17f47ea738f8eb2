"""Qué tan viejo es un corte el día en que se mira, y cuáles de los siguientes ya debían existir.

Un corte es de su período: el del 31 de diciembre de 2024 y el de noviembre de 2024, del segundo
semestre. Se espera el último día del período siguiente. Ninguna fuente dice cuánto tarda en
publicar después de su corte, y nadie lo supone: falta desde que ese día pasa.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta
from itertools import takewhile
from typing import Literal, get_args

from tablero.modelo.periodicidad import MESES_DE, CadaCuanto

MESES_DEL_ANIO = 12
DIAS_DE_AVISO = 30
"""Un corte está por vencer cuando faltan a lo sumo estos días para el siguiente: un mes alcanza
para pedirlo antes de la sesión en que hará falta, y de un semestre es apenas el final."""

Estado = Literal["vencida", "por vencer", "al día", "sin periodicidad"]
ESTADOS: tuple[Estado, ...] = get_args(Estado)
"""Del que más pide hacer algo al que nada puede decir."""


@dataclass(frozen=True)
class Antiguedad:
    """Un corte, mirado un día."""

    dias: int
    """Desde el corte; menos de cero si todavía no llega."""
    meses: int
    """Enteros, desde el corte o hasta él."""
    faltan: tuple[date, ...]
    """Los cortes siguientes cuyo día ya pasó."""
    proximo: date | None
    """El primero que no ha pasado; `None` si la fuente no dice cuándo, o ya no anuncia más."""
    estado: Estado


def antiguedad(corte: date, hoy: date, cada_cuanto: CadaCuanto | None) -> Antiguedad:
    """La de un corte; `cada_cuanto`, cada cuánto publica su fuente, si ella lo dice."""
    siguientes = _siguientes(corte, cada_cuanto) if cada_cuanto is not None else iter(())
    faltan = []
    proximo = None
    for dia in siguientes:
        if dia >= hoy:
            proximo = dia
            break
        faltan.append(dia)
    return Antiguedad(
        dias=(hoy - corte).days,
        meses=_meses(min(corte, hoy), max(corte, hoy)),
        faltan=tuple(faltan),
        proximo=proximo,
        estado="vencida" if faltan else _sin_faltantes(proximo, hoy),
    )


def _sin_faltantes(proximo: date | None, hoy: date) -> Estado:
    if proximo is None:
        return "sin periodicidad"
    return "por vencer" if (proximo - hoy).days <= DIAS_DE_AVISO else "al día"


def _siguientes(corte: date, cada_cuanto: CadaCuanto) -> Iterator[date]:
    """El último día de cada período después del corte, de los que la fuente anuncia."""
    dura = MESES_DE[cada_cuanto.periodicidad]
    periodo = _periodo(corte, dura) + 1
    if cada_cuanto.desde_fecha is not None:
        periodo = max(periodo, _periodo(cada_cuanto.desde_fecha, dura))
    hasta = cada_cuanto.hasta_fecha or date.max
    return takewhile(lambda dia: dia <= hasta, _finales(periodo, dura))


def _finales(periodo: int, dura: int) -> Iterator[date]:
    """El último día de ese período y de los que lo siguen, mientras haya calendario."""
    while (siguiente := (periodo + 1) * dura) < MAXYEAR * MESES_DEL_ANIO:
        yield _primero(siguiente) - timedelta(days=1)
        periodo += 1


def _periodo(dia: date, dura: int) -> int:
    """El número de su período, contados todos desde el año cero."""
    return (dia.year * MESES_DEL_ANIO + dia.month - 1) // dura


def _primero(mes: int) -> date:
    """El primer día de un mes, contado desde el año cero."""
    return date(mes // MESES_DEL_ANIO, mes % MESES_DEL_ANIO + 1, 1)


def _meses(desde: date, hasta: date) -> int:
    """Los meses enteros; del 31 de diciembre al 30 de noviembre, su último día, van once."""
    meses = (hasta.year - desde.year) * MESES_DEL_ANIO + hasta.month - desde.month
    es_su_ultimo = (hasta + timedelta(days=1)).day == 1 if hasta < date.max else True
    return meses if hasta.day >= desde.day or es_su_ultimo else meses - 1
