"""Con qué nombres responde el servidor, qué cuenta de sí y con qué cabeceras dice que no.

    python tests/fallas/anfitriones.py

Sale con 1 si atiende un nombre ajeno, si dice con qué corre o si una respuesta va desprotegida.
"""

import argparse
import asyncio
import http.client
import socket
import sys
from pathlib import Path

import websockets
from comun_frontera import RAIZ, Visitante, servidor

SEGURAS = ("content-security-policy", "x-content-type-options", "x-frame-options")
AJENO = "ajeno.example"
CASOS = (
    ("GET", "/", {}, 200),
    ("GET", "/no_existe", {}, 404),
    ("GET", "/%2e%2e/etc/passwd", {}, 400),
    ("POST", "/", {}, 405),
    ("PUT", "/_stcore/upload_file/a/b", {"content-length": "3"}, 413),
    ("POST", "/sala/anotar", {}, 403),
    ("POST", "/sala/anotar", {"content-length": "16385"}, 413),
    ("POST", "/sala/preguntar", {"content-length": "3"}, 413),
    ("GET", "/?a=" + "x" * 9000, {}, 414),
    ("GET", "/", {"host": AJENO}, 421),
    ("GET", "/", {"x-a": "x" * 40_000}, 431),
    ("GET", "/app/static/" + "x" * 5000, {}, 404),
    ("GET", "/static/" + "x" * 5000, {}, 404),
    ("GET", "/media/" + "x" * 5000, {}, 404),
    ("GET", "/static/nada.js", {}, 404),
    ("GET", "/media/nada.csv", {}, 404),
    *(
        ("GET", ruta, {}, 404)
        for ruta in (
            "/_stcore/metrics",
            "/_stcore/nada",
            "/_stcore/upload_file/a/b",
            "/_stcore/script-health-check",
            "/_stcore/agent/mcp",
            "/_stcore/bidi-components/a/b",
            "/component/a/b",
            "/auth/login",
            "/oauth2callback",
        )
    ),
    ("GET", "/_stcore/health", {}, 200),
    ("GET", "/_stcore/host-config", {}, 200),
)


def _pedir(
    direccion: str, metodo: str, ruta: str, extra: dict[str, str]
) -> tuple[int, dict[str, str], str]:
    conexion = http.client.HTTPConnection(direccion, timeout=20)
    try:
        conexion.putrequest(metodo, ruta, skip_host="host" in extra)
        for nombre, valor in extra.items():
            conexion.putheader(nombre, valor)
        conexion.endheaders()
        respuesta = conexion.getresponse()
        cabeceras = {n.lower(): v for n, v in respuesta.getheaders()}
        return respuesta.status, cabeceras, respuesta.read().decode("utf-8", "replace")
    finally:
        conexion.close()


def _cruda(direccion: str, pedido: bytes) -> str:
    host, puerto = direccion.rsplit(":", 1)
    with socket.create_connection((host, int(puerto)), timeout=20) as conexion:
        conexion.sendall(pedido)
        return conexion.recv(8192).decode("utf-8", "replace").lower()


async def _saludos(direccion: str) -> list[tuple[str, bool]]:
    async with Visitante.abrir(direccion) as persona:
        primero = await persona.primero()
        respuesta = persona.conexion.response
        sin_servidor = respuesta is not None and "server" not in respuesta.headers
    inicial = primero.new_session.initialize.environment_info
    contado = [primero.new_session.main_script_path, inicial.streamlit_version]
    contado += [inicial.python_version, inicial.server_os]
    vistos = [
        (f"el primer mensaje cuenta {[c for c in contado if c]}", not any(contado)),
        ("la conexión aceptada no dice con qué corre", sin_servidor),
    ]
    ajenos = {
        "otro nombre con su mismo origen": (f"http://{AJENO}", {"Host": AJENO}, 421),
        "otro origen": (f"http://{AJENO}", {}, 403),
    }
    for que, (origen, extra, esperado) in ajenos.items():
        try:
            async with websockets.connect(
                f"ws://{direccion}/_stcore/stream",
                origin=websockets.Origin(origen),
                additional_headers=extra,
                proxy=None,
            ):
                vistos.append((f"un WebSocket de {que}: aceptado", False))
        except websockets.InvalidStatus as error:
            estado = error.response.status_code
            bien = estado == esperado and all(c in error.response.headers for c in SEGURAS)
            vistos.append((f"un WebSocket de {que}: {estado}", bien))
    return vistos


def principal() -> int:
    """Hace cada pedido y escribe una línea por los que no salen como deben."""
    opciones = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    opciones.add_argument("--puerto", type=int, default=8750)
    opciones.add_argument("--raiz", type=Path, default=RAIZ, help="el programa que se mide")
    dicho = opciones.parse_args()
    vistos = []
    with servidor(dicho.puerto, dicho.raiz) as direccion:
        for metodo, ruta, extra, esperado in CASOS:
            estado, cabeceras, _ = _pedir(direccion, metodo, ruta, extra)
            faltan = [c for c in SEGURAS if c not in cabeceras]
            bien = estado == esperado and not faltan and "server" not in cabeceras
            nota = (
                f"{'con' if 'server' in cabeceras else 'sin'} Server, faltan {faltan or 'ninguna'}"
            )
            vistos.append((f"{metodo} {ruta[:40]} {list(extra)}: {estado}, {nota}", bien))
        for que, pedido in {
            "un pedido que no se entiende": b"\x16\x03\x01 hola\r\n\r\n",
            "un saludo de WebSocket mal hecho": (
                f"GET /_stcore/stream HTTP/1.1\r\nHost: {direccion}\r\nConnection: Upgrade\r\n"
                "Upgrade: websocket\r\nSec-WebSocket-Version: 1\r\n\r\n"
            ).encode(),
        }.items():
            texto = _cruda(direccion, pedido)
            bien = all(c in texto for c in SEGURAS) and "server:" not in texto
            vistos.append((f"{que}: {texto.partition(chr(13))[0]}", bien))
        vistos += asyncio.run(_saludos(direccion))
    for que, bien in vistos:
        print(f"{'bien' if bien else 'MAL '} · {que}")
    return 0 if all(bien for _, bien in vistos) else 1


if __name__ == "__main__":
    sys.exit(principal())
