"""El dibujo de un mapa de puntos, para una imagen o para quien se lo lleva."""

from tablero.exportar import mapa_png
from tablero.graficos.mapas.puntos import Mapa
from tablero.graficos.piezas.base import Spec
from tablero.interfaz.marco.conexion import base
from tablero.rutas import CARTOGRAFIA


def png(dibujo: Mapa, departamento: str | None, *, de_lejos: bool = False) -> bytes:
    """Su imagen; `de_lejos`, para una pared."""
    return mapa_png.puntos_png(
        base(), CARTOGRAFIA, dibujo, departamento=departamento, de_lejos=de_lejos
    )


def spec(dibujo: Mapa, departamento: str | None) -> Spec:
    """Como Vega-Lite, con sus datos adentro y sin título ni fuente."""
    return mapa_png.dibujo_de_puntos(base(), CARTOGRAFIA, dibujo, departamento=departamento)


def notas(departamento: str | None) -> tuple[str, ...]:
    """Lo que hay que leer junto a él, lejos de la página: las islas y de quién son los límites."""
    return mapa_png.notas(base(), CARTOGRAFIA, None, departamento=departamento)
