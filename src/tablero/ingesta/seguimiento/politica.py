"""Los libros de una política, del primer corte al último, en filas comprobadas.

Es la unidad de trabajo de la construcción: los cortes de una política se leen en orden, porque
cada uno se revisa contra el anterior, y las políticas no dependen unas de otras.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from string import ascii_uppercase
from types import MappingProxyType
from typing import Any

import pyarrow as pa

from tablero.calculo.plan.referencias import SIN_REFERENCIAS, Referencias
from tablero.calculo.seguimiento.hallazgos.contra_plan import contra_el_plan
from tablero.calculo.seguimiento.hallazgos.entre_cortes import entre_cortes
from tablero.calculo.seguimiento.hallazgos.hallazgo import CUALITATIVO, CUANTITATIVO, Hallazgo
from tablero.calculo.seguimiento.hallazgos.informe import Publicado, contra_el_informe
from tablero.calculo.seguimiento.hallazgos.revisar import ordenar, revisar
from tablero.calculo.seguimiento.indicador import Indicador
from tablero.calculo.seguimiento.por_codigo import sin_repetidos
from tablero.calculo.seguimiento.tablas import detalle, niveles, productos
from tablero.calculo.seguimiento.tablas.corte import Corte, Revisado
from tablero.calculo.semaforo import Rangos
from tablero.errores import ErrorDeCelda, ErroresDeDatos
from tablero.ingesta.comprobar import a_lote, comprobar
from tablero.ingesta.seguimiento.carpetas import DocumentoSeguimiento
from tablero.ingesta.seguimiento.leer import LibroSeguimiento, leer_seguimiento
from tablero.ingesta.seguimiento.texto import simplificar
from tablero.modelo import TABLA_POR_NOMBRE

DE_CIFRAS, DE_TEXTOS = simplificar(CUANTITATIVO), simplificar(CUALITATIVO)

Publicados = Mapping[str, Mapping[str, Publicado]]
"""Corte (AAAA-MM-DD) → código → lo que publica el informe de esa política."""


@dataclass
class Lotes:
    """Tabla → las filas de una política, comprobadas, como tablas de Arrow."""

    por_tabla: dict[str, list[pa.Table]] = field(default_factory=dict)

    def agregar(self, tabla: str, filas: Iterable[Mapping[str, Any]]) -> None:
        """Comprueba las filas y las agrega."""
        modelo = TABLA_POR_NOMBRE[tabla]
        if comprobadas := comprobar(modelo, filas):
            self.por_tabla.setdefault(tabla, []).append(a_lote(modelo, comprobadas))


def procesar(
    documentos: Sequence[DocumentoSeguimiento],
    publicados: Publicados,
    rangos: Rangos,
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
            libro = leer_seguimiento(documento.libro)
        except ErroresDeDatos as error:
            errores += [replace(e, archivo=documento.ruta_corta) for e in error.errores]
            continue
        if libro.es_simulado != documento.ficha.es_simulado:
            errores.append(_contradiccion(documento, libro))
            continue
        corte = armar(
            libro,
            documento.ficha.corte_fecha,
            rangos,
            politica_codigo=documento.politica_codigo,
            politica_nombre=documento.ficha.politica_nombre,
            fuente_codigo=documento.fuente_codigo,
        )
        del_informe = publicados.get(corte.fecha.isoformat(), {})
        hallazgos = hallazgos_de(libro, corte, anterior, del_informe, referencias)
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
        es_simulado=libro.es_simulado,
    )


def hallazgos_de(
    libro: LibroSeguimiento,
    corte: Corte,
    anterior: Corte | None = None,
    del_informe: Mapping[str, Publicado] = MappingProxyType({}),
    referencias: Referencias = SIN_REFERENCIAS,
) -> list[Hallazgo]:
    """Todo lo que hay que revisar: lo ilegible, lo del libro, lo que cambió, el plan y el informe.

    Lo que un ajuste aprobado explica queda como nota.
    """
    codigos = _codigo_de_fila(libro.indicadores)
    todos = [como_hallazgo(error, codigos) for error in libro.errores]
    todos += revisar([*corte.seguidos, *corte.repetidos], corte.hasta, corte.rangos)
    if anterior is not None:
        explicar = partial(referencias.acto, hasta=corte.fecha)
        todos += entre_cortes(anterior.indicadores, corte.indicadores, anterior.hasta, explicar)
    todos += contra_el_plan(corte.indicadores, referencias, corte.fecha)
    todos += contra_el_informe(corte.productos, del_informe, corte.fecha.year)
    return ordenar(todos)


def como_hallazgo(
    error: ErrorDeCelda, codigos: Mapping[tuple[str, str], str] = MappingProxyType({})
) -> Hallazgo:
    """Una celda que no se pudo leer, como algo que revisar; es del indicador de su fila."""
    columna = f"«{error.columna}»: " if error.columna else ""
    return Hallazgo(
        "error",
        "ilegible",
        codigos.get((simplificar(error.hoja), _fila(error.celda)), ""),
        f"{columna}{error.mensaje}",
        "Corrija la celda: lo que depende de ella queda sin dato."
        if error.celda
        else "Corrija el libro: lo que depende de esto queda sin dato.",
        hoja=error.hoja,
        celda=error.celda,
    )


def _codigo_de_fila(indicadores: Sequence[Indicador]) -> dict[tuple[str, str], str]:
    """Hoja y número de fila → el código del indicador que está ahí."""
    codigos: dict[tuple[str, str], str] = {}
    for indicador in indicadores:
        relato = next((c for clave, c in indicador.lugares.items() if clave[0] == "relato"), "")
        codigos[DE_CIFRAS, _fila(indicador.lugares.get(("codigo",), ""))] = indicador.codigo
        if relato:
            codigos[DE_TEXTOS, _fila(relato)] = indicador.codigo
    return codigos


def _fila(celda: str) -> str:
    """`AB12` → `12`; nada si es un rango o está vacía."""
    return celda.lstrip(ascii_uppercase) if celda.isalnum() else ""


def _agregar(
    lotes: Lotes,
    revisado: Revisado,
    vistos: detalle.Textos,
    del_informe: Mapping[str, Publicado],
) -> None:
    corte = revisado.corte
    filas: dict[str, Iterable[Mapping[str, Any]]] = {
        "seguimiento_libros": [detalle.libro(revisado)],
        "politica_seguimiento": productos.seguimiento(revisado),
        **niveles.politica(corte),
        "seguimiento_metas": detalle.metas(corte),
        "seguimiento_reportes": detalle.reportes(corte),
        "seguimiento_relatos": detalle.relatos(corte, vistos),
        "seguimiento_contrastes": detalle.contrastes(corte),
        "seguimiento_hallazgos": detalle.hallazgos(revisado),
        # Lo que el informe del mismo corte publica no se reemplaza con lo que trae el libro.
        "politica_productos": _sin(del_informe, productos.productos(corte)),
        "politica_avances": [
            *_sin(del_informe, productos.avances(corte, nivel="publicado")),
            *productos.avances(corte, nivel="calculado"),
        ],
    }
    for tabla, propias in filas.items():
        lotes.agregar(tabla, propias)


def _sin(
    del_informe: Mapping[str, Publicado], filas: Iterable[dict[str, Any]]
) -> Iterable[dict[str, Any]]:
    return (f for f in filas if f["producto_codigo"] not in del_informe)


def _contradiccion(documento: DocumentoSeguimiento, libro: LibroSeguimiento) -> ErrorDeCelda:
    dicen = (
        "el libro es simulado y su ficha no lo dice"
        if libro.es_simulado
        else ("la ficha dice que el libro es simulado y él no lo dice")
    )
    return ErrorDeCelda(documento.ruta_corta, mensaje=f"{dicen}; impórtelo de nuevo.")
