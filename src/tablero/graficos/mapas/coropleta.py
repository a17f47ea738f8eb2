"""El mapa de los municipios pintados por una variable, con símbolos encima si se piden.

La geometría no viaja: el dibujo lleva su dirección y, en un solo texto, la clase de cada área. Por
eso un cambio de variable, de cortes o de filtro son unos pocos kilobytes.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

import pandas as pd
import pydeck as pdk

from tablero import tema
from tablero.graficos.mapas import capas
from tablero.graficos.mapas.clases import Clasificacion
from tablero.graficos.mapas.colocacion import colocar
from tablero.graficos.mapas.puntos import (
    GRADOS_COLOMBIA,
    MARGEN_GRADOS,
    Mapa,
    dibujo,
    vista,
)
from tablero.graficos.mapas.variables import Variable

CAPA_DE_AREAS = "municipios"
OPACIDAD, OPACIDAD_ATRAS, OPACIDAD_SIN_VALOR = 225, 70, 45
BORDE_DE_AREA, BORDE_ELEGIDO = 0.8, 4
"""Píxeles."""
COLORES_DE_UN_DIGITO = 9
"""El décimo dígito es el de los municipios sin valor."""
MILISEGUNDOS_DE_VUELO = 700


@dataclass(frozen=True)
class Lienzo:
    """Sobre qué se pinta: dónde está la geometría, el orden de sus áreas y sus encuadres.

    Dos con las mismas direcciones son el mismo: cada una lleva la huella de lo que hay en ella.
    """

    url_municipios: str
    url_departamentos: str
    url_bordes: Mapping[str, str] = field(repr=False, compare=False)
    """Nombre del departamento → los bordes de sus municipios."""
    codigos: tuple[str, ...] = field(repr=False, compare=False)
    rectangulos: Mapping[str, Sequence[float]] = field(repr=False, compare=False)
    letrero: tuple[float, float]
    """Dónde se escribe que las islas están en un recuadro."""


def coropleta(
    lienzo: Lienzo,
    variable: Variable,
    clasificacion: Clasificacion,
    titulo: str,
    alternativa: str,
    *,
    departamento: str | None = None,
    municipio: str | None = None,
    simbolos: pd.DataFrame | None = None,
) -> Mapa:
    """El mapa de `variable`.

    `departamento` es el nombre del elegido: el mapa vuela allá y los demás quedan atrás.
    `municipio` es el código del elegido: lleva un borde propio.
    `simbolos` trae `municipio_codigo`, `municipio_nombre`, `departamento_nombre`, `longitud`,
    `latitud`, `radio` (píxeles), `rotulo` y `lectura` (lo que se lee al señalarlo).
    """
    mirada = _mirada(lienzo, departamento)
    partes = [
        _areas(lienzo, clasificacion, departamento),
        *([_bordes(lienzo.url_bordes[departamento], municipio)] if departamento else []),
        capas.lineas(lienzo.url_departamentos),
        capas.letrero_del_recuadro(lienzo.letrero),
    ]
    if simbolos is not None and not simbolos.empty:
        partes += _simbolos(simbolos, variable, mirada.zoom)
    return Mapa(
        titulo,
        alternativa,
        dibujo(partes, mirada, f"{{nombre}} ({{d}})\n{variable.titulo}: {{{variable.codigo}}}"),
    )


def _mirada(lienzo: Lienzo, departamento: str | None) -> pdk.ViewState:
    """La vista del departamento, o del país; su duración distinta hace volar a la siguiente."""
    if departamento is None:
        mirada = vista(GRADOS_COLOMBIA)
        vuelo = 0
    else:
        oeste, sur, este, norte = lienzo.rectangulos[departamento]
        margen = MARGEN_GRADOS
        mirada = vista((oeste - margen, sur - margen, este + margen, norte + margen))
        vuelo = sorted(lienzo.rectangulos).index(departamento) + 1
    # Streamlit solo aplica de la vista lo que cambió: con la misma duración no habría vuelo.
    mirada.transition_duration = MILISEGUNDOS_DE_VUELO + vuelo
    return mirada


def _areas(lienzo: Lienzo, clasificacion: Clasificacion, departamento: str | None) -> pdk.Layer:
    """Las áreas: su color sale de un texto con un dígito por municipio, en el orden del archivo."""
    colores = sorted({clase.color for clase in clasificacion.clases})
    if len(colores) > COLORES_DE_UN_DIGITO:
        raise ValueError(f"{len(colores)} colores no caben en un dígito por municipio")
    digito_de = {color: str(n) for n, color in enumerate(colores)}
    sin_valor = str(len(colores))
    digitos = "".join(
        sin_valor
        if (clase := clasificacion.de_municipio.get(codigo)) is None
        else digito_de[clasificacion.clases[clase].color]
        for codigo in lienzo.codigos
    )
    vivos = _paleta(colores, OPACIDAD, OPACIDAD_SIN_VALOR)
    paleta = vivos
    if departamento is not None:
        atras = _paleta(colores, OPACIDAD_ATRAS, OPACIDAD_SIN_VALOR // 2)
        nombre = json.dumps(departamento, ensure_ascii=False)
        paleta = f"properties.d == {nombre} ? {vivos} : {atras}"
    # Los paréntesis son de rigor: el navegador solo deja buscar dentro de lo que va entre ellos.
    relleno = f'({paleta})[("{digitos}")[properties.i]]'
    return pdk.Layer(
        "GeoJsonLayer",
        id=CAPA_DE_AREAS,
        data=lienzo.url_municipios,
        filled=True,
        # Sin tarjeta gráfica, los bordes de los 1.122 tardan un segundo por cuadro y el clic se
        # pierde: van en capa aparte los del departamento que se mira.
        stroked=False,
        get_fill_color=relleno,
        update_triggers={"getFillColor": sha256(relleno.encode()).hexdigest()[:12]},
        pickable=True,
        auto_highlight=True,
        highlight_color=tema.rgb(tema.CONTRASTE, 120),
    )


def _bordes(url: str, municipio: str | None) -> pdk.Layer:
    """Los bordes de los municipios de un departamento; el elegido, más grueso y de otro color."""
    return pdk.Layer(
        "GeoJsonLayer",
        id="bordes",
        data=url,
        filled=False,
        stroked=True,
        get_line_color=_si_es(municipio, tema.rgb(tema.CONTRASTE), tema.rgb(tema.GRIS, 150)),
        get_line_width=_si_es(municipio, BORDE_ELEGIDO, BORDE_DE_AREA),
        line_width_units="'pixels'",
        update_triggers={"getLineColor": municipio, "getLineWidth": municipio},
        pickable=False,
    )


def _si_es(municipio: str | None, elegido: object, otros: object) -> object:
    """Un valor para el municipio elegido y otro para los demás, como lo evalúa el navegador."""
    return otros if municipio is None else f'properties.c == "{municipio}" ? {elegido} : {otros}'


def _paleta(colores: Sequence[str], opacidad: int, sin_valor: int) -> str:
    return json.dumps(
        [tema.rgb(c, opacidad) for c in colores] + [tema.rgb(tema.GRIS, sin_valor)],
        separators=(",", ":"),
    )


def _simbolos(simbolos: pd.DataFrame, variable: Variable, acercamiento: float) -> list[pdk.Layer]:
    """Los símbolos, corridos para que ninguno tape a otro, y las líneas a su sitio."""
    puntos, sitios = colocar(simbolos, acercamiento)
    # Los mismos nombres que llevan las áreas: lo que se lee al señalar es un solo texto.
    leidos = puntos.rename(
        columns={
            "municipio_nombre": "nombre",
            "departamento_nombre": "d",
            "lectura": variable.codigo,
        }
    )
    return [
        capas.trazos(sitios),
        capas.anclas(sitios),
        capas.simbolos(puntos),
        capas.disco(leidos, "nombre", "d", variable.codigo),
        capas.rotulos(puntos),
    ]
