"""Un mapa para el papel y para una hoja: áreas planas, sin teselas, con lo suyo resaltado.

Se dibuja con Vega en proyección Mercator, ajustada aquí al rectángulo que se quiere ver: lo que
queda fuera se corta y no encoge el dibujo. En Vega un anillo que gira al revés llena todo el
lienzo; por eso cada área se orienta antes de dibujarla.
"""

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache

import altair as alt
import geopandas as gpd
import numpy as np
import shapely
from shapely.geometry import mapping

from tablero import tema
from tablero.graficos.mapas.proyeccion import Ajuste, Rectangulo, ajustar
from tablero.graficos.mapas.rasgos import rasgo
from tablero.graficos.mapas.separacion import separar
from tablero.graficos.piezas.base import LETRA, Spec

FONDO = tema.CLARO["backgroundColor"]
TIERRA = tema.CLARO["secondaryBackgroundColor"]
PROPIA = tema.CLARO["borderColor"]
COLORES = {"ajena": TIERRA, "propia": PROPIA, "resaltada": tema.ACENTO}
LETRA_PX = 13
RADIO = 9
"""Píxeles del círculo de un número."""
RADIO_DE_PUNTO = 5
LARGO_DE_ROTULO = 3
"""Un rótulo más largo es un nombre: va suelto; hasta aquí es un número y va en un círculo."""
DECIMALES = 4


@dataclass(frozen=True)
class Marca:
    """Lo que se escribe sobre el mapa, en grados; el rótulo puede ir vacío: solo un punto."""

    longitud: float
    latitud: float
    rotulo: str = ""


@dataclass(frozen=True)
class MapaEstatico:
    """Un mapa listo: lo que dice sin verlo y su especificación, con la geometría adentro."""

    alternativa: str
    spec: Spec


def mapa_estatico(
    areas: gpd.GeoDataFrame,
    contexto: gpd.GeoDataFrame,
    alternativa: str,
    *,
    resaltadas: Collection[str],
    marcas: Sequence[Marca],
    encuadre: Rectangulo,
    ancho: int,
    alto: int,
) -> MapaEstatico:
    """Las áreas propias sobre las vecinas, con las resaltadas en el acento y sus marcas encima.

    `areas` trae `codigo` y `geometry` en grados; `contexto`, solo `geometry`. `resaltadas` son
    códigos de `areas`.
    """
    ajuste = ajustar(encuadre, ancho, alto)
    visibles = contexto.cx[_visible(ajuste, ancho, alto)]
    clases = ["resaltada" if c in resaltadas else "propia" for c in areas["codigo"]]
    # Las resaltadas van al final, para que su borde quede encima.
    rasgos = _rasgos(visibles, ["ajena"] * len(visibles), ajuste)
    rasgos += sorted(_rasgos(areas, clases, ajuste), key=_esta_resaltada)
    puntos = _puntos(marcas, ajuste)
    proyeccion = {
        "type": "mercator",
        "scale": ajuste.escala,
        "translate": list(ajuste.traslado),
    }
    spec = {
        **_dibujo(),
        "width": ancho,
        "height": alto,
        "projection": proyeccion,
        "datasets": {"areas": rasgos, "marcas": puntos},
    }
    return MapaEstatico(alternativa, spec)


@cache
def _dibujo() -> Spec:
    """El dibujo sin su geometría ni su ajuste: se valida una sola vez, y para todos los mapas."""
    dibujo = alt.layer(_de_areas(), *_de_marcas()).properties(background=FONDO)
    spec: Spec = dibujo.configure_view(stroke=None).to_dict()
    return spec


def _esta_resaltada(rasgo: Spec) -> bool:
    return bool(rasgo["properties"]["clase"] == "resaltada")


def rectangulo(areas: gpd.GeoDataFrame) -> Rectangulo:
    """El rectángulo que las contiene."""
    oeste, sur, este, norte = (float(v) for v in areas.total_bounds)
    return oeste, sur, este, norte


