"""Ningún texto de la dirección ni de una fuente es un enlace, una imagen o una fórmula.

    python tests/fallas/enlaces.py [--formas http www] [--solo-direccion] [--programa RUTA]

Abre el tablero en Chromium: cada forma de escribir un enlace, en cada página que repite lo que se
le pide; y todas las páginas sobre un tablero cuyas celdas de texto traen esas formas. Sale con 1 si
algo dejó de ser texto. `--programa` mira otra copia del programa.
"""

import argparse
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

from playwright.sync_api import Page, sync_playwright

RAIZ = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(RAIZ / "tests" / "fabricas"))
from fabrica_ajena import ASENTADA, FORMAS, MIRAR, envenenar  # noqa: E402

ECOS = {
    "": ("politica", "corte", "departamento", "municipio"),
    "semaforo": ("politica", "corte", "departamento", "ver", "objetivo", "estado", "entidad"),
    "logros": ("politica", "corte"),
    "producto": ("codigo", "departamento"),
    "entidad": ("nombre", "departamento"),
    "historia": ("serie", "antes", "ver"),
    "hallazgos": ("regla", "producto", "ver"),
    "suponer": ("supone", "codigo"),
    "conciliacion": ("documento", "estado"),
    "ficha_territorial": ("cluster",),
    "sesion": ("sesion", "ver", "entidad"),
    "indice_ipt": ("pesos", "edicion", "ver"),
    "mapas_ipt": ("variable", "cortes", "simbolos", "departamento"),
    "no-hay-tal-pagina": ("x",),
}
"""Página → los parámetros que repite cuando no los entiende."""
CORRER = (
    "import sys; sys.path.insert(0, sys.argv.pop(1)); "
    "import runpy; runpy.run_module('tablero.cli', run_name='__main__')"
)
BANDERAS = ("--headless", "--no-sandbox", "--disable-quic", "--disable-background-networking")


@contextmanager
def servidor(programa: Path, datos: Path, base: Path) -> Iterator[str]:
    """El tablero de esa copia del programa sobre ese archivo; da su dirección."""
    with socket.socket() as libre:
        libre.bind(("localhost", 0))
        puerto = libre.getsockname()[1]
    entorno = {
        **os.environ,
        "TABLERO_DATOS": str(datos),
        "TABLERO_RAIZ": str(programa),
        "TABLERO_BASE": str(base),
        "PYTHONPATH": str(programa / "src"),
    }
    abrir = (sys.executable, "-c", CORRER, str(programa / "src"), "abrir")
    with (datos / "servidor.txt").open("wb") as bitacora:
        proceso = subprocess.Popen(
            [*abrir, "--puerto", str(puerto), "--sin-navegador"],
            cwd=programa,
            env=entorno,
            stdout=bitacora,
            stderr=subprocess.STDOUT,
        )
    direccion = f"http://localhost:{puerto}"
    try:
        for _ in range(600):
            if proceso.poll() is not None:
                raise SystemExit((datos / "servidor.txt").read_text(errors="replace"))
            try:
                with urllib.request.urlopen(f"{direccion}/salud", timeout=2):
                    break
            except OSError:
                time.sleep(0.3)
        yield direccion
    finally:
        if proceso.poll() is not None:
            print(f"El servidor terminó antes de tiempo ({proceso.returncode}).")
            print((datos / "servidor.txt").read_text(errors="replace")[-2000:])
        proceso.terminate()
        proceso.wait(timeout=30)


def mirar(pagina: Page, direccion: str) -> list[str]:
    """Lo que en esa página dejó de ser texto."""
    pagina.goto(direccion)
    pagina.wait_for_selector("h1")
    pagina.evaluate(ASENTADA)
    return list(pagina.evaluate(MIRAR))


def de_la_direccion(pagina: Page, direccion: str, formas: list[str], paginas: list[str]) -> int:
    """Cuántas formas no quedaron en texto, en alguna página."""
    malas = 0
    for nombre in formas:
        hallado = {}
        for ruta in paginas:
            pedido = urlencode(dict.fromkeys(ECOS[ruta], FORMAS[nombre]))
            if malo := mirar(pagina, f"{direccion}/{ruta}?{pedido}"):
                hallado[ruta or "inicio"] = malo[0]
        malas += bool(hallado)
        donde = f"en {', '.join(hallado)}: {next(iter(hallado.values()))}" if hallado else ""
        print(f"{'MAL ' if hallado else 'bien'} {nombre:22} {donde}", flush=True)
    return malas


def de_las_fuentes(pagina: Page, direccion: str, programa: Path) -> int:
    """Cuántas páginas de un tablero hostil traen algo que no es texto."""
    malas = 0
    paginas = ["", *sorted(p.stem for p in (programa / "pages").glob("*.py"))]
    for ruta in [*paginas, "ficha_territorial?municipio=54001", "producto?codigo=1.1.2"]:
        malo = mirar(pagina, f"{direccion}/{ruta}")
        malas += bool(malo)
        cuantos = f"{len(malo)}; el primero: {malo[0]}" if malo else ""
        print(f"{'MAL ' if malo else 'bien'} /{ruta:34} {cuantos}", flush=True)
    return malas


def main() -> int:
    leer = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    leer.add_argument("--formas", nargs="*", default=list(FORMAS), choices=list(FORMAS))
    leer.add_argument("--paginas", nargs="*", default=list(ECOS), choices=list(ECOS))
    leer.add_argument("--solo-direccion", action="store_true")
    leer.add_argument("--solo-fuentes", action="store_true")
    leer.add_argument("--programa", type=Path, default=RAIZ)
    leer.add_argument("--base", type=Path, help="un tablero ya construido; si no, lo construye")
    pedido = leer.parse_args()
    malas = 0
    chromium = next(filter(None, map(shutil.which, ("chromium", "google-chrome", "chrome"))), None)
    with tempfile.TemporaryDirectory(prefix="tablero-enlaces-") as temporal, sync_playwright() as p:
        datos = Path(temporal)
        base = datos / "tablero.duckdb"
        if pedido.base:
            shutil.copyfile(pedido.base, base)
        else:
            entorno = {**os.environ, "TABLERO_DATOS": temporal, "TABLERO_RAIZ": str(RAIZ)}
            construir = [sys.executable, "-m", "tablero.cli", "construir"]
            subprocess.run(construir, env=entorno, check=True, stdout=subprocess.DEVNULL)
        navegador = p.chromium.launch(executable_path=chromium, args=list(BANDERAS))
        pagina = navegador.new_page()
        pagina.set_default_timeout(120_000)
        if not pedido.solo_fuentes:
            with servidor(pedido.programa, datos, base) as direccion:
                sin_texto = de_la_direccion(pagina, direccion, pedido.formas, pedido.paginas)
            print(f"De la dirección: {sin_texto} de {len(pedido.formas)} formas no son texto.")
            malas += sin_texto
        if not pedido.solo_direccion:
            hostil = datos / "hostil.duckdb"
            shutil.copyfile(base, hostil)
            print(f"Celdas con texto hostil: {envenenar(hostil)}.")
            with servidor(pedido.programa, datos, hostil) as direccion:
                sin_texto = de_las_fuentes(pagina, direccion, pedido.programa)
            print(f"De las fuentes: {sin_texto} páginas traen algo que no es texto.")
            malas += sin_texto
        navegador.close()
    return 1 if malas else 0


if __name__ == "__main__":
    sys.exit(main())
