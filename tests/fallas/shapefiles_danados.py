"""Un archivo de cartografía dañado no impide construir ni abrir el tablero.

    python tests/fallas/shapefiles_danados.py [--casos vacio cortado] [--sin-construir]

Por cada daño suelta el archivo en una carpeta de datos propia y exige que `abrir` atienda
(`/salud` responde), que `construir` termine bien, y que lo diga en español, nombrando el archivo.
Sale con 1 si alguno no cumple.
"""

import argparse
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from danos_shapefile import DANOS

RAIZ = Path(__file__).resolve().parents[2]
ESPANOL = ("No se instaló", "Sigue sin instalarse", "no se instaló", "está dañad", "no es una")


def _entorno(datos: Path, programa: Path) -> dict[str, str]:
    return {
        **os.environ,
        "TABLERO_DATOS": str(datos),
        "TABLERO_RAIZ": str(programa),
        "TABLERO_ORDEN": "tablero",
        "PYTHONPATH": str(programa / "src"),
        "PYTHONUTF8": "1",
    }


def _orden(*partes: str) -> list[str]:
    return [sys.executable, "-m", "tablero.cli", *partes]


def construir(datos: Path, programa: Path, tope: float) -> tuple[str, str]:
    """Qué pasó («bien» o por qué no) y lo que dijo."""
    try:
        hecho = subprocess.run(
            _orden("construir"),
            env=_entorno(datos, programa),
            cwd=datos,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=tope,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        return "se quedó esperando", (error.stdout or b"").decode(errors="replace")
    dicho = hecho.stdout.decode(errors="replace")
    return ("bien" if hecho.returncode == 0 else f"salió con {hecho.returncode}"), dicho


def abrir(datos: Path, programa: Path, puerto: int, tope: float) -> tuple[str, str]:
    """Si `abrir` llegó a atender, y lo que dijo."""
    bitacora = datos / "abrir.txt"
    with bitacora.open("wb") as salida:
        proceso = subprocess.Popen(
            _orden("abrir", "--puerto", str(puerto), "--sin-navegador"),
            env=_entorno(datos, programa),
            cwd=datos,
            stdout=salida,
            stderr=subprocess.STDOUT,
        )
    limite, estado = time.monotonic() + tope, "se quedó esperando"
    while time.monotonic() < limite:
        if proceso.poll() is not None:
            codigo = proceso.returncode
            estado = (
                f"salió con {codigo}" if codigo >= 0 else f"murió ({signal.strsignal(-codigo)})"
            )
            break
        try:
            with urllib.request.urlopen(f"http://localhost:{puerto}/salud", timeout=2) as respuesta:
                if respuesta.status == 200:
                    estado = "bien"
                    break
        except OSError:
            time.sleep(0.2)
    proceso.terminate()
    try:
        proceso.wait(timeout=20)
    except subprocess.TimeoutExpired:
        proceso.kill()
        proceso.wait()
    return estado, bitacora.read_text(encoding="utf-8", errors="replace")


def _puerto_libre() -> int:
    with socket.socket() as libre:
        libre.bind(("localhost", 0))
        return int(libre.getsockname()[1])


def _se_dijo(dicho: str, sueltos: Path) -> bool:
    """Que nombra lo soltado y lo dice en español, sin la traza de Python."""
    nombres = [ruta.name for ruta in sueltos.rglob("*")]
    en_espanol = any(frase in dicho for frase in ESPANOL)
    nombrado = any(nombre in dicho for nombre in nombres)
    return en_espanol and nombrado and "Traceback" not in dicho


def main() -> int:
    leer = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    leer.add_argument("--casos", nargs="*", default=list(DANOS), choices=list(DANOS))
    leer.add_argument("--programa", type=Path, default=RAIZ, help="otra copia del programa")
    leer.add_argument("--sin-construir", action="store_true", help="solo prueba `abrir`")
    leer.add_argument("--tope", type=float, default=240.0, help="segundos por orden")
    pedido = leer.parse_args()
    malos = 0
    with tempfile.TemporaryDirectory(prefix="tablero-fallas-") as temporal:
        base = Path(temporal) / "base"
        base.mkdir()
        estado, dicho = construir(base, pedido.programa, pedido.tope)
        if estado != "bien":
            print(f"Sin nada dañado, construir {estado}:\n{dicho}")
            return 1
        for nombre in pedido.casos:
            datos = Path(temporal) / nombre
            shutil.copytree(base, datos)
            sueltos = datos / "cartografia"
            sueltos.mkdir(exist_ok=True)
            DANOS[nombre](sueltos)
            abierto, al_abrir = abrir(datos, pedido.programa, _puerto_libre(), pedido.tope)
            construido, al_construir = "no se probó", ""
            if not pedido.sin_construir:
                construido, al_construir = construir(datos, pedido.programa, pedido.tope)
            dicho = _se_dijo(al_abrir + al_construir, sueltos)
            bien = abierto == "bien" and construido in ("bien", "no se probó") and dicho
            malos += not bien
            print(
                f"{'bien' if bien else 'MAL '} {nombre:24} abrir: {abierto}; construir: "
                f"{construido}; {'dicho en español' if dicho else 'NO se dijo'}",
                flush=True,
            )
            shutil.rmtree(datos, ignore_errors=True)
    print(f"{len(pedido.casos) - malos} de {len(pedido.casos)} daños cumplen.")
    return 1 if malos else 0


if __name__ == "__main__":
    sys.exit(main())
