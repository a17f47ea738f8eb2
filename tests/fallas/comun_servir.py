"""Lo común a las fallas de lo que se sirve: tableros con marca, un servidor y gente que lo mira.

Quien mira habla el protocolo de Streamlit por WebSocket, como un navegador, y guarda todos los
textos que recibe.
"""

import argparse
import asyncio
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import duckdb
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

AQUI = Path(__file__).resolve().parents[2]
LANZADOR = (
    "import sys; sys.path.insert(0, sys.argv.pop(1)); import runpy; "
    "runpy.run_module('tablero.cli', run_name='__main__')"
)
ESPERA = 600.0
MEGA = 1024 * 1024


def paginas(arbol: Path = AQUI) -> list[str]:
    """El nombre de cada página en la dirección; la portada, vacío."""
    return ["", *sorted(p.stem for p in (arbol / "pages").glob("*.py"))]


def programa(arbol: Path) -> list[str]:
    """La orden `tablero` de ese árbol, aunque el entorno tenga instalado otro."""
    return [sys.executable, "-c", LANZADOR, str(arbol / "src")]


def entorno(arbol: Path, datos: Path) -> dict[str, str]:
    """Las variables con que corre un programa de `arbol` que escribe en `datos`."""
    propio = {k: v for k, v in os.environ.items() if not k.startswith("TABLERO_")}
    temporal = datos.parent / "temporal"
    temporal.mkdir(exist_ok=True)
    return {
        **propio,
        "PYTHONUTF8": "1",
        "TABLERO_DATOS": str(datos),
        "TABLERO_ORDEN": "tablero",
        "TMPDIR": str(temporal),
    }


def construir(arbol: Path, datos: Path) -> Path:
    """El tablero de las fuentes del programa, construido en `datos`."""
    subprocess.run(
        [*programa(arbol), "construir"],
        env=entorno(arbol, datos),
        cwd=arbol,
        check=True,
        capture_output=True,
    )
    return datos / "tablero.duckdb"


def marcar(tablero: Path, destino: Path, marca: str) -> Path:
    """Otro tablero igual, con `marca` en cada título de fuente: la llevan todas las tarjetas."""
    shutil.copyfile(tablero, destino)
    with duckdb.connect(str(destino)) as conexion:
        conexion.execute("UPDATE fuentes SET titulo = titulo || ?", [f" [{marca}]"])
    return destino


@dataclass
class Servidor:
    """Un tablero abierto: su proceso, su dirección y lo que dijo."""

    proceso: subprocess.Popen[str]
    puerto: int
    temporal: Path
    bitacora: Path

    @property
    def direccion(self) -> str:
        """`http://localhost:8720`."""
        return f"http://localhost:{self.puerto}"

    def residente(self) -> float:
        """Los MB de memoria residente (en Linux)."""
        return memoria(self.proceso.pid)["VmRSS"] / 1024

    def copias(self) -> int:
        """Las copias del tablero que hay en la carpeta temporal."""
        return len(list(self.temporal.rglob("*.duckdb")))


def memoria(pid: int) -> dict[str, int]:
    """Los renglones en kB de `/proc/<pid>/status`."""
    pares = (r.split(":") for r in Path(f"/proc/{pid}/status").read_text().splitlines())
    return {n: int(v.split()[0]) for n, v in pares if v.strip().endswith("kB")}


@contextmanager
def servidor(arbol: Path, datos: Path, puerto: int, **mas: str) -> Iterator[Servidor]:
    """`tablero abrir` en su propio proceso; al salir se cierra con SIGTERM."""
    variables = {**entorno(arbol, datos), **mas}
    bitacora = datos.parent / f"servidor-{puerto}.txt"
    with bitacora.open("w", encoding="utf-8") as salida:
        proceso = subprocess.Popen(
            [*programa(arbol), "abrir", "--sin-navegador", "--puerto", str(puerto)],
            env=variables,
            cwd=arbol,
            stdout=salida,
            stderr=subprocess.STDOUT,
            text=True,
        )
        abierto = Servidor(proceso, puerto, Path(variables["TMPDIR"]), bitacora)
        try:
            _esperar(abierto)
            yield abierto
        finally:
            if proceso.poll() is None:
                proceso.send_signal(signal.SIGTERM)
                try:
                    proceso.wait(timeout=30)
                except subprocess.TimeoutExpired:
                    proceso.kill()
                    proceso.wait()


@contextmanager
def recien_construido(arbol: Path, puerto: int) -> Iterator[Servidor]:
    """El tablero de las fuentes del programa, construido en una carpeta temporal y abierto."""
    with tempfile.TemporaryDirectory(prefix="falla-") as carpeta:
        datos = Path(carpeta) / "datos"
        construir(arbol, datos)
        with servidor(arbol, datos, puerto) as abierto:
            yield abierto


def opciones_comunes(que_es: str | None, puerto: int) -> argparse.ArgumentParser:
    """Las de todo ensayo que sirve un tablero; `que_es` es la documentación del guion."""
    partes = argparse.ArgumentParser(description=(que_es or "").partition("\n")[0])
    partes.add_argument("--puerto", type=int, default=puerto)
    partes.add_argument("--arbol", type=Path, default=AQUI, help="otra copia del programa")
    return partes


