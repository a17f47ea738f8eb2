"""Conexiones que abusan: encabezados enormes, archivos que nadie pidió, y quien se conecta y calla.

    python tests/fallas/conexiones.py                    todas
    python tests/fallas/conexiones.py --a-medias 500     con más conexiones a medias

Sale con 1 si el servidor acepta alguna, o deja de responder a los demás.
"""

import argparse
import contextlib
import socket
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from comun_frontera import RAIZ, servidor

MEGA = 1024 * 1024
PLAZO = 15.0
"""Segundos en que debe haberse cerrado lo que no avanza."""


def _conectar(direccion: str) -> socket.socket:
    host, puerto = direccion.rsplit(":", 1)
    return socket.create_connection((host, int(puerto)), timeout=20)


def _cuanto_acepta(direccion: str, comienzo: bytes, megas: int) -> tuple[int, str]:
    """Cuántos octetos recibe antes de cerrar, y la primera línea de su respuesta."""
    enviados = 0
    with _conectar(direccion) as conexion:
        with contextlib.suppress(OSError):
            conexion.sendall(comienzo)
            for _ in range(megas * 16):
                conexion.sendall(b"a" * (MEGA // 16))
                enviados += MEGA // 16
            conexion.sendall(b"\r\n\r\n")
        with contextlib.suppress(OSError):
            return enviados, conexion.recv(200).decode("latin-1").partition("\r\n")[0]
    return enviados, "(cerrada sin respuesta)"


def _linea(direccion: str, pedido: bytes) -> str:
    with _conectar(direccion) as conexion:
        conexion.sendall(pedido)
        return conexion.recv(200).decode("latin-1").partition("\r\n")[0]


def _salud(direccion: str) -> float:
    """Segundos que tarda `/salud`; infinito si no responde bien."""
    desde = time.monotonic()
    with contextlib.suppress(OSError):
        pedido = f"GET /salud HTTP/1.1\r\nHost: {direccion}\r\nConnection: close\r\n\r\n"
        if " 200 " in _linea(direccion, pedido.encode()):
            return time.monotonic() - desde
    return float("inf")


@contextlib.contextmanager
def _abiertas(direccion: str, cuantas: int, comienzo: bytes) -> Iterator[list[socket.socket]]:
    with contextlib.ExitStack() as pila:
        abiertas = []
        for _ in range(cuantas):
            with contextlib.suppress(OSError):
                abiertas.append(pila.enter_context(_conectar(direccion)))
                abiertas[-1].sendall(comienzo)
        yield abiertas


def _siguen(conexiones: list[socket.socket], gotas: bytes = b"") -> int:
    """Cuántas siguen abiertas pasado el plazo; `gotas` es lo que envían cada segundo."""
    limite = time.monotonic() + PLAZO
    while time.monotonic() < limite:
        time.sleep(1)
        for conexion in conexiones if gotas else ():
            with contextlib.suppress(OSError):
                conexion.sendall(gotas)
    return sum(not _cerrada(conexion) for conexion in conexiones)


def _cerrada(conexion: socket.socket) -> bool:
    conexion.settimeout(0.01)
    try:
        while conexion.recv(4096):
            pass
    except TimeoutError:
        return False
    except OSError:
        return True
    return True


def principal() -> int:
    """Hace cada abuso y escribe una línea por cada uno."""
    opciones = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    opciones.add_argument("--a-medias", type=int, default=189)
    opciones.add_argument("--puerto", type=int, default=8745)
    opciones.add_argument("--raiz", type=Path, default=RAIZ, help="el programa que se mide")
    dicho = opciones.parse_args()
    fallas = []

    def decir(que: str, *, cumple: bool) -> None:
        print(f"{'bien' if cumple else 'MAL '} · {que}", flush=True)
        if not cumple:
            fallas.append(que)

    with servidor(dicho.puerto, dicho.raiz) as direccion:
        host = f"Host: {direccion}\r\n".encode()
        subir = b"/_stcore/upload_file/sesion/archivo HTTP/1.1\r\n" + host
        grandes: list[tuple[str, bytes, int]] = [
            ("un encabezado de 64 MB", b"GET / HTTP/1.1\r\n" + host + b"X-A: ", 64),
            ("una dirección de 64 MB", b"GET /", 64),
            ("120 MB subidos", b"PUT " + subir + b"Content-Length: 125829120\r\n\r\n", 120),
        ]
        for que, comienzo, megas in grandes:
            octetos, linea = _cuanto_acepta(direccion, comienzo, megas)
            decir(f"{que}: leyó {octetos / MEGA:.1f} MB · {linea}", cumple=octetos < 8 * MEGA)
        larga = _linea(direccion, b"GET /?a=" + b"x" * 9000 + b" HTTP/1.1\r\n" + host + b"\r\n")
        decir(f"una dirección de 9 kB: {larga}", cumple=" 414 " in larga)
        chorro: list[tuple[str, bytes, bytes]] = [
            ("que no dicen nada", b"", b""),
            ("con el encabezado a medias", b"GET / HTTP/1.1\r\n" + host, b""),
            ("que escriben una letra por segundo", b"GET / HTTP/1.1\r\nX-A: ", b"a"),
        ]
        for que, comienzo, gotas in chorro:
            with _abiertas(direccion, dicho.a_medias, comienzo) as conexiones:
                espera = _salud(direccion)
                siguen = _siguen(conexiones, gotas)
            texto = f"{len(conexiones)} conexiones {que}: /salud en {espera * 1000:.0f} ms; "
            decir(f"{texto}a los {PLAZO:.0f} s siguen {siguen}", cumple=espera < 1 and siguen == 0)
    return 1 if fallas else 0


if __name__ == "__main__":
    sys.exit(principal())
