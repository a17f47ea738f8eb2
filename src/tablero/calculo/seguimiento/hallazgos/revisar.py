"""Junta todos los hallazgos de un libro, los más graves primero."""

from collections.abc import Iterable, Iterator, Sequence

from tablero.calculo.seguimiento.hallazgos import pesos, plazos, porcentajes, reportes
from tablero.calculo.seguimiento.hallazgos.hallazgo import SEVERIDADES, Hallazgo
from tablero.calculo.seguimiento.indicador import Periodo
from tablero.calculo.seguimiento.niveles import Seguido, orden_de_codigo
from tablero.calculo.semaforo import PUBLICADOS, Rangos


def revisar(
    seguidos: Sequence[Seguido],
    hasta: Periodo,
    rangos: Rangos = PUBLICADOS,
    filas_sin_codigo: int = 0,
) -> list[Hallazgo]:
    """Los hallazgos de un corte, por gravedad y código; de los no vigentes solo el código doble.

    De un código repetido se revisa la primera fila, que es la que cuenta.
    """
    todos = [*pesos.codigos_dobles([s.indicador for s in seguidos])]
    unicos = list({s.indicador.codigo: s for s in reversed(seguidos)}.values())
    indicadores = [s.indicador for s in unicos]
    todos += pesos.pesos_que_no_suman(indicadores, filas_sin_codigo)
    todos += plazos.libro_atrasado(indicadores, hasta)
    for seguido in unicos:
        if seguido.cifras.semaforo != "no vigente":
            todos += _de_uno(seguido, hasta, rangos)
    return ordenar(todos)


def ordenar(hallazgos: Iterable[Hallazgo]) -> list[Hallazgo]:
    """Por gravedad, código, regla y celda."""
    return sorted(hallazgos, key=_orden)


def _de_uno(seguido: Seguido, hasta: Periodo, rangos: Rangos) -> Iterator[Hallazgo]:
    indicador = seguido.indicador
    yield from pesos.sin_peso(indicador)
    yield from plazos.fuera_de_plazo(indicador)
    yield from reportes.sin_meta(indicador, hasta)
    yield from reportes.sin_reporte(indicador, hasta)
    yield from reportes.con_otra_escala(indicador, hasta)
    yield from reportes.que_retrocede(indicador, hasta)
    yield from reportes.sobre_ejecutado(seguido, hasta, rangos)
    yield from reportes.sin_texto(seguido, hasta, rangos)
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
