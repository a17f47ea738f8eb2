"""Lo que comparten las pruebas de carga de la frontera: un servidor, visitantes y percentiles."""

import contextlib
import os
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import AsyncIterator, Iterator, Sequence
from pathlib import Path
from typing import Self

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

RAIZ = Path(__file__).resolve().parents[2]
ESPERA = 90.0
TERMINO = {ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY}
LANZADOR = """
import sys
sys.path.insert(0, sys.argv.pop(1))
import runpy
runpy.run_module('tablero.cli', run_name='__main__')
"""
CORTO = 400
"""Octetos: el mensaje de que terminó es de los cortos; los demás no se miran."""


@contextlib.contextmanager
def servidor(puerto: int, raiz: Path = RAIZ, **ambiente: str) -> Iterator[str]:
    """Construye un tablero en una carpeta temporal y lo sirve; da su dirección (`host:puerto`).

    `raiz` es el programa que se mide. Con `TABLERO_DATOS` en el ambiente se usa lo ya construido.
    """
    with contextlib.ExitStack() as pila:
        datos = os.environ.get("TABLERO_DATOS") or pila.enter_context(
            tempfile.TemporaryDirectory(prefix="tablero-fallas-")
        )
        entorno = {
            **os.environ,
            "PYTHONUTF8": "1",
            "TABLERO_DATOS": datos,
            **ambiente,
        }
        orden = [sys.executable, "-c", LANZADOR, str(raiz / "src")]
        if not (Path(datos) / "tablero.duckdb").is_file():
            subprocess.run([*orden, "construir"], cwd=raiz, env=entorno, check=True)
        proceso = subprocess.Popen(
            [*orden, "abrir", "--puerto", str(puerto), "--sin-navegador"],
            cwd=raiz,
            env=entorno,
            stdout=subprocess.DEVNULL,
        )
        try:
            _esperar(f"http://127.0.0.1:{puerto}/salud", proceso)
            yield f"127.0.0.1:{puerto}"
        finally:
            proceso.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                proceso.wait(20)
            proceso.kill()


def _esperar(url: str, proceso: "subprocess.Popen[bytes]") -> None:
    limite = time.monotonic() + ESPERA
    while time.monotonic() < limite:
        if proceso.poll() is not None:
            raise RuntimeError("el servidor terminó antes de atender")
        try:
            with urllib.request.urlopen(url, timeout=5):
                return
        except OSError:
            time.sleep(0.2)
    raise RuntimeError(f"{url} no respondió en {ESPERA} s")


class Visitante:
    """Una pestaña abierta, por el WebSocket y sin navegador."""

    def __init__(self, conexion: websockets.ClientConnection) -> None:
        self.conexion = conexion

    @classmethod
    @contextlib.asynccontextmanager
    async def abrir(cls, direccion: str) -> AsyncIterator[Self]:
        """Se conecta como la propia página; no pide nada todavía."""
        async with websockets.connect(
            f"ws://{direccion}/_stcore/stream",
            origin=websockets.Origin(f"http://{direccion}"),
            subprotocols=[websockets.Subprotocol("streamlit")],
            max_size=None,
            open_timeout=30,
            proxy=None,
        ) as conexion:
            yield cls(conexion)

    async def pedir(self, pagina: str = "", consulta: str = "") -> float:
        """Pide una página con su consulta y espera a tenerla entera; devuelve los segundos."""
        desde = time.perf_counter()
        await self.conexion.send(volver_a_correr(pagina, consulta))
        while not _termino(await self.conexion.recv()):
            pass
        return time.perf_counter() - desde

    async def primero(self) -> ForwardMsg:
        """Pide la portada y devuelve el primer mensaje de la sesión."""
        await self.conexion.send(volver_a_correr())
        while True:
            mensaje = leer(await self.conexion.recv())
            if mensaje.WhichOneof("type") == "new_session":
                return mensaje


def volver_a_correr(pagina: str = "", consulta: str = "") -> bytes:
    """El mensaje que envía el navegador cuando cambia algo."""
    mensaje = BackMsg()
    mensaje.rerun_script.page_name = pagina
    mensaje.rerun_script.query_string = consulta
    return mensaje.SerializeToString()


def borrar_caches() -> bytes:
    """El mensaje de quien programa con Streamlit para olvidar lo guardado."""
    mensaje = BackMsg()
    mensaje.clear_cache = True
    return mensaje.SerializeToString()


def leer(crudo: str | bytes) -> ForwardMsg:
    """Un mensaje del servidor."""
    mensaje = ForwardMsg()
    mensaje.ParseFromString(crudo if isinstance(crudo, bytes) else crudo.encode())
    return mensaje


def _termino(crudo: str | bytes) -> bool:
    if len(crudo) > CORTO:
        return False
    mensaje = leer(crudo)
    return mensaje.WhichOneof("type") == "script_finished" and mensaje.script_finished in TERMINO


def percentiles(segundos: Sequence[float]) -> tuple[float, float]:
    """La mediana y el percentil 95, en milisegundos."""
    cortes = statistics.quantiles(segundos, n=20)
    return statistics.median(segundos) * 1000, cortes[-1] * 1000
