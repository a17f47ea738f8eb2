"""Lo que hay que revisar en un plan de acción, mirado por sí solo."""

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import fsum

from tablero.calculo.plan.programado import HOJA, Objetivo, Plan, Programado
from tablero.calculo.seguimiento.hallazgos import pesos
from tablero.calculo.seguimiento.hallazgos.hallazgo import Hallazgo, Severidad, de_indicador
from tablero.calculo.seguimiento.indicador import Clave, Indicador
from tablero.calculo.seguimiento.metas import meta_final, programadas
from tablero.calculo.seguimiento.motor import legible
from tablero.formato import contar, enumerar, fecha, numero_justo, porcentaje
from tablero.modelo.reglas import Regla

TOTAL, TOLERANCIA = pesos.TOTAL, pesos.TOLERANCIA
ESCALA, PESO, JERARQUIA = Regla.ESCALA_MEZCLADA, Regla.PONDERACION, Regla.JERARQUIA
METAS, PLAZO, PESOS = Regla.METAS_NO_DAN, Regla.FUERA_DE_PLAZO, pesos.NO_SUMAN
A_LA_VISTA = 3
PRECISION = 1e-6
REVISAR = "Corrija las ponderaciones hasta que sumen lo que deben: no se reescalan."
COMO_SE_ESCRIBE = "Escríbala con formato de porcentaje, o el número sin formato: 5 es 5 %."


def revisar(plan: Plan) -> list[Hallazgo]:
    """Todo lo que no cuadra en el plan."""
    hallazgos = [
        *_pesos(plan),
        *_formatos_de_pesos(plan.productos, "de los productos"),
        *_formatos_de_pesos(plan.resultados, "de los resultados"),
        *_jerarquia(plan),
    ]
    for programado in plan.indicadores:
        if programado.es_vigente:
            hallazgos += _de_uno(programado)
    return hallazgos


def _pesos(plan: Plan) -> Iterator[Hallazgo]:
    """Los productos suman 100 %; los de un resultado o un objetivo, su peso."""
    indicadores = [p.indicador for p in plan.indicadores]
    for hallazgo in pesos.pesos_que_no_suman(indicadores, len(plan.sin_codigo)):
        que_hacer = hallazgo.que_hacer if hallazgo.regla == pesos.POR_LEER else REVISAR
        yield replace(hallazgo, hoja=HOJA, que_hacer=que_hacer)
    for producto in plan.vigentes:
        peso = producto.indicador.ponderacion_pct
        if peso is None:
            mensaje = "no tiene ponderación: no suma en la política."
            yield _error(producto, ("ponderacion",), PESO, mensaje, COMO_SE_ESCRIBE)
        elif legible(peso) is not None and not 0 <= peso <= TOTAL:
            mensaje = f"su ponderación es {porcentaje(peso)}, y va de 0 a 100 %."
            yield _error(producto, ("ponderacion",), PESO, mensaje, COMO_SE_ESCRIBE)
    yield from _de_los_objetivos(plan)


def _de_los_objetivos(plan: Plan) -> Iterator[Hallazgo]:
    por_objetivo: defaultdict[str, list[Indicador]] = defaultdict(list)
    if not plan.sin_codigo:
        for producto in plan.vigentes:
            por_objetivo[producto.indicador.objetivo].append(producto.indicador)
    con_peso = [o for o in plan.objetivos if legible(o.ponderacion_pct) is not None]
    for objetivo in con_peso:
        suyos = por_objetivo.get(objetivo.codigo, [])
        if suyos and pesos.se_sabe_que_no_dan(suyos, _peso(objetivo)):
            suma = fsum(legible(i.ponderacion_pct) or 0.0 for i in suyos)
            yield Hallazgo(
                "advertencia",
                PESOS,
                objetivo.codigo,
                f"el objetivo {objetivo.codigo} pesa {porcentaje(objetivo.ponderacion_pct)} y sus "
                f"productos vigentes suman {porcentaje(suma)}.",
                REVISAR,
                hoja=HOJA,
                celda=objetivo.lugares.get(("ponderacion",), ""),
            )
    suma = fsum(_peso(o) for o in con_peso)
    if con_peso and len(con_peso) == len(plan.objetivos) and abs(suma - TOTAL) > TOLERANCIA:
        yield Hallazgo(
            "advertencia",
            PESOS,
            "",
            f"las ponderaciones de los objetivos suman {porcentaje(suma)} y deben sumar "
            f"{porcentaje(TOTAL, 0)}.",
            REVISAR,
            hoja=HOJA,
        )


def _formatos_de_pesos(programados: Sequence[Programado], de_quien: str) -> Iterator[Hallazgo]:
    """Unas ponderaciones con formato de porcentaje y otras sin él: se leyó lo que dice cada una."""
    clave: Clave = ("ponderacion",)
    escritas = [p for p in programados if legible(p.indicador.ponderacion_pct)]
    con = [p for p in escritas if clave in p.en_porcentaje]
    sin = [p for p in escritas if clave not in p.en_porcentaje]
    if not con or not sin:
        return
    raras = sin if len(sin) <= len(con) else con
    celdas = [p.indicador.lugares.get(clave, p.codigo) for p in raras[:A_LA_VISTA]]
    leidas = enumerar([porcentaje(p.indicador.ponderacion_pct, 4) for p in raras[:A_LA_VISTA]])
    cuantas = contar(len(raras), f"ponderación {de_quien}", f"ponderaciones {de_quien}")
    yield Hallazgo(
        "error",
        ESCALA,
        raras[0].codigo if len(raras) == 1 else "",
        f"{_formato_distinto(cuantas, celdas, len(raras), es_con=raras is con)}: ahí se leyó "
        f"{leidas}.",
        "Dé a todas el mismo formato.",
        hoja=HOJA,
        celda=celdas[0],
    )


