"""SIGKILL en un instante al azar de cada orden que escribe, con el tablero servido a diez personas.

Después de cada muerte: el servidor contesta y alguien nuevo ve la portada, el tablero se abre, las
fuentes son las de antes o las de después (nunca otra cosa) y la orden siguiente funciona sin dejar
restos. Completo: --veces 100.
"""

import argparse
import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from comun_escritura import (
    POLITICA,
    carpeta_de_datos,
    correr,
    editar,
    esta_entero,
    huellas,
    lanzar,
    matar,
    restos,
    servido,
    sirve,
)
from fabrica_cartografia import del_pais, escribir, pais_entero
from fabrica_importar import SUMA, cambiar, libro

CORTE = f"fuentes/seguimiento/{POLITICA}/2025-06-30"


@dataclass
class Caso:
    """Una orden que se mata: qué la prepara y cómo se repite."""

    orden: tuple[str, ...]
    preparar: Callable[[int], None]
    despues: Callable[[int], tuple[str, ...]]
    """La orden siguiente, que debe funcionar."""


def casos(datos: Path) -> dict[str, Caso]:
    aparte = datos / "aparte"
    aparte.mkdir()
    libros = [
        libro(
            aparte / f"libro_{n}.xlsx", cambiar("1.1.1", reportes={**SUMA.reportes, (2025, 2): v})
        )
        for n, v in enumerate((60.0, 30.0))
    ]
    limites = aparte / "limites.zip"
    escribir(del_pais(pais_entero()), limites)

    def un_libro(vuelta: int) -> None:
        (aparte / "LIBRO.xlsx").write_bytes(libros[vuelta % 2].read_bytes())

    importar = ("seguimiento", "importar", str(aparte / "LIBRO.xlsx"), "--reemplazar")
    instalar = ("cartografia", "instalar", str(limites))
    return {
        "construir": Caso(("construir",), lambda _: None, lambda _: ("construir",)),
        "sellar": Caso(
            ("sellar", "--si"),
            lambda vuelta: editar(datos, 60_431_001 + vuelta),
            lambda _: ("sellar", "--si"),
        ),
        "importar": Caso(importar, un_libro, lambda _: importar),
        "instalar": Caso(instalar, lambda _: None, lambda _: instalar),
    }


@contextmanager
def cronometrada(datos: Path, orden: tuple[str, ...]) -> Iterator[float]:
    inicio = time.monotonic()
    hecho = correr(datos, *orden)
    if hecho.returncode:
        raise RuntimeError(f"{orden}: {hecho.stderr}")
    yield time.monotonic() - inicio


def sello_entero(datos: Path) -> bool:
    """Las hojas y la ficha del libro que se edita dicen lo mismo: el sello es uno solo."""
    import csv  # noqa: PLC0415

    from tablero.ingesta.fuentes.documentos import descubrir  # noqa: PLC0415
    from tablero.ingesta.fuentes.sello import exigir_sellos  # noqa: PLC0415

    documentos = descubrir(datos / "fuentes")
    exigir_sellos(documentos)
    (cnim,) = (d for d in documentos if d.nombre == "cnim")
    with (cnim.carpeta / "sello" / "transferencias_psicosociales.csv").open() as abierta:
        primera = next(csv.DictReader(abierta))
    import openpyxl  # noqa: PLC0415

    hoja = openpyxl.load_workbook(cnim.libro)["Transferencias"]
    titulos = [c.value for c in hoja[1]]
    return primera["valor_cop"] == str(hoja.cell(2, titulos.index("Valor") + 1).value)


def golpear(datos: Path, nombre: str, caso: Caso, veces: int, direccion: str) -> Counter[str]:
    azar = random.Random(7)  # noqa: S311 - solo elige instantes
    cuenta: Counter[str] = Counter()
    caso.preparar(-1)
    with cronometrada(datos, caso.orden) as dura:
        print(f"{nombre}: {dura:.1f} s sin matarla")
    for vuelta in range(veces):
        caso.preparar(vuelta)
        proceso = lanzar(datos, *caso.orden)
        time.sleep(azar.uniform(0, dura))
        cuenta["muertas en marcha"] += proceso.poll() is None
        matar(proceso)
        cuenta["con restos"] += bool(restos(datos))
        cuenta["no sirve"] += not sirve(direccion)
        cuenta["tablero dañado"] += not esta_entero(datos / "tablero.duckdb")
        hecho = correr(datos, *caso.despues(vuelta))
        if hecho.returncode:
            cuenta["la siguiente falla"] += 1
            print(f"  {vuelta}: {hecho.returncode} {hecho.stderr.strip()}")
        cuenta["quedan restos"] += bool(restos(datos))
        cuenta["fuentes rotas"] += not sello_entero(datos)
        cuenta["tablero dañado"] += not esta_entero(datos / "tablero.duckdb")
    print(f"  {dict(cuenta)}", flush=True)
    return cuenta


ROTAS = ("no sirve", "tablero dañado", "la siguiente falla", "quedan restos", "fuentes rotas")


def principal() -> int:
    opciones = argparse.ArgumentParser(description=__doc__)
    opciones.add_argument("--veces", type=int, default=3, help="muertes de cada orden")
    opciones.add_argument("--personas", type=int, default=10, help="quienes miran el tablero")
    opciones.add_argument("--cada", type=float, default=5.0, help="segundos entre dos miradas")
    opciones.add_argument("--solo", choices=("construir", "sellar", "importar", "instalar"))
    pedido = opciones.parse_args()
    total: Counter[str] = Counter()
    with carpeta_de_datos() as datos:
        if (hecho := correr(datos, "construir")).returncode:
            raise RuntimeError(hecho.stderr)
        elegidos = casos(datos)
        with servido(datos, pedido.personas, pedido.cada) as (direccion, gente):
            for nombre, caso in elegidos.items():
                if pedido.solo in (None, nombre):
                    total += golpear(datos, nombre, caso, pedido.veces, direccion)
            print(f"Mientras tanto: {gente['vistas']} vistas, {gente['fallas']} fallidas.")
        assert huellas(datos)
    rotas = {clave: total[clave] for clave in ROTAS if total[clave]}
    print(f"Se rompió: {rotas}" if rotas else "Todo se cumplió.")
    return bool(rotas)


if __name__ == "__main__":
    sys.exit(principal())
