"""Ponderaciones que no suman y códigos repetidos: lo que se ve mirando todas las filas."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import fsum

from tablero.calculo.seguimiento.hallazgos.hallazgo import Hallazgo, de_indicador
from tablero.calculo.seguimiento.indicador import Indicador
from tablero.calculo.seguimiento.motor import legible
from tablero.calculo.seguimiento.por_codigo import sin_repetidos
from tablero.formato import contar, enumerar, numero, porcentaje
from tablero.modelo.reglas import Regla

TOTAL = 100.0
TOLERANCIA = 0.5
"""En puntos porcentuales."""
NO_SUMAN = Regla.PESOS_NO_SUMAN
POR_LEER = Regla.PESOS_POR_LEER
MUESTRA = 5
LEER_PRIMERO = "Corrija lo que no se lee o falta: las demás pueden estar bien."
HASTA_CIEN = "Corrija las ponderaciones hasta que sumen 100 %: no se reescalan."
COMO_FRACCION = "Escriba la ponderación como fracción: 0,05 es 5 %."


def pesos_que_no_suman(
    indicadores: Sequence[Indicador], filas_sin_codigo: int = 0
) -> Iterator[Hallazgo]:
    """Los productos vigentes suman 100 %; los de un resultado, su peso; los resultados, 100 %.

    De un código doble solo cuenta su primera fila. A una suma a la que le falta algo que no se lee
    (un peso, un estado, el código de una fila) no se le reprocha lo que le falta.
    """
    unicos = sin_repetidos(indicadores)
    productos = [i for i in unicos if i.clase == "producto"]
    vigentes = [i for i in productos if i.estado != "No vigente"]
    if not vigentes:
        return
    suma = _sumar(vigentes)
    if abs(suma - TOTAL) > TOLERANCIA:
        faltan = _por_leer(vigentes, filas_sin_codigo)
        if faltan and _sumar(_ciertos(vigentes)) <= TOTAL + TOLERANCIA:
            yield _no_se_sabe(faltan, vigentes)
        else:
            yield _no_suman(suma, productos)
    resultados = [i for i in unicos if i.clase == "resultado" and i.estado != "No vigente"]
    if not filas_sin_codigo:
        yield from _resultados(resultados, vigentes)
    yield from _total_de_resultados(resultados, vigentes)


def se_sabe_que_no_dan(indicadores: Sequence[Indicador], peso: float) -> bool:
    """Si sus ponderaciones no suman ese peso, se lea como se lea lo que no se lee."""
    ciertos = _ciertos(indicadores)
    diferencia = _sumar(ciertos) - peso
    return diferencia > TOLERANCIA or (
        len(ciertos) == len(indicadores) and abs(diferencia) > TOLERANCIA
    )


def _no_suman(suma: float, productos: Sequence[Indicador]) -> Hallazgo:
    con_todos = _sumar(productos)
    aclaracion, que_hacer = "", HASTA_CIEN
    if abs(con_todos - TOTAL) <= TOLERANCIA:
        aclaracion = f" Con los no vigentes suman {porcentaje(con_todos)}."
    elif abs(suma / TOTAL - TOTAL) <= TOLERANCIA:
        aclaracion = f" Es {numero(TOTAL)} veces lo esperado: la escala parece equivocada."
        que_hacer = "Escriba todas las ponderaciones como fracción: 0,05 es 5 %."
    return Hallazgo(
        "error",
        NO_SUMAN,
        "",
        f"las ponderaciones de los productos vigentes suman {porcentaje(suma)} y deben sumar "
        f"{porcentaje(TOTAL, 0)}.{aclaracion}",
        que_hacer,
    )


def _no_se_sabe(faltan: Sequence[str], vigentes: Sequence[Indicador]) -> Hallazgo:
    return Hallazgo(
        "nota",
        POR_LEER,
        "",
        f"no se sabe si las ponderaciones de los productos vigentes suman {porcentaje(TOTAL, 0)}: "
        f"{enumerar(list(faltan))}; las demás suman {porcentaje(_sumar(_ciertos(vigentes)))}.",
        LEER_PRIMERO,
    )


def _por_leer(vigentes: Sequence[Indicador], filas_sin_codigo: int) -> list[str]:
    """Lo que impide saber cuánto suman: «la de 1.1.3 no se lee»."""
    con_peso = [i for i in vigentes if legible(i.ponderacion_pct) is not None]
    vacios = [i.codigo for i in vigentes if i.ponderacion_pct is None]
    leidos = {*vacios, *(i.codigo for i in con_peso)}
    ilegibles = [i.codigo for i in vigentes if i.codigo not in leidos]
    sin_estado = [i.codigo for i in con_peso if i.estado is None]
    dichos = [
        (ilegibles, "la de {} no se lee", "las de {} no se leen"),
        (vacios, "la de {} falta", "las de {} faltan"),
        (sin_estado, "el estado de {} no se lee", "el estado de {} no se lee"),
    ]
    faltan = [
        (uno if len(codigos) == 1 else varios).format(_primeros(codigos))
        for codigos, uno, varios in dichos
        if codigos
    ]
    if filas_sin_codigo:
        verbo = "no tiene" if filas_sin_codigo == 1 else "no tienen"
        filas = contar(filas_sin_codigo, "fila", "filas")
        faltan.append(f"{filas} {verbo} un código que se lea")
    return faltan


def _primeros(codigos: list[str]) -> str:
    resto = len(codigos) - MUESTRA
    return f"{', '.join(codigos[:MUESTRA])} y {resto} más" if resto > 0 else enumerar(codigos)


def _ciertos(indicadores: Sequence[Indicador]) -> list[Indicador]:
    """Los que se sabe que cuentan, y con cuánto."""
    return [
        i for i in indicadores if i.estado is not None and legible(i.ponderacion_pct) is not None
    ]


def _resultados(
    resultados: Sequence[Indicador], vigentes: Sequence[Indicador]
) -> Iterator[Hallazgo]:
    por_resultado: defaultdict[str, list[Indicador]] = defaultdict(list)
    for producto in vigentes:
        por_resultado[producto.resultado].append(producto)
    for indicador in resultados:
        peso = legible(indicador.ponderacion_pct)
        hijos = por_resultado.get(indicador.codigo, [])
        if peso is not None and hijos and se_sabe_que_no_dan(hijos, peso):
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
    yield de_indicador(
        indicador, ("ponderacion",), "error", Regla.PONDERACION, mensaje, COMO_FRACCION
    )


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
                Regla.CODIGO_DOBLE,
                f"el código {codigo} también está en {enumerar(otras)}.",
                "Deje una sola fila por indicador en cada hoja: mientras haya más, esta no se "
                "cuenta.",
            )


def _sumar(indicadores: Sequence[Indicador]) -> float:
    return fsum(legible(i.ponderacion_pct) or 0.0 for i in indicadores)
