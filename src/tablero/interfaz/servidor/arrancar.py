"""El servidor propio del tablero: Streamlit envuelto, en este equipo y sin salir de él."""

import asyncio
import errno
import gc
import logging
import mimetypes
import os
import signal
import socket
import sys
import threading
import webbrowser
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import ExitStack, asynccontextmanager, contextmanager, suppress
from pathlib import Path
from types import FrameType

import anyio.to_thread
import streamlit as st
import uvicorn
from starlette.middleware import Middleware
from starlette.types import ASGIApp
from streamlit import config
from streamlit.web import bootstrap

from tablero import rutas, temporales
from tablero.errores import ErrorTablero, PuertoNoDisponible
from tablero.interfaz.marco.fallas import decir_la_de_la_pagina
from tablero.interfaz.marco.tableros import TABLEROS
from tablero.interfaz.paginas.ficha import en_zip
from tablero.interfaz.servidor import conexiones, devolver
from tablero.interfaz.servidor.aforo import Aforo
from tablero.interfaz.servidor.anfitriones import (
    TODAS,
    Anfitriones,
    de_la_red,
    declarar,
    esta_en_la_red,
)
from tablero.interfaz.servidor.cabeceras import CabecerasSeguras
from tablero.interfaz.servidor.conversacion import Conversacion
from tablero.interfaz.servidor.descargas import Descargas
from tablero.interfaz.servidor.direcciones import secciones
from tablero.interfaz.servidor.envolturas import EnEspanol, SoloMismoOrigen
from tablero.interfaz.servidor.limites import OCTETOS_DE_MENSAJE, Limites
from tablero.interfaz.servidor.pestana import Pestanas
from tablero.interfaz.servidor.peticiones import Peticiones
from tablero.interfaz.servidor.propias import propias
from tablero.interfaz.servidor.protocolo import Protocolo
from tablero.interfaz.servidor.puerta import Puerta
from tablero.interfaz.servidor.turnos import Turnos

PUERTO = 8501
HOST = "localhost"
_EN_ESPERA = 128
"""Cuántas conexiones guarda el sistema mientras el tablero se prepara."""
_SEGUNDOS_PARA_CERRAR = 3


VISIBLE = (
    "Cualquiera que llegue a este equipo por la red puede verlo, sin contraseña: si no es lo que "
    "quiere, ciérrelo y ábralo sin --host."
)


def crear_app(
    script: Path, al_iniciar: Callable[[], None] | None = None, limites: Limites | None = None
) -> ASGIApp:
    """La aplicación ASGI del tablero; `al_iniciar` se ejecuta antes de atender a nadie."""

    @asynccontextmanager
    async def vida(_app: st.App) -> AsyncIterator[None]:
        if al_iniciar is not None:
            await anyio.to_thread.run_sync(_calentar, al_iniciar)
        # Lo ya cargado no volverá a sobrar: que el recolector no lo recorra en cada visita.
        gc.collect()
        gc.freeze()
        devuelve = asyncio.create_task(devolver.cada_tanto())
        try:
            yield
        finally:
            devuelve.cancel()
            en_zip.cerrar()  # si no, el cierre la esperaría
            gc.unfreeze()

    # Algunos sistemas no conocen el tipo del GeoJSON y lo entregarían como un binario.
    mimetypes.add_type("application/geo+json", ".geojson")
    limites = limites or Limites()
    aplicacion = st.App(
        script.resolve(),
        lifespan=vida,
        middleware=[
            Middleware(Puerta, secciones=secciones(script), propias=propias()),
            Middleware(EnEspanol),
        ],
        on_script_error=decir_la_de_la_pagina,
    )
    # Por fuera de Streamlit, que a lo que falla responde sin pasar por lo que se le agrega.
    turnos = Turnos()
    aforo = Aforo(limites.sesiones, limites.sesiones_por_direccion)
    adentro = Pestanas(Descargas(aplicacion), turnos, aforo)
    return CabecerasSeguras(Anfitriones(SoloMismoOrigen(Peticiones(adentro, turnos))))


def _calentar(al_iniciar: Callable[[], None]) -> None:
    """Ejecuta `al_iniciar` sin los avisos de Streamlit por usar sus cachés fuera de una página."""
    avisos = logging.getLogger("streamlit.runtime.scriptrunner_utils.script_run_context")
    antes = avisos.level
    avisos.setLevel(logging.ERROR)
    try:
        al_iniciar()
    except ErrorTablero as error:
        # Sin calentar también se atiende: cada página explicará qué le falta.
        print(f"Aviso: {error}", file=sys.stderr, flush=True)
    finally:
        avisos.setLevel(antes)


