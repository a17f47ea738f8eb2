"""A qué ritmo va un producto, a cuál debería ir y, si sigue igual, cuándo llega a su meta final.

Los meses son de calendario y cuentan los días de los extremos: del 1 de enero al 31 de marzo hay
tres, y un día de junio es 1/30 de mes. Todo se mide al cierre del trimestre efectivo, el mismo
hasta el que se prorratean las metas: a un anual no se le cargan los meses que aún no debe reportar,
y lo corrido más lo restante es siempre su plazo.
"""

import math
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from tablero.calculo.aporte import TOPE
from tablero.calculo.seguimiento import VERSION
from tablero.calculo.seguimiento.indicador import Indicador, Periodo
from tablero.calculo.seguimiento.metas import (
    CON_LINEA_BASE,
    MESES,
    linea_base,
    meta_acumulada,
    meta_final,
    programadas,
)
from tablero.calculo.seguimiento.motor import NADA, Cifras, legible
from tablero.calculo.seguimiento.tiempo import cierre

Lectura = Literal[
    "cumplida", "alcanza", "no alcanza", "sin avance", "vencida", "sin dato", "no aplica"
]

ULTIMO_DIA = date(2100, 12, 31)
"""Una llegada posterior no es una fecha que diga algo: queda sin dato."""

RUIDO = 1e-6
"""Una parte de día menor que esta es ruido de los decimales."""


@dataclass(frozen=True)
class Ritmo:
    """Los ritmos de un producto, o de una política, en un corte; `None` es sin dato.

    Los ritmos son por mes: en la unidad del indicador (negativos si debe bajar) y, los `_pp`, en
    puntos porcentuales de la meta final, que se pueden comparar entre productos y son positivos si
    se acerca a ella.
    """

    lectura: Lectura
    medido: date | None = None
    """Hasta qué día se mide: el cierre del trimestre efectivo."""
    fin: date | None = None
    """El último día del plazo."""
    anio: int | None = None
    """El año de `para_el_anio`: el del día que sigue a `medido`. Cerrado un año, el siguiente."""
    meses_corridos: float | None = None
    meses_restantes: float | None = None
    actual: float | None = None
    para_el_anio: float | None = None
    """El que hace falta para la meta acumulada al cierre de `anio`; 0 si ya la tiene."""
    para_el_final: float | None = None
    """El que hace falta para la meta final en lo que queda del plazo; 0 si ya la tiene."""
    actual_pp: float | None = None
    para_el_anio_pp: float | None = None
    para_el_final_pp: float | None = None
    llegada: date | None = None
    """Cuándo tendría la meta final si sigue igual. `None` si ya la tiene, si no avanza o si sería
    después de 2100."""
    limite: date | None = None
    """Si se detiene, el último día en que todavía llegaría a tiempo volviendo al ritmo actual. Uno
    anterior a `medido` ya pasó: a ese ritmo no llega. `None`, además de lo de `llegada`, si sería
    anterior al plazo: a ese ritmo no llegaba ni empezando el primer día."""
    formula_version: str = VERSION


@dataclass(frozen=True)
class _Plazo:
    inicio: date
    fin: date
    medido: date

    @property
    def corridos(self) -> float:
        return max(_al_terminar(self.medido) - _al_empezar(self.inicio), 0.0)

    @property
    def restantes(self) -> float:
        return max(_al_terminar(self.fin) - _al_terminar(self.medido), 0.0)

    @property
    def anio(self) -> int:
        return (self.medido + timedelta(days=1)).year

    @property
    def del_anio(self) -> float:
        """Los meses que quedan de ese año, sin pasar del fin del plazo."""
        quedan = _al_terminar(date(self.anio, MESES, 31)) - _al_terminar(self.medido)
        return min(quedan, self.restantes)


def ritmo(indicador: Indicador, cifras: Cifras, hasta: Periodo) -> Ritmo:
    """El ritmo de un indicador, con las cifras que `calcular` dio hasta ese trimestre.

    «No aplica» a un no vigente ni a un Constante: mantener un nivel no se acumula mes a mes. «Sin
    dato» si no hay avance, plazo o meta final con qué medirlo. El plazo va de su fecha de inicio a
    la de fin; la que esté vacía es el primer o el último día de sus años con meta.
    """
    tipo = indicador.anualizacion_tipo
    if cifras.semaforo == "no vigente" or tipo == "Constante":
        return Ritmo("no aplica")
    plazo = _plazo(indicador, cierre(Periodo(hasta.anio, cifras.trimestre)))
    final = meta_final(indicador)
    base = linea_base(indicador) if tipo in CON_LINEA_BASE else 0.0
    if plazo is None or cifras.paa_pct is None or final is None or base is None:
        return Ritmo("sin dato")
    camino = final - base
    meta = legible(meta_acumulada(indicador, plazo.anio, MESES))
    meta_pct = None if meta is None else (meta - base) / camino * TOPE
    return _medir(plazo, cifras.paa_pct, meta_pct, unidad_por_pp=camino / TOPE)