def _jerarquia(plan: Plan) -> Iterator[Hallazgo]:
    """Un producto vigente cuelga de un resultado vigente que está en el plan."""
    resultados = {r.codigo: r for r in plan.resultados}
    if not resultados:
        return
    for producto in plan.vigentes:
        padre = resultados.get(producto.indicador.resultado)
        if padre is None:
            mensaje = f"su resultado, {producto.indicador.resultado}, no está en el plan."
        elif not padre.es_vigente:
            mensaje = f"está vigente y su resultado, {padre.codigo}, no."
        else:
            continue
        que_hacer = "Revise el código del producto y la fila de su resultado."
        yield _advertencia(producto, ("codigo",), JERARQUIA, mensaje, que_hacer)


def _de_uno(programado: Programado) -> Iterator[Hallazgo]:
    yield from _escala(programado)
    if programado.escala != "mezclada":
        yield from _metas(programado)
    yield from _plazo(programado)


def _escala(programado: Programado) -> Iterator[Hallazgo]:
    if programado.escala != "mezclada":
        return
    escritas = programado.metas_escritas()
    con = [c for c in escritas if c in programado.en_porcentaje]
    sin = [c for c in escritas if c not in programado.en_porcentaje]
    raras = sin if len(sin) <= len(con) else con
    celdas = [programado.indicador.lugares.get(c, "") for c in raras[:A_LA_VISTA]]
    cuantas = contar(len(raras), "meta", "metas")
    yield _error(
        programado,
        raras[0],
        ESCALA,
        f"{_formato_distinto(cuantas, celdas, len(raras), es_con=raras is con)}: no se pueden "
        "comparar.",
        "Dé a todas el mismo formato: mientras tanto su trayectoria queda sin dato.",
    )


def _formato_distinto(cuantas: str, celdas: list[str], total: int, *, es_con: bool) -> str:
    """«2 metas (AX12 y AY12) tienen formato de porcentaje y las demás no»."""
    otras = "…" if total > len(celdas) else ""
    tienen = ("" if es_con else "no ") + ("tiene" if total == 1 else "tienen")
    return (
        f"{cuantas} ({enumerar(celdas)}{otras}) {tienen} formato de porcentaje y las demás "
        f"{'no' if es_con else 'sí'}"
    )


def _metas(programado: Programado) -> Iterator[Hallazgo]:
    """Hay metas y una final, y las de los años llegan a ella."""
    indicador = programado.indicador
    metas, final = programadas(indicador), meta_final(indicador)
    if not metas:
        mensaje = "no tiene ninguna meta: no se sabe qué debe llevar cada año."
        yield _error(programado, ("codigo",), METAS, mensaje, "Escriba la meta de cada año.")
        return
    if final is None:
        mensaje = "no tiene meta final."
        yield _error(programado, ("meta_final",), METAS, mensaje, "Escriba la meta final.")
        return
    if indicador.anualizacion_tipo is None or legible(final) is None:
        return
    valores = list(metas.values())
    es_suma = indicador.anualizacion_tipo == "Suma"
    llega = fsum(valores) if es_suma else valores[-1]
    if legible(llega) is not None and not math.isclose(
        llega, final, rel_tol=PRECISION, abs_tol=PRECISION
    ):
        que = "las metas de los años suman" if es_suma else f"la meta de {max(metas)} es"
        yield _advertencia(
            programado,
            ("meta_final",),
            METAS,
            f"{que} {_decir(programado, llega)} y la final, {_decir(programado, final)}.",
            "Corrija la meta final o las de los años.",
        )


def _plazo(programado: Programado) -> Iterator[Hallazgo]:
    indicador = programado.indicador
    if indicador.inicio and indicador.fin and indicador.inicio > indicador.fin:
        yield _error(
            programado,
            ("inicio",),
            PLAZO,
            f"empieza el {fecha(indicador.inicio)}, después de terminar ({fecha(indicador.fin)}).",
            "Corrija las fechas.",
        )
        return
    fuera = [
        anio
        for anio in programadas(indicador)
        if (indicador.inicio and anio < indicador.inicio.year)
        or (indicador.fin and anio > indicador.fin.year)
    ]
    if fuera:
        yield _advertencia(
            programado,
            ("meta", fuera[0]),
            PLAZO,
            f"tiene meta en {enumerar([str(a) for a in fuera])}, fuera de su plazo "
            f"({fecha(indicador.inicio)} a {fecha(indicador.fin)}).",
            "Corrija la fecha o quite la meta.",
        )


def _peso(objetivo: Objetivo) -> float:
    return objetivo.ponderacion_pct or 0.0


def _decir(programado: Programado, valor: float) -> str:
    texto = numero_justo(valor, A_LA_VISTA)
    return f"{texto}\u00a0%" if programado.es_porcentaje else texto


def _error(
    programado: Programado, clave: Clave, regla: Regla, mensaje: str, que_hacer: str
) -> Hallazgo:
    return _hallazgo(programado, clave, "error", regla, mensaje, que_hacer)


def _advertencia(
    programado: Programado, clave: Clave, regla: Regla, mensaje: str, que_hacer: str
) -> Hallazgo:
    return _hallazgo(programado, clave, "advertencia", regla, mensaje, que_hacer)


def _hallazgo(  # noqa: PLR0917 - las mismas piezas de un hallazgo, en su orden
    programado: Programado,
    clave: Clave,
    severidad: Severidad,
    regla: Regla,
    mensaje: str,
    que_hacer: str,
) -> Hallazgo:
    hallado = de_indicador(programado.indicador, clave, severidad, regla, mensaje, que_hacer)
    return replace(hallado, hoja=HOJA)
