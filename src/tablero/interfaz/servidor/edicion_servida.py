"""Qué edición se sirve fuera de Streamlit: la que pide la dirección, o la de ahora."""

from dataclasses import dataclass

from tablero.exportar.escribir.html.documento import rotulo_de_edicion
from tablero.interfaz.marco import edicion_pedida
from tablero.interfaz.marco.edicion_de_ahora import la_de_ahora
from tablero.interfaz.marco.tableros import Tablero
from tablero.registro.ediciones import buscar


@dataclass(frozen=True)
class EdicionServida:
    """Cuál se muestra."""

    numero: int | None
    """La pedida o, sin pedirla, la de ahora; `None` si ninguna dice lo que se sirve."""
    suya: Tablero | None
    """Su tablero; `None`, el de ahora."""
    rotulo: str
    """Lo que se dice de ella."""


def edicion_servida(escrita: str) -> EdicionServida:
    """La de ese número; lo que no es un número no pide ninguna. `ErrorTablero` si no existe."""
    if not (escrita.isascii() and escrita.isdecimal()):
        ahora = la_de_ahora()
        suyo = None if ahora is None else ahora.numero
        return EdicionServida(suyo, None, rotulo_de_edicion(suyo))
    numero = buscar(edicion_pedida.publicadas(), int(escrita)).numero
    suya = edicion_pedida.tablero(numero)
    if suya is None:
        perdida = f"La edición {numero} ya no conserva su archivo: se ve la de ahora"
        return EdicionServida(numero, None, perdida)
    return EdicionServida(numero, suya, rotulo_de_edicion(numero))
