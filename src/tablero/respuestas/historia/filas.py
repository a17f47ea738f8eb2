"""Las filas de cada cuadro de un cotejo: causas, productos, movimientos, pasos y cambios."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from math import fsum
from typing import Literal

from tablero.calculo.plan.ajustes import Dato, dato_de
from tablero.calculo.seguimiento.historia.comparar import Comparacion, Movimiento
from tablero.calculo.seguimiento.historia.efectos import Causa, Efecto
from tablero.calculo.seguimiento.niveles import orden_de_codigo
from tablero.filas import Fila

COLUMNAS: Mapping[str, Sequence[str]] = {
    "causas": ("causa", "productos", "efecto_pp"),
    "por_producto": (
        *("producto_codigo", "producto_nombre", "causa", "efecto_pp"),
        "efecto_total_pp",
    ),
    "movimientos": (
        *("movimiento", "razon", "producto_codigo", "producto_nombre", "entidad"),
        *("ponderacion_pct", "efecto_pp", "acto"),
    ),
    "transiciones": ("semaforo_antes", "semaforo_despues", "productos", "codigos"),
    "cambios": ("producto_codigo", "producto_nombre", "clase", "dato", "antes", "despues", "acto"),
}
"""Las de cada cuadro, aunque no tenga filas."""


def por_causa(hallados: Sequence[Efecto], causas: Sequence[Causa]) -> list[Fila]:
    """Una fila por causa que se distingue: cuántos productos y cuántos puntos."""
    return [
        {
            "causa": causa,
            "productos": sum(e.causa == causa for e in hallados),
            "efecto_pp": fsum(e.puntos for e in hallados if e.causa == causa),
        }
        for causa in causas
    ]


def por_producto(hallados: Sequence[Efecto], fichas: Mapping[str, Fila]) -> list[Fila]:
    """Una fila por producto y causa; primero los productos que más movieron el avance."""
    totales = _totales(hallados)
    filas = [
        {
            "producto_codigo": e.producto_codigo,
            "producto_nombre": fichas[e.producto_codigo]["producto_nombre"],
            "causa": e.causa,
            "efecto_pp": e.puntos,
            "efecto_total_pp": totales[e.producto_codigo],
        }
        for e in hallados
    ]
    return sorted(
        filas,
        key=lambda f: (-abs(f["efecto_total_pp"]), orden_de_codigo(f["producto_codigo"])),
    )


def movimientos(
    comparacion: Comparacion,
    hallados: Sequence[Efecto],
    fichas: Mapping[str, Fila],
    explicar: Callable[..., str],
) -> list[Fila]:
    """Los que entran y los que salen, con la razón y el acto que lo dice."""
    totales = _totales(hallados)

    def fila(palabra: Literal["entra", "sale"], movimiento: Movimiento) -> Fila:
        ficha = fichas[movimiento.producto_codigo]
        return {
            "movimiento": palabra,
            "razon": movimiento.razon,
            "efecto_pp": totales.get(movimiento.producto_codigo, 0.0),
            "acto": explicar(movimiento.producto_codigo, Dato(palabra), None),
            **{c: ficha[c] for c in ("producto_codigo", "producto_nombre")},
            **{c: ficha[c] for c in ("entidad", "ponderacion_pct")},
        }

    return [
        *(fila("entra", m) for m in comparacion.entran),
        *(fila("sale", m) for m in comparacion.salen),
    ]


def transiciones(comparacion: Comparacion) -> list[Fila]:
    """Una fila por paso de un estado a otro, con los productos que lo dieron."""
    return [
        {
            "semaforo_antes": paso.antes,
            "semaforo_despues": paso.despues,
            "productos": paso.productos,
            "codigos": ", ".join(paso.codigos),
        }
        for paso in comparacion.transiciones
    ]


def cambios(
    comparacion: Comparacion, fichas: Mapping[str, Fila], explicar: Callable[..., str]
) -> list[Fila]:
    """Los datos que el segundo corte trae distintos, con el acto que lo dice."""
    return [
        {
            "producto_codigo": cambio.producto_codigo,
            "producto_nombre": fichas[cambio.producto_codigo]["producto_nombre"],
            "clase": cambio.clase,
            "dato": cambio.dato,
            "antes": cambio.antes,
            "despues": cambio.despues,
            "acto": explicar(cambio.producto_codigo, dato_de(cambio.clave), cambio.despues),
        }
        for cambio in comparacion.cambios
    ]


def _totales(hallados: Sequence[Efecto]) -> dict[str, float]:
    puntos: defaultdict[str, list[float]] = defaultdict(list)
    for efecto in hallados:
        puntos[efecto.producto_codigo].append(efecto.puntos)
    return {codigo: fsum(suyos) for codigo, suyos in puntos.items()}