def _visible(ajuste: Ajuste, ancho: int, alto: int) -> tuple[slice, slice]:
    """Los grados que se alcanzan a ver en el lienzo: lo demás no se dibuja."""
    (oeste, norte), (este, sur) = ajuste.grados(0, 0), ajuste.grados(ancho, alto)
    return slice(oeste, este), slice(sur, norte)


def _rasgos(areas: gpd.GeoDataFrame, clases: Sequence[str], ajuste: Ajuste) -> list[Spec]:
    """Las áreas con los vértices que se alcanzan a ver; los bordes comunes lo siguen siendo."""
    if areas.empty:
        return []
    medio_pixel = math.degrees(0.5 / ajuste.escala)
    formas = shapely.coverage_simplify(areas.geometry.to_numpy(), medio_pixel)
    formas = shapely.transform(formas, lambda vertices: vertices.round(DECIMALES))
    return [
        rasgo(mapping(g), clase=clase)
        for g, clase in zip(shapely.orient_polygons(formas, exterior_cw=True), clases, strict=True)
    ]


def _puntos(marcas: Sequence[Marca], ajuste: Ajuste) -> list[Spec]:
    """Las marcas en píxeles; los números que se taparían se corren y una línea los une."""
    sitios = np.array([ajuste.pixel(m.longitud, m.latitud) for m in marcas]).reshape(-1, 2)
    con_numeros = all(_forma(m) == "numero" for m in marcas)
    corridos = separar(sitios, [float(RADIO)] * len(marcas)) if con_numeros else sitios
    return [
        {"x0": s[0], "y0": s[1], "x": c[0], "y": c[1], "rotulo": m.rotulo, "forma": forma}
        for m, s, c, forma in zip(
            marcas,
            sitios.round(2).tolist(),
            corridos.round(2).tolist(),
            map(_forma, marcas),
            strict=True,
        )
    ]


def _forma(marca: Marca) -> str:
    if not marca.rotulo:
        return "punto"
    return "numero" if len(marca.rotulo) <= LARGO_DE_ROTULO else "nombre"


def _de_areas() -> alt.Chart:
    escala = alt.Scale(domain=list(COLORES), range=list(COLORES.values()))
    dibujo = alt.Chart(alt.NamedData("areas")).mark_geoshape(
        stroke=tema.GRIS, strokeWidth=0.5, clip=True
    )
    pintado: alt.Chart = dibujo.encode(
        color=alt.Color("properties.clase:N", scale=escala, legend=None)
    )
    return pintado


def _de_marcas() -> tuple[alt.Chart, ...]:
    """Los números en su círculo, los nombres con un halo y los puntos solos."""

    def base(forma: str) -> alt.Chart:
        dibujo: alt.Chart = alt.Chart(alt.NamedData("marcas"))
        return dibujo.transform_filter(f"datum.forma === '{forma}'")

    fijo = alt.Scale(domain=[0, 1], range=[0, 1])
    x, y = alt.X("x:Q", scale=fijo, axis=None), alt.Y("y:Q", scale=fijo, axis=None)
    linea = {"x": alt.X("x0:Q", scale=fijo, axis=None), "y": alt.Y("y0:Q", scale=fijo, axis=None)}
    return (
        base("numero").mark_rule(color=LETRA).encode(**linea, x2="x:Q", y2="y:Q"),
        base("numero")
        .mark_circle(size=4 * RADIO**2, color=tema.ACENTO, opacity=1, stroke=FONDO)
        .encode(x=x, y=y),
        base("numero")
        .mark_text(color=FONDO, fontWeight=600, fontSize=LETRA_PX)
        .encode(x=x, y=y, text="rotulo:N"),
        base("punto")
        .mark_circle(size=4 * RADIO_DE_PUNTO**2, color=tema.CONTRASTE, opacity=1, stroke=FONDO)
        .encode(x=x, y=y),
        *(
            base("nombre")
            .mark_text(
                color=color,
                stroke=stroke,
                strokeWidth=4,
                fontSize=LETRA_PX,
                fontWeight=600,
                dy=-RADIO,
            )
            .encode(x=x, y=y, text="rotulo:N")
            for color, stroke in ((FONDO, FONDO), (LETRA, "transparent"))
        ),
    )
