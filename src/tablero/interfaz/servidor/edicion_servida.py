"""Qué edición se sirve fuera de Streamlit: la que pide la dirección, o la de ahora."""

from dataclasses import dataclass

from tablero.exportar.escribir.html.documento import rotulo_de_edicion
from tablero.interfaz.marco import edicion_pedida
from tablero.interfaz.marco.tableros import Tablero
from tablero.registro.ediciones import buscar


@dataclass(frozen=True)
class EdicionServida:
    """Cuál se muestra."""

    numero: int | None
    """La pedida o, sin pedirla, la última; `None` si no hay ninguna publicada."""
    suya: Tablero | None
    """Su tablero; `None`, el de ahora."""
    rotulo: str
    """Lo que se dice de ella."""


def edicion_servida(escrita: str) -> EdicionServida:
    """La de ese número; lo que no es un número no pide ninguna. `ErrorTablero` si no existe."""
    publicadas = edicion_pedida.publicadas()
    if not (escrita.isascii() and escrita.isdecimal()):
        ultima = publicadas[-1].numero if publicadas else None
        return EdicionServida(ultima, None, rotulo_de_edicion(ultima))
    numero = buscar(publicadas, int(escrita)).numero
    suya = edicion_pedida.tablero(numero)
    if suya is None:
        perdida = f"La edición {numero} ya no conserva su archivo: se ve la de ahora"
        return EdicionServida(numero, None, perdida)
    return EdicionServida(numero, suya, rotulo_de_edicion(numero))