def _esperar(abierto: Servidor) -> None:
    hasta = time.monotonic() + ESPERA
    while time.monotonic() < hasta:
        if abierto.proceso.poll() is not None:
            raise SystemExit(f"El servidor no abrió: {abierto.bitacora.read_text()}")
        try:
            with urllib.request.urlopen(f"{abierto.direccion}/salud", timeout=5):
                return
        except OSError:
            time.sleep(0.3)
    raise SystemExit("El servidor no abrió a tiempo.")


@dataclass
class Pantalla:
    """Lo que recibió quien pidió una página."""

    textos: list[str] = field(default_factory=list)
    diferidas: list[str] = field(default_factory=list)
    """Los archivos que se pueden pedir."""

    @property
    def todo(self) -> str:
        """Los textos, uno por renglón."""
        return "\n".join(self.textos)


class Mirador:
    """Una sesión: pide páginas y archivos."""

    def __init__(self, conexion: ClientConnection, direccion: str) -> None:
        self._conexion = conexion
        self._direccion = direccion
        self._pedidos = 0
        self._sesion = ""

    async def pedir(self, pagina: str, consulta: str = "") -> Pantalla:
        """Ejecuta la página y espera a que termine."""
        mensaje = BackMsg()
        mensaje.rerun_script.query_string = consulta
        mensaje.rerun_script.page_name = pagina
        await self._conexion.send(mensaje.SerializeToString())
        vista = Pantalla()
        while True:
            llegado = await self._recibir()
            clase = llegado.WhichOneof("type")
            if clase == "delta" and llegado.delta.WhichOneof("type") == "new_element":
                _textos(llegado.delta.new_element, vista)
            elif clase == "new_session":
                vista = Pantalla()  # otra vuelta: lo anterior se borra
                self._sesion = llegado.new_session.initialize.session_id or self._sesion
            elif clase == "script_finished":
                return vista

    async def archivo(self, identificador: str) -> tuple[str, str]:
        """La dirección de un archivo diferido, o por qué no se pudo."""
        self._pedidos += 1
        mensaje = BackMsg()
        pedido = mensaje.backend_operation_request
        pedido.request_id = str(self._pedidos)
        pedido.session_id = self._sesion
        pedido.deferred_file.file_id = identificador
        await self._conexion.send(mensaje.SerializeToString())
        while True:
            llegado = await self._recibir()
            respuesta = llegado.backend_operation_response
            if respuesta.request_id == str(self._pedidos):
                return respuesta.deferred_file.url, respuesta.error_msg

    async def _recibir(self) -> ForwardMsg:
        crudo = await asyncio.wait_for(self._conexion.recv(), ESPERA)
        mensaje = ForwardMsg()
        mensaje.ParseFromString(crudo if isinstance(crudo, bytes) else crudo.encode())
        return mensaje


class mirar:  # noqa: N801 - se usa como una función: `async with mirar(direccion)`
    """Abre una sesión y la cierra al salir."""

    def __init__(self, direccion: str) -> None:
        self._direccion = direccion
        self._abierta = connect(
            direccion.replace("http", "ws", 1) + "/_stcore/stream",
            subprotocols=["streamlit"],  # type: ignore[list-item]
            max_size=None,
            origin=direccion,  # type: ignore[arg-type]
        )

    async def __aenter__(self) -> Mirador:
        return Mirador(await self._abierta.__aenter__(), self._direccion)

    async def __aexit__(self, *que: Any) -> None:
        await self._abierta.__aexit__(*que)


def _textos(mensaje: Any, vista: Pantalla) -> None:
    """Todas las cadenas de un elemento, y los archivos que ofrece."""
    for campo, valor in mensaje.ListFields():
        if campo.name == "deferred_file_id" and valor:
            vista.diferidas.append(valor)
        if campo.type == campo.TYPE_STRING:
            vista.textos += [valor] if isinstance(valor, str) else list(valor)
        elif campo.type == campo.TYPE_MESSAGE:
            if campo.message_type.GetOptions().map_entry:
                continue
            partes = [valor] if hasattr(valor, "ListFields") else valor
            for parte in partes:
                _textos(parte, vista)


async def descargar(abierto: Servidor, mirador: Mirador, cual: str) -> bytes | None:
    """El contenido de un archivo diferido; si no se pudo, dice por qué y no da nada."""
    direccion, error = await mirador.archivo(cual)
    if error:
        print(f"  descarga: {error}", file=sys.stderr)
        return None
    estado, cuerpo = await asyncio.to_thread(bajar, abierto.direccion, direccion)
    return cuerpo if estado == 200 else None


def bajar(direccion: str, ruta: str) -> tuple[int, bytes]:
    """El código y el cuerpo de una petición; un error HTTP también los tiene."""
    try:
        with urllib.request.urlopen(f"{direccion}{ruta}", timeout=ESPERA) as respuesta:
            return respuesta.status, respuesta.read()
    except urllib.error.HTTPError as error:
        return error.code, error.read()
