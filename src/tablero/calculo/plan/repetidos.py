"""Lo que el plan repite de fila en fila, en uno solo; lo que no coincide se dice con sus celdas."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from tablero.calculo.plan.programado import HOJA, Objetivo, Programado
from tablero.calculo.seguimiento.hallazgos.hallazgo import Hallazgo, Severidad
from tablero.calculo.seguimiento.indicador import ILEGIBLE, Clave
from tablero.formato import contar, enumerar, fecha, numero_justo
from tablero.modelo.reglas import Regla
from tablero.texto import plano

NO_COINCIDEN, HISTORICA = Regla.REPETIDO_DISTINTO, Regla.FILA_HISTORICA
PONDERACION = "la ponderación"
A_LA_VISTA = 3
"""Celdas que se nombran de cada valor; de las demás se dice cuántas son."""
DECIMALES = 6
NUMEROS: Mapping[str, tuple[str, str]] = {
    "ponderacion_pct": ("ponderacion", PONDERACION),
    "linea_base": ("linea_base", "la línea base"),
    "meta_final": ("meta_final", "la meta final"),
}
"""Campo del indicador → la clave de su celda y cómo se nombra."""
OPCIONES: Mapping[str, tuple[str, str]] = {
    "anualizacion_tipo": ("anualizacion_tipo", "el tipo de anualización"),
    "periodicidad": ("periodicidad", "la periodicidad"),
    "inicio": ("inicio", "la fecha de inicio"),
    "fin": ("fin", "la fecha de finalización"),
}
TEXTOS: Mapping[str, tuple[str, str]] = {
    "nombre": ("codigo", "el nombre"),
    "indicador_nombre": ("nombre", "el nombre del indicador"),
    "sector": ("sector", "el sector"),
    "entidad": ("entidad", "la entidad"),
}
SOLO_DEL_PLAN: Mapping[str, tuple[str, str]] = {
    "formula": ("formula", "la fórmula"),
    "linea_base_periodo": ("linea_base_periodo", "el año de la línea base"),
    "linea_base_fuente": ("linea_base_fuente", "la fuente de la línea base"),
}
QUE_HACER = "Escriba lo mismo en todas sus filas: mientras no coincidan, queda sin dato."
QUE_HACER_CON_TEXTO = "Escriba lo mismo en todas sus filas: mientras tanto vale el primero."

Dicho = TypeVar("Dicho")
Escrito = tuple[Any, str]
"""Un valor y su celda; qué es el valor (texto, número, fecha) depende de cuál dato sea."""


def unir_resultados(filas: Sequence[Programado]) -> tuple[list[Programado], list[Hallazgo]]:
    """Cada resultado una vez. De uno con filas vigentes, las no vigentes son historia."""
    unidos: list[Programado] = []
    hallazgos: list[Hallazgo] = []
    for grupo in _por_codigo(filas):
        cuentan, historia = _las_que_cuentan(grupo)
        hallazgos += historia
        unido, distintos = _unir(cuentan)
        unidos.append(unido)
        hallazgos += distintos
    return unidos, hallazgos


def unir_productos(filas: Sequence[Programado]) -> tuple[list[Programado], list[Hallazgo]]:
    """Cada producto una vez: si se repite vigente es un error, y cuenta su primera fila."""
    unidos: list[Programado] = []
    hallazgos: list[Hallazgo] = []
    for grupo in _por_codigo(filas):
        cuentan, historia = _las_que_cuentan(grupo)
        hallazgos += historia
        primero = cuentan[0]
        unidos.append(primero)
        for otro in cuentan[1:]:
            donde = primero.indicador.lugares.get(("codigo",), "otra fila")
            hallazgos.append(
                _hallazgo(
                    "error",
                    Regla.CODIGO_DOBLE,
                    otro.codigo,
                    f"el código {otro.codigo} también está en {donde}.",
                    "Deje una sola fila por producto: mientras haya más, esta no se cuenta.",
                    otro.indicador.lugares.get(("codigo",), ""),
                )
            )
    return unidos, hallazgos


def unir_objetivos(filas: Sequence[Objetivo]) -> tuple[list[Objetivo], list[Hallazgo]]:
    """Cada objetivo una vez, por número."""
    grupos: dict[int, list[Objetivo]] = {}
    for fila in filas:
        grupos.setdefault(fila.numero, []).append(fila)
    unidos: list[Objetivo] = []
    hallazgos: list[Hallazgo] = []
    for numero, grupo in sorted(grupos.items()):
        de_quien = f"objetivo {numero}"
        nombres = [(o.nombre or None, o.lugares.get(("codigo",), "")) for o in grupo]
        pesos = [(o.ponderacion_pct, o.lugares.get(("ponderacion",), "")) for o in grupo]
        hallazgos += _distintos(de_quien, str(numero), "el nombre", nombres, QUE_HACER_CON_TEXTO)
        hallazgos += _distintos(de_quien, str(numero), PONDERACION, pesos, QUE_HACER)
        unidos.append(
            replace(
                grupo[0],
                nombre=_primero(nombres) or "",
                ponderacion_pct=_numero_unico(pesos),
                en_porcentaje=frozenset().union(*(o.en_porcentaje for o in grupo)),
            )
        )
    return unidos, hallazgos


def _unir(grupo: Sequence[Programado]) -> tuple[Programado, list[Hallazgo]]:
    """Las filas de un mismo resultado, en una; lo que no coincide queda sin dato."""
    codigo = grupo[0].codigo
    de_quien = f"resultado {codigo}"
    hallazgos: list[Hallazgo] = []
    campos: dict[str, Any] = {}  # de varios tipos: van a `replace`
    propios: dict[str, str] = {}
    for campo, (clave, nombre) in {**NUMEROS, **OPCIONES}.items():
        escritos = [_escrito(p, campo, (clave,)) for p in grupo]
        campos[campo] = _numero_unico(escritos) if campo in NUMEROS else _unico(escritos)
        hallazgos += _distintos(de_quien, codigo, nombre, escritos, QUE_HACER)
    for campo, (clave, nombre) in TEXTOS.items():
        escritos = [_escrito(p, campo, (clave,)) for p in grupo]
        campos[campo] = _primero(escritos) or ""
        hallazgos += _distintos(de_quien, codigo, nombre, escritos, QUE_HACER_CON_TEXTO)
    for campo, (clave, nombre) in SOLO_DEL_PLAN.items():
        escritos = [
            (getattr(p, campo) or None, p.indicador.lugares.get((clave,), "")) for p in grupo
        ]
        propios[campo] = _primero(escritos) or ""
        hallazgos += _distintos(de_quien, codigo, nombre, escritos, QUE_HACER_CON_TEXTO)
    metas: dict[int, float] = {}
    for anio in grupo[0].indicador.anios:
        escritos = [
            (p.indicador.metas.get(anio), p.indicador.lugares.get(("meta", anio), ""))
            for p in grupo
        ]
        if (meta := _numero_unico(escritos)) is not None:
            metas[anio] = meta
        hallazgos += _distintos(de_quien, codigo, f"la meta de {anio}", escritos, QUE_HACER)
    unido = replace(
        grupo[0],
        indicador=replace(grupo[0].indicador, metas=metas, **campos),
        en_porcentaje=frozenset[Clave]().union(*(p.en_porcentaje for p in grupo)),
        **propios,
    )
    return unido, hallazgos


def _escrito(programado: Programado, campo: str, clave: Clave) -> Escrito:
    indicador = programado.indicador
    valor = getattr(indicador, campo)
    return (None if valor == "" else valor), indicador.lugares.get(clave, "")


def _por_codigo(filas: Iterable[Programado]) -> list[list[Programado]]:
    grupos: dict[str, list[Programado]] = {}
    for fila in filas:
        grupos.setdefault(fila.codigo, []).append(fila)
    return list(grupos.values())


def _las_que_cuentan(grupo: Sequence[Programado]) -> tuple[list[Programado], list[Hallazgo]]:
    """Las filas vigentes, si hay alguna; las demás guardan cómo era antes y no cuentan."""
    vigentes = [p for p in grupo if p.es_vigente]
    if not vigentes or len(vigentes) == len(grupo):
        return list(grupo), []
    codigo = grupo[0].codigo
    celdas = _celdas([p.indicador.lugares.get(("codigo",), "") for p in grupo if not p.es_vigente])
    nota = _hallazgo(
        "nota",
        HISTORICA,
        codigo,
        f"también está como No vigente en {celdas}: cuentan sus filas vigentes.",
        "Nada, si son su historia; si no, corrija si está vigente.",
        vigentes[0].indicador.lugares.get(("codigo",), ""),
    )
    return vigentes, [nota]


def _distintos(
    de_quien: str, codigo: str, nombre: str, escritos: Sequence[Escrito], que_hacer: str
) -> Iterator[Hallazgo]:
    """Un hallazgo si las filas no dicen lo mismo; las vacías y las ilegibles no cuentan."""
    grupos = _agrupar(escritos)
    if len(grupos) > 1:
        signo = "\u00a0%" if nombre == PONDERACION else ""
        dichos = enumerar([f"{_decir(v)}{signo} ({_celdas(celdas)})" for v, celdas in grupos])
        yield _hallazgo(
            "error",
            NO_COINCIDEN,
            codigo,
            f"{nombre} del {de_quien} no es lo mismo en todas sus filas: {dichos}.",
            que_hacer,
            grupos[1][1][0],
        )


def _agrupar(escritos: Iterable[tuple[Dicho, str]]) -> list[tuple[Dicho, list[str]]]:
    """Cada valor distinto y sus celdas, en su orden."""
    grupos: list[tuple[Dicho, list[str]]] = []
    for valor, celda in escritos:
        if valor is None or (isinstance(valor, float) and math.isnan(valor)):
            continue
        propio = next((celdas for otro, celdas in grupos if _son_iguales(valor, otro)), None)
        if propio is None:
            grupos.append((valor, [celda]))
        elif celda not in propio:
            propio.append(celda)
    return grupos


def _son_iguales(uno: object, otro: object) -> bool:
    if isinstance(uno, float) and isinstance(otro, float):
        return math.isclose(uno, otro, rel_tol=1e-9, abs_tol=1e-12)
    if isinstance(uno, str) and isinstance(otro, str):
        return plano(uno) == plano(otro)
    return bool(uno == otro)


def _numero_unico(escritos: Sequence[tuple[float | None, str]]) -> float | None:
    """El número que dicen todas las filas; `ILEGIBLE` si no coinciden o alguno no se lee."""
    if any(isinstance(v, float) and math.isnan(v) for v, _ in escritos):
        return ILEGIBLE
    grupos = _agrupar(escritos)
    if len(grupos) > 1:
        return ILEGIBLE
    return grupos[0][0] if grupos else None


def _unico(escritos: Sequence[tuple[Dicho, str]]) -> Dicho | None:
    grupos = _agrupar(escritos)
    return grupos[0][0] if len(grupos) == 1 else None


def _primero(escritos: Sequence[tuple[Dicho | None, str]]) -> Dicho | None:
    return next((valor for valor, _ in escritos if valor is not None), None)


def _decir(valor: object) -> str:
    if isinstance(valor, date):
        return fecha(valor)
    return numero_justo(valor, DECIMALES) if isinstance(valor, float) else f"«{valor}»"


def _celdas(celdas: Sequence[str]) -> str:
    vistas = [c for c in celdas[:A_LA_VISTA] if c]
    otras = len(celdas) - len(vistas)
    dichas = enumerar(vistas) if not otras else ", ".join(vistas)
    return f"{dichas} y {contar(otras, 'más', 'más')}" if otras else dichas


def _hallazgo(  # noqa: PLR0917 - las mismas piezas de un hallazgo, en su orden
    severidad: Severidad, regla: Regla, codigo: str, mensaje: str, que_hacer: str, celda: str
) -> Hallazgo:
    return Hallazgo(severidad, regla, codigo, mensaje, que_hacer, hoja=HOJA, celda=celda)
