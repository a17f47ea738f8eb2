"""El mapa de la versión ligera: una imagen, que se dibuja si alguien la pide."""

from functools import partial
from html import escape

from tablero.interfaz.filtros import Filtros
from tablero.interfaz.mapa import descarga
from tablero.interfaz.mapa import imagen as imagen_de_mapa
from tablero.interfaz.mapa.geometria import lienzo
from tablero.interfaz.marco.conexion import responder
from tablero.respuestas.mapa.pintado import pintar


def mapa(carpeta: str) -> str:
    """El HTML del orden de los priorizados en todo el país; `carpeta`, la de la dirección."""
    pintado = responder(
        pintar, lienzo(), "orden", metodo="natural", departamento=None, municipio=None
    )
    hacer = partial(descarga.png, pintado, Filtros())
    imagen = imagen_de_mapa.direccion(pintado.mapa, hacer)
    return (
        f'<p><img loading="lazy" width="700" src="{escape(carpeta)}/{imagen}" '
        f'alt="{escape(pintado.mapa.alternativa)}"></p>'
    )
