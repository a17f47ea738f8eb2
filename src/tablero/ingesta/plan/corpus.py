"""Todos los planes de acción de las fuentes: leídos, comparados y en filas."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import groupby, pairwise
from string import ascii_uppercase

from tablero.calculo.plan import tablas
from tablero.calculo.plan.ajustes import Ajuste, ajustes_de
from tablero.calculo.plan.comparar import comparar
from tablero.calculo.plan.hallazgos import revisar
from tablero.calculo.plan.programado import HOJA
from tablero.calculo.plan.referencias import Referencias
from tablero.calculo.plan.tablas import Revisada
from tablero.calculo.plan.versiones import VersionDePlan, en_orden
from tablero.calculo.seguimiento.hallazgos.hallazgo import Hallazgo
from tablero.calculo.seguimiento.hallazgos.revisar import ordenar
from tablero.errores import ErrorDeCelda, ErroresDeDatos
from tablero.ingesta.comprobar import segun_el_modelo
from tablero.ingesta.plan.carpetas import DocumentoPlan
from tablero.ingesta.plan.leer import PlanLeido, leer_plan
from tablero.modelo import TABLAS_DE_PLAN
from tablero.modelo.ajustes import PoliticaAjuste
from tablero.modelo.plan import PlanVigencia
from tablero.modelo.por_tabla import PorTabla
from tablero.modelo.reglas import Regla


@dataclass(frozen=True)
class Planes:
    """Las versiones de cada política, de la más antigua a la más nueva, y sus filas."""

    por_politica: Mapping[str, Sequence[VersionDePlan]] = field(default_factory=dict)
    filas: PorTabla = field(default_factory=lambda: PorTabla(TABLAS_DE_PLAN))


def leer_planes(documentos: Sequence[DocumentoPlan], ajustes: Iterable[PoliticaAjuste]) -> Planes:
    """Lee, revisa y compara todos los planes; `ErroresDeDatos` con los que no se pueden leer."""
    leidos: list[tuple[DocumentoPlan, PlanLeido]] = []
    errores: list[ErrorDeCelda] = []
    for documento in documentos:
        try:
            leido = leer_plan(documento.libro)
        except ErroresDeDatos as error:
            errores += [replace(e, archivo=documento.ruta_corta) for e in error.errores]
            continue
        if leido.es_simulado != documento.ficha.es_simulado:
            errores.append(_contradiccion(documento, leido))
        leidos.append((documento, leido))
    if errores:
        raise ErroresDeDatos(errores)
    registro = [vars(ajuste) for ajuste in ajustes]
    por_politica: dict[str, list[VersionDePlan]] = {}
    filas = PorTabla(TABLAS_DE_PLAN)
    for codigo, grupo in groupby(leidos, key=lambda par: par[0].politica_codigo):
        pares = list(grupo)
        de_la_politica = ajustes_de(registro, codigo)
        por_codigo = {documento.version.codigo: leido for documento, leido in pares}
        versiones = en_orden([_version(documento, leido) for documento, leido in pares])
        por_politica[codigo] = versiones
        with segun_el_modelo():
            for revisada in _revisar(versiones, por_codigo, de_la_politica):
                filas.sumar(tablas.filas(revisada))
    return Planes(por_politica, filas)


def referencias(planes: Planes, ajustes: Iterable[PoliticaAjuste]) -> dict[str, Referencias]:
    """Por política, contra qué se revisan sus libros."""
    registro = [vars(ajuste) for ajuste in ajustes]
    politicas = {*planes.por_politica, *(f["politica_codigo"] for f in registro)}
    return {
        codigo: Referencias(planes.por_politica.get(codigo, ()), ajustes_de(registro, codigo))
        for codigo in sorted(politicas)
    }


def con_vigencias(planes: Planes, cortes: Iterable[tuple[str, date]]) -> PorTabla:
    """Las filas de todas las tablas del plan, con la versión que vale en cada corte."""
    por_politica: dict[str, list[date]] = {}
    for politica, corte in cortes:
        por_politica.setdefault(politica, []).append(corte)
    filas = planes.filas.copia()
    filas.poner(
        PlanVigencia,
        [
            fila
            for politica, versiones in planes.por_politica.items()
            for fila in tablas.vigencias(versiones, por_politica.get(politica, []))
        ],
    )
    return filas


def hallazgos_del_plan(leido: PlanLeido) -> list[Hallazgo]:
    """Lo ilegible, lo que no coincide entre filas y lo que no cuadra, los más graves primero."""
    codigos = {str(f.numero): (f.producto or f.resultado) for f in leido.filas}
    ilegibles = [
        Hallazgo(
            "error",
            Regla.ILEGIBLE,
            propio.codigo if (propio := codigos.get(_fila(e.celda))) else "",
            f"«{e.columna}»: {e.mensaje}" if e.columna else e.mensaje,
            "Corrija la celda: lo que depende de ella queda sin dato."
            if e.celda
            else "Corrija el plan: lo que depende de esto queda sin dato.",
            hoja=HOJA,
            celda=e.celda,
        )
        for e in leido.errores
    ]
    return ordenar([*ilegibles, *leido.repetidos, *revisar(leido.plan)])


def _revisar(
    versiones: Sequence[VersionDePlan],
    leidos: Mapping[str, PlanLeido],
    ajustes: Sequence[Ajuste],
) -> list[Revisada]:
    anteriores = {despues.codigo: antes for antes, despues in pairwise(versiones)}
    revisadas = []
    for version in versiones:
        antes = anteriores.get(version.codigo)
        leido = leidos[version.codigo]
        revisadas.append(
            Revisada(
                version,
                leido.diseno,
                hallazgos_del_plan(leido),
                antes.codigo if antes else "",
                comparar(antes, version, ajustes) if antes else (),
            )
        )
    return revisadas


def _version(documento: DocumentoPlan, leido: PlanLeido) -> VersionDePlan:
    return VersionDePlan(
        documento.politica_codigo,
        documento.ficha.politica_nombre,
        documento.version,
        documento.ficha.corte_fecha,
        leido.plan,
        fuente_codigo=documento.fuente_codigo,
        es_desde_supuesta=documento.ficha.es_desde_supuesta,
        es_simulado=documento.ficha.es_simulado,
    )


def _fila(celda: str) -> str:
    """`AB12` → `12`; nada si es un rango o está vacía."""
    return celda.lstrip(ascii_uppercase) if celda.isalnum() else ""


def _contradiccion(documento: DocumentoPlan, leido: PlanLeido) -> ErrorDeCelda:
    dicen = (
        "el plan es simulado y su ficha no lo dice"
        if leido.es_simulado
        else "la ficha dice que el plan es simulado y él no lo dice"
    )
    return ErrorDeCelda(documento.ruta_corta, mensaje=f"{dicen}; impórtelo de nuevo.")
