"""Lo que rodea a un dibujo que alguien se lleva: su título arriba y de dónde sale abajo.

Un gráfico y un mapa se enmarcan igual. El dibujo va como Vega lo mide, así que nada suyo se corta,
y los renglones se parten con la medida verdadera de la letra.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from html import escape
from io import BytesIO

import vl_convert
from PIL import Image, ImageFont

from tablero import letra, tema
from tablero.exportar import imagen
from tablero.un_json import Json

MARGEN = 24
ANCHO_MINIMO = 640
"""El del texto, si el dibujo es más angosto."""
HOLGURA = 0.92
"""Del ancho, lo que se llena: en otro equipo, un SVG se lee con otra letra, que puede ser mayor."""
RENGLON = 1.35
"""Lo que mide un renglón, por cada píxel de su letra."""
RAIZ = re.compile(r"<svg ([^>]*)>")
ESPACIOS = re.compile(r"[ \t\n]+")
"""Por donde se parte: nunca por un espacio duro, que une un número con su unidad."""
MEDIDA = re.compile(r'\b(width|height)="([\d.]+)"')


@dataclass(frozen=True)
class Marco:
    """Lo que rodea al dibujo."""

    titulo: str
    aviso: str = ""
    """Lo primero que hay que saber, si sus datos son inventados."""
    debajo: str = ""
    """Lo que se eligió, bajo el título."""
    pie: Sequence[str] = ()
    """Fuente, cortes, notas, licencia y enlace: un párrafo cada uno."""


@dataclass(frozen=True)
class _Estilo:
    letra: int
    corte: str = "Regular"
    peso: int = 400
    color: str = tema.CLARO["textColor"]


TITULO = _Estilo(22, "Bold", 700)
AVISO = _Estilo(16, "Bold", 700, tema.SIMULADO)
DEBAJO = _Estilo(15)
PIE = _Estilo(13)


def a_svg(spec: Mapping[str, Json], marco: Marco) -> str:
    """El dibujo enmarcado, como SVG: los mismos datos dan el mismo.

    `ValueError` si la especificación está mal o pide datos a otra parte.
    """
    dibujo = imagen.a_svg(spec)
    raiz = RAIZ.search(dibujo)
    if raiz is None:
        raise ValueError("Vega no devolvió un SVG")
    medidas = {nombre: float(valor) for nombre, valor in MEDIDA.findall(raiz[1])}
    ancho = max(medidas["width"], ANCHO_MINIMO)
    arriba, y = [], float(MARGEN)
    for texto, estilo in ((marco.aviso, AVISO), (marco.titulo, TITULO), (marco.debajo, DEBAJO)):
        hechos, y = _parrafo(texto, estilo, ancho, y)
        arriba += hechos
    y += MARGEN / 2
    en_su_lugar = f'<svg x="{MARGEN}" y="{y:.1f}" {raiz[1]}>' + dibujo[raiz.end() :]
    y += medidas["height"] + MARGEN / 2
    abajo = []
    for texto in marco.pie:
        hechos, y = _parrafo(texto, PIE, ancho, y)
        abajo += hechos
        y += PIE.letra / 4
    total, alto = ancho + 2 * MARGEN, y + MARGEN / 2
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{total:.0f}" height="{alto:.0f}" '
        f'viewBox="0 0 {total:.0f} {alto:.0f}"><title>{_seguro(marco.titulo)}</title>'
        f'<rect width="100%" height="100%" fill="{tema.CLARO["backgroundColor"]}"/>'
        f"{''.join(arriba)}{en_su_lugar}{''.join(abajo)}</svg>"
    )


def a_png(spec: Mapping[str, Json], marco: Marco, escala: float = 2.0) -> bytes:
    """Lo mismo como PNG; `escala` 2 da dos píxeles por cada uno del dibujo.

    Sin transparencia y bien comprimido: pesa la tercera parte de lo que da quien lo dibuja.
    """
    salida = BytesIO()
    with Image.open(BytesIO(vl_convert.svg_to_png(a_svg(spec, marco), scale=escala))) as dibujada:
        dibujada.convert("RGB").save(salida, "PNG", compress_level=6, dpi=(96 * escala,) * 2)
    return salida.getvalue()


def _parrafo(texto: str, estilo: _Estilo, ancho: float, y: float) -> tuple[list[str], float]:
    """Los renglones de un texto desde esa altura, y la altura en que termina."""
    hechos = []
    escribible = letra.del_papel().escribible(texto)
    for renglon in partir(escribible, estilo.letra, estilo.corte, ancho * HOLGURA):
        y += estilo.letra * RENGLON
        hechos.append(
            f'<text x="{MARGEN}" y="{y - estilo.letra * (RENGLON - 1):.1f}" '
            f'font-family="{imagen.LETRA_DEL_PAPEL}, sans-serif" font-size="{estilo.letra}px" '
            f'font-weight="{estilo.peso}" fill="{estilo.color}">{_seguro(renglon)}</text>'
        )
    return hechos, y


def partir(texto: str, tamano: int, corte: str, ancho: float) -> list[str]:
    """El texto en renglones que caben en esos píxeles; una palabra más larga se parte."""
    mide = _letra(corte, tamano).getlength
    renglones, lleva = [], ""
    for palabra in (
        p for entera in ESPACIOS.split(texto) for p in _trozos(entera, tamano, corte, ancho)
    ):
        junto = f"{lleva} {palabra}" if lleva else palabra
        if lleva and mide(junto) > ancho:
            renglones.append(lleva)
            lleva = palabra
        else:
            lleva = junto
    return [*renglones, lleva] if lleva else renglones


def _trozos(palabra: str, tamano: int, corte: str, ancho: float) -> Iterator[str]:
    """La palabra o, si no cabe sola (una dirección), sus pedazos."""
    mide = _letra(corte, tamano).getlength
    while mide(palabra) > ancho:
        cortes = range(len(palabra) - 1, 1, -1)
        caben = next((n for n in cortes if mide(palabra[:n]) <= ancho), 1)
        yield palabra[:caben]
        palabra = palabra[caben:]
    yield palabra


@cache
def _letra(corte: str, tamano: int) -> ImageFont.FreeTypeFont:
    archivos = dict(letra.archivos_del_papel())
    return ImageFont.truetype(BytesIO(archivos[f"SourceSansPro-{corte}.otf"]), tamano)


def _seguro(texto: str) -> str:
    return escape(texto, quote=False)
