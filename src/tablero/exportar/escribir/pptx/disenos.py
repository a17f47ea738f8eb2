"""Los diseños que una plantilla debe tener, y los sitios de cada uno, por su nombre.

Quien cambia la plantilla puede moverlos, pintarlos y darles la letra que quiera: se buscan por el
nombre del diseño y por el del sitio, y se comprueba que sea de su clase.
"""

from dataclasses import dataclass
from pathlib import Path

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.exc import PackageNotFoundError
from pptx.presentation import Presentation as Presentacion
from pptx.shapes.placeholder import LayoutPlaceholder
from pptx.slide import SlideLayout

from tablero import formato
from tablero.errores import ErrorTablero

TITULO, CIFRAS, NOTAS, FUENTE = "Título", "Cifras", "Notas", "Fuente"
GRAFICO, TABLA, IMAGEN, TEXTO = "Gráfico", "Tabla", "Imagen", "Texto"
TRES_CIFRAS = ("Cifra 1", "Cifra 2", "Cifra 3")
TITULOS = frozenset({PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE})
LETRAS = frozenset({PP_PLACEHOLDER.BODY, PP_PLACEHOLDER.SUBTITLE, PP_PLACEHOLDER.OBJECT})
DEL_CUERPO = frozenset({CIFRAS, *TRES_CIFRAS, GRAFICO, TABLA, IMAGEN})
CLASES = {
    TITULO: (TITULOS, "título"),
    GRAFICO: (frozenset({PP_PLACEHOLDER.CHART}), "gráfico"),
    TABLA: (frozenset({PP_PLACEHOLDER.TABLE}), "tabla"),
    IMAGEN: (frozenset({PP_PLACEHOLDER.PICTURE}), "imagen"),
}
"""Nombre de un sitio → de qué clase es y cómo se dice; los demás son de texto."""
DE_TEXTO = (LETRAS, "texto")


@dataclass(frozen=True)
class Diseno:
    """Un diseño de la plantilla: su nombre y sus sitios, en el orden en que se leen."""

    nombre: str
    sitios: tuple[str, ...]


PORTADA = Diseno("Portada", (TITULO, TEXTO, FUENTE))
CON_GRAFICO = Diseno("Mensaje y gráfico", (TITULO, GRAFICO, NOTAS, FUENTE))
CIFRAS_Y_GRAFICO = Diseno("Mensaje, cifras y gráfico", (TITULO, CIFRAS, GRAFICO, NOTAS, FUENTE))
CON_TABLA = Diseno("Mensaje y tabla", (TITULO, TABLA, NOTAS, FUENTE))
CIFRAS_Y_TABLA = Diseno("Mensaje, cifras y tabla", (TITULO, CIFRAS, TABLA, NOTAS, FUENTE))
CON_IMAGEN = Diseno("Mensaje e imagen", (TITULO, IMAGEN, NOTAS, FUENTE))
CIFRAS_E_IMAGEN = Diseno("Mensaje, cifras e imagen", (TITULO, CIFRAS, IMAGEN, NOTAS, FUENTE))
CON_CIFRAS = Diseno("Mensaje y cifras", (TITULO, *TRES_CIFRAS, NOTAS, FUENTE))
CON_TEXTO = Diseno("Mensaje y texto", (TITULO, TEXTO, FUENTE))
DISENOS = (
    *(PORTADA, CON_GRAFICO, CIFRAS_Y_GRAFICO, CON_TABLA, CIFRAS_Y_TABLA),
    *(CON_IMAGEN, CIFRAS_E_IMAGEN, CON_CIFRAS, CON_TEXTO),
)


def abrir(plantilla: Path) -> Presentacion:
    """La presentación vacía de esa plantilla, con todos sus diseños.

    `ErrorTablero` si no se puede leer o si le falta algún diseño o algún sitio: los dice todos.
    """
    try:
        presentacion = Presentation(str(plantilla))
    except (PackageNotFoundError, KeyError, ValueError) as error:
        raise ErrorTablero(f"{plantilla.name} no es una presentación (.pptx).") from error
    if faltan := _lo_que_falta(presentacion):
        raise ErrorTablero(f"A la plantilla {plantilla.name} le falta:\n  " + "\n  ".join(faltan))
    if cuantas := len(presentacion.slides):
        raise ErrorTablero(
            f"Quite de la plantilla {plantilla.name} "
            f"{formato.contar(cuantas, 'diapositiva', 'diapositivas')} y deje los diseños."
        )
    return presentacion


def buscar(presentacion: Presentacion, diseno: Diseno) -> SlideLayout:
    """El diseño de ese nombre, de cualquiera de sus patrones; `LookupError` si no está."""
    disponibles: list[SlideLayout] = [
        uno for patron in presentacion.slide_masters for uno in patron.slide_layouts
    ]
    for uno in disponibles:
        if uno.name == diseno.nombre:
            return uno
    raise LookupError(diseno.nombre)


def marcadores(diseno: SlideLayout) -> list[LayoutPlaceholder]:
    """Los sitios de un diseño."""
    return list(diseno.placeholders)


def lugares(diseno: SlideLayout) -> dict[str, int]:
    """Nombre de cada sitio → el número con que la diapositiva lo llama."""
    return {sitio.name: sitio.placeholder_format.idx for sitio in marcadores(diseno)}


def _lo_que_falta(presentacion: Presentacion) -> list[str]:
    faltan = []
    for diseno in DISENOS:
        try:
            hallado = buscar(presentacion, diseno)
        except LookupError:
            faltan.append(f"el diseño «{diseno.nombre}»")
            continue
        clases = {sitio.name: sitio.placeholder_format.type for sitio in marcadores(hallado)}
        for sitio in diseno.sitios:
            clase, palabra = CLASES.get(sitio, DE_TEXTO)
            if clases.get(sitio) not in clase:
                faltan.append(f"en el diseño «{diseno.nombre}», el marcador de {palabra} «{sitio}»")
    return faltan
