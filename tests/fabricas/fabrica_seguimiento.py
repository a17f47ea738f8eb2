"""Indicadores de seguimiento hechos a mano, para las pruebas del motor."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pyxlsbwriter import XlsbWriter

from tablero.calculo.seguimiento.indicador import Indicador, Periodo
from tablero.calculo.seguimiento.motor import calcular
from tablero.calculo.seguimiento.niveles import Seguido
from tablero.simulacion.seguimiento.datos import inventar
from tablero.simulacion.seguimiento.escribir import escribir_xlsx
from tablero.simulacion.seguimiento.fallas import estropear
from tablero.simulacion.seguimiento.libro import Forma, Hojas, armar

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


CORTE = (2024, 4)
FORMA = Forma(tuple(range(2023, 2028)), CORTE)
NOMBRE = "libro.xlsx"


def hojas(productos: int = 12, *fallas: str) -> Hojas:
    """Las dos hojas de un libro inventado, con esas fallas."""
    return estropear(armar(inventar(7, productos, FORMA.anios, CORTE), FORMA), FORMA, fallas)


def escribir(ruta: Path, celdas: Hojas) -> Path:
    """Guarda las hojas según la extensión: `.xlsx` o `.xlsb`."""
    if ruta.suffix == ".xlsx":
        return escribir_xlsx(ruta, celdas)
    with XlsbWriter(str(ruta)) as libro:
        for nombre, filas in celdas.items():
            libro.add_sheet(nombre)
            libro.write_sheet(filas)
    return ruta
