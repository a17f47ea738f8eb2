"""La hoja «Plan de acción», como celdas: lo que escribiría la SDP con datos inventados."""

from dataclasses import dataclass, field
from typing import NamedTuple

from tablero.modelo.celda import Celda
from tablero.modelo.fuentes import TITULO_SIMULADO
from tablero.simulacion.plan.mundo import ObjetivoInventado, PlanInventado
from tablero.simulacion.seguimiento.datos import IndicadorInventado

HOJA = "Plan de acción"
FILA_POLITICA, FILA_GRUPOS, FILA_TITULOS, FILA_BAJOS, FILA_DATOS = 3, 8, 9, 10, 11
"""Desde 0: los encabezados están en las filas 9 a 11 de la hoja."""
TITULO = f"{TITULO_SIMULADO}plan de acción inventado"
VIGENCIA = "Vigente/No Vigente"
LINEA_BASE, TIEMPO = "Línea base", "Tiempo de ejecución"
RESPONSABLES, CORRESPONSABLES = (
    "Responsables de la ejecución",
    "Corresponsables de la ejecución",
)
DEPENDENCIA = "Dirección/Subdirección/Grupo/Unidad"


class EnPorcentaje(float):
    """Una fracción que se escribe con formato de porcentaje: 0,05 se ve «5,00%»."""


class ColumnaInventada(NamedTuple):
    """Un encabezado: el de arriba, el del medio y, si lo hay, el de abajo."""

    grupo: str
    titulo: str
    bajo: str = ""


@dataclass
class HojaInventada:
    """Las celdas desde A1 y las combinadas: fila, columna, última fila y última columna."""

    celdas: list[list[Celda]]
    combinadas: list[tuple[int, int, int, int]] = field(default_factory=list)


def columnas(anios: tuple[int, ...]) -> list[ColumnaInventada]:
    """Los encabezados, en su orden."""
    de_resultado, de_producto = "Indicadores de resultado", "Indicadores de producto"
    return [
        ColumnaInventada("Objetivos", "Objetivo específico"),
        ColumnaInventada("Objetivos", "Importancia relativa  del objetivo específico (%)"),
        ColumnaInventada(de_resultado, "Resultado esperado"),
        ColumnaInventada(de_resultado, "Nombre del indicador de resultado"),
        ColumnaInventada(de_resultado, VIGENCIA),
        ColumnaInventada(de_resultado, "Importancia relativa  del resultado (%)"),
        ColumnaInventada(de_resultado, "Fórmula del indicador de resultado"),
        ColumnaInventada(de_resultado, "Sector Responsable"),
        ColumnaInventada(de_resultado, "Entidad Responsable"),
        ColumnaInventada(de_resultado, "ODS"),
        ColumnaInventada(de_resultado, "Meta  ODS"),
        *_comunes(de_resultado),
        *(ColumnaInventada(de_resultado, "Metas de resultado", f"Meta {a}") for a in anios),
        ColumnaInventada(de_resultado, "Meta de resultado Final"),
        ColumnaInventada(de_producto, "Producto esperado"),
        ColumnaInventada(de_producto, "Nombre indicador de producto"),
        ColumnaInventada(de_producto, VIGENCIA),
        ColumnaInventada(de_producto, "Importancia relativa  del producto (%)"),
        ColumnaInventada(de_producto, "Fórmula del indicador de producto"),
        ColumnaInventada(de_producto, "Objetivo PDD"),
        ColumnaInventada(de_producto, "Meta PDD"),
        ColumnaInventada(de_producto, "Enfoque"),
        *_comunes(de_producto),
        *(ColumnaInventada(de_producto, "Metas de producto", f"Meta {a}") for a in anios),
        ColumnaInventada(de_producto, "Meta de producto Final"),
        *(ColumnaInventada(RESPONSABLES, t) for t in ("Sector", "Entidad", DEPENDENCIA)),
        *(ColumnaInventada(CORRESPONSABLES, t) for t in ("Sector", "Entidad", DEPENDENCIA)),
    ]


def armar(plan: PlanInventado) -> HojaInventada:
    """La hoja de un plan: cada producto con lo de su resultado y su objetivo, repetido."""
    titulos = columnas(plan.anios)
    celdas: list[list[Celda]] = [[None] * len(titulos) for _ in range(FILA_DATOS)]
    celdas[0][0] = TITULO
    celdas[FILA_POLITICA][0:2] = ["Política:", f"Política Pública: {plan.politica_nombre}"]
    objetivos = {o.numero: o for o in plan.objetivos}
    for resultado in plan.resultados:
        propios = [p for p in plan.productos if p.codigo.rpartition(".")[0] == resultado.codigo]
        objetivo = objetivos[int(resultado.codigo.partition(".")[0])]
        for producto in propios:
            celdas.append(
                [
                    *_de_resultado(objetivo, resultado, plan.anios),
                    *_de_producto(producto, plan.anios),
                ]
            )
    return HojaInventada(celdas, _encabezar(celdas, titulos))


