"""El gráfico o el mapa de una cosa como imagen, con lo que lo defiende adentro."""

from collections.abc import Iterator

from tablero import formato
from tablero.errores import ErrorTablero
from tablero.exportar import marco
from tablero.exportar.llevar.llevada import Llevada
from tablero.exportar.marca import AVISO, EXPLICACION
from tablero.exportar.marco import Marco
from tablero.graficos.piezas.base import Spec
from tablero.graficos.piezas.sala import quieta
from tablero.publicacion import POR_DEFINIR, TABLERO

SIN_DIBUJO = "De esto no se puede llevar una imagen: no es un gráfico ni un mapa."


def a_svg(llevada: Llevada) -> bytes:
    """Como SVG; `ErrorTablero` si la cosa no tiene dibujo."""
    return marco.a_svg(_spec(llevada), enmarcar(llevada)).encode("utf-8")


def a_png(llevada: Llevada) -> bytes:
    """Como PNG, con dos píxeles por cada uno del dibujo; `ErrorTablero` si no tiene."""
    return marco.a_png(_spec(llevada), enmarcar(llevada))


def enmarcar(llevada: Llevada) -> Marco:
    """Su título, lo que se eligió, su fuente con el corte, las notas, la licencia y el enlace."""
    return Marco(
        llevada.cosa.titulo,
        aviso=f"{AVISO}. {EXPLICACION}" if llevada.contexto.es_simulado else "",
        debajo=llevada.filtros_dichos,
        pie=tuple(_pie(llevada)),
    )


def _pie(llevada: Llevada) -> Iterator[str]:
    cosa, contexto = llevada.cosa, llevada.contexto
    yield cosa.fuente_entera or cosa.fuente
    yield from llevada.notas
    entidad = contexto.publicacion.entidad
    edicion = "" if contexto.edicion is None else f", edición {contexto.edicion}"
    quien = TABLERO if entidad == POR_DEFINIR else f"{entidad}, {TABLERO}"
    yield (
        f"{quien}{edicion}, consultado el {formato.fecha(contexto.dia)}. "
        f"Licencia: {contexto.publicacion.licencia_dicha}."
    )
    yield llevada.enlace


def _spec(llevada: Llevada) -> Spec:
    """El suyo, medido para una imagen: en un papel nadie toca nada."""
    if llevada.cosa.dibujo is None:
        raise ErrorTablero(SIN_DIBUJO)
    spec = llevada.cosa.dibujo()
    medida: Spec = quieta(spec, spec["width"])
    return medida
