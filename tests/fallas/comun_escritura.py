"""Lo que comparten los guiones que dañan una escritura: unas fuentes propias y sus órdenes."""

import asyncio
import hashlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Thread

RAIZ = Path(__file__).resolve().parents[2]
sys.path += [str(RAIZ / "tests" / "fabricas")]
TABLERO = [sys.executable, "-m", "tablero.cli"]
POLITICA = "poblacion_migrante_internacional"
ESPERA = 300.0


@contextmanager
def carpeta_de_datos() -> Iterator[Path]:
    """Una carpeta de datos propia, con las fuentes del programa."""
    carpeta = Path(tempfile.mkdtemp(prefix="tablero-fallas-"))
    shutil.copytree(RAIZ / "data" / "fuentes", carpeta / "fuentes")
    try:
        yield carpeta
    finally:
        shutil.rmtree(carpeta, ignore_errors=True)


def entorno(datos: Path, **mas: str) -> dict[str, str]:
    return {**os.environ, "TABLERO_DATOS": str(datos), "TABLERO_ORDEN": "tablero", **mas}


def lanzar(
    datos: Path, *orden: str | Path, antes: tuple[str, ...] = (), **mas: str
) -> "subprocess.Popen[str]":
    """La orden, en su propio grupo de procesos: matarla mata también a los que ella abrió."""
    return subprocess.Popen(
        [*antes, *TABLERO, *map(str, orden)],
        env=entorno(datos, **mas),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def correr(
    datos: Path, *orden: str | Path, antes: tuple[str, ...] = (), **mas: str
) -> "subprocess.CompletedProcess[str]":
    proceso = lanzar(datos, *orden, antes=antes, **mas)
    salida, errores = proceso.communicate(timeout=ESPERA)
    return subprocess.CompletedProcess(proceso.args, proceso.returncode, salida, errores)


def matar(proceso: "subprocess.Popen[str]") -> None:
    """SIGKILL a la orden y a los procesos que abrió."""
    with suppress(ProcessLookupError):
        os.killpg(proceso.pid, signal.SIGKILL)
    proceso.communicate()


def huellas(carpeta: Path) -> dict[str, str]:
    """Cada archivo con su huella, sin los que solo dicen quién escribe."""
    return {
        r.relative_to(carpeta).as_posix(): hashlib.sha256(r.read_bytes()).hexdigest()
        for r in sorted(carpeta.rglob("*"))
        if r.is_file() and r.name != ".escribiendo"
    }


def restos(datos: Path) -> list[str]:
    """Lo que quedó a medias: talleres, sellos y libros apartados."""
    patrones = (".construccion-*", ".importado-*", ".reemplazado", ".plan_reemplazado")
    hallados = [r for p in patrones for r in datos.glob(p)]
    hallados += [*datos.glob("*.tmp*"), *datos.glob("*.wal"), *datos.glob("fuentes/*/*/.sello.*")]
    return [r.relative_to(datos).as_posix() for r in hallados]


def editar(datos: Path, valor: int) -> None:
    """Cambia los registros de una actividad destacada, que nada más contradice."""
    import openpyxl  # noqa: PLC0415

    ruta = datos / "fuentes" / "cnim" / "2025-11-30" / "cnim.xlsx"
    libro = openpyxl.load_workbook(ruta)
    hoja = libro["Transferencias"]
    titulos = [c.value for c in hoja[1]]
    hoja.cell(2, titulos.index("Valor") + 1).value = valor
    con_puntos = f"{valor:,}".replace(",", ".")
    hoja.cell(2, titulos.index("Cita") + 1).value = f"Antioquia, Necoclí ${con_puntos}"
    libro.save(ruta)


def esta_entero(tablero: Path) -> bool:
    """Si el tablero se abre y trae sus municipios."""
    from tablero.consultas.base import Base  # noqa: PLC0415

    base = Base(tablero)
    try:
        return len(base.tabla("municipios")) > 0
    finally:
        base.cerrar()


@contextmanager
def servido(datos: Path, personas: int, cada: float) -> Iterator[tuple[str, Mapping[str, int]]]:
    """El tablero servido, con `personas` que lo vuelven a pedir `cada` segundos; cómo les va."""
    with socket.socket() as libre:
        libre.bind(("127.0.0.1", 0))
        puerto = libre.getsockname()[1]
    bitacora = (datos / "servidor.txt").open("w")
    servidor = subprocess.Popen(
        [*TABLERO, "abrir", "--sin-navegador", "--puerto", str(puerto)],
        env=entorno(datos),
        stdout=bitacora,
        stderr=bitacora,
        start_new_session=True,
    )
    direccion = f"127.0.0.1:{puerto}"
    cuenta = {"vistas": 0, "fallas": 0}
    gente = Thread(
        target=lambda: asyncio.run(_gente(direccion, personas, cada, cuenta)), daemon=True
    )
    try:
        _esperar(f"http://{direccion}/_stcore/health", servidor)
        gente.start()
        yield direccion, cuenta
    finally:
        cuenta["fin"] = 1
        gente.join(timeout=60)
        os.killpg(servidor.pid, signal.SIGKILL)
        servidor.wait()
        bitacora.close()


def sirve(direccion: str) -> bool:
    """Si contesta que está sano y alguien nuevo puede ver la portada."""
    with urllib.request.urlopen(f"http://{direccion}/_stcore/health", timeout=30) as dicho:
        sano = dicho.read() == b"ok"
    return sano and asyncio.run(_ver(direccion))


def _esperar(direccion: str, servidor: "subprocess.Popen[bytes]") -> None:
    limite = time.monotonic() + ESPERA
    while time.monotonic() < limite and servidor.poll() is None:
        try:
            with urllib.request.urlopen(direccion, timeout=5):
                return
        except OSError:
            time.sleep(0.2)
    raise RuntimeError(f"el servidor no contestó en {direccion}")


async def _gente(direccion: str, cuantas: int, cada: float, cuenta: dict[str, int]) -> None:
    async def una() -> None:
        while "fin" not in cuenta:
            try:
                bien = await _ver(direccion)
            except Exception:  # toda falla se cuenta
                bien = False
            cuenta["vistas" if bien else "fallas"] += 1
            await asyncio.sleep(cada)

    await asyncio.gather(*(una() for _ in range(cuantas)))


async def _ver(direccion: str) -> bool:
    """Abre una sesión y espera a que la portada se dibuje, sin errores."""
    from streamlit.proto.BackMsg_pb2 import BackMsg  # noqa: PLC0415
    from streamlit.proto.ForwardMsg_pb2 import ForwardMsg  # noqa: PLC0415
    from websockets.asyncio.client import connect  # noqa: PLC0415

    async with connect(
        f"ws://{direccion}/_stcore/stream",
        subprotocols=["streamlit"],
        origin=f"http://{direccion}",
        max_size=None,
        open_timeout=120,
    ) as conexion:
        pedido = BackMsg()
        pedido.rerun_script.query_string = ""
        await conexion.send(pedido.SerializeToString())
        limpio = True
        async with asyncio.timeout(180):
            async for octetos in conexion:
                mensaje = ForwardMsg.FromString(octetos)
                clase = mensaje.WhichOneof("type")
                if clase == "delta" and mensaje.delta.new_element.WhichOneof("type") == "exception":
                    limpio = False
                if clase == "script_finished":
                    return limpio and mensaje.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY
    return False
