"""Lo que una hoja impresa dice de dónde salió: edición, día y dirección."""

from tablero.exportar.escribir.html.documento import rotulo_de_edicion
from tablero.interfaz.marco.edicion_de_ahora import la_que_se_ve
from tablero.interfaz.piezas.marcado import Marcado, marcar


def html() -> Marcado:
    """El renglón, que solo se ve en el papel: el día y la dirección los pone el guion al imprimir.

    La edición es la que se ve: la pedida, si se conserva, o la de ahora.
    """
    edicion = la_que_se_ve()
    numero = None if edicion is None else edicion.numero
    dicho = "" if numero is None else str(numero)
    return Marcado(
        f'<p class="tb-papel" data-edicion="{marcar(dicho)}">'
        f"{marcar(rotulo_de_edicion(numero))}. <span></span></p>"
    )
