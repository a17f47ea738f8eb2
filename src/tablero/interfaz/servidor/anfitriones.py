"""Con qué nombres se publica el tablero: lo que llegue a otro nombre se rechaza.

Sin esto, una página ajena que consiga que su nombre apunte a este equipo se haría pasar por el
tablero dentro de la red.
"""

import ipaddress
import os
import socket
from collections.abc import Iterable
from contextlib import suppress
from http import HTTPStatus

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import config
from streamlit.web.server.starlette.starlette_websocket import is_host_allowed

from tablero.interfaz.servidor.negar import negar
from tablero.interfaz.servidor.rechazos import RECHAZOS

VARIABLE = "TABLERO_NOMBRES"
DE_ESTE_EQUIPO = ("localhost", "127.0.0.1", "::1")
TODAS = ("0.0.0.0", "::", "")  # noqa: S104  # nosec B104  # se comparan, no se abren
AJENO = (
    "El tablero no se publica con este nombre. Si es el suyo, quien lo administra lo declara al "
    "abrirlo: --nombre tablero.ejemplo.gov.co"
)
_CUALQUIERA = {socket.AF_INET: "192.0.2.1", socket.AF_INET6: "2001:db8::1"}
"""Direcciones reservadas para ejemplos: nada se les envía, solo se ve por dónde se saldría."""


def esta_en_la_red(host: str) -> bool:
    """Si desde otro equipo se podría llegar."""
    if host in TODAS:
        return True
    try:
        return not ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host != "localhost"


def de_la_red(host: str) -> list[str]:
    """Las direcciones de este equipo en su red, primero la que usa para salir.

    De la misma clase que `host`: quien atiende en `::` solo atiende por IPv6.
    """
    familia = socket.AF_INET6 if ":" in host else socket.AF_INET
    halladas: list[str] = []
    with suppress(OSError), socket.socket(familia, socket.SOCK_DGRAM) as sonda:
        sonda.connect((_CUALQUIERA[familia], 9))
        halladas.append(sonda.getsockname()[0])
    with suppress(OSError):
        propias = socket.getaddrinfo(socket.gethostname(), None, familia)
        halladas += [str(direccion[0]) for *_, direccion in propias]
    locales = (d.partition("%")[0] for d in halladas)
    return [d for d in dict.fromkeys(locales) if not ipaddress.ip_address(d).is_loopback]


def nombres(host: str, dichos: Iterable[str] = ()) -> list[str]:
    """Todos los que se aceptan: este equipo, `host`, los dichos y los de la configuración."""
    publicos = [*de_la_red(host), socket.gethostname()] if host in TODAS else [host]
    de_config = config.get_option("server.allowedHosts") or []
    return list(dict.fromkeys((*DE_ESTE_EQUIPO, *publicos, *dichos, *_de_variable(), *de_config)))


def _de_variable() -> list[str]:
    return [n.strip() for n in os.environ.get(VARIABLE, "").split(",") if n.strip()]


def declarar(host: str, dichos: Iterable[str] = ()) -> None:
    """Los fija en la configuración de Streamlit, que también los mira al abrir un WebSocket.

    Detrás de un proxy el `Host` puede ser el de adentro y el origen, el público: vale también.
    """
    publicos = [*dichos, *_de_variable()]
    origenes = [f"{esquema}://{nombre}" for nombre in publicos for esquema in ("https", "http")]
    de_config = config.get_option("server.corsAllowedOrigins") or []
    config.set_option("server.allowedHosts", nombres(host, dichos))
    config.set_option("server.corsAllowedOrigins", [*de_config, *origenes])


class Anfitriones:
    """Compara `Host` con lo declarado."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Lo que no es para este tablero recibe un 421, por HTTP y por WebSocket."""
        if scope["type"] == "lifespan" or _es_de_aqui(Headers(scope=scope).getlist("host")):
            await self.app(scope, receive, send)
            return
        RECHAZOS.anotar("nombre ajeno", scope["path"], (scope.get("client") or ("",))[0])
        if scope["type"] == "websocket":
            await receive()
        await negar(scope, send, HTTPStatus.MISDIRECTED_REQUEST, AJENO)


def _es_de_aqui(dichos: list[str]) -> bool:
    """Con dos nombres, uno podría ser para engañar: no es de nadie."""
    return len(dichos) == 1 and is_host_allowed(dichos[0])
