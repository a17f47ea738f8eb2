"""Los libros de una política, del primer corte al último, en filas comprobadas.

Es la unidad de trabajo de la construcción: los cortes de una política se leen en orden, porque
cada uno se revisa contra el anterior, y las políticas no dependen unas de otras.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from types import MappingProxyType
from typing import TypeVar

import pyarrow as pa

from tablero.calculo.entidades import Directorio
from tablero.calculo.plan.referencias import SIN_REFERENCIAS, Referencias
from tablero.calculo.seguimiento.hallazgos.contra_plan import contra_el_plan
from tablero.calculo.seguimiento.hallazgos.entidades import desconocidas
from tablero.calculo.seguimiento.hallazgos.entre_cortes import entre_cortes
from tablero.calculo.seguimiento.hallazgos.hallazgo import Hallazgo
from tablero.calculo.seguimiento.hallazgos.informe import PublicadoEnInforme, contra_el_informe
from tablero.calculo.seguimiento.hallazgos.revisar import ordenar, revisar
from tablero.calculo.seguimiento.por_codigo import sin_repetidos
from tablero.calculo.seguimiento.tablas import detalle, niveles, productos
from tablero.calculo.seguimiento.tablas.corte import SIN_TABLA, Corte, Revisado
from tablero.calculo.semaforo import Rangos
from tablero.errores import ErrorDeCelda, ErroresDeDatos
from tablero.ingesta.comprobar import a_lote, en_orden, segun_el_modelo
from tablero.ingesta.seguimiento.carpetas import DocumentoSeguimiento
from tablero.ingesta.seguimiento.celdas import Leido
from tablero.ingesta.seguimiento.documento import leer_documento
from tablero.ingesta.seguimiento.leer import LibroSeguimiento
from tablero.modelo import Tabla
from tablero.modelo.politica import (
    PoliticaAvance,
    PoliticaCorte,
    PoliticaObjetivo,
    PoliticaProducto,
)
from tablero.modelo.politica_seguimiento import PoliticaSeguimiento
from tablero.modelo.seguimiento import (
    PoliticaResultado,
    SeguimientoContraste,
    SeguimientoHallazgo,
    SeguimientoLibro,
    SeguimientoMeta,
    SeguimientoRelato,
    SeguimientoReporte,
)

Publicados = Mapping[str, Mapping[str, PublicadoEnInforme]]
"""Corte (AAAA-MM-DD) → código → lo que publica el informe de esa política."""

Una = TypeVar("Una", bound=Tabla)
ConProducto = TypeVar("ConProducto", PoliticaProducto, PoliticaAvance)


@dataclass
class Lotes:
    """Tabla → las filas de una política, como tablas de Arrow."""

    por_tabla: dict[str, list[pa.Table]] = field(default_factory=dict)

    def agregar(self, tabla: type[Una], filas: Iterable[Una]) -> None:
        """Agrega las filas de un corte, por su clave."""
        if ordenadas := en_orden(tabla, filas):
            self.por_tabla.setdefault(tabla.tabla, []).append(a_lote(tabla, ordenadas))


def procesar(
    documentos: Sequence[DocumentoSeguimiento],
    publicados: Publicados,
    rangos: Rangos,
    entidades: Directorio,
    referencias: Referencias = SIN_REFERENCIAS,
) -> Lotes:
    """Lee, calcula y revisa los libros de una política, también contra su plan y sus ajustes.

    `ErroresDeDatos` con los libros que no se pueden leer; lo que solo hay que revisar son
    hallazgos.
    """
    lotes, vistos = Lotes(), detalle.Textos()
    anterior: Corte | None = None
    errores: list[ErrorDeCelda] = []
    for documento in documentos:
        try:
            libro = leer_documento(documento)
        except ErroresDeDatos as error:
            errores += error.errores
            continue
        corte = armar(
            libro,
            documento.ficha.corte_fecha,
            rangos,
            politica_codigo=documento.politica_codigo,
            politica_nombre=documento.ficha.politica_nombre,
            fuente_codigo=documento.fuente_codigo,
            entidades=entidades,
        )
        del_informe = publicados.get(corte.fecha.isoformat(), {})
        hallazgos = hallazgos_de(libro, corte, anterior, del_informe, referencias)
        with segun_el_modelo():
            _agregar(lotes, Revisado(corte, hallazgos, libro.diseno), vistos, del_informe)
        anterior = corte
    if errores:
        raise ErroresDeDatos(errores)
    return lotes


def armar(
    libro: LibroSeguimiento,
    fecha: date,
    rangos: Rangos,
    *,
    politica_codigo: str = "",
    politica_nombre: str = "",
    fuente_codigo: str = "",
    entidades: Directorio = SIN_TABLA,
) -> Corte:
    """Lo que se calcula de un libro en un corte: cuenta la primera fila de cada código."""
    unicos = sin_repetidos(libro.indicadores)
    contados = {id(i) for i in unicos}
    return Corte(
        politica_codigo,
        politica_nombre,
        fecha,
        fuente_codigo,
        indicadores=unicos,
        rangos=rangos,
        filas_repetidas=[i for i in libro.indicadores if id(i) not in contados],
        filas_sin_codigo=libro.filas_sin_codigo,
        es_simulado=libro.es_simulado,
        entidades=entidades,
    )


def hallazgos_de(
    libro: LibroSeguimiento,
    corte: Corte,
    anterior: Corte | None = None,
    del_informe: Mapping[str, PublicadoEnInforme] = MappingProxyType({}),
    referencias: Referencias = SIN_REFERENCIAS,
) -> list[Hallazgo]:
    """Todo lo que hay que revisar: lo ilegible, lo del libro, lo que cambió, el plan y el informe.

    Lo que un ajuste aprobado explica queda como nota.
    """
    todos = [como_hallazgo(leido) for leido in (*libro.errores, *libro.notas)]
    todos += revisar(
        [*corte.seguidos, *corte.repetidos],
        corte.hasta,
        corte.rangos,
        len(corte.filas_sin_codigo),
    )
    if anterior is not None:
        explicar = partial(referencias.acto, hasta=corte.fecha)
        todos += entre_cortes(anterior.indicadores, corte.indicadores, anterior.hasta, explicar)
    todos += contra_el_plan(corte.indicadores, referencias, corte.fecha, corte.entidades.igualar)
    todos += contra_el_informe(corte.productos, del_informe, corte.fecha.year)
    todos += desconocidas(corte.indicadores, corte.entidades)
    return ordenar(todos)


def como_hallazgo(leido: Leido) -> Hallazgo:
    """Lo que hay que decir de una celda, como algo que revisar; es del indicador de su fila."""
    columna = f"«{leido.columna}»: " if leido.columna else ""
    return Hallazgo(
        leido.severidad,
        leido.regla,
        leido.codigo,
        f"{columna}{leido.mensaje}",
        leido.que_hacer,
        hoja=leido.hoja,
        celda=leido.celda,
    )


def _agregar(
    lotes: Lotes,
    revisado: Revisado,
    vistos: detalle.Textos,
    del_informe: Mapping[str, PublicadoEnInforme],
) -> None:
    corte, de_la_politica = revisado.corte, niveles.politica(revisado.corte)
    lotes.agregar(SeguimientoLibro, [detalle.libro(revisado)])
    lotes.agregar(PoliticaSeguimiento, productos.seguimiento(revisado))
    lotes.agregar(PoliticaCorte, [de_la_politica.politica])
    lotes.agregar(PoliticaObjetivo, de_la_politica.objetivos)
    lotes.agregar(PoliticaResultado, de_la_politica.resultados)
    lotes.agregar(SeguimientoMeta, detalle.metas(corte))
    lotes.agregar(SeguimientoReporte, detalle.reportes(corte))
    lotes.agregar(SeguimientoRelato, detalle.relatos(corte, vistos))
    lotes.agregar(SeguimientoContraste, detalle.contrastes(corte))
    lotes.agregar(SeguimientoHallazgo, detalle.hallazgos(revisado))
    # Lo que el informe del mismo corte publica no se reemplaza con lo que trae el libro.
    lotes.agregar(PoliticaProducto, _sin(del_informe, productos.productos(corte)))
    lotes.agregar(
        PoliticaAvance,
        [
            *_sin(del_informe, productos.avances(corte, nivel="publicado")),
            *productos.avances(corte, nivel="calculado"),
        ],
    )


def _sin(
    del_informe: Mapping[str, PublicadoEnInforme], filas: Iterable[ConProducto]
) -> Iterator[ConProducto]:
    return (f for f in filas if f.producto_codigo not in del_informe)
