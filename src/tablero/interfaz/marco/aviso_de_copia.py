"""La franja que dice que no se ve el tablero que hay en el disco, sino la última copia buena."""

from tablero import formato
from tablero.errores import ErrorTablero
from tablero.interfaz.marco import franja
from tablero.interfaz.marco.conexion import tablero
from tablero.interfaz.marco.tableros import TABLEROS


def html() -> str:
    """La franja: qué pasó, desde cuándo, qué se ve y quién lo arregla; vacía si no pasa nada."""
    problema = TABLEROS.problema()
    if problema is None:
        return ""
    try:
        construido = tablero().construido
    except ErrorTablero:
        return ""  # no hay copia: la página dice por qué
    desde, visto = formato.momento(problema.desde), formato.momento(construido)
    texto = (
        f"{problema.que} Se muestra la última copia buena, construida el {visto}; así está desde "
        f"el {desde}. {problema.que_hacer}"
    )
    return franja.html("Este tablero puede no ser el más nuevo.", texto.strip())
