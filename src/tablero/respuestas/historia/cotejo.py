"""Dos cortes de una política, cotejados: lo que cambió y lo que le hizo al avance, en respuestas.

Los productos de cada corte se arman otra vez con las filas del tablero y los compara el motor. Se
hace una sola vez por archivo construido y pareja de cortes.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from math import fsum

import pandas as pd

from tablero.calculo.plan.ajustes import explicar as explicar_cambio
from tablero.calculo.seguimiento.desde_filas import indicador
from tablero.calculo.seguimiento.historia.comparar import comparar
from tablero.calculo.seguimiento.historia.efectos import CAUSAS, Causa, Efecto, efectos
from tablero.calculo.seguimiento.historia.en_corte import EnCorte
from tablero.calculo.seguimiento.tiempo import periodo_de
from tablero.consultas import historia, producto
from tablero.consultas import politica as consultas_politica
from tablero.consultas.base import Preguntas, Resultado
from tablero.filas import Fila
from tablero.modelo.fuera import Fuera
from tablero.respuestas.historia import actos
from tablero.respuestas.historia import filas as filas_de

SIN_LIBRO: tuple[Causa, ...] = (
    *("sale", "entra", "queda sin dato", "vuelve a tener dato"),
    *("ponderación", "avance"),
)
"""Las causas que se distinguen cuando algún corte solo trae porcentajes."""
CON_LIBROS: tuple[Causa, ...] = tuple(c for c in CAUSAS if c != "avance")
DE_SIN_DATO: tuple[Causa, ...] = ("queda sin dato", "vuelve a tener dato")


@dataclass(frozen=True)
class Lado:
    """Uno de los dos cortes."""

    corte: date
    tiene_libro: bool
    avance_pct: float
    """El calculado: la suma de lo que aportan sus productos."""
    fuera: Fuera
    """Lo que no entra en esa suma."""


@dataclass(frozen=True)
class Cotejo:
    """Lo que cambió de un corte a otro posterior."""

    antes: Lado
    despues: Lado
    causas: Resultado
    """Una fila por causa que se distingue, en el orden en que se miran."""
    por_producto: Resultado
    """Una fila por producto y causa; primero los que más movieron el avance."""
    movimientos: Resultado
    """Los que entran y los que salen, por qué, y lo que pesan."""
    transiciones: Resultado
    """Los pasos de un estado a otro, cuántos productos los dieron y cuáles."""
    cambios: Resultado
    """Los datos que el segundo corte trae distintos."""


def cotejar(preguntar: Preguntas, politica: str, antes: date, despues: date) -> Cotejo:
    """El cotejo de dos cortes; `ValueError` si `antes` es posterior a `despues`."""
    cortes = (antes, despues)
    respuestas = [preguntar(historia.productos, politica=politica, corte=c) for c in cortes]
    uno, otro = (_en_corte(preguntar, politica, r) for r in respuestas)
    comparacion = comparar(uno, otro, periodo_de(antes), periodo_de(despues))
    hallados = efectos(uno, otro, periodo_de(antes))
    fichas = {f["producto_codigo"]: f for r in respuestas for f in r.filas}
    lado_antes, lado_despues = (
        Lado(
            corte,
            _tiene_libro(productos),
            fsum(p.aporte.avance_pp for p in productos),
            Fuera.de_fila(preguntar(consultas_politica.corte, politica=politica, corte=corte).fila),
        )
        for corte, productos in zip(cortes, (uno, otro), strict=True)
    )
    con_libros = lado_antes.tiene_libro and lado_despues.tiene_libro
    vistas = _causas(hallados, CON_LIBROS if con_libros else SIN_LIBRO)
    explicar = partial(explicar_cambio, actos.registro(preguntar, politica), hasta=despues)

    def responder(cuadro: str, filas: Sequence[Fila]) -> Resultado:
        datos = pd.DataFrame(filas, columns=list(filas_de.COLUMNAS[cuadro])).assign(
            antes_productos_sin_dato=lado_antes.fuera.productos,
            antes_peso_sin_dato_pct=lado_antes.fuera.peso_pct,
            despues_productos_sin_dato=lado_despues.fuera.productos,
            despues_peso_sin_dato_pct=lado_despues.fuera.peso_pct,
        )
        return _responder(cuadro, datos, politica, respuestas)

    return Cotejo(
        lado_antes,
        lado_despues,
        causas=responder("causas", filas_de.por_causa(hallados, vistas)),
        por_producto=responder("por_producto", filas_de.por_producto(hallados, fichas)),
        movimientos=responder(
            "movimientos", filas_de.movimientos(comparacion, hallados, fichas, explicar)
        ),
        transiciones=responder("transiciones", filas_de.transiciones(comparacion)),
        cambios=responder("cambios", filas_de.cambios(comparacion, fichas, explicar)),
    )


def _en_corte(preguntar: Preguntas, politica: str, respuesta: Resultado) -> list[EnCorte]:
    """Los productos de un corte, con su indicador si viene de un libro."""
    filas = respuesta.filas
    metas: Mapping[str, list[Fila]] = {}
    reportes: Mapping[str, list[Fila]] = {}
    if filas and filas[0]["nivel"] == "calculado":
        corte = filas[0]["corte_fecha"]
        metas, reportes = (
            _agrupar(preguntar(consulta, politica=politica, corte=corte, codigo=None))
            for consulta in (producto.metas, producto.reportes)
        )
    return [
        EnCorte(
            codigo=fila["producto_codigo"],
            nombre=fila["producto_nombre"] or "",
            semaforo=fila["semaforo"],
            ponderacion_pct=fila["ponderacion_pct"],
            anualizacion_tipo=fila["anualizacion_tipo"],
            paa_pct=fila["paa_pct"],
            trayectoria_pct=fila["trayectoria_pct"],
            fuera=fila["fuera_causa"],
            indicador=(
                indicador(
                    fila,
                    metas.get(fila["producto_codigo"], ()),
                    reportes.get(fila["producto_codigo"], ()),
                )
                if fila["nivel"] == "calculado"
                else None
            ),
        )
        for fila in filas
    ]


def _causas(hallados: Sequence[Efecto], causas: Sequence[Causa]) -> list[Causa]:
    """Las que se distinguen; las de quedar sin dato, solo si alguna movió algo."""
    con_efecto = {e.causa for e in hallados}
    return [c for c in causas if c not in DE_SIN_DATO or c in con_efecto]


def _responder(
    cuadro: str, datos: pd.DataFrame, politica: str, respuestas: Sequence[Resultado]
) -> Resultado:
    """Los datos como una respuesta que cita las fuentes de los dos cortes."""
    antes, despues = (dict(r.parametros)["corte"] for r in respuestas)
    return Resultado.derivar(
        datos.assign(politica_codigo=politica, antes_fecha=antes, corte_fecha=despues),
        de=respuestas,
        nivel="calculado",
        pregunta=f"historia/{cuadro}",
        parametros=[("antes", antes), ("corte", despues)],
    )


def _tiene_libro(productos: Sequence[EnCorte]) -> bool:
    return any(p.indicador is not None for p in productos)


def _agrupar(respuesta: Resultado) -> dict[str, list[Fila]]:
    """Las filas de cada producto."""
    grupos: defaultdict[str, list[Fila]] = defaultdict(list)
    for fila in respuesta.filas:
        grupos[fila["producto_codigo"]].append(fila)
    return grupos
