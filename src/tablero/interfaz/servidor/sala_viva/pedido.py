"""Lo que se proyecta: una sesión o el tablero entero, y de qué edición."""

from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.requests import Request

from tablero.errores import ErrorTablero
from tablero.interfaz.marco import edicion_pedida
from tablero.interfaz.marco.edicion_pedida import EDICION
from tablero.interfaz.marco.tableros import Tablero
from tablero.interfaz.servidor.sala_viva.estado import NO_EXISTE
from tablero.interfaz.servidor.sala_viva.leidas import Leidas, leidas
from tablero.registro.ediciones import buscar
from tablero.registro.sesiones.estado import Actas, Sesion

SESION = "sesion"
SIN_EDICION = "Sin edición publicada"


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

    @property
    def actas(self) -> Actas:
        """Todas las sesiones y los compromisos."""
        return self.leidas.actas

    @property
    def consulta(self) -> str:
        """Lo que la descarga lleva para ser la misma."""
        pares = {SESION: self.sesion and self.sesion.codigo, EDICION: self.edicion}
        return urlencode({nombre: valor for nombre, valor in pares.items() if valor})


def entender(peticion: Request) -> tuple[Pedido, Tablero | None]:
    """Lo que se pide y el tablero de esa edición; `None`, el de ahora.

    `ErrorTablero` si la sesión o la edición no existen.
    """
    todas = leidas()
    codigo, escrita = (peticion.query_params.get(n, "") for n in (SESION, EDICION))
    elegida = todas.sesion(codigo)
    if codigo and elegida is None:
        raise ErrorTablero(NO_EXISTE)
    pedida = int(escrita) if escrita.isascii() and escrita.isdecimal() else None
    numero = pedida if elegida is None else elegida.edicion
    publicadas = edicion_pedida.publicadas()
    if numero is None:
        ultima = publicadas[-1].numero if publicadas else None
        rotulo = SIN_EDICION if ultima is None else f"Edición {ultima} del tablero"
        return Pedido(None, ultima, elegida, todas, rotulo), None
    edicion = buscar(publicadas, numero)
    suyo = edicion_pedida.tablero(numero)
    rotulo = f"Edición {edicion.numero} del tablero"
    if suyo is None:
        rotulo = f"La edición {edicion.numero} ya no conserva su archivo: se ve la de ahora"
    return Pedido(numero, numero, elegida, todas, rotulo), suyo


def con_edicion(direccion: str, edicion: int) -> str:
    """La misma, en esa edición."""
    une = "&" if "?" in direccion else "?"
    return f"{direccion}{une}{EDICION}={edicion}"