def ritmo_de_politica(
    avance_pct: float | None,
    trayectoria_pct: float | None,
    desde: date,
    hasta: date,
    corte: date,
) -> Ritmo:
    """El ritmo de una política de la que solo se publican porcentajes, en puntos de ella por mes.

    Es una suposición de línea recta, y así debe decirse donde se muestre: que cada mes se avanza lo
    mismo y que la trayectoria sube por igual desde la del corte hasta 100 % al final. El plazo son
    las fechas de la política, incluidas. Sin avance publicado, «sin dato»; sin trayectoria, no hay
    ritmo para el año.
    """
    if avance_pct is None:
        return Ritmo("sin dato")
    plazo = _Plazo(desde, hasta, corte)
    meta_pct = None
    if trayectoria_pct is not None and plazo.restantes > 0:
        parte = plazo.del_anio / plazo.restantes
        meta_pct = trayectoria_pct + (TOPE - trayectoria_pct) * parte
    return _medir(plazo, avance_pct, meta_pct, unidad_por_pp=1.0)


def _plazo(indicador: Indicador, medido: date) -> _Plazo | None:
    if indicador.sin_leer & {"inicio", "fin"}:
        return None
    anios = programadas(indicador)
    inicio, fin = indicador.inicio, indicador.fin
    if anios:
        inicio = inicio or date(min(anios), 1, 1)
        fin = fin or date(max(anios), MESES, 31)
    return None if inicio is None or fin is None else _Plazo(inicio, fin, medido)


def _medir(
    plazo: _Plazo, avance_pct: float, meta_pct: float | None, *, unidad_por_pp: float
) -> Ritmo:
    falta = TOPE - avance_pct
    if falta <= TOPE * NADA:
        falta = 0.0
    actual = avance_pct / plazo.corridos if plazo.corridos > 0 else None
    para_el_anio = _necesario(avance_pct, meta_pct, plazo.del_anio)
    para_el_final = _necesario(avance_pct, TOPE, plazo.restantes)
    llegada = limite = None
    if actual is not None and actual > 0 and falta > 0:
        llegada, limite = _fechas(plazo, falta / actual)
    return Ritmo(
        lectura=_leer(plazo, falta, actual, llegada),
        medido=plazo.medido,
        fin=plazo.fin,
        anio=plazo.anio,
        meses_corridos=plazo.corridos,
        meses_restantes=plazo.restantes,
        actual=_en_unidades(actual, unidad_por_pp),
        para_el_anio=_en_unidades(para_el_anio, unidad_por_pp),
        para_el_final=_en_unidades(para_el_final, unidad_por_pp),
        actual_pp=actual,
        para_el_anio_pp=para_el_anio,
        para_el_final_pp=para_el_final,
        llegada=llegada,
        limite=limite,
    )


def _necesario(avance_pct: float, meta_pct: float | None, meses: float) -> float | None:
    if meta_pct is None or meses == 0:
        return None
    return max(meta_pct - avance_pct, 0.0) / meses


def _en_unidades(puntos: float | None, unidad_por_pp: float) -> float | None:
    return None if puntos is None else puntos * unidad_por_pp


def _leer(plazo: _Plazo, falta: float, actual: float | None, llegada: date | None) -> Lectura:
    if falta == 0:
        return "cumplida"
    if plazo.restantes == 0:
        return "vencida"
    if actual is None:
        return "sin dato"
    if actual <= 0:
        return "sin avance"
    return "alcanza" if llegada is not None and llegada <= plazo.fin else "no alcanza"


def _fechas(plazo: _Plazo, meses: float) -> tuple[date | None, date | None]:
    """La llegada y el límite, si faltan esos meses al ritmo actual."""
    llegada = _al_terminar(plazo.medido) + meses
    limite = _al_terminar(plazo.fin) - meses
    return (
        _dia(llegada, _hacia_arriba) if llegada <= _al_terminar(ULTIMO_DIA) else None,
        _dia(limite, _hacia_abajo) if limite >= _al_empezar(plazo.inicio) else None,
    )


def _al_empezar(dia: date) -> float:
    return _meses(dia, dia.day - 1)


def _al_terminar(dia: date) -> float:
    return _meses(dia, dia.day)


def _meses(dia: date, dias_cumplidos: int) -> float:
    """Meses de calendario desde el año 0, con esos días cumplidos del mes de `dia`."""
    return dia.year * MESES + dia.month - 1 + dias_cumplidos / monthrange(dia.year, dia.month)[1]


def _dia(meses: float, redondear: Callable[[float], int]) -> date:
    """El día que termina en ese punto del calendario; lo inverso de `_al_terminar`."""
    enteros = math.floor(meses)
    anio, mes = enteros // MESES, enteros % MESES + 1
    dias = redondear((meses - enteros) * monthrange(anio, mes)[1])
    return date(anio, mes, 1) + timedelta(days=dias - 1)


def _hacia_arriba(dias: float) -> int:
    return math.ceil(dias - RUIDO)


def _hacia_abajo(dias: float) -> int:
    return math.floor(dias + RUIDO)
