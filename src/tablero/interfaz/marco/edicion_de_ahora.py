"""De qué edición es lo que se muestra, por lo que dice y no por ser la última.

Quien construye otra vez los mismos libros no publica otra edición, aunque el archivo sea otro; y si
publicar falló, el tablero no es de ninguna: un archivo nunca dice ser de la que no es.
"""

from tablero.errores import ErrorTablero
from tablero.exportar.paquete.emision import contenido_de
from tablero.interfaz.marco import edicion_pedida
from tablero.interfaz.marco.conexion import base, por_archivo
from tablero.registro.ediciones import Edicion


def la_de_ahora() -> Edicion | None:
    """La última de las publicadas que dice lo mismo que el tablero de esta vuelta.

    `None` si ninguna lo dice, si no hay tablero o si el registro no se puede leer: lo que se mira
    se sigue mirando.
    """
    try:
        todas = edicion_pedida.publicadas()
        propio = _contenido() if todas else ""
    except ErrorTablero:
        return None
    return next((edicion for edicion in reversed(todas) if edicion.contenido == propio), None)


def la_que_se_ve() -> Edicion | None:
    """La que pide la dirección, si se conserva; si no, la de ahora."""
    pedida = edicion_pedida.numero()
    if pedida is not None and edicion_pedida.tablero(pedida) is not None:
        return next((e for e in edicion_pedida.publicadas() if e.numero == pedida), None)
    return la_de_ahora()


@por_archivo
def _contenido() -> str:
    return contenido_de(base())
