"""Lo que la puerta para programas (`/api`) recibe de este servidor: tableros y ediciones."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from tablero import rutas
from tablero.api.abierto import Abierto, Servicio
from tablero.api.fallas import Falla
from tablero.api.rutas import BajoLaApi
from tablero.interfaz.marco import edicion_pedida
from tablero.interfaz.marco.conexion import base, preguntar, tablero, un_solo_tablero
from tablero.interfaz.marco.edicion_de_ahora import la_de_ahora
from tablero.interfaz.marco.fallas import sin_rutas
from tablero.interfaz.marco.tableros import Tablero
from tablero.interfaz.servidor.carpeta import carpeta
from tablero.interfaz.servidor.documento import documento
from tablero.registro.ediciones import Edicion
from tablero.registro.lugares import Lugares

ARRANQUE = datetime.now().astimezone()
"""Desde cuándo responde este programa: otro, o con otra licencia, pudo decir otra cosa."""


def propia() -> BajoLaApi:
    """La ruta de la API, con lo de este servidor."""
    return BajoLaApi(
        Servicio(
            abrir=abrir,
            ediciones=edicion_pedida.publicadas,
            se_conserva=_se_conserva,
            carpeta=carpeta,
            vestir=documento,
            sin_rutas=sin_rutas,
        )
    )


@contextmanager
def abrir(numero: int | None) -> Iterator[Abierto]:
    """El tablero de esa edición o, sin número, el que se sirve.

    `Falla` si la edición no existe o ya no conserva su archivo; `ErrorTablero` si no hay tablero.
    """
    todas = edicion_pedida.publicadas()
    with un_solo_tablero(None if numero is None else _de_edicion(numero, todas)):
        edicion = la_de_ahora() if numero is None else next(e for e in todas if e.numero == numero)
        cuando = edicion.cuando if edicion is not None else None
        fecha = max(cuando or tablero().construido, ARRANQUE)
        yield Abierto(base(), preguntar, edicion, fecha)


def _de_edicion(numero: int, todas: list[Edicion]) -> Tablero | None:
    """El suyo; `None` si es el que se sirve ahora."""
    pedida = next((edicion for edicion in todas if edicion.numero == numero), None)
    if pedida is None:
        hay = f"Hay de la 1 a la {len(todas)}." if todas else "No hay ninguna."
        raise Falla("no-existe", f"No hay una edición {numero}. {hay}")
    # Casi siempre es la de ahora, y no hay que abrir otra copia.
    if pedida == la_de_ahora():
        return None
    suyo = edicion_pedida.tablero(numero)
    if suyo is None:
        raise Falla(
            "edicion-sin-archivo",
            f"La edición {numero} ya no conserva su archivo. Se puede hacer otra vez con sus "
            "libros: pídala a quien administra el tablero.",
        )
    return suyo


def _se_conserva(numero: int) -> bool:
    return Lugares.de(rutas.BASE).archivo(numero).is_file()
