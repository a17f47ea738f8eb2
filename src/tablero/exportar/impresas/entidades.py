"""El PDF y el CSV de cada entidad, en el último corte de cada política."""

from collections.abc import Iterator
from functools import partial

from tablero.consultas import politica as consultas
from tablero.consultas.base import Base, Preguntas
from tablero.exportar.csv_oficial import a_csv
from tablero.exportar.escribir.pdf import papel
from tablero.exportar.impresas import entidad as pdf
from tablero.exportar.impresas.lote import Hoja
from tablero.filas import Fila
from tablero.registro.sesiones.estado import Actas
from tablero.respuestas.compromisos import de_entidad
from tablero.respuestas.entidad.hoja import hoja, nombres


def las_de_entidades(base: Base, leidas: Actas) -> list[Hoja]:
    """La de cada entidad, por hacer; los productos sin entidad en la fuente llevan también la suya.

    `leidas` son las sesiones del Comité: el PDF dice lo que la entidad quedó de hacer en ellas.
    """
    preguntar = Preguntas(base)

    def hacer(entidad: str, politica: Fila, cambios: papel.Cambios) -> Iterator[tuple[str, bytes]]:
        una = hoja(
            preguntar,
            entidad=entidad,
            politica=politica["politica_codigo"],
            nombre=politica["politica_nombre"],
            corte=politica["corte_fecha"],
        )
        es_simulado = base.es_simulado
        yield (
            pdf.nombre(una, "csv", es_simulado=es_simulado),
            a_csv(una.productos.datos, "excel", una.productos.fuentes),
        )
        suyos = de_entidad(leidas, entidad)
        hecho = pdf.compilar(una, es_simulado=es_simulado, compromisos=suyos, cambios=cambios)
        yield pdf.nombre(una, "pdf", es_simulado=es_simulado), hecho

    return [
        Hoja(entidad, partial(hacer, entidad, fila))
        for fila in preguntar(consultas.politicas).filas
        for entidad in nombres(
            preguntar, politica=fila["politica_codigo"], corte=fila["corte_fecha"]
        )
    ]
