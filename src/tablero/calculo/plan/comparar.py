"""Qué cambió de una versión del plan a la siguiente."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tablero import formato
from tablero.calculo.plan.ajustes import Ajuste, Dato, acto_de, dato_de
from tablero.calculo.plan.programado import Objetivo, Plan, Programado
from tablero.calculo.plan.versiones import VersionDePlan
from tablero.calculo.seguimiento.historia.cambios import Cambio, ClaseDeCambio, Valor, cambia
from tablero.calculo.seguimiento.historia.cambios import cambios as cambios_de_indicador
from tablero.calculo.seguimiento.indicador import Periodo
from tablero.calculo.seguimiento.por_codigo import emparejar
from tablero.modelo.plan import ClaseDeCambioDelPlan

SIN_REPORTES = Periodo(0, 0)
"""Un plan no trae reportes: ninguno se compara."""
DECIMALES = 6
CLASES: Mapping[ClaseDeCambio, ClaseDeCambioDelPlan] = {
    "ponderación": "ponderación",
    "tipo": "tipo",
    "línea base": "línea base",
    "meta de un año": "meta de un año",
    "meta final": "meta final",
    "periodicidad": "periodicidad",
    "fechas": "fechas",
    "nombre/entidad": "texto",
}
RESPONSABLES = ("sector", "entidad")
DEL_PLAN: Mapping[str, tuple[ClaseDeCambioDelPlan, str]] = {
    "dependencia": ("responsable", "dependencia"),
    "corresponsable_sector": ("responsable", "sector corresponsable"),
    "corresponsable_entidad": ("responsable", "entidad corresponsable"),
    "corresponsable_dependencia": ("responsable", "dependencia corresponsable"),
    "formula": ("texto", "fórmula"),
    "linea_base_periodo": ("línea base", "año de la línea base"),
    "linea_base_fuente": ("línea base", "fuente de la línea base"),
}
"""Lo que solo trae el plan → de qué clase es su cambio y cómo se nombra."""


@dataclass(frozen=True)
class CambioDelPlan:
    """Un dato que una versión trae distinto, como se lee."""

    clase: ClaseDeCambioDelPlan
    codigo: str
    nombre: str
    dato: str
    antes: str | None
    despues: str | None
    acto: str | None = None
    """El ajuste que lo explica."""


def comparar(
    antes: VersionDePlan, despues: VersionDePlan, ajustes: Sequence[Ajuste] = ()
) -> list[CambioDelPlan]:
    """Los cambios, de los objetivos a los productos y por código."""
    return [
        *_objetivos(antes.plan, despues.plan),
        *_indicadores(antes.plan.resultados, despues.plan.resultados, ajustes, antes, despues),
        *_indicadores(antes.plan.productos, despues.plan.productos, ajustes, antes, despues),
    ]


def _objetivos(antes: Plan, despues: Plan) -> Iterator[CambioDelPlan]:
    for codigo, uno, otro in emparejar(antes.objetivos, despues.objetivos):
        nombre = (otro or uno or Objetivo(0, "", None)).nombre
        if uno is None or otro is None:
            que: ClaseDeCambioDelPlan = "entra" if uno is None else "sale"
            yield CambioDelPlan(que, codigo, nombre, "objetivo", None, None)
            continue
        if cambia(uno.ponderacion_pct, otro.ponderacion_pct):
            pesos = [_porcentaje(o.ponderacion_pct) for o in (uno, otro)]
            yield CambioDelPlan("ponderación", codigo, nombre, "ponderación", *pesos)
        if cambia(uno.nombre or None, otro.nombre or None):
            yield CambioDelPlan("texto", codigo, nombre, "nombre", uno.nombre, otro.nombre)


def _indicadores(
    antes: Sequence[Programado],
    despues: Sequence[Programado],
    ajustes: Sequence[Ajuste],
    de: VersionDePlan,
    a: VersionDePlan,
) -> Iterator[CambioDelPlan]:
    for codigo, uno, otro in emparejar(antes, despues):
        if otro is None:
            if uno is not None:
                salio = _movimiento("sale", uno, ajustes, a)
                yield replace(salio, despues=_no_se_sabe(a.plan))
        elif uno is None:
            yield replace(_movimiento("entra", otro, ajustes, a), antes=_no_se_sabe(de.plan))
        else:
            yield from _de_uno(codigo, uno, otro, ajustes, a)


def _no_se_sabe(plan: Plan) -> str | None:
    """Si alguna fila del plan tiene el código ilegible, puede ser la del que falta."""
    return f"no se sabe: hay {plan.filas_sin_codigo}" if plan.sin_codigo else None


def _movimiento(
    clase: ClaseDeCambioDelPlan,
    programado: Programado,
    ajustes: Sequence[Ajuste],
    version: VersionDePlan,
) -> CambioDelPlan:
    que = "resultado" if programado.indicador.clase == "resultado" else "producto"
    dato = Dato("entra") if clase == "entra" else Dato("sale")
    acto = acto_de(ajustes, programado.codigo, dato, None, version.desde)
    nombre = programado.indicador.nombre
    return CambioDelPlan(
        clase, programado.codigo, nombre, que, None, None, acto.texto if acto else None
    )


def _de_uno(
    codigo: str,
    antes: Programado,
    despues: Programado,
    ajustes: Sequence[Ajuste],
    version: VersionDePlan,
) -> Iterator[CambioDelPlan]:
    uno, otro = antes.indicador, despues.indicador
    if None not in (uno.estado, otro.estado) and uno.estado != otro.estado:
        dato = Dato("sale") if otro.estado == "No vigente" else Dato("entra")
        acto = acto_de(ajustes, codigo, dato, None, version.desde)
        yield CambioDelPlan(
            "estado",
            codigo,
            otro.nombre,
            "estado",
            uno.estado,
            otro.estado,
            acto.texto if acto else None,
        )
    for cambio in cambios_de_indicador(uno, otro, SIN_REPORTES):
        acto = acto_de(ajustes, codigo, dato_de(cambio.clave), cambio.despues, version.desde)
        yield CambioDelPlan(
            _clase(cambio),
            codigo,
            otro.nombre,
            cambio.dato,
            _decir(cambio.clase, cambio.antes, es_porcentaje=_es_porcentaje(antes, cambio)),
            _decir(cambio.clase, cambio.despues, es_porcentaje=_es_porcentaje(despues, cambio)),
            acto.texto if acto else None,
        )
    for campo, (clase, dato_texto) in DEL_PLAN.items():
        viejo, nuevo = (getattr(p, campo) or None for p in (antes, despues))
        if cambia(viejo, nuevo):
            yield CambioDelPlan(clase, codigo, otro.nombre, dato_texto, viejo, nuevo)


def _clase(cambio: Cambio) -> ClaseDeCambioDelPlan:
    return "responsable" if cambio.clave[0] in RESPONSABLES else CLASES[cambio.clase]


def _es_porcentaje(programado: Programado, cambio: Cambio) -> bool:
    return cambio.clave in programado.en_porcentaje


def _decir(clase: ClaseDeCambio, valor: Valor, *, es_porcentaje: bool) -> str | None:
    if valor is None or isinstance(valor, str):
        return valor
    texto = formato.numero_justo(valor, DECIMALES)
    return f"{texto}\u00a0%" if es_porcentaje or clase == "ponderación" else texto


def _porcentaje(valor: float | None) -> str | None:
    return None if valor is None else f"{formato.numero_justo(valor, DECIMALES)}\u00a0%"
