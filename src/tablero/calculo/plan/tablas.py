"""Las filas de las tablas del plan: lo que trae cada versión y lo que se calcula de ella."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import fsum
from typing import TypedDict

from tablero.calculo.plan import VERSION
from tablero.calculo.plan.comparar import CambioDelPlan
from tablero.calculo.plan.programado import HOJA, Programado
from tablero.calculo.plan.trayectoria import de_la_politica
from tablero.calculo.plan.versiones import VersionDePlan, en_el_corte
from tablero.calculo.seguimiento.hallazgos.hallazgo import Hallazgo
from tablero.calculo.seguimiento.indicador import Clave
from tablero.calculo.seguimiento.motor import legible
from tablero.modelo.fuentes import LUGAR_SIMULADO
from tablero.modelo.plan import (
    PlanCambio,
    PlanHallazgo,
    PlanMeta,
    PlanObjetivo,
    PlanProducto,
    PlanResultado,
    PlanTrayectoria,
    PlanVersion,
    PlanVigencia,
)
from tablero.modelo.politica import Anualizacion
from tablero.modelo.politica_seguimiento import Vigencia
from tablero.modelo.por_tabla import PorTabla

CALCULADA = "calculado con las metas y las ponderaciones del plan"


class _Procedencia(TypedDict):
    politica_codigo: str
    version_codigo: str
    fuente_codigo: str
    ubicacion: str


class _DeIndicador(_Procedencia):
    objetivo_numero: int
    indicador_nombre: str | None
    vigencia: Vigencia | None
    ponderacion_pct: float | None
    formula: str | None
    anualizacion_tipo: Anualizacion | None
    periodicidad: str | None
    linea_base: float | None
    linea_base_periodo: str | None
    linea_base_fuente: str | None
    inicio_fecha: date | None
    fin_fecha: date | None
    meta_final: float | None
    es_porcentaje: bool | None
    sector_nombre: str | None
    entidad_nombre: str | None


@dataclass(frozen=True)
class Revisada:
    """Una versión, lo que hay que revisar en ella y lo que cambió de la anterior."""

    version: VersionDePlan
    diseno: str
    hallazgos: Sequence[Hallazgo]
    anterior: str = ""
    """El código de la versión anterior; vacío si es la primera."""
    cambios: Sequence[CambioDelPlan] = ()


def filas(revisada: Revisada) -> PorTabla:
    """Las de una versión, menos las vigencias."""
    version, plan = revisada.version, revisada.version.plan
    todas = PorTabla()
    todas.poner(PlanVersion, [_version(revisada)])
    todas.poner(
        PlanObjetivo,
        [
            PlanObjetivo(
                **_procedencia(version, _lugar(o.lugares.get(("codigo",), ""))),
                objetivo_numero=o.numero,
                objetivo_nombre=o.nombre or None,
                ponderacion_pct=legible(o.ponderacion_pct),
            )
            for o in plan.objetivos
        ],
    )
    todas.poner(PlanResultado, [_resultado(version, r) for r in plan.resultados])
    todas.poner(PlanProducto, [_producto(version, p) for p in plan.productos])
    todas.poner(PlanMeta, [f for p in plan.indicadores for f in _metas(version, p)])
    todas.poner(
        PlanTrayectoria,
        [
            PlanTrayectoria(
                **_procedencia(version, CALCULADA),
                anio=t.anio,
                trayectoria_pct=t.trayectoria_pct,
                productos=t.productos,
                productos_sin_dato=t.productos_sin_dato,
                ponderacion_sin_dato_pct=t.ponderacion_sin_dato_pct,
                formula_version=VERSION,
            )
            for t in de_la_politica(plan)
        ],
    )
    todas.poner(
        PlanCambio,
        [
            PlanCambio(
                **_procedencia(version, f"hoja «{HOJA}», contra {revisada.anterior}"),
                cambio_numero=numero,
                version_anterior=revisada.anterior,
                clase=c.clase,
                indicador_codigo=c.codigo,
                indicador_nombre=c.nombre or None,
                dato=c.dato,
                antes=c.antes,
                despues=c.despues,
                acto=c.acto,
            )
            for numero, c in enumerate(revisada.cambios, 1)
        ],
    )
    todas.poner(
        PlanHallazgo,
        [
            PlanHallazgo(
                **_procedencia(version, _lugar(h.celda)),
                hallazgo_numero=numero,
                severidad=h.severidad,
                regla=h.regla.value,
                indicador_codigo=h.producto_codigo or None,
                celda=h.celda or None,
                mensaje=h.mensaje,
                que_hacer=h.que_hacer,
            )
            for numero, h in enumerate(revisada.hallazgos, 1)
        ],
    )
    return todas


def vigencias(versiones: Sequence[VersionDePlan], cortes: Sequence[date]) -> list[PlanVigencia]:
    """La versión que vale en cada corte de una política; ninguna fila si no tiene plan."""
    halladas = [(corte, *en_el_corte(versiones, corte)) for corte in sorted(set(cortes))]
    return [
        PlanVigencia(
            **_procedencia(vale, f"versión {vale.codigo}"),
            corte_fecha=corte,
            es_posterior=es_posterior,
        )
        for corte, vale, es_posterior in halladas
        if vale is not None
    ]


def _version(revisada: Revisada) -> PlanVersion:
    version, severidades = revisada.version, [h.severidad for h in revisada.hallazgos]
    plan = version.plan
    return PlanVersion(
        **_procedencia(version, f"hoja «{HOJA}»"),
        politica_nombre=version.politica_nombre,
        version_numero=version.version.numero,
        version_anio=version.version.anio,
        desde_fecha=version.desde,
        es_desde_supuesta=version.es_desde_supuesta,
        diseno=revisada.diseno,
        anio_desde=plan.anios[0],
        anio_hasta=plan.anios[-1],
        objetivos=len(plan.objetivos),
        resultados=sum(r.es_vigente for r in plan.resultados),
        productos=len(plan.vigentes),
        ponderacion_pct=fsum(legible(p.indicador.ponderacion_pct) or 0.0 for p in plan.vigentes),
        filas_sin_codigo=len(plan.sin_codigo),
        errores=severidades.count("error"),
        advertencias=severidades.count("advertencia"),
        notas=severidades.count("nota"),
    )


def _indicador(version: VersionDePlan, programado: Programado) -> _DeIndicador:
    i = programado.indicador
    return {
        **_procedencia(version, _lugar(i.lugares.get(("codigo",), ""))),
        "objetivo_numero": int(i.objetivo),
        "indicador_nombre": i.indicador_nombre or None,
        "vigencia": i.estado,
        "ponderacion_pct": legible(i.ponderacion_pct),
        "formula": programado.formula or None,
        "anualizacion_tipo": i.anualizacion_tipo,
        "periodicidad": i.periodicidad,
        "linea_base": legible(i.linea_base),
        "linea_base_periodo": programado.linea_base_periodo or None,
        "linea_base_fuente": programado.linea_base_fuente or None,
        "inicio_fecha": i.inicio,
        "fin_fecha": i.fin,
        "meta_final": legible(i.meta_final),
        "es_porcentaje": programado.es_porcentaje,
        "sector_nombre": i.sector or None,
        "entidad_nombre": i.entidad or None,
    }


def _resultado(version: VersionDePlan, resultado: Programado) -> PlanResultado:
    return PlanResultado(
        **_indicador(version, resultado),
        resultado_codigo=resultado.codigo,
        resultado_nombre=resultado.indicador.nombre or None,
    )


def _producto(version: VersionDePlan, producto: Programado) -> PlanProducto:
    return PlanProducto(
        **_indicador(version, producto),
        producto_codigo=producto.codigo,
        producto_nombre=producto.indicador.nombre or None,
        resultado_codigo=producto.indicador.resultado,
        dependencia_nombre=producto.dependencia or None,
        corresponsable_sector_nombre=producto.corresponsable_sector or None,
        corresponsable_entidad_nombre=producto.corresponsable_entidad or None,
        corresponsable_dependencia_nombre=producto.corresponsable_dependencia or None,
    )


def _metas(version: VersionDePlan, programado: Programado) -> list[PlanMeta]:
    indicador = programado.indicador

    def celda(anio: int) -> str:
        clave: Clave = ("meta", anio)
        return _lugar(indicador.lugares.get(clave, ""))

    return [
        PlanMeta(
            **_procedencia(version, celda(anio)),
            indicador_codigo=indicador.codigo,
            anio=anio,
            meta=legible(meta),
        )
        for anio, meta in indicador.metas.items()
    ]


def _procedencia(version: VersionDePlan, ubicacion: str) -> _Procedencia:
    """La clave, la fuente y el lugar; uno inventado lo dice en cada fila."""
    marca = LUGAR_SIMULADO if version.es_simulado else ""
    return {
        "politica_codigo": version.politica_codigo,
        "version_codigo": version.codigo,
        "fuente_codigo": version.fuente_codigo,
        "ubicacion": f"{marca}{ubicacion}",
    }


def _lugar(celda: str) -> str:
    return f"hoja «{HOJA}»" + (f", celda {celda}" if celda else "")
