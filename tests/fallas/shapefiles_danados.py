"""Un archivo de cartografía dañado no impide construir ni abrir el tablero.

    python tests/fallas/shapefiles_danados.py [--casos vacio cortado] [--rapido]

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
DE_ESE_PROGRAMA = "import sys; sys.path.insert(0, sys.argv.pop(1)); "
CORRER = DE_ESE_PROGRAMA + "import runpy; runpy.run_module('tablero.cli', run_name='__main__')"
INSTALAR = (
    DE_ESE_PROGRAMA + "from tablero.cli.mapas import instalar_lo_soltado; instalar_lo_soltado()"
)
"""Lo que `abrir` y `construir` hacen con lo soltado, sin lo demás."""
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


def _orden(programa: Path, *partes: str) -> list[str]:
    return [sys.executable, "-c", CORRER, str(programa / "src"), *partes]


def correr(orden: list[str], datos: Path, programa: Path, tope: float) -> tuple[str, str]:
    """Qué pasó («bien» o por qué no) y lo que dijo."""
    try:
        hecho = subprocess.run(
            orden,
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
    return _en_palabras(hecho.returncode), dicho


def abrir(datos: Path, programa: Path, puerto: int, tope: float) -> tuple[str, str]:
    """Si `abrir` llegó a atender, y lo que dijo."""
    bitacora = datos / "abrir.txt"
    with bitacora.open("wb") as salida:
        proceso = subprocess.Popen(
            _orden(programa, "abrir", "--puerto", str(puerto), "--sin-navegador"),
            env=_entorno(datos, programa),
            cwd=datos,
            stdout=salida,
            stderr=subprocess.STDOUT,
        )
    limite, estado = time.monotonic() + tope, "se quedó esperando"
    while time.monotonic() < limite:
        if proceso.poll() is not None:
            codigo = proceso.returncode
            estado = _en_palabras(codigo)
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


def _en_palabras(codigo: int) -> str:
    if codigo == 0:
        return "bien"
    return f"salió con {codigo}" if codigo > 0 else f"murió ({signal.strsignal(-codigo)})"


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
    leer.add_argument("--rapido", action="store_true", help="solo instala: ni abre ni construye")
    leer.add_argument("--tope", type=float, default=240.0, help="segundos por orden")
    pedido = leer.parse_args()
    malos = 0
    with tempfile.TemporaryDirectory(prefix="tablero-fallas-") as temporal:
        base = Path(temporal) / "base"
        base.mkdir()
        estado, dicho = "bien", ""
        if pedido.rapido:
            (base / "fuentes").symlink_to(pedido.programa / "data" / "fuentes")
        else:
            estado, dicho = correr(
                _orden(pedido.programa, "construir"), base, pedido.programa, pedido.tope
            )
        if estado != "bien":
            print(f"Sin nada dañado, construir {estado}:\n{dicho}")
            return 1
        for nombre in pedido.casos:
            datos = Path(temporal) / nombre
            shutil.copytree(base, datos, symlinks=True)
            sueltos = datos / "cartografia"
            sueltos.mkdir(exist_ok=True)
            DANOS[nombre](sueltos)
            pasos = {}
            if pedido.rapido:
                solo = [sys.executable, "-c", INSTALAR, str(pedido.programa / "src")]
                pasos["instalar"] = correr(solo, datos, pedido.programa, pedido.tope)
            else:
                pasos["abrir"] = abrir(datos, pedido.programa, _puerto_libre(), pedido.tope)
                pasos["construir"] = correr(
                    _orden(pedido.programa, "construir"), datos, pedido.programa, pedido.tope
                )
            se_dijo = _se_dijo("".join(texto for _, texto in pasos.values()), sueltos)
            bien = se_dijo and all(que == "bien" for que, _ in pasos.values())
            malos += not bien
            hechos = "; ".join(f"{paso}: {que}" for paso, (que, _) in pasos.items())
            print(
                f"{'bien' if bien else 'MAL '} {nombre:24} {hechos}; "
                f"{'dicho en español' if se_dijo else 'NO se dijo'}",
                flush=True,
            )
            shutil.rmtree(datos, ignore_errors=True)
    print(f"{len(pedido.casos) - malos} de {len(pedido.casos)} daños cumplen.")
    return 1 if malos else 0


if __name__ == "__main__":
    sys.exit(main())
