"""Junta todos los hallazgos de un libro, los más graves primero."""

from collections.abc import Iterator, Sequence

from tablero.calculo.seguimiento.hallazgos import pesos, plazos, porcentajes, reportes
from tablero.calculo.seguimiento.hallazgos.hallazgo import SEVERIDADES, Hallazgo
from tablero.calculo.seguimiento.indicador import Periodo
from tablero.calculo.seguimiento.politica import Seguido, orden_de_codigo


def revisar(seguidos: Sequence[Seguido], hasta: Periodo) -> list[Hallazgo]:
    """Los hallazgos de un corte, por gravedad y código; de los no vigentes solo el código doble."""
    indicadores = [s.indicador for s in seguidos]
    todos = [*pesos.pesos_que_no_suman(indicadores), *pesos.codigos_dobles(indicadores)]
    todos += plazos.libro_atrasado(indicadores, hasta)
    for seguido in seguidos:
        if seguido.cifras.semaforo != "no vigente":
            todos += _de_uno(seguido, hasta)
    return sorted(todos, key=_orden)


def _de_uno(seguido: Seguido, hasta: Periodo) -> Iterator[Hallazgo]:
    indicador = seguido.indicador
    yield from pesos.sin_peso(indicador)
    yield from plazos.fuera_de_plazo(indicador)
    yield from reportes.sin_meta(indicador, hasta)
    yield from reportes.sin_reporte(indicador, hasta)
    yield from reportes.con_otra_escala(indicador, hasta)
    yield from reportes.que_retrocede(indicador, hasta)
    yield from reportes.sobre_ejecutado(seguido, hasta)
    yield from reportes.sin_texto(seguido, hasta)
    yield from porcentajes.que_no_salen(indicador, hasta)
    yield from porcentajes.acumulados_que_no_salen(indicador, hasta)


def _orden(hallazgo: Hallazgo) -> tuple[int, tuple[int, ...], str, str, str]:
    codigo = hallazgo.producto_codigo
    return (
        SEVERIDADES.index(hallazgo.severidad),
        orden_de_codigo(codigo) if codigo else (),
        hallazgo.regla,
        hallazgo.celda,
        hallazgo.mensaje,
    )
