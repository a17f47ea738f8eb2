"""Lo que una hoja impresa dice de dónde salió: edición, día y dirección."""

from tablero.errores import ErrorTablero
from tablero.exportar.escribir.html.documento import rotulo_de_edicion
from tablero.interfaz.marco import edicion_pedida
from tablero.interfaz.piezas.marcado import Marcado, marcar


def html() -> Marcado:
    """El renglón, que solo se ve en el papel: el día y la dirección los pone el guion al imprimir.

    La edición es la que se ve: la pedida, si se conserva, o la última.
    """
    numero = _numero()
    dicho = "" if numero is None else str(numero)
    return Marcado(
        f'<p class="tb-papel" data-edicion="{marcar(dicho)}">'
        f"{marcar(rotulo_de_edicion(numero))}. <span></span></p>"
    )


def _numero() -> int | None:
    try:
        publicadas = [edicion.numero for edicion in edicion_pedida.publicadas()]
    except ErrorTablero:  # un registro dañado no deja sin página a quien la mira
        return None
    pedida = edicion_pedida.numero()
    if pedida in publicadas and edicion_pedida.tablero(pedida) is not None:
        return pedida
    return publicadas[-1] if publicadas else None
