"""Lo que se deduce de los libros leídos: avances, semáforo, índice y conciliación."""

from collections.abc import Sequence
from typing import Any

from tablero.calculo import derivar
from tablero.calculo.conciliacion import conciliar
from tablero.calculo.contrastes import POR_DOCUMENTO
from tablero.calculo.ipt import TABLAS_CALCULADAS, supuestos
from tablero.calculo.seguimiento import de_porcentajes
from tablero.calculo.semaforo import Rangos
from tablero.ingesta.comprobar import comprobar
from tablero.ingesta.fuentes.documentos import Documento
from tablero.ingesta.plan.carpetas import DocumentoPlan
from tablero.ingesta.seguimiento.carpetas import DocumentoSeguimiento
from tablero.modelo import TABLAS, TABLAS_DE_PLAN, TABLAS_DE_SEGUIMIENTO

Filas = dict[str, list[dict[str, Any]]]
RECALCULADAS = {
    "politica_cortes": "publicado",
    "politica_objetivos": "publicado",
    "politica_seguimiento": "ninguno",
    "politica_resultados": "ninguno",
}
"""Tabla que sale del libro oficial si lo hay en ese corte → el nivel de las filas que quedan."""


def calcular(
    filas: Filas,
    documentos: Sequence[Documento],
    libros: Sequence[DocumentoSeguimiento],
    rangos: Rangos,
    planes: Sequence[DocumentoPlan] = (),
) -> Filas:
    """Agrega lo que se deduce de las fuentes y comprueba cada fila final contra su clase.

    Donde hay un libro oficial (`libros`), lo calculado del mismo corte saldrá de él. De los
    `planes` se agrega su fuente.
    """
    productos = filas["politica_productos"]
    avances = derivar.avances(filas["politica_avances"], productos, rangos)
    seguimiento = de_porcentajes.seguimiento(productos, avances)
    completas = {
        **filas,
        **{tabla.tabla: [] for tabla in (*TABLAS_DE_SEGUIMIENTO, *TABLAS_DE_PLAN)},
        "fuentes": [
            *(d.fila() for d in documentos),
            *(d.fila() for d in libros),
            *(d.fila() for d in planes),
        ],
        "ipt_priorizados": derivar.priorizados(filas["ipt_priorizados"], filas["clusteres"]),
        "eat_actividades": derivar.actividades(filas["eat_actividades"], filas["eat_fases"]),
        "centros_atenciones": derivar.atenciones(
            filas["centros_atenciones"], filas["centros_integrate"]
        ),
        "politica_avances": avances,
        "politica_cortes": derivar.cortes(filas["politica_cortes"], productos, avances),
        "politica_objetivos": derivar.objetivos(filas["politica_objetivos"], productos, avances),
        "politica_seguimiento": seguimiento,
        "politica_resultados": de_porcentajes.resultados(seguimiento),
    }
    completas["ipt_supuestos"] = supuestos.filas(filas["ipt_indicadores"])
    completas |= _calcular_ipt(filas)
    completas["conciliaciones"] = conciliar(completas, POR_DOCUMENTO)
    completas |= _sin_lo_que_recalcula(completas, libros)
    return {t.tabla: comprobar(t, completas[t.tabla]) for t in TABLAS}


def _sin_lo_que_recalcula(filas: Filas, libros: Sequence[DocumentoSeguimiento]) -> Filas:
    """Sin las filas calculadas con los porcentajes publicados de un corte que tiene libro."""
    con_libro = {(libro.politica_codigo, libro.ficha.corte_fecha) for libro in libros}
    return {
        tabla: [
            fila
            for fila in filas[tabla]
            if fila.get("nivel") == publicado
            or (fila["politica_codigo"], fila["corte_fecha"]) not in con_libro
        ]
        for tabla, publicado in RECALCULADAS.items()
    }


def _calcular_ipt(filas: Filas) -> Filas:
    """Las tablas del índice; vacías si nadie ha cargado valores."""
    if not filas["ipt_valores"]:
        return {tabla: [] for tabla in TABLAS_CALCULADAS}
    # Las librerías del análisis tardan más en cargar que todo lo demás: solo si hay qué analizar.
    from tablero.calculo.ipt.motor import calcular as calcular_ipt  # noqa: PLC0415

    return calcular_ipt(filas["ipt_valores"], filas["ipt_direcciones"], filas["ipt_indicadores"])
