"""SIGKILL en un instante al azar de lo que publica ediciones y vuelve a ellas.

Después de cada muerte: la cadena del registro está entera, el tablero es el de antes o el de
después, y la orden siguiente deja una sola edición por cada contenido, con sus libros guardados.
Completo: --veces 100.
"""

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from itertools import pairwise
from pathlib import Path

import comun_escritura  # noqa: F401 - pone las fábricas en el camino
import openpyxl
from fabrica_sello import sellar_todo

from tablero import rutas
from tablero.ingesta.construir import construir
from tablero.ingesta.ediciones.contenido import mirar
from tablero.ingesta.fuentes.documentos import descubrir, sha256
from tablero.registro.archivo import leer
from tablero.registro.cadena import fallas
from tablero.registro.ediciones import ediciones
from tablero.registro.lugares import Lugares


def girar(fuentes: Path, pesos: int) -> None:
    """Cambia lo girado a Necoclí: otro contenido, otra edición."""
    ruta = next((fuentes / "cnim").glob("*/cnim.xlsx"))
    libro = openpyxl.load_workbook(ruta)
    hoja = libro["Transferencias"]
    titulos = [celda.value for celda in hoja[1]]
    for titulo, valor in (("Valor", pesos), ("Cita", f"Antioquia, Necoclí ${pesos}")):
        hoja.cell(2, titulos.index(titulo) + 1).value = valor
    libro.save(ruta)
    sellar_todo(descubrir(fuentes))


def lanzar(*orden: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-m", "tablero.cli", *orden],
        env={**os.environ, "PYTHONUTF8": "1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def revisar(tablero: Path, posibles: set[str]) -> str:
    """Cómo quedó; falla si algo quedó a medias."""
    lugares = Lugares.de(tablero)
    assert fallas(leer(lugares.registro)) == []
    contenido = mirar(tablero).sha256
    assert contenido in posibles, "el tablero no es el de antes ni el de después"
    for edicion in ediciones(lugares.registro):
        for _, huella in edicion.archivos:
            assert sha256(lugares.objetos / huella) == huella
    return "pendiente" if lugares.pendiente.exists() else "en reposo"


def main() -> None:
    argumentos = argparse.ArgumentParser(description=__doc__)
    argumentos.add_argument("--veces", type=int, default=20)
    veces = argumentos.parse_args().veces
    azar = random.Random(7)  # noqa: S311 - solo elige momentos
    quedaron: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as carpeta:
        fuentes = Path(shutil.copytree(rutas.FUENTES, Path(carpeta) / "fuentes"))
        tablero = Path(carpeta) / "tablero.duckdb"
        construir(fuentes, tablero)
        dura = time.monotonic()
        construir(fuentes, tablero)
        dura = time.monotonic() - dura + 1.5
        for vez in range(veces):
            antes = mirar(tablero).sha256
            if vez % 2:
                destino = str(azar.randint(1, len(ediciones(Lugares.de(tablero).registro)) - 1))
                proceso = lanzar("volver", destino, "--nota", "ensayo", "--fuentes", str(fuentes))
            else:
                girar(fuentes, 1000 + vez)
                proceso = lanzar("construir", "--fuentes", str(fuentes))
            time.sleep(azar.uniform(0.2, dura))
            proceso.kill()
            proceso.wait()
            despues = {e.contenido for e in ediciones(Lugares.de(tablero).registro)}
            nuevo = mirar(tablero).sha256
            quedaron[revisar(tablero, {antes, nuevo, *despues})] += 1
            construir(fuentes, tablero)
            publicadas = ediciones(Lugares.de(tablero).registro)
            assert publicadas[-1].contenido == mirar(tablero).sha256
            assert not Lugares.de(tablero).pendiente.exists()
            assert [e.numero for e in publicadas] == list(range(1, len(publicadas) + 1))
            seguidas = pairwise(publicadas)
            assert all(uno.contenido != otro.contenido for uno, otro in seguidas)
            revisar(tablero, {publicadas[-1].contenido})
            sys.stdout.write(f"\r{vez + 1} de {veces}")
            sys.stdout.flush()
    sys.stdout.write(f"\nTodo entero. Al morir: {dict(quedaron)}. Ediciones: {len(publicadas)}\n")


if __name__ == "__main__":
    main()
