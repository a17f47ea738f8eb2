"""Ponderaciones que no suman y códigos repetidos: lo que se ve mirando todas las filas."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import fsum

from tablero.calculo.seguimiento.hallazgos.hallazgo import Hallazgo, de_indicador
from tablero.calculo.seguimiento.indicador import Indicador
from tablero.calculo.seguimiento.motor import legible
from tablero.calculo.seguimiento.por_codigo import sin_repetidos
from tablero.formato import enumerar, numero, porcentaje

TOTAL = 100.0
TOLERANCIA = 0.5
"""En puntos porcentuales."""
NO_SUMAN = "pesos_no_suman"
HASTA_CIEN = "Corrija las ponderaciones hasta que sumen 100 %: no se reescalan."
COMO_FRACCION = "Escriba la ponderación como fracción: 0,05 es 5 %."


def pesos_que_no_suman(indicadores: Sequence[Indicador]) -> Iterator[Hallazgo]:
    """Los productos vigentes suman 100 %; los de un resultado, su peso; los resultados, 100 %.

    De un código doble solo cuenta su primera fila.
    """
    unicos = sin_repetidos(indicadores)
    productos = [i for i in unicos if i.clase == "producto"]
    vigentes = [i for i in productos if i.estado != "No vigente"]
    if not vigentes:
        return
    suma = _sumar(vigentes)
    if abs(suma - TOTAL) > TOLERANCIA:
        con_todos = _sumar(productos)
        aclaracion, que_hacer = "", HASTA_CIEN
        if abs(con_todos - TOTAL) <= TOLERANCIA:
            aclaracion = f" Con los no vigentes suman {porcentaje(con_todos)}."
        elif abs(suma / TOTAL - TOTAL) <= TOLERANCIA:
            aclaracion = f" Es {numero(TOTAL)} veces lo esperado: la escala parece equivocada."
            que_hacer = "Escriba todas las ponderaciones como fracción: 0,05 es 5 %."
        yield Hallazgo(
            "error",
            NO_SUMAN,
            "",
            f"las ponderaciones de los productos vigentes suman {porcentaje(suma)} y deben sumar "
            f"{porcentaje(TOTAL, 0)}.{aclaracion}",
            que_hacer,
        )
    resultados = [i for i in unicos if i.clase == "resultado" and i.estado != "No vigente"]
    yield from _resultados(resultados, vigentes)
    yield from _total_de_resultados(resultados, vigentes)


def _resultados(
    resultados: Sequence[Indicador], vigentes: Sequence[Indicador]
) -> Iterator[Hallazgo]:
    por_resultado: defaultdict[str, list[Indicador]] = defaultdict(list)
    for producto in vigentes:
        por_resultado[producto.resultado].append(producto)
    for indicador in resultados:
        peso = legible(indicador.ponderacion_pct)
        hijos = por_resultado.get(indicador.codigo, [])
        if peso is not None and hijos and abs(_sumar(hijos) - peso) > TOLERANCIA:
            yield de_indicador(
                indicador,
                ("ponderacion",),
                "advertencia",
                NO_SUMAN,
                f"pesa {porcentaje(peso)} y sus productos vigentes suman "
                f"{porcentaje(_sumar(hijos))}.",
                "Corrija su ponderación o las de sus productos: deben sumar lo mismo.",
            )


def _total_de_resultados(
    resultados: Sequence[Indicador], vigentes: Sequence[Indicador]
) -> Iterator[Hallazgo]:
    """Solo si están todos y todos tienen peso: de un libro que no los trae no se dice nada."""
    con_peso = {i.codigo for i in resultados if legible(i.ponderacion_pct) is not None}
    if len(con_peso) < len(resultados) or not {p.resultado for p in vigentes} <= con_peso:
        return
    suma = _sumar(resultados)
    if abs(suma - TOTAL) > TOLERANCIA:
        yield Hallazgo(
            "advertencia",
            NO_SUMAN,
            "",
            f"las ponderaciones de los resultados vigentes suman {porcentaje(suma)} y deben sumar "
            f"{porcentaje(TOTAL, 0)}.",
            HASTA_CIEN,
        )


def sin_peso(indicador: Indicador) -> Iterator[Hallazgo]:
    """Un producto vigente sin ponderación, o con una que ningún producto puede tener."""
    if indicador.clase != "producto" or indicador.estado == "No vigente":
        return
    peso = indicador.ponderacion_pct
    if peso is None:
        mensaje = "no tiene ponderación: no suma en la política."
    elif not 0 <= peso <= TOTAL and legible(peso) is not None:
        mensaje = f"su ponderación es {porcentaje(peso)}, y va de 0 a 100 %."
    else:
        return
    yield de_indicador(indicador, ("ponderacion",), "error", "ponderacion", mensaje, COMO_FRACCION)


def codigos_dobles(indicadores: Sequence[Indicador]) -> Iterator[Hallazgo]:
    """El mismo código en más de una fila: en todas menos en la primera, que es la que cuenta."""
    por_codigo: defaultdict[str, list[Indicador]] = defaultdict(list)
    for indicador in indicadores:
        por_codigo[indicador.codigo].append(indicador)
    for codigo, repetidos in por_codigo.items():
        for indicador in repetidos[1:]:
            otras = [
                i.lugares.get(("codigo",), "otra fila") for i in repetidos if i is not indicador
            ]
            yield de_indicador(
                indicador,
                ("codigo",),
                "error",
                "codigo_doble",
                f"el código {codigo} también está en {enumerar(otras)}.",
                "Deje una sola fila por indicador en cada hoja: mientras haya más, esta no se "
                "cuenta.",
            )


def _sumar(indicadores: Sequence[Indicador]) -> float:
    return fsum(legible(i.ponderacion_pct) or 0.0 for i in indicadores)
