"""Fechas que no casan con los reportes, las metas o los años del libro."""

from collections.abc import Iterator, Sequence
from datetime import date

from tablero.calculo.seguimiento.hallazgos.hallazgo import Hallazgo, de_indicador
from tablero.calculo.seguimiento.indicador import Indicador, Periodo
from tablero.calculo.seguimiento.metas import programadas
from tablero.calculo.seguimiento.tiempo import cierre, comienzo, exigidos
from tablero.formato import enumerar, fecha

REGLA = "fuera_de_plazo"
CORREGIR = "Corrija la fecha o quite lo que sobra."


def libro_atrasado(indicadores: Sequence[Indicador], hasta: Periodo) -> Iterator[Hallazgo]:
    """Se pide un corte posterior al último que declara el libro."""
    declarados = [i.publicado.periodo for i in indicadores if i.publicado.periodo is not None]
    ultimo = max(declarados, default=hasta)
    if ultimo < hasta:
        yield Hallazgo(
            "advertencia",
            "libro_atrasado",
            "",
            f"el libro llega a {ultimo} y se calcula hasta {hasta}: lo que falte por reportar "
            "cuenta como atraso.",
            "Pida el libro de ese corte o calcule hasta el que trae.",
        )


def fuera_de_plazo(indicador: Indicador) -> Iterator[Hallazgo]:
    """Fechas cruzadas, fuera de los años del libro, y metas o reportes fuera de ellas."""
    inicio, fin = indicador.inicio, indicador.fin
    if inicio is not None and fin is not None and inicio > fin:
        yield _hallazgo(
            indicador, ("fin",), f"termina el {fecha(fin)}, antes de empezar, el {fecha(inicio)}."
        )
        return
    for clave, dia, hace in (("inicio", inicio, "empieza"), ("fin", fin, "termina")):
        if dia is not None and indicador.anios and dia.year not in _rango(indicador):
            yield _hallazgo(
                indicador,
                (clave,),
                f"{hace} el {fecha(dia)}, fuera de los años del libro "
                f"({min(indicador.anios)}–{max(indicador.anios)}).",
            )
    yield from _metas(indicador)
    yield from _reportes(indicador)


def _rango(indicador: Indicador) -> range:
    return range(min(indicador.anios), max(indicador.anios) + 1)


def _metas(indicador: Indicador) -> Iterator[Hallazgo]:
    antes, despues = indicador.inicio, indicador.fin
    fuera = [
        anio
        for anio in programadas(indicador)
        if (antes is not None and anio < antes.year)
        or (despues is not None and anio > despues.year)
    ]
    if fuera:
        anios = enumerar([str(anio) for anio in fuera])
        yield _hallazgo(
            indicador, ("meta", fuera[0]), f"tiene meta en {anios}, fuera de {_plazo(indicador)}."
        )


def _reportes(indicador: Indicador) -> Iterator[Hallazgo]:
    antes, despues = indicador.inicio, indicador.fin
    for periodo in sorted(indicador.reportes):
        temprano = antes is not None and cierre(periodo) < antes
        tarde = despues is not None and comienzo(periodo) > max(despues, _ultimo(indicador))
        if (temprano or tarde) and indicador.reportes[periodo] != 0:
            yield _hallazgo(
                indicador,
                ("reporte", *periodo),
                f"reporta en {periodo}, fuera de {_plazo(indicador)}.",
            )


def _ultimo(indicador: Indicador) -> date:
    """Cuándo cierra el reporte que cubre el final del plazo: un anual de junio reporta en Q4."""
    if indicador.fin is None:
        return date.min
    cierres = [cierre(Periodo(indicador.fin.year, q)) for q in exigidos(indicador)]
    return min((dia for dia in cierres if dia >= indicador.fin), default=date.min)


def _plazo(indicador: Indicador) -> str:
    desde = f"desde el {fecha(indicador.inicio)}" if indicador.inicio else ""
    hasta = f"hasta el {fecha(indicador.fin)}" if indicador.fin else ""
    return f"su plazo ({' '.join(parte for parte in (desde, hasta) if parte)})"


def _hallazgo(indicador: Indicador, clave: tuple[str | int, ...], mensaje: str) -> Hallazgo:
    return de_indicador(indicador, clave, "advertencia", REGLA, mensaje, CORREGIR)
