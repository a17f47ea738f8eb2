"""¿Y si el próximo reporte fuera otro? Las cifras de un producto y de la política, supuestas.

Nada de esto se guarda. Lo supuesto de un producto está en su próximo período; los demás quedan como
en el corte.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from math import fsum

from tablero.calculo.aporte import TOPE, Aporte, aportar
from tablero.calculo.avance_publicado import ProductoPublicado, trayectoria
from tablero.calculo.seguimiento.indicador import Indicador, Periodo, nombrar
from tablero.calculo.seguimiento.metas import programadas
from tablero.calculo.seguimiento.motor import Cifras, calcular, legible
from tablero.calculo.seguimiento.tiempo import cierre, comienzo, exigidos
from tablero.calculo.semaforo import PUBLICADOS, Rangos, clasificar

SIN_TRAYECTORIA = "no se publica cuánto debía llevar"


def proximo_reporte(indicador: Indicador, hasta: Periodo) -> Periodo | None:
    """El primer trimestre posterior a `hasta` en que debe reportar; `None` si ya no debe más.

    Es de un año con meta, y de su plazo: un reporte cubre desde el anterior que exige su
    periodicidad en el año, así que un anual que termina en junio reporta todavía en diciembre. Sin
    poder leer su plazo no se sabe: `None`.
    """
    if indicador.estado != "Vigente" or plazo_ilegible(indicador, hasta):
        return None
    desde, fin = indicador.inicio or date.min, indicador.fin or date.max
    trimestres = exigidos(indicador)
    return next(
        (
            Periodo(anio, q)
            for anio in programadas(indicador)
            for anterior, q in zip((0, *trimestres), trimestres, strict=False)
            if Periodo(anio, q) > hasta
            and cierre(Periodo(anio, q)) >= desde
            and comienzo(Periodo(anio, anterior + 1)) <= fin
        ),
        None,
    )


def plazo_ilegible(indicador: Indicador, hasta: Periodo) -> list[str]:
    """Las fechas que no se pueden leer y que dicen cuándo es su próximo reporte.

    La de inicio ya no importa a quien ha reportado.
    """
    fechas = ["fin"] if indicador.reportes_hasta(hasta) else ["inicio", "fin"]
    return [nombrar((campo,)) for campo in fechas if campo in indicador.sin_leer]


def suponer(
    indicador: Indicador, hasta: Periodo, valor: float, *, rangos: Rangos = PUBLICADOS
) -> tuple[Periodo, Cifras] | None:
    """Su próximo período y las cifras que tendría en él si reporta `valor`, en su unidad.

    En Suma es lo hecho en el período; en los demás, el nivel que alcanza. Los reportes posteriores
    a `hasta` no cuentan. `None` si ya no debe reportar más.
    """
    proximo = proximo_reporte(indicador, hasta)
    if proximo is None:
        return None
    supuesto = replace(indicador, reportes={**indicador.reportes_hasta(hasta), proximo: valor})
    return proximo, calcular(supuesto, proximo, rangos=rangos)


def suponer_porcentaje(
    producto: ProductoPublicado, paa_pct: float, *, rangos: Rangos = PUBLICADOS
) -> Cifras:
    """Las cifras de un producto del que solo se publican porcentajes, si su PAA fuera ese.

    La trayectoria es la del corte y PAHV = PAA / TI: sin trayectoria, o con una que se publica
    redondeada a cero, PAHV y semáforo quedan sin dato. Sin trayectoria, además, queda fuera de la
    suma: lo que subiera iría entero a la brecha.
    """
    avance = legible(paa_pct)
    ti = trayectoria(producto)
    pahv = avance / ti * TOPE if avance is not None and ti else None
    return Cifras(
        clasificar(pahv, rangos),
        pahv_pct=pahv,
        paa_pct=avance,
        trayectoria_pct=ti,
        fuera=None if ti is not None and avance is not None else SIN_TRAYECTORIA,
    )


def politica_supuesta(
    productos: Mapping[str, tuple[float, Cifras]], supuestos: Mapping[str, Cifras]
) -> tuple[Aporte, Aporte]:
    """El avance y la trayectoria de la política, en puntos, antes y después de lo supuesto.

    Quien queda fuera de la suma no pone puntos en ninguna de las dos. `productos` lleva, por
    código, la ponderación (0–100) y las cifras del corte de todos los productos; `supuestos`, las
    cifras de los que se mueven. Un supuesto que no esté entre ellos no suma: no se sabe cuánto
    pesa.
    """
    antes = [_aporte(peso, cifras) for peso, cifras in productos.values()]
    despues = [
        _aporte(peso, supuestos.get(codigo, cifras)) for codigo, (peso, cifras) in productos.items()
    ]
    return _sumar(antes), _sumar(despues)


def _aporte(peso_pct: float, cifras: Cifras) -> Aporte:
    return aportar(peso_pct, cifras.paa_pct, cifras.trayectoria_pct, fuera=cifras.fuera)


def _sumar(aportes: list[Aporte]) -> Aporte:
    return Aporte(fsum(a.avance_pp for a in aportes), fsum(a.trayectoria_pp for a in aportes))
