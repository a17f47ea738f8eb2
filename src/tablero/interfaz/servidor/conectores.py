"""Los puertos en que se atiende, y la dirección que una persona escribe para llegar."""

import errno
import os
import socket
from contextlib import ExitStack

from tablero import rutas
from tablero.errores import PuertoNoDisponible
from tablero.interfaz.servidor.anfitriones import TODAS, de_la_red

HOST = "localhost"
_EN_ESPERA = 128
"""Cuántas conexiones guarda el sistema mientras el tablero se prepara."""


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
