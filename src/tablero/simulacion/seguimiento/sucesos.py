"""Lo que cambia de un libro al siguiente: lo previsto, lo que se corrige y lo que llega tarde.

Cada suceso tiene su trimestre y vale en todos los libros desde él: así dos libros seguidos se
pueden comparar, y el que falta no cambia lo que dicen los demás.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from tablero.simulacion.seguimiento.datos import IndicadorInventado, al_corte
from tablero.simulacion.seguimiento.formulas import MESES, Periodo, Plan, programado
from tablero.simulacion.seguimiento.historia import Inventado

ULTIMO = (2025, 4)
"""Hasta dónde llega la historia."""
PRIMERO_CON_SUCESOS = (2025, 1)
MINIMO = 8
"""Con menos productos no hay a quién le pase cada cosa."""
CEDIDAS, CORRECCION, REPROGRAMADA = 25, 0.9, 0.8
TARDIO, SIN_TEXTO, REDONDEADO, TOPADO, SIN_PRORRATEAR = (17, 3), (11, 4), (13, 5), (13, 9), (29, 7)
"""Le pasa a los productos cuyo lugar, dividido por el primero, deja el segundo."""
ACLARACION = "La entidad completó este texto después de revisar las listas de asistencia."

Dato = TypeVar("Dato")
Productos = list[Inventado]
Suceso = Callable[[Productos, Inventado], Productos]


def libro(
    productos: Sequence[Inventado],
    de_resultado: Sequence[Inventado],
    entrante: Inventado,
    anios: tuple[int, ...],
    corte: Periodo,
) -> list[IndicadorInventado]:
    """Las filas del libro de ese corte: cada resultado y, debajo, sus productos.

    `entrante` es el producto que entra a la política cuando otro sale.
    """
    ahora = list(productos)
    if len(ahora) >= MINIMO:
        for desde, suceso in SUCESOS:
            if corte >= desde:
                ahora = suceso(ahora, entrante)
    filas = []
    for resultado in de_resultado:
        propios = [p for p in ahora if p.resultado == resultado.codigo]
        peso = sum(p.peso for p in propios if p.vigente)
        filas.append(al_corte(replace(resultado, peso=peso), anios, corte))
        filas += [_fila(p, ahora.index(p), anios, corte) for p in propios]
    return filas


def _fila(
    producto: Inventado, lugar: int, anios: tuple[int, ...], corte: Periodo
) -> IndicadorInventado:
    """Un producto en el corte, con lo que su entidad no mandó a tiempo o calculó a su manera."""
    if corte >= PRIMERO_CON_SUCESOS:
        if _toca(lugar, TARDIO):
            producto = replace(producto, reportes=_sin(producto.reportes, corte))
        if _toca(lugar, TARDIO) or _toca(lugar, SIN_TEXTO):
            producto = replace(producto, relatos=_sin(producto.relatos, corte))
    fila = al_corte(producto, anios, corte)
    anio = corte[0]
    if anio not in fila.pahv or anio not in fila.pav:
        return fila
    if _toca(lugar, REDONDEADO):
        fila = replace(fila, pav={**fila.pav, anio: round(fila.pav[anio], 2)})
    if _toca(lugar, TOPADO):
        fila = replace(fila, pahv={**fila.pahv, anio: min(fila.pahv[anio], 1.0)})
    if _toca(lugar, SIN_PRORRATEAR):
        fila = replace(fila, pahv={**fila.pahv, anio: _sin_prorratear(producto.plan, fila, anio)})
    return fila


def _sin_prorratear(plan: Plan, fila: IndicadorInventado, anio: int) -> float:
    """El PAHV contra la meta de todo el año."""
    _, meta = programado(plan, anio, MESES)
    if meta is None or meta == plan.linea_base:
        return fila.pahv[anio]
    return (fila.acumulados[anio] - plan.linea_base) / (meta - plan.linea_base)


def _toca(lugar: int, cuales: tuple[int, int]) -> bool:
    cada, cual = cuales
    return lugar % cada == cual


def _sin(por_periodo: Mapping[Periodo, Dato], corte: Periodo) -> dict[Periodo, Dato]:
    return {periodo: valor for periodo, valor in por_periodo.items() if periodo != corte}


def _cambia_la_ponderacion(productos: Productos, _: Inventado) -> Productos:
    """El que más pesa le cede un cuarto de punto al que menos: siguen sumando 100 %.

    No se cuenta el último, que es el que sale.
    """
    cede = max(productos[:-1], key=lambda p: p.peso)
    recibe = min(productos[:-1], key=lambda p: p.peso)
    return _cambiar(
        productos,
        replace(cede, peso=cede.peso - CEDIDAS),
        replace(recibe, peso=recibe.peso + CEDIDAS),
    )


def _uno_sale_y_otro_entra(productos: Productos, entrante: Inventado) -> Productos:
    """El último deja de estar vigente y el que entra toma su ponderación."""
    sale = productos[-1]
    cambiados = _cambiar(productos, replace(sale, vigente=False))
    return [*cambiados, replace(entrante, peso=sale.peso)]


def _se_completa_un_texto(productos: Productos, _: Inventado) -> Productos:
    """El último texto del año anterior, que ya estaba publicado."""
    viejo = (PRIMERO_CON_SUCESOS[0] - 1, 4)
    elegido = next((p for p in productos[1:] if viejo in p.relatos), productos[0])
    if viejo not in elegido.relatos:
        return productos
    avance, enfoques = elegido.relatos[viejo]
    textos = {**elegido.relatos, viejo: (f"{avance} {ACLARACION}", enfoques)}
    return _cambiar(productos, replace(elegido, relatos=textos))


def _se_reescribe_un_periodo(productos: Productos, _: Inventado) -> Productos:
    """El reporte de un trimestre ya cerrado baja."""
    cerrado = PRIMERO_CON_SUCESOS
    elegido = next((p for p in productos[1:] if cerrado in p.reportes and p.vigente), productos[0])
    if cerrado not in elegido.reportes:
        return productos
    corregido = round(elegido.reportes[cerrado] * CORRECCION, 2)
    return _cambiar(productos, replace(elegido, reportes={**elegido.reportes, cerrado: corregido}))


def _se_reprograma_una_meta(productos: Productos, _: Inventado) -> Productos:
    """Parte de la meta de un año por venir pasa al siguiente; la final no cambia."""
    proximo = ULTIMO[0] + 1
    elegido = next(
        (
            p
            for p in productos[1:]
            if p.plan.tipo == "Suma" and {proximo, proximo + 1} <= p.plan.metas.keys()
        ),
        None,
    )
    if elegido is None:
        return productos
    metas = dict(elegido.plan.metas)
    queda = float(round(metas[proximo] * REPROGRAMADA))
    metas |= {proximo: queda, proximo + 1: metas[proximo + 1] + metas[proximo] - queda}
    return _cambiar(productos, replace(elegido, plan=elegido.plan._replace(metas=metas)))


def _cambiar(productos: Productos, *cambiados: Inventado) -> Productos:
    por_codigo = {p.codigo: p for p in cambiados}
    return [por_codigo.get(p.codigo, p) for p in productos]


SUCESOS: tuple[tuple[Periodo, Suceso], ...] = (
    ((2025, 2), _cambia_la_ponderacion),
    ((2025, 2), _uno_sale_y_otro_entra),
    ((2025, 2), _se_completa_un_texto),
    ((2025, 3), _se_reescribe_un_periodo),
    ((2025, 4), _se_reprograma_una_meta),
)
"""Desde qué trimestre vale cada uno."""
