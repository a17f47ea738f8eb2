"""Lo que un libro cambió de lo que ya estaba dicho en el de un corte anterior."""

from collections.abc import Iterator, Mapping, Sequence

from tablero.calculo.plan.ajustes import Dato
from tablero.calculo.seguimiento.hallazgos.con_acto import Explicar, con_acto, nadie_explica
from tablero.calculo.seguimiento.hallazgos.hallazgo import Hallazgo, Severidad, de_indicador
from tablero.calculo.seguimiento.historia.cambios import Cambio, ClaseDeCambio, Valor, cambios
from tablero.calculo.seguimiento.indicador import Indicador, Periodo
from tablero.calculo.seguimiento.por_codigo import emparejar
from tablero.calculo.seguimiento.tiempo import TRIMESTRES
from tablero.formato import numero, numero_justo
from tablero.modelo.reglas import Regla

INMUTABLES: Mapping[ClaseDeCambio, Severidad] = {
    "tipo": "error",
    "línea base": "error",
    "ponderación": "advertencia",
    "meta final": "advertencia",
    "periodicidad": "advertencia",
    "fechas": "advertencia",
}
"""Lo que no debe cambiar de un corte a otro; las metas de cada año van aparte, según el año."""
DECIMALES = (2, 4, 6, 9, 12)
"""Con cuántos se escriben dos números: los primeros con que se vea en qué difieren."""
QUE_PESA = "y que las ponderaciones de los vigentes suman 100 %"


def entre_cortes(
    antes: Sequence[Indicador],
    despues: Sequence[Indicador],
    hasta_antes: Periodo,
    explicar: Explicar = nadie_explica,
) -> list[Hallazgo]:
    """Los hallazgos del libro nuevo frente al anterior, que llega a `hasta_antes`, por código.

    Las celdas son del libro nuevo. De uno que hoy no está vigente solo se dice que dejó de estarlo.
    Lo que `explicar` atribuye a un acto queda como nota, y lo nombra.
    """
    hallazgos: list[Hallazgo] = []
    for codigo, uno, otro in emparejar(antes, despues):
        if otro is None:
            ausente = Hallazgo(
                "advertencia",
                Regla.PRODUCTO_AUSENTE,
                codigo,
                f"estaba en el libro del {hasta_antes.dicho} y ya no está.",
                "Devuelva su fila; si salió de la política, con el estado No vigente.",
            )
            hallazgos.append(con_acto(ausente, explicar(codigo, Dato("sale"), None)))
        elif uno is None:
            nuevo = de_indicador(
                otro,
                ("codigo",),
                "advertencia",
                Regla.PRODUCTO_NUEVO,
                f"no estaba en el libro del {hasta_antes.dicho}.",
                f"Confirme que se aprobó {QUE_PESA}; si no, quite su fila.",
            )
            hallazgos.append(con_acto(nuevo, explicar(codigo, Dato("entra"), None)))
        else:
            que = Dato("sale" if otro.estado == "No vigente" else "entra")
            acto = explicar(codigo, que, None)
            hallazgos += [con_acto(h, acto) for h in _vigencia(uno, otro, hasta_antes)]
            if otro.estado != "No vigente":
                for cambio in cambios(uno, otro, hasta_antes):
                    acto = explicar(codigo, cambio.clave, cambio.despues)
                    hallazgos += [con_acto(h, acto) for h in _de_cambio(otro, cambio, hasta_antes)]
    return hallazgos


def _vigencia(antes: Indicador, despues: Indicador, hasta_antes: Periodo) -> Iterator[Hallazgo]:
    if None in (antes.estado, despues.estado) or antes.estado == despues.estado:
        return
    yield de_indicador(
        despues,
        ("estado",),
        "advertencia",
        Regla.CAMBIO_DE_VIGENCIA,
        f"estaba {antes.estado} en el libro del {hasta_antes.dicho} y ahora está {despues.estado}.",
        f"Confirme que se aprobó {QUE_PESA}; si no, vuelva a escribir el estado anterior.",
    )


def _de_cambio(indicador: Indicador, cambio: Cambio, hasta_antes: Periodo) -> Iterator[Hallazgo]:
    if cambio.clase == "período cerrado reescrito":
        yield _reescrito(indicador, cambio)
        return
    severidad = INMUTABLES.get(cambio.clase)
    if cambio.clase == "meta de un año":
        severidad = _de_meta(int(cambio.clave[1]), hasta_antes)
    if severidad is not None:
        articulo = "el" if cambio.clase == "tipo" else "la"
        yield de_indicador(
            indicador,
            cambio.clave,
            severidad,
            Regla.CAMPO_INMUTABLE,
            f"{articulo} {_contar(cambio)}",
            "Confirme que el cambio se aprobó; si no, vuelva a escribir el valor anterior.",
        )


def _reescrito(indicador: Indicador, cambio: Cambio) -> Hallazgo:
    es_tardio = cambio.antes is None
    return de_indicador(
        indicador,
        cambio.clave,
        "nota" if es_tardio else "advertencia",
        Regla.PERIODO_REESCRITO,
        f"el {_contar(cambio)}",
        "Confirme con la entidad que es un reporte tardío de ese trimestre; si no, bórrelo."
        if es_tardio
        else "Confirme con la entidad cuál vale; si es el anterior, vuelva a escribirlo: un "
        "período cerrado no se reescribe.",
    )


def _de_meta(anio: int, hasta_antes: Periodo) -> Severidad:
    """Según si entonces el año había cerrado, iba en curso o todavía se podía programar."""
    if Periodo(anio, TRIMESTRES[-1]) <= hasta_antes:
        return "error"
    return "advertencia" if anio == hasta_antes.anio else "nota"


def _contar(cambio: Cambio) -> str:
    """«reporte del segundo trimestre de 2024 decía 40 y ahora dice 35.»."""
    decimales = _decimales(cambio.antes, cambio.despues)
    antes, despues = (
        None if valor is None else _escribir(cambio.clase, valor, decimales)
        for valor in (cambio.antes, cambio.despues)
    )
    decia = "no tenía valor" if antes is None else f"decía {antes}"
    dice = "no tiene valor" if despues is None else f"dice {despues}"
    return f"{cambio.dato} {decia} y ahora {dice}."


def _decimales(antes: Valor, despues: Valor) -> int:
    """Los que hacen falta para que dos números distintos no se lean iguales."""
    if not isinstance(antes, int | float) or not isinstance(despues, int | float):
        return DECIMALES[0]
    return next((d for d in DECIMALES if numero(antes, d) != numero(despues, d)), DECIMALES[-1])


def _escribir(clase: ClaseDeCambio, valor: float | str, decimales: int) -> str:
    if isinstance(valor, str):
        return valor
    unidad = "\u00a0%" if clase == "ponderación" else ""
    return f"{numero_justo(valor, decimales)}{unidad}"
