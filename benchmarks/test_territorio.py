"""Cuánto tardan las piezas pesadas del territorio, con los 1.122 municipios simulados.

Uso: pytest benchmarks   (la tabla la escribe pytest-benchmark; nada aquí aprueba ni reprueba)
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from pytest_benchmark.fixture import BenchmarkFixture

from tablero import rutas
from tablero.calculo.ipt.motor import calcular
from tablero.consultas.base import Base, Preguntas
from tablero.exportar import mapa_web
from tablero.exportar.geojson import geojson
from tablero.exportar.impresas import ficha as pdf
from tablero.exportar.impresas import lote
from tablero.exportar.mapa_png import mapa_png
from tablero.graficos.mapas.clases import clasificar
from tablero.graficos.mapas.coropleta import coropleta
from tablero.graficos.mapas.variables import PUNTAJE
from tablero.ingesta.construir import construir
from tablero.ingesta.fuentes.nomenclatura import leer_nomenclatura
from tablero.respuestas.ficha.pais import Pais, de_base
from tablero.respuestas.mapa.valores import valores
from tablero.simulacion.simular import simular

MUNICIPIOS, SEMILLA = 1_122, 7


@pytest.fixture(scope="session")
def fuentes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Los libros simulados."""
    carpeta = tmp_path_factory.mktemp("simulado") / "fuentes"
    nomenclatura = leer_nomenclatura(rutas.FUENTES)
    simular(carpeta, nomenclatura, municipios=MUNICIPIOS, semilla=SEMILLA, atenciones=None)
    return carpeta


@pytest.fixture(scope="session")
def base(fuentes: Path) -> Iterator[Base]:
    """El tablero construido con ellos."""
    destino = fuentes.parent / "tablero.duckdb"
    construir(fuentes, destino)
    yield Base(destino)
    st.cache_resource.clear()


@pytest.fixture(scope="session")
def pais(base: Base) -> Pais:
    """Lo que piden las fichas."""
    return de_base(base)


def test_leer_los_municipios(benchmark: BenchmarkFixture) -> None:
    """El libro verdadero de la división político-administrativa; dos décimas es lo de siempre."""
    benchmark(leer_nomenclatura, rutas.FUENTES)


def test_simular(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    """Escribir los siete libros."""
    nomenclatura = leer_nomenclatura(rutas.FUENTES)
    opciones: dict[str, Any] = {"municipios": MUNICIPIOS, "semilla": SEMILLA, "atenciones": None}
    benchmark.pedantic(
        simular, (tmp_path / "fuentes", nomenclatura), opciones, rounds=3, iterations=1
    )


def test_construir(benchmark: BenchmarkFixture, fuentes: Path, tmp_path: Path) -> None:
    """Leer, revisar, calcular (con el IPT) y escribir."""
    benchmark.pedantic(construir, (fuentes, fuentes.parent / "otro.duckdb"), rounds=3, iterations=1)


def test_calcular_el_ipt(benchmark: BenchmarkFixture, base: Base) -> None:
    """El índice de 1.122 municipios con sus corridas de robustez."""
    tablas = [
        base.tabla(t).astype(object).where(lambda d: d.notna(), None).to_dict("records")
        for t in ("ipt_valores", "ipt_direcciones", "ipt_indicadores")
    ]
    benchmark.pedantic(calcular, tablas, rounds=3, iterations=1)


def test_publicar_la_geometria(benchmark: BenchmarkFixture, base: Base, tmp_path: Path) -> None:
    """Las áreas con lo que se lee al señalarlas; después de la primera vez, sin escribir."""
    benchmark(mapa_web.publicar, Preguntas(base), rutas.CARTOGRAFIA, tmp_path)


def test_pintar_el_mapa(benchmark: BenchmarkFixture, base: Base, tmp_path: Path) -> None:
    """Clasificar los 1.122 puntajes y armar el dibujo."""
    lienzo = mapa_web.publicar(Preguntas(base), rutas.CARTOGRAFIA, tmp_path)
    datos = valores(Preguntas(base), PUNTAJE).datos

    def pintar() -> str:
        clases = clasificar(datos, PUNTAJE, "natural")
        return coropleta(lienzo, PUNTAJE, clases, "", "").dibujo.to_json()

    dibujo = benchmark(pintar)
    benchmark.extra_info["octetos"] = len(dibujo)


def test_geojson(benchmark: BenchmarkFixture, base: Base) -> None:
    """El GeoJSON de todo el país."""
    datos = valores(Preguntas(base), PUNTAJE).datos.assign(clase="")
    benchmark(geojson, base, rutas.CARTOGRAFIA, datos, PUNTAJE, None)


def test_png(benchmark: BenchmarkFixture, base: Base) -> None:
    """La imagen de todo el país."""
    datos = valores(Preguntas(base), PUNTAJE).datos
    opciones: dict[str, Any] = {
        "titulo": "Título",
        "fuente": "Fuente",
        "departamento": None,
        "simbolos": None,
    }
    argumentos = (base, rutas.CARTOGRAFIA, PUNTAJE, clasificar(datos, PUNTAJE, "natural"))
    benchmark.pedantic(mapa_png, argumentos, opciones, rounds=3, iterations=1)


def test_ficha_en_pdf(benchmark: BenchmarkFixture, pais: Pais) -> None:
    """La ficha de un municipio, después de la primera."""
    benchmark.pedantic(
        pdf.a_pdf, (pais, "municipio", "54001", rutas.CARTOGRAFIA), rounds=5, iterations=1
    )


def test_todas_las_fichas(benchmark: BenchmarkFixture, pais: Pais) -> None:
    """Las de los priorizados, en un ZIP."""
    hojas = pdf.las_de_priorizados(pais, rutas.CARTOGRAFIA)
    benchmark.pedantic(lote.comprimir, (hojas,), rounds=1, iterations=1)
