"""Lo calculado, en filas: una por indicador, y una por hallazgo."""

from collections.abc import Iterable
from datetime import date

from tablero.calculo.seguimiento.hallazgos.hallazgo import Hallazgo
from tablero.calculo.seguimiento.motor import legible
from tablero.calculo.seguimiento.niveles import Seguido
from tablero.modelo.celda import Valor

Columnas = dict[str, Valor]
"""Columna → su valor."""
COLUMNAS = (
    "producto_codigo",
    "anualizacion_tipo",
    "mp",
    "ma",
    "av",
    "pav_pct",
    "pahv_pct",
    "paa_pct",
    "trayectoria_pct",
    "brecha_pp",
    "semaforo",
    "indicador_clase",
    "ponderacion_pct",
    "aporte_avance_pp",
    "aporte_trayectoria_pp",
    "aporte_brecha_pp",
    "fuera_causa",
    "trimestre_efectivo",
    "corte_fecha",
    "libro",
    "es_simulado",
    "formula_version",
)
COLUMNAS_DE_HALLAZGOS = (
    "severidad",
    "regla",
    "producto_codigo",
    "hoja",
    "celda",
    "mensaje",
    "que_hacer",
    "corte_fecha",
    "libro",
    "es_simulado",
    "formula_version",
)


def filas(
    seguidos: Iterable[Seguido], corte: date, libro: str, *, es_simulado: bool
) -> list[Columnas]:
    """Una fila por indicador, en el orden del libro; `None` es sin dato.

    Los porcentajes van en la escala donde 50 es 50 %. Un resultado no aporta puntos a la política,
    ni un producto que queda fuera de la suma: `fuera_causa` dice por qué.
    """
    return [
        _fila(s) | _procedencia(s.cifras.formula_version, corte, libro, es_simulado=es_simulado)
        for s in seguidos
    ]


def filas_de_hallazgos(
    hallazgos: Iterable[Hallazgo], version: str, corte: date, libro: str, *, es_simulado: bool
) -> list[Columnas]:
    """Una fila por hallazgo."""
    return [
        {
            "severidad": h.severidad,
            "regla": h.regla.value,
            "producto_codigo": h.producto_codigo or None,
            "hoja": h.hoja,
            "celda": h.celda or None,
            "mensaje": h.mensaje,
            "que_hacer": h.que_hacer,
        }
        | _procedencia(version, corte, libro, es_simulado=es_simulado)
        for h in hallazgos
    ]


def _fila(seguido: Seguido) -> Columnas:
    indicador, cifras = seguido.indicador, seguido.cifras
    es_producto = indicador.clase == "producto"
    aporte = seguido.aporte if es_producto and not seguido.fuera else None
    return {
        "producto_codigo": indicador.codigo,
        "anualizacion_tipo": indicador.anualizacion_tipo,
        "mp": cifras.mp,
        "ma": cifras.ma,
        "av": cifras.av,
        "pav_pct": cifras.pav_pct,
        "pahv_pct": cifras.pahv_pct,
        "paa_pct": cifras.paa_pct,
        "trayectoria_pct": cifras.trayectoria_pct,
        "brecha_pp": cifras.brecha_pp,
        "semaforo": cifras.semaforo,
        "indicador_clase": indicador.clase,
        "ponderacion_pct": legible(indicador.ponderacion_pct),
        "aporte_avance_pp": None if aporte is None else aporte.avance_pp,
        "aporte_trayectoria_pp": None if aporte is None else aporte.trayectoria_pp,
        "aporte_brecha_pp": None if aporte is None else aporte.brecha_pp,
        "fuera_causa": seguido.fuera if es_producto else None,
        "trimestre_efectivo": cifras.trimestre,
    }


def _procedencia(version: str, corte: date, libro: str, *, es_simulado: bool) -> Columnas:
    return {
        "corte_fecha": corte,
        "libro": libro,
        "es_simulado": es_simulado,
        "formula_version": version,
    }
