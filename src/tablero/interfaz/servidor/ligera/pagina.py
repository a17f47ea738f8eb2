"""La versión ligera: las cifras principales y todos los CSV, en una página sin JavaScript.

Para quien no puede abrir el tablero: un proxy que no deja pasar WebSocket, un navegador antiguo o
sin JavaScript. Las mismas preguntas, las mismas palabras y la misma línea de fuente.
"""

from html import escape

from tablero.errores import ErrorTablero
from tablero.interfaz.marco import aviso_de_copia
from tablero.interfaz.marco.conexion import base, un_solo_tablero
from tablero.interfaz.marco.fallas import BITACORA, DEL_PROGRAMA, QUE_HACER, sin_rutas
from tablero.interfaz.marco.pagina import FRANJA
from tablero.interfaz.servidor.documento import documento
from tablero.interfaz.servidor.ligera.contenido import PARA, RUTA, partes

__all__ = ["PARA", "RUTA", "pagina"]

TITULO = "Versión ligera"
ENTRADA = (
    "Las cifras principales del tablero en una página sencilla, con su fuente, para un navegador o "
    "una red que no pueden abrirlo entero. Los filtros y los mapas que se tocan están en "
    '<a href="{base}/">el tablero</a>.'
)


def pagina(carpeta: str) -> tuple[str, int]:
    """El HTML y su código HTTP; `carpeta`, en la que se publica el tablero, sin barra final."""
    encabezado = f"<h1>Tablero de Control</h1><p>{ENTRADA.format(base=escape(carpeta))}</p>"
    try:
        with un_solo_tablero():
            franjas = (FRANJA if base().es_simulado else "") + aviso_de_copia.html()
            cuerpo, estado = franjas + encabezado + "".join(partes(carpeta)), 200
    except ErrorTablero as error:
        cuerpo, estado = f"{encabezado}<p>{escape(sin_rutas(str(error)))}</p>", 503
    except DEL_PROGRAMA:
        BITACORA.exception("No se pudo escribir la versión ligera")
        cuerpo, estado = f"{encabezado}<p>{escape(QUE_HACER)}</p>", 500
    return documento(TITULO, cuerpo, carpeta), estado
