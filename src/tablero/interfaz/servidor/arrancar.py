"""El servidor propio del tablero: en este equipo y sin salir de él."""

import os
import signal
import socket
import sys
import threading
import webbrowser
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType

import uvicorn
from streamlit import config
from streamlit.web import bootstrap

from tablero import temporales
from tablero.interfaz.marco.rehacer import REHACER
from tablero.interfaz.marco.tableros import TABLEROS
from tablero.interfaz.servidor import conexiones, devolver
from tablero.interfaz.servidor.anfitriones import declarar, esta_en_la_red
from tablero.interfaz.servidor.aplicacion import crear_app
from tablero.interfaz.servidor.conectores import HOST, abrir_conectores, direccion_visible
from tablero.interfaz.servidor.conversacion import Conversacion
from tablero.interfaz.servidor.este_equipo import ATIENDE
from tablero.interfaz.servidor.limites import OCTETOS_DE_MENSAJE, Limites
from tablero.interfaz.servidor.protocolo import Protocolo
from tablero.registro.ediciones import Edicion

PUERTO = 8501
_SEGUNDOS_PARA_CERRAR = 3
VISIBLE = (
    "Cualquiera que llegue a este equipo por la red puede verlo, sin contraseña: si no es lo que "
    "quiere, ciérrelo y ábralo sin --host."
)


def servir(
    script: Path,
    puerto: int = PUERTO,
    host: str = HOST,
    *,
    al_iniciar: Callable[[], None] | None = None,
    abrir_navegador: bool = False,
    otros_nombres: Sequence[str] = (),
    desarrollo: bool = False,
    rehacer: Callable[[Edicion], str] | None = None,
) -> None:
    """Atiende el tablero hasta que se pulse Ctrl+C.

    `rehacer` deja a la mano el archivo de una edición, para quien lo pida desde una página.
    `otros_nombres` son con los que además se publica: el de un proxy, por ejemplo. Con
    `desarrollo`, lo abierto se vuelve a dibujar cuando cambia el código. Uvicorn usa uvloop cuando
    está instalado (en Windows no existe).
    """
    REHACER.como = rehacer
    limites = Limites.del_ambiente()
    devolver.acotar()
    conexiones.ajustar(limites)
    conectores = abrir_conectores(host, puerto)
    ATIENDE.direcciones = tuple(conector.getsockname()[0] for conector in conectores)
    temporales.barrer()
    app = crear_app(script, al_iniciar, limites)
    # Después de crear la aplicación: hasta entonces Streamlit no sabe dónde está config.toml.
    bootstrap.load_config_options(
        {
            "server.headless": True,
            "server.fileWatcherType": "auto" if desarrollo else "none",
            "server.runOnSave": desarrollo,
            "browser.gatherUsageStats": False,
            "server.enableStaticServing": False,  # la geometría la entrega `publico`
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


def _hay_pantalla() -> bool:
    """En Linux sin escritorio `webbrowser` abriría un navegador de texto en esta consola."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
