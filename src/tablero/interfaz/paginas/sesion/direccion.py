"""La dirección de lo que se muestra, como se escribe en la página y como se enlaza en ella."""

from urllib.parse import parse_qsl, urlencode

from tablero.interfaz.filtros import politica_y_corte
from tablero.interfaz.marco.conexion import preguntar
from tablero.interfaz.marco.edicion_pedida import EDICION
from tablero.respuestas import direccion


def entender(escrito: str) -> str:
    """La dirección, dentro del tablero; `ErrorTablero` si no es de ninguna página ni código."""
    return direccion.entender(escrito, preguntar, lambda: politica_y_corte.de_la_url().consulta)


def enlace(suya: str, edicion: int | None) -> str:
    """La de una pantalla, en la edición de la sesión."""
    if edicion is None:
        return f"./{suya}".replace("././", "./")
    pagina, _, consulta = suya.removeprefix("./").partition("?")
    pedidos = [*parse_qsl(consulta), (EDICION, str(edicion))]
    return f"./{pagina}?{urlencode(pedidos)}"
