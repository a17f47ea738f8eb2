"""Contra qué se comprueba el libro de una sesión, desde la línea de comandos."""

from typing import TYPE_CHECKING

from tablero import reloj

if TYPE_CHECKING:
    from pathlib import Path

    from tablero.respuestas.libro_de_la_sesion.lo_que_hay import LoQueHay


def lo_que_hay(tablero: "Path") -> "LoQueHay":
    """Lo que saben hoy ese tablero y su registro; `SinTablero` si no se ha construido."""
    from tablero.consultas.base import Base, Preguntas
    from tablero.registro.lugares import Lugares
    from tablero.registro.sesiones.estado import actas
    from tablero.respuestas import direccion
    from tablero.respuestas.libro_de_la_sesion.lo_que_hay import LoQueHay

    preguntar = Preguntas(Base(tablero))
    leidas = actas(Lugares.de(tablero).registro)
    return LoQueHay(preguntar, direccion.de_siempre(preguntar), reloj.hoy(), leidas)
