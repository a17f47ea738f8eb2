"""Cuánto tardan las piezas del seguimiento, con libros simulados.

Uso: pytest benchmarks   (la tabla la escribe pytest-benchmark; nada aquí aprueba ni reprueba)

El corpus de una ciudad, que tarda más, lo mide `medir_corpus.py`.
"""

from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from tablero.calculo.seguimiento.historia.comparar import comparar
from tablero.calculo.seguimiento.historia.efectos import efectos
from tablero.calculo.seguimiento.historia.en_corte import EnCorte
from tablero.calculo.seguimiento.tablas.corte import Corte
from tablero.calculo.semaforo import PUBLICADOS
from tablero.ingesta.seguimiento.carpetas import DocumentoSeguimiento, descubrir_seguimiento
from tablero.ingesta.seguimiento.leer import leer_seguimiento
from tablero.ingesta.seguimiento.procesar import armar, procesar
from tablero.simulacion.seguimiento import corpus

PRODUCTOS, SEMILLA = 200, 7
"""Los trece años son los de toda política simulada."""


@pytest.fixture(scope="session")
def documentos(tmp_path_factory: pytest.TempPathFactory) -> tuple[DocumentoSeguimiento, ...]:
    """Dos libros seguidos de una política."""
    carpeta = tmp_path_factory.mktemp("seguimiento")
    corpus.escribir(carpeta, SEMILLA, politicas=1, productos=PRODUCTOS, cortes=2)
    return descubrir_seguimiento(carpeta)


@pytest.fixture(scope="session")
def cortes(documentos: tuple[DocumentoSeguimiento, ...]) -> list[Corte]:
    """Los dos, calculados."""
    return [
        armar(leer_seguimiento(d.libros["productos"]), d.ficha.corte_fecha, PUBLICADOS)
        for d in documentos
    ]


def test_escribir_un_libro(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    """Inventar la política y escribir un libro."""
    vueltas = iter(range(100))

    def escribir() -> None:
        carpeta = tmp_path / str(next(vueltas))
        corpus.escribir(carpeta, SEMILLA, politicas=1, productos=PRODUCTOS, cortes=1)

    benchmark.pedantic(escribir, rounds=3, iterations=1)


def test_leer_revisar_y_calcular_un_libro(
    benchmark: BenchmarkFixture, documentos: tuple[DocumentoSeguimiento, ...]
) -> None:
    """Todo lo que la construcción hace con un libro de 200 productos y 13 años: menos de 3 s."""
    benchmark.pedantic(procesar, (documentos[:1], {}, PUBLICADOS), rounds=5, iterations=1)


def test_comparar_dos_cortes(benchmark: BenchmarkFixture, cortes: list[Corte]) -> None:
    """Qué cambió y qué le hizo cada cambio al avance."""
    antes, despues = ([EnCorte.de_seguido(s) for s in corte.productos] for corte in cortes)

    def comparar_todo() -> None:
        comparar(antes, despues, cortes[0].hasta, cortes[1].hasta)
        efectos(antes, despues, cortes[0].hasta)

    benchmark(comparar_todo)
