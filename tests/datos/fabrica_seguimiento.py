"""Indicadores de seguimiento hechos a mano, para las pruebas del motor."""

from collections.abc import Mapping
from typing import Any

from tablero.calculo.seguimiento.indicador import Indicador, Periodo
from tablero.calculo.seguimiento.motor import calcular
from tablero.calculo.seguimiento.politica import Seguido

ANIOS = tuple(range(2020, 2036))


def indicador(tipo: str = "Suma", periodicidad: str = "Trimestral", **datos: Any) -> Indicador:
    """Un indicador vigente de esos años; `reportes` es «2024Q2» → valor."""
    reportes: Mapping[str, float] = datos.pop("reportes", {})
    base: dict[str, Any] = {
        "codigo": "1.1.1",
        "anualizacion_tipo": tipo,
        "periodicidad": periodicidad,
        "metas": {},
        "meta_final": None,
        "ponderacion_pct": 100.0,
        "anios": ANIOS,
        "reportes": {periodo(p): valor for p, valor in reportes.items()},
    }
    return Indicador(**{**base, **datos})


def periodo(texto: str) -> Periodo:
    """«2024Q2» → el segundo trimestre de 2024."""
    anio, _, trimestre = texto.partition("Q")
    return Periodo(int(anio), int(trimestre))


def seguido(hasta: str, dato: Indicador) -> Seguido:
    """Un indicador con sus cifras hasta ese trimestre."""
    return Seguido(dato, calcular(dato, periodo(hasta)))
