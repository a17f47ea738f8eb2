"""Fechas que no casan con los reportes, las metas o los años del libro."""

from collections.abc import Iterator, Sequence
from datetime import date

from tablero.calculo.seguimiento.hallazgos.hallazgo import Hallazgo, de_indicador
from tablero.calculo.seguimiento.indicador import Indicador, Periodo
from tablero.calculo.seguimiento.metas import programadas
from tablero.calculo.seguimiento.tiempo import cierre, comienzo, exigidos, primer_vencimiento
from tablero.formato import enumerar, fecha
from tablero.modelo.reglas import Regla

REGLA = Regla.FUERA_DE_PLAZO


def libro_atrasado(indicadores: Sequence[Indicador], hasta: Periodo) -> Iterator[Hallazgo]:
    """Se pide un corte posterior al último que declara el libro, y alguien debía reportar después.

    Si todos son anuales, un libro que llega al cuarto trimestre está al día en el segundo.
    """
    declarados = [i.publicado.periodo for i in indicadores if i.publicado.periodo is not None]
    ultimo = max(declarados, default=hasta)
    if ultimo < hasta and any(_debia_reportar(i, ultimo, hasta) for i in indicadores):
        yield Hallazgo(
            "advertencia",
            Regla.LIBRO_ATRASADO,
            "",
            f"el libro llega al {ultimo.dicho} y se calcula hasta el {hasta.dicho}: lo que falte "
            "por reportar cuenta como atraso.",
            "Pida el libro de ese corte o calcule hasta el que trae.",
        )


def _debia_reportar(indicador: Indicador, desde: Periodo, hasta: Periodo) -> bool:
    """Si venció algún reporte suyo después de `desde` y hasta `hasta`."""
    primero = primer_vencimiento(indicador)
    if indicador.estado == "No vigente" or primero is None:
        return False
    vencidos = (Periodo(a, q) for a in programadas(indicador) for q in exigidos(indicador))
    return any(desde < p <= hasta and p >= primero for p in vencidos)


def fuera_de_plazo(indicador: Indicador) -> Iterator[Hallazgo]:
    """Fechas cruzadas, y metas o reportes fuera de ellas.

    Que empiece antes o termine después de los años del libro no es una falla: el libro lleva los
    de su plantilla, y no todo el plazo de la política.
    """
    inicio, fin = indicador.inicio, indicador.fin
    if inicio is not None and fin is not None and inicio > fin:
        yield _hallazgo(
            indicador,
            ("fin",),
            f"termina el {fecha(fin)}, antes de empezar, el {fecha(inicio)}.",
            "Corrija la fecha que esté mal.",
        )
        return
    yield from _metas(indicador)
    yield from _reportes(indicador)


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
            indicador,
            ("meta", fuera[0]),
            f"tiene meta en {anios}, fuera de {_plazo(indicador)}.",
            "Corrija la fecha, o borre la meta si no va.",
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
                f"reporta en el {periodo.dicho}, fuera de {_plazo(indicador)}.",
                "Corrija la fecha, o borre el reporte si no va.",
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


def _hallazgo(
    indicador: Indicador, clave: tuple[str | int, ...], mensaje: str, que_hacer: str
) -> Hallazgo:
    return de_indicador(indicador, clave, "advertencia", REGLA, mensaje, que_hacer)
