"""Mide el corpus de una ciudad: cuánto tarda en construirse, cuánta memoria pide y cuánto ocupa.

Uso: python benchmarks/medir_corpus.py [--politicas 60] [--productos 100] [--cortes 8]
     python benchmarks/medir_corpus.py --fuentes CARPETA   (una ya simulada)

Los segundos son de reloj y, aparte, de procesador: con la máquina ocupada solo estos dicen algo.
Sin `--fuentes`, simula los libros en una carpeta temporal. La memoria es la suma de la residente
del proceso y de sus hijos, mirada veinte veces por segundo en /proc: cuenta dos veces lo que
comparten. Las cifras se informan; ninguna prueba depende de ellas.
"""

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from tempfile import TemporaryDirectory

from tablero.consultas.base import Base
from tablero.exportar.catalogo import catalogo

PAUSA = 0.05
MIB = 1024**2


def medir(nombre: str, orden: list[str]) -> None:
    """Escribe los segundos y los megas que pide una orden de `tablero`, con sus hijos."""
    inicio, antes = time.perf_counter(), getrusage(RUSAGE_CHILDREN)
    proceso = subprocess.Popen([sys.executable, "-m", "tablero.cli.principal", *orden])  # noqa: S603
    maxima = 0
    while proceso.poll() is None:
        maxima = max(maxima, sum(_residente(p) for p in _familia(proceso.pid)))
        time.sleep(PAUSA)
    if proceso.returncode:
        sys.exit(proceso.returncode)
    segundos, despues = time.perf_counter() - inicio, getrusage(RUSAGE_CHILDREN)
    cpu = despues.ru_utime + despues.ru_stime - antes.ru_utime - antes.ru_stime
    print(f"{nombre:10}  {segundos:6.1f} s  {cpu:6.1f} s de CPU  {maxima / MIB:6.0f} MB")


def _familia(pid: int) -> list[int]:
    """El proceso y sus descendientes vivos."""
    try:
        hijos = [
            int(hijo)
            for tarea in Path(f"/proc/{pid}/task").iterdir()
            for hijo in (tarea / "children").read_text().split()
        ]
    except OSError:
        return []
    return [pid, *(p for hijo in hijos for p in _familia(hijo))]


def _residente(pid: int) -> int:
    try:
        paginas = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    except OSError:
        return 0
    return paginas * os.sysconf("SC_PAGE_SIZE")


def principal() -> None:
    """Escribe una línea por medida."""
    lector = argparse.ArgumentParser(description=__doc__)
    for nombre, defecto in (("politicas", 60), ("productos", 100), ("cortes", 8)):
        lector.add_argument(f"--{nombre}", type=int, default=defecto)
    lector.add_argument("--fuentes", type=Path)
    pedido = lector.parse_args()
    with TemporaryDirectory(prefix="corpus-") as temporal:
        fuentes = pedido.fuentes or Path(temporal) / "fuentes"
        if not pedido.fuentes:
            opciones = [
                parte
                for nombre in ("politicas", "productos", "cortes")
                for parte in (f"--{nombre}", str(getattr(pedido, nombre)))
            ]
            medir("simular:", ["simular", "--destino", temporal, *opciones])
        medir("construir:", ["construir", "--fuentes", str(fuentes)])
        archivo = fuentes.resolve().parent / "tablero.duckdb"
        print(f"fuentes:    {_pesar(fuentes):6.0f} MB;  tablero: {_pesar(archivo):.0f} MB")
        inicio = time.perf_counter()
        base = Base(archivo)
        print(f"abrir:      {time.perf_counter() - inicio:6.2f} s")
        inicio = time.perf_counter()
        filas = sum(ficha.filas for ficha in catalogo(base))
        print(f"catálogo:   {time.perf_counter() - inicio:6.2f} s  {filas} filas")
        base.cerrar()


def _pesar(ruta: Path) -> float:
    archivos = [ruta] if ruta.is_file() else [r for r in ruta.rglob("*") if r.is_file()]
    return sum(archivo.stat().st_size for archivo in archivos) / MIB


if __name__ == "__main__":
    principal()
