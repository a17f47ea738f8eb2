"""Lo que se puede llevar de un mapa de municipios: sus datos, su dibujo y sus áreas."""

from tablero.exportar import geojson as de_areas
from tablero.exportar import mapa_png
from tablero.graficos.piezas.base import Spec
from tablero.interfaz.filtros import Filtros
from tablero.interfaz.marco.conexion import base
from tablero.interfaz.piezas import descarga, procedencia
from tablero.respuestas.mapa.pintado import Pintado
from tablero.rutas import CARTOGRAFIA


def botones(pintado: Pintado) -> None:
    """Lo que se lleva del mapa; nada se arma hasta que alguien lo pide."""
    nombre = f"mapa_{pintado.variable.codigo}"
    descarga.botones(pintado.resultado, nombre, es_dibujo=True, tiene_areas=True)


def png(pintado: Pintado, elegidos: Filtros, *, de_lejos: bool = False) -> bytes:
    """La imagen del mapa, solo su dibujo; `de_lejos`, para una pared."""
    return mapa_png.mapa_png(
        base(),
        CARTOGRAFIA,
        pintado.variable,
        pintado.clasificacion,
        titulo=pintado.mapa.titulo,
        fuente=procedencia.linea(pintado.resultado),
        departamento=elegidos.departamento,
        simbolos=pintado.simbolos,
        con_lamina=False,
        de_lejos=de_lejos,
    )


def spec(pintado: Pintado, elegidos: Filtros) -> Spec:
    """El dibujo del mapa, con sus áreas y su leyenda adentro, y sin título ni fuente."""
    return mapa_png.dibujo(
        base(),
        CARTOGRAFIA,
        pintado.variable,
        pintado.clasificacion,
        departamento=elegidos.departamento,
        simbolos=pintado.simbolos,
    )


def notas(pintado: Pintado, elegidos: Filtros) -> tuple[str, ...]:
    """Lo que hay que leer junto a él, lejos de la página: qué se pinta, las islas y los límites."""
    propias = mapa_png.notas(
        base(), CARTOGRAFIA, pintado.variable, departamento=elegidos.departamento
    )
    return tuple(filter(None, (pintado.simbolos_dicen, *propias)))


def geojson(pintado: Pintado, elegidos: Filtros) -> bytes:
    """Los municipios con su área verdadera, su código, su valor y su fuente."""
    return de_areas.geojson(
        base(),
        CARTOGRAFIA,
        pintado.resultado.datos,
        pintado.variable,
        elegidos.departamento,
    )