def numero(celda: Celda) -> float:
    """El número de una celda que lo lleva; `TypeError` si no."""
    if not isinstance(celda, int | float):
        raise TypeError(f"{celda!r} no es un número")
    return celda


def lugar(anios: tuple[int, ...], titulo: str, *, de_producto: bool = False) -> int:
    """La columna de un encabezado; con `de_producto`, desde «Producto esperado»."""
    todas = [c.bajo or c.titulo for c in columnas(anios)]
    desde = todas.index("Producto esperado") if de_producto else 0
    return todas.index(titulo, desde)


def _comunes(grupo: str) -> list[ColumnaInventada]:
    return [
        ColumnaInventada(grupo, "Tipo de anualización"),
        ColumnaInventada(grupo, "Periodicidad"),
        *(ColumnaInventada(grupo, LINEA_BASE, t) for t in ("Valor", "Año", "Fuente")),
        *(ColumnaInventada(grupo, TIEMPO, t) for t in ("Fecha de inicio", "Fecha de finalización")),
    ]


def _encabezar(
    celdas: list[list[Celda]], titulos: list[ColumnaInventada]
) -> list[tuple[int, int, int, int]]:
    """Escribe los encabezados y dice qué celdas van combinadas."""
    for fila, textos in (
        (FILA_GRUPOS, [c.grupo for c in titulos]),
        (FILA_TITULOS, [c.titulo if c.bajo else "" for c in titulos]),
    ):
        anterior = ""
        for i, texto in enumerate(textos):
            if texto and texto != anterior:
                celdas[fila][i] = texto
            anterior = texto
    combinadas: list[tuple[int, int, int, int]] = []
    for i, columna in enumerate(titulos):
        if columna.bajo:
            celdas[FILA_BAJOS][i] = columna.bajo
        else:
            celdas[FILA_TITULOS][i] = columna.titulo
            combinadas.append((FILA_TITULOS, i, FILA_BAJOS, i))
    for fila in (FILA_GRUPOS, FILA_TITULOS):
        textos = [c.grupo if fila == FILA_GRUPOS else c.titulo * bool(c.bajo) for c in titulos]
        desde = 0
        for i in range(1, len(textos) + 1):
            if i == len(textos) or textos[i] != textos[desde]:
                if textos[desde] and i - desde > 1:
                    combinadas.append((fila, desde, fila, i - 1))
                desde = i
    return combinadas


def _de_resultado(
    objetivo: ObjetivoInventado, dato: IndicadorInventado, anios: tuple[int, ...]
) -> list[Celda]:
    return [
        f"{objetivo.numero}. {objetivo.nombre}",
        EnPorcentaje(objetivo.ponderacion),
        f"{dato.codigo}. {dato.nombre}",
        dato.indicador_nombre,
        dato.estado,
        EnPorcentaje(dato.ponderacion or 0.0),
        f"Conteo de {dato.indicador_nombre.lower()}",
        dato.sector,
        dato.entidad,
        "10",
        "10.7",
        *_ficha(dato),
        *(dato.metas.get(a) for a in anios),
        dato.meta_final,
    ]


def _de_producto(dato: IndicadorInventado, anios: tuple[int, ...]) -> list[Celda]:
    return [
        f"{dato.codigo}. {dato.nombre}",
        dato.indicador_nombre,
        dato.estado,
        EnPorcentaje(dato.ponderacion or 0.0),
        f"Conteo de {dato.indicador_nombre.lower()}",
        "Objetivo simulado del PDD",
        "Meta simulada del PDD",
        "Enfoque simulado",
        *_ficha(dato),
        *(dato.metas.get(a) for a in anios),
        dato.meta_final,
        dato.sector,
        dato.entidad,
        f"Dirección simulada de {dato.entidad.rpartition(' ')[2]}",
        None,
        None,
        None,
    ]


def _ficha(dato: IndicadorInventado) -> list[Celda]:
    """Tipo, periodicidad, línea base y fechas."""
    con_base = dato.linea_base != "N/A"
    return [
        dato.anualizacion_tipo,
        dato.periodicidad,
        dato.linea_base,
        2022 if con_base else "N/A",
        "Registro simulado" if con_base else "N/A",
        dato.inicio,
        dato.fin,
    ]
