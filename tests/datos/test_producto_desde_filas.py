"""De las filas del tablero, otra vez el indicador: el motor debe dar las cifras de la fila."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from fabrica_politica import CORTES, DICIEMBRE, JUNIO, POLITICA
from fabrica_seguimiento import indicador as hecho
from fabrica_seguimiento import periodo

from tablero.calculo.seguimiento import desde_filas
from tablero.calculo.seguimiento.indicador import ILEGIBLE, Indicador, Periodo
from tablero.calculo.seguimiento.motor import calcular, legible
from tablero.calculo.seguimiento.tablas.corte import Corte, Revisado
from tablero.calculo.seguimiento.tablas.detalle import metas as filas_de_metas
from tablero.calculo.seguimiento.tablas.detalle import reportes as filas_de_reportes
from tablero.calculo.seguimiento.tablas.productos import seguimiento
from tablero.calculo.semaforo import PUBLICADOS
from tablero.consultas import producto
from tablero.consultas.base import Base
from tablero.modelo import Tabla

CIFRAS = ("mp", "ma", "av", "pav_pct", "pahv_pct", "paa_pct", "trayectoria_pct", "brecha_pp")


@pytest.fixture(scope="module")
def libros(base_con_libros: Path) -> Base:
    return Base(base_con_libros)


def de_la_base(libros: Base, corte: date) -> dict[str, tuple[dict[Any, Any], Indicador]]:
    """Código → su fila de `politica_seguimiento` y el indicador armado con sus filas."""
    ancha = libros.tabla("politica_seguimiento")
    metas = producto.metas(libros, politica=POLITICA, corte=corte).datos
    reportes = producto.reportes(libros, politica=POLITICA, corte=corte).datos
    return {
        fila["producto_codigo"]: (
            fila,
            desde_filas.indicador(
                fila,
                metas[metas["producto_codigo"] == fila["producto_codigo"]].to_dict("records"),
                reportes[reportes["producto_codigo"] == fila["producto_codigo"]].to_dict("records"),
            ),
        )
        for fila in ancha[ancha["corte_fecha"] == corte].to_dict("records")
    }


@pytest.mark.parametrize("corte", CORTES)
def test_el_motor_da_lo_que_dice_la_fila(libros: Base, corte: date) -> None:
    armados = de_la_base(libros, corte)
    assert len(armados) == {JUNIO: 8, DICIEMBRE: 9}[corte]
    for codigo, (fila, indicador) in armados.items():
        cifras = calcular(indicador, Periodo(*CORTES[corte]))
        assert cifras.semaforo == fila["semaforo"], codigo
        for campo in CIFRAS:
            assert getattr(cifras, campo) == legible(fila[campo]), (codigo, campo)


def test_los_reportes_y_las_metas_de_un_producto(libros: Base) -> None:
    """El 1.1.2 en diciembre: el Q4 de 2023 pasó de 10 a 8, y cinco metas de 40."""
    _, indicador = de_la_base(libros, DICIEMBRE)["1.1.2"]
    assert indicador.reportes[Periodo(2023, 4)] == 8
    assert len(indicador.reportes) == 12
    assert dict(indicador.metas) == dict.fromkeys(range(2023, 2028), 40.0)
    uno = producto.reportes(libros, politica=POLITICA, corte=DICIEMBRE, codigo="1.1.2").datos
    assert list(zip(uno["anio"], uno["trimestre"], uno["valor"], strict=True))[3] == (2023, 4, 8.0)
    assert uno["ubicacion"].str.contains("Avance Cuantitativo").all()


def test_un_corte_sin_libro_no_tiene_metas(base: Base) -> None:
    corte = date(2024, 12, 31)
    assert producto.metas(base, politica=POLITICA, corte=corte).esta_vacio
    assert producto.reportes(base, politica=POLITICA, corte=corte, codigo="2.2.6").esta_vacio


def como_las_da_una_pregunta(filas: Iterable[Tabla]) -> list[dict[Any, Any]]:
    return pd.DataFrame(map(vars, filas)).to_dict("records")


@pytest.mark.parametrize(
    "datos",
    [
        # Nadie la escribió: parte de 0. Con 30 de 60, PAA 50 %.
        {"tipo": "Creciente", "linea_base": None},
        # Se escribió y no se lee: sin ella no hay PAA ni trayectoria.
        {"tipo": "Creciente", "linea_base": ILEGIBLE},
        {"tipo": "Creciente", "linea_base": ILEGIBLE, "reportes": {}},
        # Primer año: también la meta del período camina desde ella.
        {"tipo": "Creciente", "linea_base": ILEGIBLE, "metas": {2025: 40.0, 2026: 60.0}},
        {"tipo": "Decreciente", "linea_base": None, "meta_final": 10.0},
        {"tipo": "Decreciente", "linea_base": ILEGIBLE, "meta_final": 10.0},
        {"tipo": "Suma", "metas": {2024: ILEGIBLE, 2025: 40.0}},
        {"tipo": "Suma", "reportes": {"2024Q4": ILEGIBLE, "2025Q2": 5.0}},
        {"tipo": "Suma", "meta_final": ILEGIBLE},
        {"tipo": "Suma", "estado": None},
        {"tipo": None},
        {"tipo": "Suma", "periodicidad": None},
        {"tipo": "Suma", "periodicidad": None, "sin_leer": frozenset({"periodicidad"})},
        {"tipo": "Suma", "reportes": {}, "sin_leer": frozenset({"inicio"})},
        {"tipo": "Constante", "ponderacion_pct": ILEGIBLE, "sin_leer": frozenset({"fin"})},
    ],
    ids=str,
)
def test_lo_que_no_se_puede_leer_sigue_sin_dato(datos: dict[str, Any]) -> None:
    """El indicador del libro y el armado con sus filas dan lo mismo, también lo que es sin dato."""
    original = hecho(
        datos.pop("tipo"),
        datos.pop("periodicidad", "Trimestral"),
        **{
            "metas": {2024: 20.0, 2025: 40.0, 2026: 60.0},
            "meta_final": 60.0,
            "reportes": {"2024Q4": 20.0, "2025Q2": 30.0},
            **datos,
        },
    )
    corte = Corte("p", "P", JUNIO, "f", [original], PUBLICADOS)
    (fila,) = como_las_da_una_pregunta(seguimiento(Revisado(corte, [], "sispp")))
    metas, reportes = (
        como_las_da_una_pregunta(f(corte)) for f in (filas_de_metas, filas_de_reportes)
    )
    armado = desde_filas.indicador(fila, metas, reportes)
    antes, despues = (calcular(i, periodo("2025Q2")) for i in (original, armado))
    assert despues == antes
    assert armado.ilegibles == original.ilegibles
    assert calcular(armado, periodo("2026Q4")) == calcular(original, periodo("2026Q4"))
