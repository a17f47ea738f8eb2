"""Mide el buscador de un tablero: qué pesa su índice, cuánto tarda en llenarse y en contestar.

Uso: python benchmarks/medir_busqueda.py [ARCHIVO.duckdb …] [--vueltas 20]

Sin archivo, el de `data/`. Los milisegundos son de procesador: con la máquina ocupada solo estos
dicen algo. Cada pregunta se hace `--vueltas` veces, y además cada título de una muestra. Las cifras
se informan; ninguna prueba depende de ellas.
"""

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import quantiles

from tablero import rutas
from tablero.busqueda.buscar import buscar
from tablero.busqueda.indice import Indice
from tablero.busqueda.reunir import todos
from tablero.consultas.base import Base, Preguntas

PREGUNTAS = (
    *("salud mental", "3.1.7", "3.1", "54001", "¿y Usme?", "cúcuta", "cúcutta", "kukuta", "mig"),
    *("población migrante", "transfrencias psicosociales", "¿qué entidad reporta menos?", "a"),
    "personas atendidas en los centros intégrate de la frontera con Venezuela durante el año",
    "zzzzzzzz xxxxxxxx wwwwwwww",
)
TITULOS = 200
MIL = 1000


def medir(hacer: Callable[[], object]) -> float:
    """Los milisegundos de procesador que toma."""
    antes = time.process_time()
    hacer()
    return (time.process_time() - antes) * MIL


def tablero(archivo: Path, vueltas: int) -> None:
    """Escribe las medidas de un tablero."""
    preguntar = Preguntas(Base(archivo))
    antes = time.process_time()
    documentos = list(todos(preguntar))
    reunir = (time.process_time() - antes) * MIL
    antes = time.process_time()
    indice = Indice(documentos)
    llenar = (time.process_time() - antes) * MIL
    print(f"{archivo}: {len(documentos)} documentos, {len(indice.vocabulario)} palabras")
    print(
        f"  reunir {reunir:.0f} ms, llenar {llenar:.0f} ms, {sys.getsizeof(indice) / 2**20:.1f} MiB"
    )
    for pregunta in PREGUNTAS:
        _decir(pregunta, [medir(lambda p=pregunta: buscar(indice, p)) for _ in range(vueltas)])
    muestra = indice.titulos()[:: max(1, indice.cuantos // TITULOS)]
    _decir(f"{len(muestra)} títulos", [medir(lambda t=t: buscar(indice, t)) for t in muestra])


def _decir(que: str, medidas: list[float]) -> None:
    corte = quantiles(medidas, n=20)
    maximo = max(medidas)
    print(f"  {que[:40]:40}  p50 {corte[9]:6.2f}  p95 {corte[18]:6.2f}  máximo {maximo:6.2f} ms")


def principal() -> None:
    """Mide los archivos que se pidan."""
    lector = argparse.ArgumentParser(description=__doc__)
    lector.add_argument("archivos", type=Path, nargs="*", default=[rutas.BASE])
    lector.add_argument("--vueltas", type=int, default=20)
    pedido = lector.parse_args()
    for archivo in pedido.archivos:
        tablero(archivo, pedido.vueltas)


if __name__ == "__main__":
    principal()
