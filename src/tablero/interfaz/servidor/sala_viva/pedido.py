"""Lo que se proyecta: una sesión, una página o el tablero entero, y de qué edición."""

from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.requests import Request

from tablero.errores import ErrorTablero
from tablero.interfaz.marco.edicion_pedida import EDICION
from tablero.interfaz.marco.proyectar import DE
from tablero.interfaz.marco.tableros import Tablero
from tablero.interfaz.pared.direccion import nombre as nombre_de
from tablero.interfaz.pared.direccion import partir
from tablero.interfaz.servidor.edicion_servida import edicion_servida
from tablero.interfaz.servidor.sala_viva.estado import NO_EXISTE
from tablero.interfaz.servidor.sala_viva.leidas import Leidas, leidas
from tablero.registro.sesiones.estado import Actas, Sesion

SESION = "sesion"
"""Lo que se le pide a la sala: una sesión o, con `de=`, las pantallas de una página."""


@dataclass(frozen=True)
class Pedido:
    """Lo que se proyecta; no lleva el tablero, que quedaría abierto."""

    edicion: int | None
    """La pedida; `None`, la de ahora."""
    numero: int | None
    """La que se ve, pedida o no; `None` si no hay ninguna publicada."""
    sesion: Sesion | None
    leidas: Leidas
    rotulo: str
    """Lo que el pie dice de la edición."""
    de: str = ""
    """La dirección de la página que se proyecta; vacía si no es una página."""

    @property
    def actas(self) -> Actas:
        """Todas las sesiones y los compromisos."""
        return self.leidas.actas

    @property
    def nombre(self) -> str:
        """El del archivo que alguien se lleva."""
        return nombre_de(partir(self.de)[0]) or "inicio" if self.de else SESION

    @property
    def consulta(self) -> str:
        """Lo que la descarga lleva para ser la misma."""
        pares = {
            SESION: self.sesion and self.sesion.codigo,
            DE: self.de,
            EDICION: self.edicion,
        }
        return urlencode({nombre: valor for nombre, valor in pares.items() if valor})


def entender(peticion: Request) -> tuple[Pedido, Tablero | None]:
    """Lo que se pide y el tablero de esa edición; `None`, el de ahora.

    `ErrorTablero` si la sesión, la edición o la página no existen.
    """
    todas = leidas()
    codigo, escrita, de = (peticion.query_params.get(n, "") for n in (SESION, EDICION, DE))
    if de:
        partir(de)
    elegida = todas.sesion(codigo)
    if codigo and elegida is None:
        raise ErrorTablero(NO_EXISTE)
    pedida = int(escrita) if escrita.isascii() and escrita.isdecimal() else None
    numero = pedida if elegida is None else elegida.edicion
    servida = edicion_servida("" if numero is None else str(numero))
    return Pedido(numero, servida.numero, elegida, todas, servida.rotulo, de), servida.suya


def con_edicion(direccion: str, edicion: int) -> str:
    """La misma, en esa edición."""
    une = "&" if "?" in direccion else "?"
    return f"{direccion}{une}{EDICION}={edicion}"