def servir(
    script: Path,
    puerto: int = PUERTO,
    host: str = HOST,
    *,
    al_iniciar: Callable[[], None] | None = None,
    abrir_navegador: bool = False,
    otros_nombres: Sequence[str] = (),
    desarrollo: bool = False,
) -> None:
    """Atiende el tablero hasta que se pulse Ctrl+C.

    `otros_nombres` son con los que además se publica: el de un proxy, por ejemplo. Con
    `desarrollo`, lo abierto se vuelve a dibujar cuando cambia el código. Uvicorn usa uvloop cuando
    está instalado (en Windows no existe).
    """
    limites = Limites.del_ambiente()
    devolver.acotar()
    conexiones.ajustar(limites)
    conectores = abrir_conectores(host, puerto)
    temporales.barrer()
    app = crear_app(script, al_iniciar, limites)
    # Después de crear la aplicación: hasta entonces Streamlit no sabe dónde está config.toml.
    bootstrap.load_config_options(
        {
            "server.headless": True,
            "server.fileWatcherType": "auto" if desarrollo else "none",
            "server.runOnSave": desarrollo,
            "browser.gatherUsageStats": False,
            "server.enableStaticServing": False,  # la geometría la entrega `marco.publico`
            # De quien se fue se guarda poco tiempo: lo que miraba va en su dirección.
            "server.disconnectedSessionTTL": 30,
        }
    )

    declarar(host, otros_nombres)

    direccion = direccion_visible(host, conectores[0].getsockname()[1])
    if base := config.get_option("server.baseUrlPath"):
        direccion = f"{direccion}/{base.strip('/')}"

    def anunciar() -> None:
        print(f"Tablero de Control abierto en {direccion}\nPara cerrarlo: Ctrl+C.", flush=True)
        if esta_en_la_red(host):
            print(VISIBLE, flush=True)
        if abrir_navegador and _hay_pantalla():
            threading.Thread(target=webbrowser.open, args=(direccion,), daemon=True).start()

    print("Preparando el tablero…", flush=True)
    servidor = _Servidor(
        uvicorn.Config(
            app,
            http=Protocolo,
            ws=Conversacion,
            ws_max_size=OCTETOS_DE_MENSAJE,
            ws_per_message_deflate=config.get_option("server.enableWebsocketCompression"),
            log_level="warning",
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=_SEGUNDOS_PARA_CERRAR,
        ),
        anunciar,
    )
    try:
        with suppress(KeyboardInterrupt), _sigterm_cierra():
            servidor.run(sockets=conectores)
        print("\nTablero cerrado.", flush=True)
    finally:
        for conector in conectores:
            conector.close()
        TABLEROS.cerrar()
        temporales.cerrar()


@contextmanager
def _sigterm_cierra() -> Iterator[None]:
    """SIGTERM (systemd, Docker, `kill`) cierra como Ctrl+C: dice que cerró y no deja copias.

    Uvicorn atiende la señal y, ya cerrado, la repite para quien estaba antes.
    """

    def cerrar(_senal: int, _marco: FrameType | None) -> None:
        raise KeyboardInterrupt

    antes = signal.signal(signal.SIGTERM, cerrar)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, antes)


class _Servidor(uvicorn.Server):
    """El de uvicorn, que avisa cuando ya atiende."""

    def __init__(self, configuracion: uvicorn.Config, al_atender: Callable[[], None]) -> None:
        super().__init__(configuracion)
        self._al_atender = al_atender

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._al_atender()


def abrir_conectores(host: str, puerto: int) -> list[socket.socket]:
    """Un conector por cada dirección de `host`: `localhost` suele tener dos, IPv4 e IPv6.

    Se abren antes que nada, para que un puerto ocupado se sepa enseguida. El puerto 0 pide uno
    libre cualquiera, el mismo para todas las direcciones.
    """
    try:
        direcciones = socket.getaddrinfo(
            host, puerto, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )
    except socket.gaierror as error:
        raise PuertoNoDisponible(f"No se encuentra la dirección «{host}».") from error
    conectores: list[socket.socket] = []
    try:
        for familia, _, _, _, direccion in direcciones:
            libre = conectores[0].getsockname()[1] if conectores else puerto
            conector = _conectar(familia, (direccion[0], libre))
            if conector is not None:
                conectores.append(conector)
    except OSError as error:
        for conector in conectores:
            conector.close()
        raise PuertoNoDisponible(_explicar(error, host, puerto)) from error
    if not conectores:
        raise PuertoNoDisponible(f"Este equipo no tiene la dirección «{host}».")
    return conectores


def _conectar(familia: int, direccion: tuple[str | int, int]) -> socket.socket | None:
    """Un conector que ya escucha; `None` si el equipo no tiene esa dirección."""
    with ExitStack() as pila:
        try:
            conector = pila.enter_context(socket.socket(familia, socket.SOCK_STREAM))
            if os.name == "posix":  # en Windows dejaría compartir un puerto ya ocupado
                conector.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            if familia == socket.AF_INET6:
                conector.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
            conector.bind(direccion)
            conector.listen(_EN_ESPERA)
            conector.setblocking(False)
        except OSError as error:
            if error.errno in (errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT):
                return None
            raise
        pila.pop_all()  # todo salió bien: se queda abierto
    return conector


def _explicar(error: OSError, host: str, puerto: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return (
            f"El puerto {puerto} ya está en uso: quizá el tablero ya esté abierto en "
            f"{direccion_visible(host, puerto)}. Si no, cierre el otro programa o elija otro "
            f"puerto: {rutas.orden(f'abrir --puerto {puerto + 1}')}"
        )
    if error.errno == errno.EACCES:
        return f"El sistema no permite usar el puerto {puerto}: elija uno mayor que 1024."
    return f"No se puede abrir el puerto {puerto} de «{host}»: {error.strerror}."


def direccion_visible(host: str, puerto: int) -> str:
    """Lo que una persona escribe en su navegador para llegar."""
    if host in TODAS:
        host = next(iter(de_la_red(host)), HOST)
    return f"http://[{host}]:{puerto}" if ":" in host else f"http://{host}:{puerto}"


def _hay_pantalla() -> bool:
    """En Linux sin escritorio `webbrowser` abriría un navegador de texto en esta consola."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
